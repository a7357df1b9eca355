package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.fiji.TiffFormat;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.survival.Agreement;
import io.github.radiomicsnomogram.survival.report.NamedNumbers;
import io.github.radiomicsnomogram.survival.report.Report;
import io.github.radiomicsnomogram.volume.Mask;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Overlap of two contours. */
@Command(name = "dice", description = "Dice's coefficient of two contours on the same grid.")
final class StatsDice extends StatsReportVerb {

	@Option(names = "--first", required = true, paramLabel = "MASK", description = {
		"One contour: a label image as NIfTI, NRRD or TIFF." })
	private Path first;

	@Option(names = "--second", required = true, paramLabel = "MASK", description = "The other contour.")
	private Path second;

	@Option(names = "--label", paramLabel = "N", defaultValue = "1", description = "Value of the voxels (default: 1).")
	private int label;

	@Override
	Report report() {
		final ImageFiles files = ImageFiles.with(new TiffFormat());
		final Mask a = files.readMask(first, label, Progress.NONE), b = files.readMask(second, label, Progress.NONE);
		final Map<String, Double> values = new LinkedHashMap<>();
		values.put("dice", Agreement.dice(a, b));
		values.put("voxels_first", (double) a.voxelCount());
		values.put("voxels_second", (double) b.voxelCount());
		return new NamedNumbers("Dice's coefficient", values);
	}
}
