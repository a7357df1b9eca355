package io.github.radiomicsnomogram.model;

/**
 * The publication of a model.
 *
 * @param text the whole reference
 * @param shortText for figures: "Zhang et al., Front Oncol 2021"
 * @param doi without "https://doi.org/"
 * @param licence of the publication
 */
public record Citation(String text, String shortText, String doi, String licence) {}
