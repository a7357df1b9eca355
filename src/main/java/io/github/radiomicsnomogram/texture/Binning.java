package io.github.radiomicsnomogram.texture;

import io.github.radiomicsnomogram.InputException;

/** How grey values become grey levels; PyRadiomics' binWidth and binCount. */
public sealed interface Binning {

	/** PyRadiomics' default, binWidth 25. */
	Binning DEFAULT = new FixedWidth(25);

	/**
	 * Bins of one width; the first one starts at a multiple of the width.
	 *
	 * @param binWidth in units of the image's values; positive
	 */
	record FixedWidth(double binWidth) implements Binning {

		public FixedWidth {
			if (!(binWidth > 0) || Double.isInfinite(binWidth)) throw new InputException("binWidth must be a positive number, not " +
				binWidth + ".");
		}
	}

	/**
	 * A number of bins of equal width between the ROI's minimum and maximum.
	 *
	 * @param binCount at least 1
	 */
	record FixedCount(int binCount) implements Binning {

		public FixedCount {
			if (binCount < 1) throw new InputException("binCount must be 1 or more, not " + binCount + ".");
		}
	}
}
