package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.function.Consumer;

/**
 * Image type SquareRoot: {@code sign(v) sqrt(c |v|)} with {@code c = max |v|} over the whole image, in double precision.
 * The largest magnitude maps to itself.
 */
public record SquareRootFilter() implements ImageFilter {

	/** @throws io.github.radiomicsnomogram.InputException if the image has a value that isn't finite */
	@Override
	public void apply(final Volume image, final Mask mask, final BoundingBox region, final Progress progress,
		final Consumer<FilteredImage> sink)
	{
		final double scale = Pointwise.largestMagnitude(image, progress);
		Pointwise.apply("squareroot", image, region, progress, sink, v -> v < 0 ? -Math.sqrt(-v * scale) : Math.sqrt(v *
			scale));
	}
}
