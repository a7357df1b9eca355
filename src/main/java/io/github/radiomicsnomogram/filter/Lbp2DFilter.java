package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.function.Consumer;

/**
 * Local binary patterns slice by slice: image type LBP2D, image "lbp-2D".
 *
 * @param radius of the circle of neighbours in pixels; lbp2DRadius
 * @param samples neighbours on the circle; lbp2DSamples
 * @param method what a pixel's neighbours become; lbp2DMethod
 * @param force2DDimension axis across the slices, counted as PyRadiomics counts it: 0 = z, 1 = y, 2 = x
 */
public record Lbp2DFilter(double radius, int samples, Lbp2DMethod method, int force2DDimension) implements ImageFilter {

	/** PyRadiomics' defaults (those of its code; its documentation has 9 samples). */
	public static final Lbp2DFilter DEFAULT = new Lbp2DFilter(1, 8, Lbp2DMethod.UNIFORM, 0);

	@Override
	public void apply(final Volume image, final Mask mask, final BoundingBox region, final Progress progress,
		final Consumer<FilteredImage> sink)
	{
		throw new UnsupportedOperationException("LBP2D");
	}
}
