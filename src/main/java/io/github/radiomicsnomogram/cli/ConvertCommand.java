package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.fiji.TiffFormat;
import io.github.radiomicsnomogram.io.AtomicFiles;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.io.dicom.DicomFormat;
import io.github.radiomicsnomogram.io.dicom.SegWriter;
import io.github.radiomicsnomogram.io.dicom.SeriesChoice;
import io.github.radiomicsnomogram.io.dicom.SeriesSource;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Reach;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** An image, or a ROI on its grid, exactly as it was read. */
@Command(name = "convert", description = {
	"Write an image exactly as it was read, or with --roi the mask of a ROI on the image's grid, as NRRD, NIfTI, MetaImage",
	"or TIFF; the mask of a ROI of a DICOM series also as DICOM segmentation (.dcm)." })
final class ConvertCommand extends Verb {

	@Option(names = "--image", required = true, paramLabel = "FILE", description = {
		"The image: a folder with DICOM series, or a NIfTI, NRRD, MetaImage or calibrated TIFF file." })
	private Path image;

	@Option(names = "--series", paramLabel = "N", description = {
		"Which series of a DICOM folder: its number, UID or description (default: the only one)." })
	private String series;

	@Option(names = "--suv", description = "Convert a DICOM PET series to SUV by body weight, in g/ml.")
	private boolean suv;

	@Option(names = "--roi", paramLabel = "FILE", description = {
		"Write this ROI instead: a DICOM RTSTRUCT or SEG, a .seg.nrrd of 3D Slicer, ImageJ's .roi or .zip, or a label image." })
	private Path roi;

	@Option(names = "--label", paramLabel = "N", description = {
		"Value of the ROI's voxels in a label image (default: 1), or its number in a DICOM SEG or RTSTRUCT." })
	private String label;

	@Mixin
	private RoiOptions which;

	@Option(names = { "-o", "--out" }, required = true, paramLabel = "FILE", description = "File to write: " +
		OutputFormat.EXTENSIONS + "; with --roi also .dcm.")
	private Path out;

	@Override
	void execute() {
		which.check(this, label != null);
		if (label != null && roi == null) throw usage("--label belongs to --roi.");
		RoiOptions.label(this, label);
		if (isSegmentation()) {
			segment(series == null ? SeriesChoice.ONLY : SeriesChoice.parse(series));
			return;
		}
		final OutputFormat format = OutputFormat.of(out).orElseThrow(() -> usage("--out must end in " +
			OutputFormat.EXTENSIONS + ", the formats that can be written, not '" + out + "'."));
		AtomicFiles.requireWritable(out);
		final SeriesChoice choice = series == null ? SeriesChoice.ONLY : SeriesChoice.parse(series);
		final Volume volume = suv ? new DicomFormat(choice).openSuv(image, reach(), Progress.NONE) : read(choice);
		volume.info().warnings().forEach(this::warn);
		(roi == null ? format.write(volume, out) : format.write(mask(volume), out)).forEach(this::warn);
	}

	private boolean isSegmentation() {
		return String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT).endsWith(".dcm");
	}

	/** A DICOM segmentation refers to the images of the series that it belongs to. */
	private void segment(final SeriesChoice choice) {
		if (roi == null) throw usage("--out " + out + " would be a DICOM segmentation: say of which ROI, --roi=FILE.");
		AtomicFiles.requireWritable(out);
		final Volume volume = read(choice);
		if (!ImageFiles.with(new TiffFormat()).isDicom(image)) throw new InputException("'" + image +
			"' is no DICOM series, which a DICOM segmentation must refer to. Write " + OutputFormat.EXTENSIONS + " instead.");
		volume.info().warnings().forEach(this::warn);
		SegWriter.write(List.of(mask(volume)), SeriesSource.find(image, choice, Progress.NONE), out);
	}

	/** A mask needs the image's grid, and nothing of its pixels. */
	private Reach reach() {
		return roi == null ? Reach.WHOLE : Reach.ROI;
	}

	private Volume read(final SeriesChoice choice) {
		if (series == null) return ImageFiles.with(new TiffFormat()).open(image, reach(), Progress.NONE);
		if (!ImageFiles.with(new TiffFormat()).isDicom(image)) throw new InputException("'" + image +
			"' holds no DICOM series, so --series means nothing for it. Leave it out.");
		return new DicomFormat(choice).open(image, reach(), Progress.NONE);
	}

	/** A ROI must lie on the image's grid: nothing is shifted, flipped or cut in silence. */
	private Mask mask(final Volume volume) {
		final Mask mask = which.mask(roi, true, RoiOptions.label(this, label), 1, volume, this::warn, Progress.NONE);
		volume.geometry().firstDifference(mask.geometry()).ifPresent(difference -> {
			throw new InputException("Image '" + volume.info().name() + "' and ROI '" + mask.name() +
				"' lie on different grids (" + difference + ").\n  image: " + volume.geometry().describe() + "\n  ROI:   " + mask
					.geometry().describe() + "\nUse the mask that was made on this image, or let it be resampled (--resample-mask).");
		});
		return Mask.of(mask.name(), volume.geometry(), mask.box(), mask.toBytes());
	}
}
