package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.extract.FilterSettings;
import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureFamily;
import io.github.radiomicsnomogram.feature.FeatureRegistry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The image types and features of a dialog as sections of a parameter file. */
final class SectionText {

	private static final String LOG = "LoG", WAVELET = "Wavelet";

	private SectionText() {}

	/** YAML; "{}" if the dialog leaves both to the file. */
	static String of(final SettingsChoice choice) {
		final List<String> sections = new ArrayList<>();
		if (!choice.imageTypes().isBlank()) sections.add("imageType: " + imageTypes(choice));
		else requireEmpty(choice);
		if (!choice.features().isBlank()) sections.add("featureClass: " + features(choice.features()));
		return "{" + String.join(", ", sections) + "}";
	}

	/** Splits at commas, semicolons and spaces. */
	static List<String> words(final String text) {
		return Arrays.stream(text.strip().split("[,;\\s]+")).filter(w -> !w.isEmpty()).toList();
	}

	private static void requireEmpty(final SettingsChoice choice) {
		require(choice.sigma().isBlank(), SettingsChoice.SIGMA, LOG);
		require(choice.wavelet().isBlank(), SettingsChoice.WAVELET, WAVELET);
	}

	private static void require(final boolean holds, final String key, final String type) {
		if (!holds) throw new InputException("'" + key + "' is given, but " + SettingsChoice.IMAGE_TYPES + " doesn't name " +
			type + ". Add it there, or leave '" + key + "' empty.");
	}

	private static String imageTypes(final SettingsChoice choice) {
		final List<String> types = words(choice.imageTypes()).stream().map(SectionText::imageType).distinct().toList();
		require(types.contains(LOG) || choice.sigma().isBlank(), SettingsChoice.SIGMA, LOG);
		require(types.contains(WAVELET) || choice.wavelet().isBlank(), SettingsChoice.WAVELET, WAVELET);
		return types.stream().map(type -> type + ": {" + own(type, choice) + "}").collect(Collectors.joining(", ", "{", "}"));
	}

	private static String imageType(final String word) {
		return FilterSettings.names().stream().filter(name -> name.equalsIgnoreCase(word)).findFirst().orElseThrow(
			() -> new InputException("There is no image type '" + word + "' (" + SettingsChoice.IMAGE_TYPES +
				"). Image types are: " + String.join(", ", FilterSettings.names()) + "."));
	}

	private static String own(final String type, final SettingsChoice choice) {
		if (type.equals(LOG)) return "sigma: " + sigma(choice.sigma());
		return type.equals(WAVELET) && !choice.wavelet().isBlank() ? "wavelet: '" + choice.wavelet().trim().replace("'", "''") +
			"'" : "";
	}

	private static List<String> sigma(final String text) {
		final List<String> sigma = words(text);
		if (sigma.isEmpty()) throw new InputException("Image type LoG needs " + SettingsChoice.SIGMA +
			": one or more numbers in mm, for example 1,3,5.");
		for (final String word : sigma)
			if (!word.matches("\\d*\\.?\\d+|\\d+\\.")) throw new InputException("'" + word + "' (" + SettingsChoice.SIGMA +
				") is no number of mm. Write, for example, 1,3,5.");
		return sigma;
	}

	private static String features(final String text) {
		final Map<String, List<String>> classes = new LinkedHashMap<>();
		for (final String word : words(text)) {
			if (word.equalsIgnoreCase("all")) return "{}";
			final int end = word.indexOf('_');
			final FeatureFamily family = family(end < 0 ? word : word.substring(0, end));
			final List<String> chosen = classes.computeIfAbsent(family.id(), id -> new ArrayList<>());
			if (end >= 0) chosen.add(feature(family, word.substring(end + 1)));
			else family.features().stream().filter(f -> !f.deprecated()).map(Feature::name).forEach(chosen::add);
		}
		return classes.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue().stream().distinct().map(f -> "'" + f +
			"'").toList()).collect(Collectors.joining(", ", "{", "}"));
	}

	private static FeatureFamily family(final String word) {
		final List<FeatureFamily> families = FeatureRegistry.WITH_SHAPE_2D.families();
		return families.stream().filter(f -> f.id().equalsIgnoreCase(word)).findFirst().orElseThrow(
			() -> new InputException("There is no feature class '" + word + "' (" + SettingsChoice.FEATURES +
				"). Classes are: " + String.join(", ", families.stream().map(FeatureFamily::id).toList()) +
				"; a single feature is written glcm_Correlation. See Plugins > Radiomics > Feature Guide."));
	}

	private static String feature(final FeatureFamily family, final String word) {
		return family.features().stream().map(Feature::name).filter(n -> n.equalsIgnoreCase(word)).findFirst().orElseThrow(
			() -> new InputException("Feature class '" + family.id() + "' has no feature '" + word + "' (" +
				SettingsChoice.FEATURES + "). Features are: " + String.join(", ", family.features().stream().map(Feature::name)
					.toList()) + "."));
	}
}
