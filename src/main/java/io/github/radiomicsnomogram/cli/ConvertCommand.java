package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.fiji.RoiFiles;
import io.github.radiomicsnomogram.fiji.RoiMask;
import io.github.radiomicsnomogram.fiji.TiffFormat;
import io.github.radiomicsnomogram.io.AtomicFiles;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.io.NiftiFormat;
import io.github.radiomicsnomogram.io.NiftiWriter;
import io.github.radiomicsnomogram.io.NrrdFormat;
import io.github.radiomicsnomogram.io.NrrdWriter;
import io.github.radiomicsnomogram.io.dicom.DicomFormat;
import io.github.radiomicsnomogram.io.dicom.DicomMask;
import io.github.radiomicsnomogram.io.dicom.DicomRois;
import io.github.radiomicsnomogram.io.dicom.SeriesChoice;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** An image, or a ROI on its grid, exactly as it was read. */
@Command(name = "convert", description = {
	"Write an image exactly as it was read, or with --roi the mask of a ROI on the image's grid, as NRRD or NIfTI." })
final class ConvertCommand extends Verb {

	@Option(names = "--image", required = true, paramLabel = "FILE", description = {
		"The image: a folder with DICOM series, or a NIfTI, NRRD or calibrated TIFF file." })
	private Path image;

	@Option(names = "--series", paramLabel = "N", description = {
		"Which series of a DICOM folder: its number, UID or description (default: the only one)." })
	private String series;

	@Option(names = "--suv", description = "Convert a DICOM PET series to SUV by body weight, in g/ml.")
	private boolean suv;

	@Option(names = "--roi", paramLabel = "FILE", description = {
		"Write this ROI instead: a DICOM RTSTRUCT or SEG, or ImageJ's .roi or .zip." })
	private Path roi;

	@Mixin
	private DicomRoiOptions dicom;

	@Option(names = { "-o", "--out" }, required = true, paramLabel = "FILE", description = "File to write: .nrrd, .nii or .nii.gz.")
	private Path out;

	@Override
	void execute() {
		dicom.check(this, false);
		final String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
		final boolean nifti = name.endsWith(".nii") || name.endsWith(".nii.gz");
		if (!nifti && !name.endsWith(".nrrd")) throw usage(
			"--out must end in .nrrd, .nii or .nii.gz, the formats that can be written, not '" + out + "'.");
		AtomicFiles.requireWritable(out);
		final SeriesChoice choice = series == null ? SeriesChoice.ONLY : SeriesChoice.parse(series);
		final Volume volume = suv ? new DicomFormat(choice).readSuv(image, Progress.NONE) : read(choice);
		volume.info().warnings().forEach(this::warn);
		if (roi == null && nifti) NiftiWriter.write(volume, out);
		else if (roi == null) NrrdWriter.write(volume, out);
		else if (nifti) NiftiWriter.write(mask(volume), out);
		else NrrdWriter.write(mask(volume), out);
	}

	private Volume read(final SeriesChoice choice) {
		final ImageFiles files = new ImageFiles(List.of(new NrrdFormat(), new NiftiFormat(), new TiffFormat(),
			new DicomFormat(choice)));
		if (series != null && !files.isDicom(image)) throw new InputException("'" + image +
			"' holds no DICOM series, so --series means nothing for it. Leave it out.");
		return files.read(image, Progress.NONE);
	}

	private Mask mask(final Volume volume) {
		if (DicomRois.accepts(roi)) {
			final DicomMask read = dicom.mask(roi, dicom.choice(), volume, Progress.NONE);
			read.warnings().forEach(this::warn);
			return read.mask();
		}
		dicom.requireNone(roi);
		final RoiMask drawn = RoiFiles.readMask(roi, volume);
		drawn.warnings().forEach(this::warn);
		return drawn.mask();
	}
}
