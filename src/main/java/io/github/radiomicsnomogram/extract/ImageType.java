package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.filter.FilteredImage;
import io.github.radiomicsnomogram.filter.ImageFilter;
import io.github.radiomicsnomogram.filter.OriginalFilter;
import io.github.radiomicsnomogram.texture.TextureSettings;

import java.util.Map;

/**
 * One of PyRadiomics' image types: how its images are made and how their features are computed.
 *
 * @param name PyRadiomics' name, "LoG"
 * @param filter makes the images
 * @param features how features of these images are computed
 * @param renamed for images that are to have another name than the filter gives them: that name by the filter's;
 *          PyRadiomics calls the image of sigma 1 "log-sigma-1-mm-3D", that of sigma 1.0 "log-sigma-1-0-mm-3D"
 */
public record ImageType(String name, ImageFilter filter, FeatureSettings features, Map<String, String> renamed) {

	public ImageType {
		renamed = Map.copyOf(renamed);
	}

	/** An image type whose images keep their names. */
	public static ImageType of(final ImageFilter filter, final FeatureSettings features) {
		return new ImageType(FilterSettings.nameOf(filter), filter, features, Map.of());
	}

	/** The image as it is. */
	public static ImageType original(final FeatureSettings features) {
		return of(new OriginalFilter(), features);
	}

	/** First part of the columns of an image: "log-sigma-1-mm-3D". */
	public String imageName(final FilteredImage image) {
		return renamed.getOrDefault(image.name(), image.name());
	}

	/** The same with other settings for its features. */
	public ImageType withFeatures(final FeatureSettings other) {
		return new ImageType(name, filter, other, renamed);
	}

	/** The same with other settings of the matrices, whose slices (force2D) some filters follow too. */
	ImageType withTexture(final TextureSettings other) {
		return new ImageType(name, FilterSettings.sliced(filter, other), features.withTexture(other), renamed);
	}
}
