/**
 * Prognostic models: the file format with its checks, the signature's score, the nomogram, a prediction with what is
 * missing and what to doubt. {@link io.github.radiomicsnomogram.model.ModelFiles} finds a model,
 * {@link io.github.radiomicsnomogram.model.PrognosticModel#predict} applies it.
 */
package io.github.radiomicsnomogram.model;
