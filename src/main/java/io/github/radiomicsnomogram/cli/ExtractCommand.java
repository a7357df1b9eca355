package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.cohort.Case;
import io.github.radiomicsnomogram.cohort.ResultRow;
import io.github.radiomicsnomogram.extract.ExtractionSettings;
import io.github.radiomicsnomogram.io.AtomicFiles;
import io.github.radiomicsnomogram.volume.Reach;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import net.imglib2.parallel.Parallelization;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Features of ROIs as PyRadiomics writes them. */
@Command(name = "extract", description = {
	"Compute PyRadiomics' features of a ROI, or of a table of cases, and write them as pyradiomics does: one row for each ROI." })
final class ExtractCommand extends Verb {

	@Mixin
	private CaseInputs inputs;

	@Mixin
	private SettingsOptions settings;

	@Mixin
	private TableOptions table;

	@Mixin
	private CaseBatch batch;

	@Option(names = { "-o", "--out" }, paramLabel = "FILE", description = {
		"File to write; it appears when all is done (default: standard output)." })
	private Path out;

	@Override
	void execute() {
		inputs.check(this);
		table.check(this);
		batch.check(this, out != null && !inputs.isSingle());
		if (out != null) AtomicFiles.requireWritable(out);
		final List<Case> cases = inputs.cases(this);
		final ExtractionSettings chosen = settings.read(this);
		final ExtractWork work = new ExtractWork(inputs.images(this, reach(chosen)), chosen);
		if (inputs.isValidated(this, cases)) return;
		if (inputs.isSingle()) write(CaseBatch.one(cases.get(0), work));
		else {
			final String all = "extract\n" + settings.text() + inputs.roiText();
			batch.run(this, CaseBatch.Plan.of(cases, c -> all, CaseBatch.partial(out)), work, this::write);
		}
	}

	/** With several threads one computes checksums while others work already, for which the image stays in memory. */
	private Reach reach(final ExtractionSettings chosen) {
		return inputs.isSingle() && Parallelization.getTaskExecutor().getParallelism() == 1 ? chosen.reachOfOne() : chosen
			.reach();
	}

	private void write(final Iterable<ResultRow> rows) {
		if (out == null) table.print(this, rows, inputs.start());
		else table.write(this, rows, inputs.start(), out);
	}

	/** The columns that PyRadiomics' command line puts first. */
	static Map<String, String> identification(final Inputs inputs) {
		final Map<String, String> columns = new LinkedHashMap<>();
		columns.put("Image", inputs.image().toAbsolutePath().normalize().toString());
		columns.put("Mask", inputs.region().toAbsolutePath().normalize().toString());
		return columns;
	}
}
