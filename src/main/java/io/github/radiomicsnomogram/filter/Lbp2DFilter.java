package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.util.function.Consumer;

/**
 * Local binary patterns slice by slice (Ojala et al. 2002, doi:10.1109/TPAMI.2002.1017623): image type LBP2D, image
 * "lbp-2D". Each pixel is compared with samples on a circle around it, interpolated linearly from four pixels; outside
 * the slice the image is 0.
 * <p>
 * As PyRadiomics does it, the result is written back in the image's own type: variances lose their fractions in an image
 * of whole numbers, and patterns that the type can't hold wrap around (16 samples in a type of 8 bits). The variance of a
 * neighbourhood without contrast is NaN, which is 0 in types of 8 and 16 bits and the sign bit alone in those of 32.
 *
 * @param radius of the circle of neighbours in pixels, more than 0; lbp2DRadius
 * @param samples neighbours on the circle, 1 or more; lbp2DSamples
 * @param method what a pixel's neighbours become; lbp2DMethod
 * @param force2DDimension axis across the slices, counted as PyRadiomics counts it: 0 = z, 1 = y, 2 = x
 */
public record Lbp2DFilter(double radius, int samples, Lbp2DMethod method, int force2DDimension) implements ImageFilter {

	/** PyRadiomics' defaults (those of its code; its documentation has 9 samples). */
	public static final Lbp2DFilter DEFAULT = new Lbp2DFilter(1, 8, Lbp2DMethod.UNIFORM, 0);

	/** Most samples whose patterns are numbers of 32 bits with a sign. */
	private static final int MOST_BITS = 31;

	/**
	 * @throws InputException if the settings make no sense
	 */
	public Lbp2DFilter {
		if (!(radius > 0 && radius < Integer.MAX_VALUE)) throw new InputException("lbp2DRadius is " + radius +
			": give a radius above 0, in pixels.");
		if (samples < 1) throw new InputException("lbp2DSamples is " + samples + ": give 1 or more.");
		if (samples > MOST_BITS && (method == Lbp2DMethod.DEFAULT || method == Lbp2DMethod.ROR)) throw new InputException(
			"lbp2DSamples is " + samples + ": patterns of more than " + MOST_BITS + " samples overflow with lbp2DMethod '" +
				method.pyradiomicsName() + "'. Give " + MOST_BITS + " or fewer, or use 'uniform' or 'var'.");
		if (force2DDimension < 0 || force2DDimension > 2) throw new InputException("force2Ddimension is " +
			force2DDimension + ": give 0 (slices across z), 1 (y) or 2 (x).");
	}

	@Override
	public void apply(final Volume image, final Mask mask, final BoundingBox region, final Progress progress,
		final Consumer<FilteredImage> sink)
	{
		final double[] values = new Lbp2DSlices(this, image, region).compute(progress);
		sink.accept(new FilteredImage("lbp-2D", VoxelArrays.volume(values, image.geometry().cropped(region), image.type(),
			image.info())));
	}
}
