package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.RoiSets;
import io.github.radiomicsnomogram.io.SegNrrd;
import io.github.radiomicsnomogram.io.dicom.DicomMask;
import io.github.radiomicsnomogram.io.dicom.DicomRois;
import io.github.radiomicsnomogram.io.dicom.RoiChoice;
import io.github.radiomicsnomogram.io.dicom.Seg;
import io.github.radiomicsnomogram.preprocess.MaskResampling;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.file.Path;
import java.util.function.Consumer;

import picocli.CommandLine.Option;

/** Which ROI of a file with several is meant, and what becomes of one on another grid, as options. */
final class RoiOptions {

	@Option(names = "--roi-name", paramLabel = "PATTERN", description = {
		"Which ROI of a DICOM RTSTRUCT or SEG, or segment of a .seg.nrrd: its number, its name, or a pattern with * and",
		"? (default: the only one)." })
	private String name;

	@Option(names = "--roi-threshold", paramLabel = "FRACTION", description = {
		"Fraction from which on a voxel of a fractional DICOM SEG is inside (default: 0.5)." })
	private Double threshold;

	@Option(names = "--resample-mask", description = {
		"Bring a mask on another grid to that of the image, by nearest neighbour, and say what that did (default: refuse",
		"it, with the first number that differs)." })
	private boolean resample;

	/**
	 * Refuses options that don't go together.
	 *
	 * @throws picocli.CommandLine.ParameterException if the threshold is no fraction, or the name is empty
	 */
	void check(final Verb verb, final boolean labelled) {
		if (threshold != null && !(threshold > 0 && threshold <= 1)) throw verb.usage(
			"--roi-threshold must be greater than 0 and at most 1, not " + threshold + ".");
		if (name != null && name.isBlank()) throw verb.usage("--roi-name must be a number or a name, not nothing.");
		if (name != null && labelled) throw verb.usage("Give --roi-name or --label, not both.");
	}

	/** What the results depend on, as text. */
	String text() {
		return name + "\n" + threshold + (resample ? "\nresampled" : "");
	}

	/** The one that is named, or else the only one. */
	RoiChoice choice() {
		return name == null ? RoiChoice.ONLY : RoiChoice.parse(name);
	}

	/**
	 * Whether a file's ROIs are chosen by name. A .seg.nrrd is also a label image, as which PyRadiomics reads it, so
	 * that it must have been given as ROIs, or a ROI be named.
	 *
	 * @param asRois whether it was given as a file of ROIs, not as a mask
	 */
	boolean isByName(final Path file, final boolean asRois) {
		return RoiSets.accepts(file) && (asRois || name != null || !SegNrrd.accepts(file));
	}

	/** Refuses a file that has no names to choose by. */
	void requireNone(final Path file) {
		if (name != null || threshold != null) throw new InputException("'" + file + "' is no DICOM structure set or " +
			"segmentation, and no .seg.nrrd with segments, so --roi-name and --roi-threshold mean nothing for it. Leave them out.");
	}

	/** Reads a file of ROIs. */
	DicomRois read(final Path file) {
		final DicomRois rois = RoiSets.read(file);
		return threshold != null && rois instanceof Seg seg ? seg.withThreshold(threshold) : rois;
	}

	/** A ROI of a file on the grid of an image. */
	Mask mask(final DicomRois rois, final RoiChoice which, final Volume image, final Consumer<String> warn,
		final Progress progress)
	{
		if (resample && rois instanceof SegNrrd segments) return onGridOf(image, segments.own(which, progress), warn);
		final DicomMask read = rois.mask(which, image, progress);
		read.warnings().forEach(warn);
		return read.mask();
	}

	/** A mask as it is, or where that is wanted on the image's grid. */
	Mask onGridOf(final Volume image, final Mask mask, final Consumer<String> warn) {
		if (!resample) return mask;
		final MaskResampling resampled = MaskResampling.onto(image, mask);
		resampled.report().forEach(warn);
		return resampled.mask();
	}
}
