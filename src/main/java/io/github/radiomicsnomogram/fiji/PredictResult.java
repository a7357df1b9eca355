package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;

import io.github.radiomicsnomogram.model.Prediction;
import io.github.radiomicsnomogram.volume.Mask;

/**
 * A prediction with what was looked at.
 *
 * @param image the stack
 * @param mask the ROI
 * @param prediction what the model says; its extraction holds every feature if the user asked for them
 * @param showFeatures whether the user asked for every feature
 */
public record PredictResult(ImagePlus image, Mask mask, Prediction prediction, boolean showFeatures) {}
