package io.github.radiomicsnomogram.model;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The images that a model was made from: what a new image is held against. Numbers that are absent are not checked.
 *
 * @param modality DICOM's abbreviation: "CT"
 * @param description scanner, protocol, contrast, in words
 * @param contrast whether a contrast agent was given
 * @param phase of the contrast, "venous"; "" if not stated
 * @param delaySeconds of the images after the injection
 * @param delayAccepted delays that need no warning
 * @param kVp tube voltage
 * @param sliceThickness mm
 * @param sliceThicknessAccepted mm that need no warning
 */
public record Acquisition(String modality, String description, boolean contrast, String phase,
	OptionalDouble delaySeconds, Optional<Range> delayAccepted, OptionalDouble kVp, OptionalDouble sliceThickness,
	Optional<Range> sliceThicknessAccepted)
{}
