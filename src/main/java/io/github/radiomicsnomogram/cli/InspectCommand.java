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
import io.github.radiomicsnomogram.io.dicom.SeriesChoice;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a file or folder holds. */
@Command(name = "inspect", description = {
	"List the series of a DICOM folder, or the image of a file, with grid and range of values; the ROIs; and all that is odd." })
final class InspectCommand extends Verb {

	/** An image of so few whole numbers is one of labels. */
	private static final int MOST_LABELS = 33;

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
		final List<DicomSeries> all = folder.series();
		for (final DicomSeries series : all) {
			out().println("Series " + series.describe());
			series.geometry().ifPresent(g -> out().println("  Grid: " + g.describe()));
			folder.suv(series).forEach(line -> out().println("  " + line));
			final boolean unique = all.stream().filter(s -> s.uid().equals(series.uid())).count() == 1;
			if (!headersOnly && series.problem().isEmpty() && unique) range(folder.read(SeriesChoice.uid(series.uid()),
				Progress.NONE));
			series.warnings().forEach(w -> warn("series " + series.number() + ": " + w));
		}
		folder.roiFiles().forEach(this::rois);
		folder.notes().forEach(this::warn);
		if (all.stream().allMatch(s -> !s.problem().isEmpty()) && folder.roiFiles().isEmpty()) throw new InputException("'" +
			file + "' holds no DICOM image that can be read." + (all.isEmpty() ? "" : " " + all.get(0).problem() + "."));
	}

	private void image(final Volume volume) {
		out().println("  Grid: " + volume.geometry().describe());
		range(volume);
	}

	private void range(final Volume volume) {
		double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY, last = Double.NaN;
		long run = 0;
		final Map<Double, Long> counts = new TreeMap<>();
		for (final RealType<?> v : Views.flatIterable(volume.voxels())) {
			final double value = v.getRealDouble();
			low = Math.min(low, value);
			high = Math.max(high, value);
			if (value != last && counts.size() <= MOST_LABELS) {
				counts.merge(last, run, Long::sum);
				run = 0;
				last = value;
			}
			run++;
		}
		out().println("  Values: " + low + " to " + high + (volume.info().valueUnit().isEmpty() ? "" : " " + volume.info()
			.valueUnit()));
		counts.merge(last, run, Long::sum);
		if (low >= 0 && high > 0 && volume.type().isInteger() && counts.size() <= MOST_LABELS) labels(counts);
	}

	private void labels(final Map<Double, Long> counts) {
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
