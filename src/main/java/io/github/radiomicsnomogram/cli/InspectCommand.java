package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.fiji.RoiFiles;
import io.github.radiomicsnomogram.fiji.TiffFormat;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.io.NrrdFormat;
import io.github.radiomicsnomogram.io.RoiSets;
import io.github.radiomicsnomogram.io.SegNrrd;
import io.github.radiomicsnomogram.io.dicom.DicomFolder;
import io.github.radiomicsnomogram.io.dicom.DicomRois;
import io.github.radiomicsnomogram.io.dicom.DicomSeries;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a file or folder holds. */
@Command(name = "inspect", description = {
	"List the series of a DICOM folder, or the image of a file, with grid and range of values; the ROIs; and all that is odd." })
final class InspectCommand extends Verb {

	/** An image of so few whole numbers is one of labels. */
	private static final int MOST_LABELS = 32;

	@Parameters(arity = "1", paramLabel = "FILE", description = {
		"Folder with DICOM files, image or label image, DICOM RTSTRUCT or SEG, .seg.nrrd of 3D Slicer, .roi or .zip of ImageJ." })
	private Path file;

	@Option(names = "--headers-only", description = "Don't read pixels; leaves out the range of values of DICOM series.")
	private boolean headersOnly;

	@Override
	void execute() {
		final ImageFiles files = ImageFiles.with(new TiffFormat());
		if (SegNrrd.accepts(file)) {
			rois(file);
			file(new NrrdFormat().readChannel(file, 0, Progress.NONE));
		}
		else if (RoiSets.accepts(file)) rois(file);
		else if (Files.isRegularFile(file) && CaseImages.isDrawn(file)) drawn();
		else if (files.isDicom(file)) folder();
		else file(files.read(file, Progress.NONE));
	}

	private void file(final Volume volume) {
		out().println(volume.info().name());
		image(volume);
		volume.info().warnings().forEach(this::warn);
	}

	private void drawn() {
		out().println("ROIs of " + file.getFileName());
		RoiFiles.describe(file).forEach(roi -> out().println("  " + roi));
	}

	private void folder() {
		final DicomFolder folder = DicomFolder.scan(file, Progress.NONE);
		final List<String> problems = new ArrayList<>();
		for (final DicomSeries series : folder.series()) {
			out().println("Series " + series.describe());
			series.geometry().ifPresent(g -> out().println("  Grid: " + g.describe()));
			folder.suv(series).forEach(line -> out().println("  " + line));
			final String problem = series.problem().isEmpty() ? values(folder, series) : series.problem() + ".";
			if (!problem.isEmpty()) problems.add(problem);
			series.warnings().forEach(w -> warn("series " + series.number() + ": " + w));
		}
		folder.roiFiles().forEach(this::rois);
		folder.notes().forEach(this::warn);
		if (problems.size() == folder.series().size() && folder.roiFiles().isEmpty()) throw new InputException("'" + file +
			"' holds no DICOM image that can be read." + (problems.isEmpty() ? "" : " " + problems.get(0)));
	}

	private void image(final Volume volume) {
		out().println("  Grid: " + volume.geometry().describe());
		range(volume);
	}

	/**
	 * The range of a series. Of its pixels none are kept, so that memory doesn't grow with the series.
	 *
	 * @return what is wrong with its pixels, or ""
	 */
	private String values(final DicomFolder folder, final DicomSeries series) {
		if (headersOnly) {
			out().println("  Pixels: not read; of all that can be wrong, only damage within them doesn't show then");
			return "";
		}
		try {
			final double[] range = folder.range(series, Progress.NONE);
			told(range[0], range[1], folder.valueUnit(series));
			if (range[0] >= 0 && range[1] > 0) labels(series.slices(), folder.planes(series));
			return "";
		}
		catch (final InputException e) {
			warn("series " + series.number() + " can't be read: " + e.getMessage());
			return e.getMessage();
		}
	}

	private void range(final Volume volume) {
		double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
		for (int z = 0; z < volume.geometry().size(2); z++)
			for (final double value : VoxelArrays.slice(volume, z)) {
				low = Math.min(low, value);
				high = Math.max(high, value);
			}
		told(low, high, volume.info().valueUnit());
		if (low >= 0 && high > 0 && volume.type().isInteger()) labels((int) volume.geometry().size(2), z -> VoxelArrays.slice(volume, z));
	}

	private void told(final double low, final double high, final String unit) {
		out().println("  Values: " + low + " to " + high + (unit.isEmpty() ? "" : " " + unit));
	}

	/** Lists labels, if an image has so few values that they may be some; no more of it is read than tells that. */
	private void labels(final int slices, final IntFunction<double[]> planes) {
		final Map<Double, Long> counts = new TreeMap<>();
		for (int z = 0; z < slices; z++) {
			final double[] values = planes.apply(z);
			int from = 0;
			for (int i = 1; i <= values.length; i++)
				if (i == values.length || values[i] != values[from]) {
					if (values[from] != Math.rint(values[from])) return;
					counts.merge(values[from], (long) i - from, Long::sum);
					if (counts.size() > MOST_LABELS) return;
					from = i;
				}
		}
		out().println("  Labels: " + counts.entrySet().stream().filter(e -> e.getKey() > 0).map(e -> Long.toString(e.getKey()
			.longValue()) + " (" + e.getValue() + (e.getValue() == 1 ? " voxel)" : " voxels)")).collect(Collectors.joining(", ")));
	}

	/** A damaged file of ROIs must not hide the images beside it. */
	private void rois(final Path roiFile) {
		try {
			final DicomRois rois = RoiSets.read(roiFile);
			out().println("ROIs of " + roiFile.getFileName());
			rois.rois().forEach(r -> out().println("  " + r.describe() + (r.series().isEmpty() ? "" : ", drawn on series " + String
				.join(", ", r.series()))));
		}
		catch (final InputException e) {
			if (roiFile.equals(file)) throw e;
			warn(e.getMessage());
		}
	}
}
