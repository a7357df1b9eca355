/**
 * Results of {@link io.github.radiomicsnomogram.survival} for people and for programs: each
 * {@link io.github.radiomicsnomogram.survival.report.Report} has a text laid out as R prints the same result, and JSON with
 * every number in full precision, where null stands for what has no value and "Inf" for what is infinite.
 */
package io.github.radiomicsnomogram.survival.report;
