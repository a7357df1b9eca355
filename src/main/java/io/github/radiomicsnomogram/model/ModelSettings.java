package io.github.radiomicsnomogram.model;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.extract.ExtractionSettings;
import io.github.radiomicsnomogram.extract.ImageType;
import io.github.radiomicsnomogram.extract.ParameterFile;
import io.github.radiomicsnomogram.extract.VoxelSettings;
import io.github.radiomicsnomogram.extract.WrittenSettings;
import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureRegistry;
import io.github.radiomicsnomogram.filter.LogFilter;
import io.github.radiomicsnomogram.texture.Binning;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The extraction of a model file: {@code binWidth} or {@code binCount} alone for the original image, or under
 * {@code parameters} all that a PyRadiomics parameter file may say (setting, imageType). The features are those of the
 * signature's columns, each of which must be one that these settings give.
 */
final class ModelSettings {

	/** Key of PyRadiomics' parameters. */
	static final String PARAMETERS = "parameters";

	private static final String ORIGINAL = "original", SHAPE = "shape";

	private final ExtractionSettings settings;
	private final Set<Feature> features = new LinkedHashSet<>();

	private ModelSettings(final ExtractionSettings settings) {
		this.settings = settings;
	}

	static ModelSettings read(final Section s) {
		if (s.has(PARAMETERS)) return new ModelSettings(parameters(s));
		if (s.has("binWidth") == s.has("binCount")) throw s.wrong("binWidth", "or binCount must be there, one of them, or " +
			PARAMETERS + " with all that a PyRadiomics parameter file says");
		final Binning binning = s.has("binWidth") ? new Binning.FixedWidth(s.positive("binWidth")) : new Binning.FixedCount(
			(int) s.number("binCount", v -> v >= 1 && v == Math.rint(v) && v <= Integer.MAX_VALUE,
				"a whole number from 1 up"));
		return new ModelSettings(ExtractionSettings.defaults().withBinning(binning).withAdditionalInfo(false));
	}

	private static ExtractionSettings parameters(final Section s) {
		if (s.has("binWidth") || s.has("binCount")) throw s.wrong(PARAMETERS,
			"holds all settings: put binWidth or binCount into its section setting");
		final ExtractionSettings read = ParameterFile.parse(s.file(), s.node(PARAMETERS)).settings();
		return new ExtractionSettings(read.roi(), read.preprocessing(), read.general(), read.imageTypes(), read.features(),
			VoxelSettings.DEFAULT, false, WrittenSettings.NONE);
	}

	/** Takes in the feature of a column. */
	void add(final Section s, final String column) {
		final int end = Math.max(column.indexOf('_'), 0);
		final String image = column.substring(0, end), id = column.substring(end + 1);
		final Feature feature = FeatureRegistry.WITH_SHAPE_2D.feature(id).orElseThrow(() -> unknown(s, column, image));
		final boolean made = feature.family().startsWith(SHAPE) ? image.equals(ORIGINAL) : settings.imageTypes().stream()
			.anyMatch(type -> makes(type, image));
		if (!made) throw s.wrong("column", "is " + column + ", but the extraction makes no image '" + image +
			"' for it. Its image types: " + String.join(", ", settings.imageTypes().stream().map(ImageType::name).toList()) +
			"; others go under extraction." + PARAMETERS + ".imageType");
		features.add(feature);
	}

	private static InputException unknown(final Section s, final String column, final String image) {
		final String family = column.substring(0, column.lastIndexOf('_') + 1);
		final List<String> near = FeatureRegistry.WITH_SHAPE_2D.features().stream().map(f -> f.column(image)).filter(c -> c
			.startsWith(family) && !family.equals(image + "_")).toList();
		return s.wrong("column", "is " + column + ", which is no feature; " + (near.isEmpty()
			? "a column reads original_FAMILY_NAME, for example original_glcm_Correlation, or has another image in place of it"
			: "features of its family: " + String.join(", ", near)));
	}

	/** Whether an image type may make an image of that name; whether a wavelet has that level shows in the extraction. */
	private static boolean makes(final ImageType type, final String image) {
		if (type.filter() instanceof LogFilter log) return log.sigma().stream().map(LogFilter::name).anyMatch(image::equals);
		return image.matches(switch (type.name()) {
			case "Wavelet" -> "wavelet[0-9]*-[LH]{2,3}";
			case "LBP2D" -> "lbp-2D";
			case "LBP3D" -> "lbp-3D-(m[0-9]+|k)";
			default -> type.name().toLowerCase(Locale.ROOT);
		});
	}

	/** The settings, with the features that were added. */
	ExtractionSettings settings() {
		return settings.withFeatures(List.copyOf(features));
	}

	/** Whether settings are PyRadiomics' defaults but for the bins, so that these say it all. */
	static boolean hasOnlyBins(final ExtractionSettings s) {
		final ExtractionSettings plain = ExtractionSettings.defaults().withBinning(s.binning());
		return s.roi().equals(plain.roi()) && s.preprocessing().equals(plain.preprocessing()) && s.general().equals(plain
			.general()) && s.imageTypes().equals(plain.imageTypes());
	}
}
