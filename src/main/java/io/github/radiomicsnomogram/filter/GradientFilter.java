package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.function.Consumer;

/**
 * Image type Gradient: the magnitude of the gradient by central differences, borders replicated, in single precision.
 *
 * @param useSpacing whether differences are per mm (PyRadiomics' default) or per voxel
 */
public record GradientFilter(boolean useSpacing) implements ImageFilter {

	@Override
	public void apply(final Volume image, final Mask mask, final BoundingBox region, final Progress progress,
		final Consumer<FilteredImage> sink)
	{
		throw new UnsupportedOperationException("Gradient");
	}
}
