package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.function.Consumer;

/**
 * Image type Logarithm: {@code sign(v) c log(|v| + 1)} with {@code c = max |v| / log(max |v| + 1)} over the whole image,
 * in double precision. The largest magnitude maps to itself.
 */
public record LogarithmFilter() implements ImageFilter {

	/**
	 * @throws io.github.radiomicsnomogram.InputException if the image is 0 everywhere, or has a value that isn't finite
	 */
	@Override
	public void apply(final Volume image, final Mask mask, final BoundingBox region, final Progress progress,
		final Consumer<FilteredImage> sink)
	{
		final double largest = Pointwise.largestMagnitude(image, progress);
		Pointwise.requireContrastToZero("logarithm", image, largest);
		final double scale = largest / NearestMath.log(largest + 1);
		Pointwise.apply("logarithm", image, region, progress, sink, v -> scale * (v > 0 ? NearestMath.log(v + 1) : v < 0
			? -NearestMath.log(-(v - 1)) : v));
	}
}
