package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.dicom.DicomMask;
import io.github.radiomicsnomogram.io.dicom.DicomRois;
import io.github.radiomicsnomogram.io.dicom.RoiChoice;
import io.github.radiomicsnomogram.io.dicom.Seg;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.file.Path;

import picocli.CommandLine.Option;

/** Which ROI of a DICOM structure set or segmentation is meant, as options. */
final class DicomRoiOptions {

	@Option(names = "--roi-name", paramLabel = "PATTERN", description = {
		"Which ROI of a DICOM RTSTRUCT or SEG: its number, its name, or a pattern with * and ? (default: the only one)." })
	private String name;

	@Option(names = "--roi-threshold", paramLabel = "FRACTION", description = {
		"Fraction from which on a voxel of a fractional DICOM SEG is inside (default: 0.5)." })
	private Double threshold;

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
		return name + "\n" + threshold;
	}

	/** The one that is named, or else the only one. */
	RoiChoice choice() {
		return name == null ? RoiChoice.ONLY : RoiChoice.parse(name);
	}

	/** Refuses a file that has no names to choose by. */
	void requireNone(final Path file) {
		if (name != null || threshold != null) throw new InputException("'" + file + "' is no DICOM structure set or " +
			"segmentation, so --roi-name and --roi-threshold mean nothing for it. Leave them out.");
	}

	/** Reads a file of ROIs. */
	DicomRois read(final Path file) {
		final DicomRois rois = DicomRois.read(file);
		return threshold != null && rois instanceof Seg seg ? seg.withThreshold(threshold) : rois;
	}

	/** Reads a ROI. */
	DicomMask mask(final Path file, final RoiChoice choice, final Volume image, final Progress progress) {
		return read(file).mask(choice, image, progress);
	}
}
