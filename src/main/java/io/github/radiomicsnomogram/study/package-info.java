/**
 * A whole study from tables: {@link io.github.radiomicsnomogram.study.Study} trains a signature and a nomogram by the
 * choices of a {@link io.github.radiomicsnomogram.study.StudyFile} and looks at them in every cohort;
 * {@link io.github.radiomicsnomogram.study.HonestValidation} says how much of that is optimism. Results are immutable
 * records that hold every number a figure or a table needs; nothing here draws or writes files.
 */
package io.github.radiomicsnomogram.study;
