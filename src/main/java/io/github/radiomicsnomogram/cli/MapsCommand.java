package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.cohort.Case;
import io.github.radiomicsnomogram.cohort.ResultRow;
import io.github.radiomicsnomogram.extract.ExtractionSettings;
import io.github.radiomicsnomogram.extract.VoxelSettings;
import io.github.radiomicsnomogram.io.AtomicFiles;

import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Feature maps of ROIs as PyRadiomics writes them. */
@Command(name = "maps", description = { "Compute maps of PyRadiomics' features, one value for the neighbourhood of each" +
	" voxel of a ROI, or of the ROIs of a table of cases, and write them as pyradiomics --mode voxel does:",
	"Case-1_original_glcm_Contrast.nrrd, ..., and maps.json, which lists them." })
final class MapsCommand extends Verb {

	@Mixin
	private CaseInputs inputs;

	@Mixin
	private SettingsOptions settings;

	@Option(names = "--kernel-radius", paramLabel = "N", description = {
		"Voxels from a neighbourhood's centre to its border (default: that of the parameter file, or 1)." })
	private Integer radius;

	@Mixin
	private TableOptions table;

	@Mixin
	private CaseBatch batch;

	@Option(names = { "-o", "--out" }, required = true, paramLabel = "FOLDER", description = {
		"Folder for the maps and their list; made if it is missing." })
	private Path out;

	@Override
	void execute() {
		inputs.check(this);
		table.check(this);
		batch.check(this, !inputs.isSingle());
		if (radius != null && radius < 1) throw usage("--kernel-radius must be 1 or more, not " + radius + ".");
		final List<Case> cases = inputs.cases(this);
		final ExtractionSettings chosen = chosen();
		if (inputs.isValidated(this, cases)) return;
		AtomicFiles.folder(out);
		final MapsWork work = new MapsWork(inputs.images(this, chosen.reach()), chosen, out);
		if (inputs.isSingle()) write(CaseBatch.one(cases.get(0), work));
		else {
			// The maps' names hold the number of the case.
			final String all = "maps\n" + radius + "\n" + out + "\n" + settings.text() + inputs.roiText();
			batch.run(this, CaseBatch.Plan.of(cases, c -> c.number() + all, CaseBatch.partial(list())), work, this::write);
		}
	}

	private ExtractionSettings chosen() {
		final ExtractionSettings read = settings.read(this);
		final VoxelSettings voxel = read.voxel();
		return radius == null ? read : read.withVoxel(new VoxelSettings(radius, voxel.maskedKernel(), voxel.initValue(), voxel
			.voxelBatch()));
	}

	private Path list() {
		return out.resolve(table.named("maps"));
	}

	private void write(final Iterable<ResultRow> rows) {
		table.write(this, rows, inputs.start(), list());
	}
}
