/**
 * Extraction as PyRadiomics does it: settings and parameter files, preprocessing, image types, features, diagnostics,
 * and the wide table.
 */
package io.github.radiomicsnomogram.extract;
