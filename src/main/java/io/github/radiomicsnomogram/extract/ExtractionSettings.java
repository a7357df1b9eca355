package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureRegistry;
import io.github.radiomicsnomogram.filter.OriginalFilter;
import io.github.radiomicsnomogram.texture.Binning;
import io.github.radiomicsnomogram.texture.TextureSettings;
import io.github.radiomicsnomogram.volume.Reach;

import java.util.List;

/**
 * How to extract: all that a PyRadiomics parameter file can say. Immutable.
 *
 * @param roi which label of which channel is the ROI, and which ROIs are refused
 * @param preprocessing what happens to image and ROI first
 * @param general how features are computed where an image type has no settings of its own; shape reads these
 * @param imageTypes images whose features are taken; columns come in this order
 * @param features what to compute of each image; columns come in this order, family by family, shape first
 * @param voxel settings of feature maps
 * @param additionalInfo whether to describe image and ROI in full, with checksums and statistics of the whole image:
 *          PyRadiomics' diagnostics columns
 * @param written words of the parameter file for the diagnostics; nothing else reads them
 */
public record ExtractionSettings(RoiSelection roi, Preprocessing preprocessing, FeatureSettings general,
	List<ImageType> imageTypes, List<Feature> features, VoxelSettings voxel, boolean additionalInfo,
	WrittenSettings written)
{

	public ExtractionSettings {
		imageTypes = List.copyOf(imageTypes);
		features = List.copyOf(features);
	}

	/**
	 * PyRadiomics' defaults: the original image, binWidth 25, label 1, no preprocessing, every feature that is not
	 * deprecated, full description.
	 */
	public static ExtractionSettings defaults() {
		return new ExtractionSettings(RoiSelection.DEFAULT, Preprocessing.NONE, FeatureSettings.DEFAULT, List.of(ImageType
			.original(FeatureSettings.DEFAULT)), FeatureRegistry.DEFAULT.features().stream().filter(f -> !f.deprecated())
				.toList(), VoxelSettings.DEFAULT, true, WrittenSettings.NONE);
	}

	/** The label of the ROI in a label image. */
	public int label() {
		return roi.label();
	}

	/** How much of an image is looked at: all of it only to normalise it, or to describe it. */
	public Reach reach() {
		if (additionalInfo || preprocessing.normalization().isPresent()) return Reach.WHOLE;
		return preprocessing.resampling().isEmpty() && isUnfiltered() ? Reach.ROI : Reach.SURROUNDINGS;
	}

	/** As {@link #reach}, if only one ROI of the image is extracted, so that one pass over it will do. */
	public Reach reachOfOne() {
		return additionalInfo && preprocessing.isNothing() && !rules().correctMask() && isUnfiltered() ? Reach.ONCE : reach();
	}

	private boolean isUnfiltered() {
		return imageTypes.stream().allMatch(type -> type.filter() instanceof OriginalFilter);
	}

	/** Which ROIs are refused. */
	public RoiRules rules() {
		return roi.rules();
	}

	/** The general bins. */
	public Binning binning() {
		return general.binning();
	}

	/** The general settings of the matrices. */
	public TextureSettings texture() {
		return general.texture();
	}

	/** The same for another label. */
	public ExtractionSettings withLabel(final int other) {
		return other == label() ? this : withRoi(roi.withLabel(other), List.of("label"));
	}

	/** The same for a ROI chosen or checked otherwise. */
	public ExtractionSettings withRoi(final RoiSelection other) {
		return withRoi(other, SettingsText.ROI_KEYS);
	}

	private ExtractionSettings withRoi(final RoiSelection other, final List<String> changed) {
		return new ExtractionSettings(other, preprocessing, general, imageTypes, features, voxel, additionalInfo, written
			.without(changed));
	}

	/** The same after other preprocessing. */
	public ExtractionSettings withPreprocessing(final Preprocessing other) {
		return new ExtractionSettings(roi, other, general, imageTypes, features, voxel, additionalInfo, written.without(
			SettingsText.PREPROCESSING_KEYS));
	}

	/** The same with other bins; image types with bins of their own keep them. */
	public ExtractionSettings withBinning(final Binning other) {
		return withGeneral(general.withBinning(other), imageTypes.stream().map(type -> type.features().binning().equals(
			binning()) ? type.withFeatures(type.features().withBinning(other)) : type).toList());
	}

	/** The same with other settings of the matrices; image types with settings of their own keep them. */
	public ExtractionSettings withTexture(final TextureSettings other) {
		return withGeneral(general.withTexture(other), imageTypes.stream().map(type -> type.features().texture().equals(
			texture()) ? type.withTexture(other) : type).toList());
	}

	/** The same with something else added for Energy, TotalEnergy and RootMeanSquared; others keep their own. */
	public ExtractionSettings withVoxelArrayShift(final double other) {
		return withGeneral(new FeatureSettings(binning(), texture(), other), imageTypes.stream().map(type -> type.features()
			.voxelArrayShift() == general.voxelArrayShift() ? type.withFeatures(new FeatureSettings(type.features().binning(),
				type.features().texture(), other)) : type).toList());
	}

	private ExtractionSettings withGeneral(final FeatureSettings other, final List<ImageType> types) {
		return new ExtractionSettings(roi, preprocessing, other, types, features, voxel, additionalInfo, written.without(
			SettingsText.FEATURE_KEYS).withoutImageTypes());
	}

	/** The same of other images. */
	public ExtractionSettings withImageTypes(final List<ImageType> other) {
		return new ExtractionSettings(roi, preprocessing, general, other, features, voxel, additionalInfo, written
			.withoutImageTypes());
	}

	/** The same with other features. */
	public ExtractionSettings withFeatures(final List<Feature> other) {
		return new ExtractionSettings(roi, preprocessing, general, imageTypes, other, voxel, additionalInfo, written);
	}

	/** The same with other settings of feature maps. */
	public ExtractionSettings withVoxel(final VoxelSettings other) {
		return new ExtractionSettings(roi, preprocessing, general, imageTypes, features, other, additionalInfo, written
			.without(SettingsText.VOXEL_KEYS));
	}

	/** The same with or without the full description of image and ROI, which reads the whole image once. */
	public ExtractionSettings withAdditionalInfo(final boolean other) {
		return new ExtractionSettings(roi, preprocessing, general, imageTypes, features, voxel, other, written.without(List
			.of("additionalInfo")));
	}
}
