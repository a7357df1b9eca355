package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.extract.Extraction;
import io.github.radiomicsnomogram.extract.ExtractionSettings;
import io.github.radiomicsnomogram.extract.Extractor;
import io.github.radiomicsnomogram.extract.FeatureCsv;
import io.github.radiomicsnomogram.extract.ParameterFile;
import io.github.radiomicsnomogram.io.AtomicFiles;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Features of a ROI as PyRadiomics' wide CSV. */
@Command(name = "extract", description = {
	"Compute PyRadiomics' features of a ROI and write its wide CSV: a row of names, a row of values." })
final class ExtractCommand extends Verb {

	@Mixin
	private Inputs inputs;

	@Option(names = "--param", paramLabel = "YAML", description = {
		"PyRadiomics parameter file (default: binWidth 25, all features)." })
	private Path param;

	@Option(names = "--out", required = true, paramLabel = "FILE", description = "CSV file to write.")
	private Path out;

	@Override
	void execute() {
		inputs.check(this);
		AtomicFiles.requireWritable(out);
		final ExtractionSettings settings = settings();
		final Inputs.Loaded loaded = inputs.load(settings.label(), Progress.NONE);
		loaded.volume().info().warnings().forEach(this::warn);
		final Extraction extraction = new Extractor().extract(loaded.volume(), loaded.mask(), settings, Progress.NONE);
		AtomicFiles.writeText(out, FeatureCsv.table(identification(inputs), extraction, settings.additionalInfo()));
	}

	private ExtractionSettings settings() {
		ExtractionSettings settings = ExtractionSettings.defaults();
		if (param != null) {
			final ParameterFile file = ParameterFile.read(param);
			file.warnings().forEach(this::warn);
			settings = file.settings();
		}
		return settings.withLabel(inputs.labelOr(settings.label()));
	}

	/** The columns that PyRadiomics' command line puts first. */
	static Map<String, String> identification(final Inputs inputs) {
		final Map<String, String> columns = new LinkedHashMap<>();
		columns.put("Image", inputs.image().toAbsolutePath().normalize().toString());
		columns.put("Mask", inputs.region().toAbsolutePath().normalize().toString());
		return columns;
	}
}
