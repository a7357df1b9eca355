package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.function.Consumer;

/**
 * Image type Wavelet: the undecimated wavelet transform of the whole image, one image for each combination of low (L)
 * and high (H) pass along the axes (letters in the order x, y, z) and level, and last the approximation of the deepest
 * level. An axis with an odd number of voxels is continued by its first voxel, and then goes on periodically. Each level
 * filters the approximation of the level before with the same filters. Images of single precision are computed in single
 * precision, all others in double precision, and come out so.
 *
 * @param wavelet name of a discrete wavelet: haar, dmey, db1 to db38, sym2 to sym20, coif1 to coif17, biorN.M, rbioN.M
 * @param level number of levels; at least 1
 * @param startLevel levels whose images are not wanted, before the first one that is; at least 0
 * @param force2D whether one axis is not filtered
 * @param force2DDimension the axis that is not filtered if {@code force2D}: 0 is z, 1 is y, 2 is x
 */
public record WaveletFilter(String wavelet, int level, int startLevel, boolean force2D, int force2DDimension)
	implements ImageFilter
{

	/** @throws InputException if a setting is out of these bounds, or there is no such wavelet */
	public WaveletFilter {
		if (level < 1) throw new InputException("Wavelet: level must be 1 or more: " + level);
		if (startLevel < 0) throw new InputException("Wavelet: start_level must be 0 or more: " + startLevel);
		if (force2D && (force2DDimension < 0 || force2DDimension > 2)) throw new InputException(
			"Wavelet: force2Ddimension must be 0 (z), 1 (y) or 2 (x): " + force2DDimension);
		Wavelet.named(wavelet);
	}

	@Override
	public void apply(final Volume image, final Mask mask, final BoundingBox region, final Progress progress,
		final Consumer<FilteredImage> sink)
	{
		if (image.type() == VoxelType.FLOAT32) apply(WaveletArithmetic.SINGLE, image, region, progress, sink);
		else apply(WaveletArithmetic.DOUBLE, image, region, progress, sink);
	}

	private <A> void apply(final WaveletArithmetic<A> arithmetic, final Volume image, final BoundingBox region,
		final Progress progress, final Consumer<FilteredImage> sink)
	{
		new WaveletTransform<>(this, arithmetic, image, region, progress, sink).run();
	}

	/** The axes that are filtered, 0 = x, 1 = y, 2 = z, in this order. */
	int[] axes() {
		if (!force2D) return new int[] { 0, 1, 2 };
		return switch (force2DDimension) {
			case 0 -> new int[] { 0, 1 };
			case 1 -> new int[] { 0, 2 };
			default -> new int[] { 1, 2 };
		};
	}
}
