package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.model.Prediction;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

/** The ROI's outline on the slices of the image, in the colour of the risk group, with the result beside it. */
public final class OverlayFigure {

	private OverlayFigure() {}

	/** The slice of the largest area and up to eight others. */
	public static Scene of(final Volume volume, final Mask mask, final Prediction prediction) {
		throw new UnsupportedOperationException("not written yet");
	}
}
