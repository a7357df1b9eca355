package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.function.Consumer;

/**
 * Image type Wavelet: the undecimated wavelet transform of the whole image, one image for each combination of low (L)
 * and high (H) pass along the axes (letters in the order x, y, z) and level, and last the approximation of the deepest
 * level.
 *
 * @param wavelet name of a discrete wavelet: haar, dmey, db1 to db38, sym2 to sym20, coif1 to coif17, biorN.M, rbioN.M
 * @param level number of levels; at least 1
 * @param startLevel levels whose images are not wanted, below the first one that is; at least 0
 * @param force2D whether one axis is not filtered
 * @param force2DDimension the axis that is not filtered if {@code force2D}: 0 is z, 1 is y, 2 is x
 */
public record WaveletFilter(String wavelet, int level, int startLevel, boolean force2D, int force2DDimension)
	implements ImageFilter
{

	/** @throws InputException if a setting is out of these bounds */
	public WaveletFilter {
		if (level < 1) throw new InputException("Wavelet: level must be 1 or more: " + level);
		if (startLevel < 0) throw new InputException("Wavelet: start_level must be 0 or more: " + startLevel);
		if (force2D && (force2DDimension < 0 || force2DDimension > 2)) throw new InputException(
			"Wavelet: force2Ddimension must be 0 (z), 1 (y) or 2 (x): " + force2DDimension);
	}

	@Override
	public void apply(final Volume image, final Mask mask, final BoundingBox region, final Progress progress,
		final Consumer<FilteredImage> sink)
	{
		throw new UnsupportedOperationException("Wavelet");
	}
}
