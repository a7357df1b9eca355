package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.filter.ImageFilter;
import io.github.radiomicsnomogram.filter.OriginalFilter;
import io.github.radiomicsnomogram.texture.TextureSettings;

/**
 * One of PyRadiomics' image types: how its images are made and how their features are computed.
 *
 * @param name PyRadiomics' name, "LoG"
 * @param filter makes the images
 * @param features how features of these images are computed
 */
public record ImageType(String name, ImageFilter filter, FeatureSettings features) {

	/** The image type of a filter. */
	public static ImageType of(final ImageFilter filter, final FeatureSettings features) {
		return new ImageType(FilterSettings.nameOf(filter), filter, features);
	}

	/** The image as it is. */
	public static ImageType original(final FeatureSettings features) {
		return of(new OriginalFilter(), features);
	}

	/** The same with other settings for its features. */
	public ImageType withFeatures(final FeatureSettings other) {
		return new ImageType(name, filter, other);
	}

	/** The same with other settings of the matrices, whose slices (force2D) some filters follow too. */
	ImageType withTexture(final TextureSettings other) {
		return new ImageType(name, FilterSettings.sliced(filter, other), features.withTexture(other));
	}
}
