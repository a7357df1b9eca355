package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.function.Consumer;

/**
 * Image type Square: {@code (c v)^2} with {@code c = 1 / sqrt(max |v|)} over the whole image, in double precision. The
 * largest magnitude maps to itself; signs are lost.
 */
public record SquareFilter() implements ImageFilter {

	/**
	 * @throws io.github.radiomicsnomogram.InputException if the image is 0 everywhere, or has a value that isn't finite
	 */
	@Override
	public void apply(final Volume image, final Mask mask, final BoundingBox region, final Progress progress,
		final Consumer<FilteredImage> sink)
	{
		final double largest = Pointwise.largestMagnitude(image, progress);
		Pointwise.requireContrastToZero("square", image, largest);
		final double scale = 1 / Math.sqrt(largest);
		Pointwise.apply("square", image, region, progress, sink, v -> scale * v * (scale * v));
	}
}
