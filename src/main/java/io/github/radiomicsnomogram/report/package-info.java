/**
 * Finished studies, validations and measurements of repeatability as folders: tables, figures, and one HTML page that needs
 * nothing else. Writes what others computed; the only numbers made here are counts, and the tests of a table of
 * characteristics.
 */
package io.github.radiomicsnomogram.report;
