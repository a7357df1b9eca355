package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.function.Consumer;

/** The image as it is: image type Original. */
public record OriginalFilter() implements ImageFilter {

	/** Name of the image. */
	public static final String NAME = "original";

	@Override
	public void apply(final Volume image, final Mask mask, final BoundingBox region, final Progress progress,
		final Consumer<FilteredImage> sink)
	{
		sink.accept(new FilteredImage(NAME, image.cropped(region)));
	}
}
