package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.extract.ExtractionSettings;
import io.github.radiomicsnomogram.extract.ParameterFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.Option;

/** A parameter file and changes to it, as options. */
final class SettingsOptions {

	@Option(names = { "-p", "--param" }, paramLabel = "FILE", description = {
		"PyRadiomics parameter file, YAML or JSON (default: binWidth 25, original image, all features)." })
	private Path param;

	@Option(names = { "-s", "--setting" }, paramLabel = "KEY:VALUE", description = {
		"A setting that wins over the parameter file, \"binWidth:10\" or \"distances:1,2\"; may be repeated." })
	private List<String> changes;

	/** The settings; what they ask for without effect is told. */
	ExtractionSettings read(final Verb verb) {
		final List<String> overrides = changes == null ? List.of() : changes;
		final ParameterFile file = param == null ? ParameterFile.of(overrides) : ParameterFile.read(param, overrides);
		file.warnings().forEach(verb::warn);
		return file.settings();
	}

	/** All that settings are made from, to tell whether they have changed. */
	String text() {
		try {
			return (param == null ? "" : Files.readString(param)) + "\n" + changes;
		}
		catch (final IOException e) {
			throw new InputException("Parameter file '" + param + "' can't be read: " + e.getMessage(), e);
		}
	}
}
