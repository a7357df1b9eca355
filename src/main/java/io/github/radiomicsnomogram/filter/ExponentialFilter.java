package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.function.Consumer;

/**
 * Image type Exponential: {@code exp(c v)} with {@code c = log(max |v|) / max |v|} over the whole image, in double
 * precision. The largest magnitude maps to itself, or if it is negative to its reciprocal.
 */
public record ExponentialFilter() implements ImageFilter {

	/**
	 * @throws io.github.radiomicsnomogram.InputException if the image is 0 everywhere, or has a value that isn't finite
	 */
	@Override
	public void apply(final Volume image, final Mask mask, final BoundingBox region, final Progress progress,
		final Consumer<FilteredImage> sink)
	{
		final double largest = Pointwise.largestMagnitude(image, progress);
		Pointwise.requireContrastToZero("exponential", image, largest);
		final double scale = NearestMath.log(largest) / largest;
		Pointwise.apply("exponential", image, region, progress, sink, v -> NearestMath.exp(scale * v));
	}
}
