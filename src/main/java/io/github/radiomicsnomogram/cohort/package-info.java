/**
 * Many cases at once: a table of them, a run that keeps finished results in a journal so that it can be resumed, and the
 * table of results in the forms that PyRadiomics writes.
 */
package io.github.radiomicsnomogram.cohort;
