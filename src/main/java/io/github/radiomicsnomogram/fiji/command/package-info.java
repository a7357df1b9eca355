/** SciJava commands for Fiji: parameters and outputs around the jobs of {@code fiji}. */
package io.github.radiomicsnomogram.fiji.command;
