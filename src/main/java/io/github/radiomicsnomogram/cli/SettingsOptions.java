package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.extract.ExtractionSettings;
import io.github.radiomicsnomogram.extract.ParameterFile;
import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureFamily;
import io.github.radiomicsnomogram.feature.FeatureRegistry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import picocli.CommandLine.Option;

/** A parameter file and changes to it, as options. */
final class SettingsOptions {

	@Option(names = { "-p", "--param" }, paramLabel = "FILE", description = {
		"PyRadiomics parameter file, YAML or JSON (default: binWidth 25, original image, all features)." })
	private Path param;

	@Option(names = { "-s", "--setting" }, paramLabel = "KEY:VALUE", description = {
		"A setting that wins over the parameter file, \"binWidth:10\" or \"distances:1,2\"; may be repeated." })
	private List<String> changes;

	@Option(names = "--features", split = ",", paramLabel = "CLASS[_NAME]", description = {
		"In place of those of the parameter file: feature classes and features, \"firstorder,glcm_Contrast\"." })
	private List<String> features;

	/** The settings; what they ask for without effect is told. */
	ExtractionSettings read(final Verb verb) {
		final List<String> overrides = changes == null ? List.of() : changes;
		final ParameterFile file = param == null ? ParameterFile.of(overrides) : ParameterFile.read(param, overrides);
		file.warnings().forEach(verb::warn);
		return features == null ? file.settings() : file.settings().withFeatures(chosen(verb));
	}

	private List<Feature> chosen(final Verb verb) {
		final FeatureRegistry registry = FeatureRegistry.WITH_SHAPE_2D;
		final List<Feature> chosen = new ArrayList<>();
		for (final String name : features) {
			final Optional<FeatureFamily> family = registry.family(name.strip());
			final Optional<Feature> feature = registry.feature(name.strip());
			if (family.isEmpty() && feature.isEmpty()) throw verb.usage("--features: there is no '" + name +
				"'. Feature classes are " + String.join(", ", registry.families().stream().map(FeatureFamily::id).toList()) +
				"; a feature is CLASS_NAME, glcm_Contrast.");
			family.ifPresent(f -> f.features().stream().filter(each -> !each.deprecated()).forEach(chosen::add));
			feature.ifPresent(chosen::add);
		}
		return chosen;
	}

	/** All that settings are made from, to tell whether they have changed. */
	String text() {
		try {
			return (param == null ? "" : Files.readString(param)) + "\n" + changes + "\n" + features;
		}
		catch (final IOException e) {
			throw new InputException("Parameter file '" + param + "' can't be read: " + e.getMessage(), e);
		}
	}
}
