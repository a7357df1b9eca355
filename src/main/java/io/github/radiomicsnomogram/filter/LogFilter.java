package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.List;
import java.util.function.Consumer;

/**
 * Image type LoG: the Laplacian of Gaussian by recursive filters, normalised across scales, in single precision. One
 * image for each sigma, in the order given.
 *
 * @param sigma widths of the Gaussian in mm, each positive and finite
 */
public record LogFilter(List<Double> sigma) implements ImageFilter {

	/** @throws InputException if a sigma is not positive and finite */
	public LogFilter {
		sigma = List.copyOf(sigma);
		for (final double s : sigma)
			if (!(s > 0) || Double.isInfinite(s)) throw new InputException("LoG: sigma must be greater than 0 mm: " + sigma);
	}

	@Override
	public void apply(final Volume image, final Mask mask, final BoundingBox region, final Progress progress,
		final Consumer<FilteredImage> sink)
	{
		throw new UnsupportedOperationException("LoG");
	}
}
