package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Reach;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The image and the ROI, as options. */
final class Inputs {

	@Option(names = "--image", required = true, paramLabel = "FILE", description = {
		"The CT: a folder with a DICOM series, or a NIfTI, NRRD, MetaImage or calibrated TIFF file." })
	private Path image;

	@Option(names = "--mask", paramLabel = "FILE", description = {
		"The ROI as a label image on the same grid, in any of these formats, or a DICOM SEG or RTSTRUCT." })
	private Path mask;

	@Option(names = "--label", paramLabel = "N", description = {
		"Value of the ROI's voxels in the mask (default: 1), or its number in a DICOM SEG or RTSTRUCT." })
	private String label;

	@Option(names = "--roi", paramLabel = "FILE", description = {
		"In place of --mask: the ROI as drawn in ImageJ, a .roi file, or a .zip of them with one for each slice;",
		"or a DICOM RTSTRUCT or SEG, a .seg.nrrd of 3D Slicer, or a label image." })
	private Path roi;

	@Mixin
	private RoiOptions which;

	@Mixin
	private ImageOptions images;

	/** The label, as {@link #check} found it. */
	private OptionalInt number = OptionalInt.empty();

	/**
	 * Image and ROI, read.
	 *
	 * @param volume image, with what its reader and the ROI's reader noticed
	 * @param mask ROI
	 */
	record Loaded(Volume volume, Mask mask) {}

	/**
	 * Refuses options that don't go together.
	 *
	 * @throws picocli.CommandLine.ParameterException if there is not exactly one ROI
	 */
	void check(final Verb verb) {
		if (mask == null && roi == null) throw verb.usage("Say where the ROI is: --mask=FILE or --roi=FILE.");
		if (mask != null && roi != null) throw verb.usage("Give --mask or --roi, not both.");
		which.check(verb, label != null);
		images.check(verb);
		number = RoiOptions.label(verb, label);
	}

	/** The image as the user named it. */
	Path image() {
		return image;
	}

	/** Whether the image is read as DICOM, of which only the slices that are looked at are decoded. */
	boolean isDicom() {
		return images.isDicom(image);
	}

	/** The mask or ROI file as the user named it. */
	Path region() {
		return mask == null ? roi : mask;
	}

	/** The label that the user named, or else another one. */
	int labelOr(final int other) {
		return number.orElse(other);
	}

	/**
	 * Reads image and ROI.
	 *
	 * @param wanted label of the ROI, unless it is chosen otherwise
	 * @param reach how much of the image will be looked at
	 */
	Loaded load(final int wanted, final Reach reach, final Progress progress) {
		final Volume volume = images.read(image, reach, progress);
		final List<String> warnings = new ArrayList<>();
		return with(volume, which.mask(region(), roi != null, number, wanted, volume, warnings::add, progress), warnings);
	}

	private static Loaded with(final Volume volume, final Mask mask, final List<String> warnings) {
		ImageInfo info = volume.info();
		for (final String warning : warnings)
			info = info.withWarning(warning);
		return new Loaded(new Volume(volume.voxels(), volume.geometry(), volume.type(), info), mask);
	}
}
