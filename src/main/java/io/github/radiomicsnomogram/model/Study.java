package io.github.radiomicsnomogram.model;

/**
 * Who the model was made from.
 *
 * @param population in words
 * @param patients number
 * @param events number
 * @param followUp in words
 */
public record Study(String population, int patients, int events, String followUp) {}
