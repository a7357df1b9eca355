package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.volume.Mask;

import java.util.List;

/**
 * A ROI of a DICOM file, on the grid of an image.
 *
 * @param mask its voxels; at least one
 * @param warnings what the user must be told, in sentences, for example that a part lies outside the image
 */
public record DicomMask(Mask mask, List<String> warnings) {

	public DicomMask {
		warnings = List.copyOf(warnings);
	}
}
