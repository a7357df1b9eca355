package io.github.radiomicsnomogram.fiji;

import java.util.function.Supplier;

/**
 * One of the ROIs of an image.
 *
 * @param label its value in the label image, or the settings' own for a ROI that is drawn
 * @param name of the label image or the ROI
 * @param several whether there may be others, which only the label tells from this one
 * @param mask makes the mask; throws an {@link io.github.radiomicsnomogram.InputException} if it can't be used
 */
record LabelledRoi(int label, String name, boolean several, Supplier<RoiMask> mask) {}
