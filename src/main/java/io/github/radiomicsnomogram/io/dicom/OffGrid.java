package io.github.radiomicsnomogram.io.dicom;

/** A frame of a segmentation that is not on an image's grid, and so has to be resampled to be used on it. */
final class OffGrid extends BadDicom {

	private static final long serialVersionUID = 1L;

	OffGrid(final String reason) {
		super(reason);
	}
}
