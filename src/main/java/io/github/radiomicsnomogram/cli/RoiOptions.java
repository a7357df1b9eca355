package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.cohort.LabelChoice;
import io.github.radiomicsnomogram.fiji.RoiFiles;
import io.github.radiomicsnomogram.fiji.RoiMask;
import io.github.radiomicsnomogram.fiji.TiffFormat;
import io.github.radiomicsnomogram.io.ImageFiles;
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
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import picocli.CommandLine.Option;

/** Which ROI of a file with several is meant, and what becomes of one on another grid, as options. */
final class RoiOptions {

	/** What a file with ROIs is. */
	enum Kind {
			/** ROIs with numbers and names: DICOM RTSTRUCT and SEG, .seg.nrrd. */
			NAMED,
			/** ROIs of ImageJ. */
			DRAWN,
			/** A label image: ROIs with numbers. */
			LABELS
	}

	private static final int LISTED = 40;

	@Option(names = "--roi-name", paramLabel = "PATTERN", description = {
		"Which ROI of a DICOM RTSTRUCT or SEG, or segment of a .seg.nrrd: its number, its name, or a pattern with * and",
		"? (default: the only one); of a label image its number." })
	private String name;

	@Option(names = "--roi-threshold", paramLabel = "FRACTION", description = {
		"Fraction from which on a voxel of a fractional DICOM SEG is inside (default: 0.5)." })
	private Double threshold;

	@Option(names = "--resample-mask", description = {
		"Bring a mask on another grid to that of the image, by nearest neighbour, and say what that did (default: refuse",
		"it, with the first number that differs)." })
	private boolean resample;

	@Option(names = "--roi-slices", paramLabel = "ORDER", description = {
		"How ImageJ's ROIs count the slices of a DICOM series: instance, by InstanceNumber, as ImageJ itself shows them, or",
		"position, as Open DICOM Series shows them (default: as the file says, else instance, and say so where they differ)." })
	private String slices;

	/**
	 * Refuses options that don't go together.
	 *
	 * @throws picocli.CommandLine.ParameterException if the threshold is no fraction, or the name is empty
	 */
	void check(final Verb verb, final boolean labelled) {
		if (threshold != null && !(threshold > 0 && threshold <= 1)) throw verb.usage(
			"--roi-threshold must be greater than 0 and at most 1, not " + threshold + ".");
		if (slices != null && !slices.matches("instance|position")) throw verb.usage(
			"--roi-slices must be instance or position, not '" + slices + "'.");
		if (name != null && name.isBlank()) throw verb.usage("--roi-name must be a number or a name, not nothing.");
		if (name != null && labelled) throw verb.usage("Give --roi-name or --label, not both.");
	}

	/** What the results depend on, as text. */
	String text() {
		return name + "\n" + threshold + (resample ? "\nresampled" : "") + (slices == null ? "" : "\nslices by " + slices);
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

	/**
	 * What a file is, by its content; ImageJ's ROIs also by its name.
	 *
	 * @param asRois as {@link #isByName}
	 */
	Kind kind(final Path file, final boolean asRois) {
		if (isByName(file, asRois)) return Kind.NAMED;
		if (threshold != null) throw noFractions(file);
		if (!CaseImages.isDrawn(file) && (!asRois || files().accepts(file))) return Kind.LABELS;
		if (name != null) throw new InputException("'" + file + "' holds ROIs of ImageJ, all of which are one here, so " +
			"--roi-name means nothing for it. Leave it out.");
		return Kind.DRAWN;
	}

	private static ImageFiles files() {
		return ImageFiles.with(new TiffFormat());
	}

	/**
	 * A label as the user types it.
	 *
	 * @param text null for none
	 * @throws picocli.CommandLine.ParameterException if it is no label
	 */
	static OptionalInt label(final Verb verb, final String text) {
		if (text == null) return OptionalInt.empty();
		try {
			final LabelChoice choice = LabelChoice.parse(text);
			if (choice.labels().size() == 1) return OptionalInt.of(choice.labels().get(0));
		}
		catch (final IllegalArgumentException e) {
			// Said below, as several make no sense here.
		}
		throw verb.usage("--label must be one label, a whole number from 1 to " + Integer.MAX_VALUE + ", not '" + text + "'.");
	}

	/**
	 * Which label of a label image is meant.
	 *
	 * @param label that the user named
	 * @param otherwise for a user who named none
	 * @param asRois whether the file was given as ROIs; then other labels than the default are worth a word
	 * @throws InputException if a name is given, which labels don't have
	 */
	int labelOf(final LabelImage labels, final OptionalInt label, final int otherwise, final boolean asRois,
		final Consumer<String> warn)
	{
		if (label.isPresent()) return label.getAsInt();
		if (name != null && name.strip().matches("\\d{1,9}")) return Integer.parseInt(name.strip());
		if (name != null) throw new InputException("'" + labels.name() + "' is a label image, whose ROIs have numbers, no " +
			"names: " + listed(labels) + ". Choose one by its number (--roi-name N or --label N).");
		if (asRois && labels.isSeveral()) warn.accept("'" + labels.name() + "' is a label image with " + listed(labels) +
			"; label " + otherwise + " was taken. Another one is chosen by --label N.");
		return otherwise;
	}

	private static String listed(final LabelImage labels) {
		final List<Integer> all = labels.labels();
		return (all.size() == 1 ? "label " : "labels ") + all.stream().limit(LISTED).map(String::valueOf).collect(Collectors
			.joining(", ")) + (all.size() > LISTED ? " and " + (all.size() - LISTED) + " more" : "");
	}

	/**
	 * The ROI of a file.
	 *
	 * @param asRois as {@link #isByName}
	 * @param label that the user named: label of a label image, or number of a ROI
	 * @param otherwise label for a user who named none
	 */
	Mask mask(final Path file, final boolean asRois, final OptionalInt label, final int otherwise, final Volume image,
		final Consumer<String> warn, final Progress progress)
	{
		switch (kind(file, asRois)) {
			case NAMED:
				return mask(read(file), label.isPresent() ? RoiChoice.number(label.getAsInt()) : choice(), image, warn, progress);
			case LABELS:
				final LabelImage labels = new LabelImage(files().read(file, progress));
				return onGridOf(image, labels.mask(labelOf(labels, label, otherwise, asRois, warn)), warn);
			default:
				if (label.isPresent()) throw noLabels(file);
				return drawn(file, image, warn);
		}
	}

	private static InputException noFractions(final Path file) {
		return new InputException("'" + file + "' is no DICOM segmentation, so --roi-threshold means nothing for it. Leave it out.");
	}

	/** ROIs of ImageJ. */
	Mask drawn(final Path file, final Volume image, final Consumer<String> warn) {
		final RoiMask drawn = RoiFiles.readMask(file, image, "position".equals(slices));
		drawn.warnings().forEach(warn);
		return drawn.mask();
	}

	/** That a label was named for a file which has none. */
	static InputException noLabels(final Path file) {
		return new InputException("'" + file.getFileName() + "' is a ROI file, which has no labels. Leave the label out.");
	}

	/** Reads a file of ROIs. */
	DicomRois read(final Path file) {
		final DicomRois rois = RoiSets.read(file);
		if (threshold == null) return rois;
		if (rois instanceof Seg seg) return seg.withThreshold(threshold);
		throw noFractions(file);
	}

	/** A ROI of a file on the grid of an image. */
	Mask mask(final DicomRois rois, final RoiChoice which, final Volume image, final Consumer<String> warn,
		final Progress progress)
	{
		final DicomMask read = MaskResampling.read(rois, which, image, resample, progress);
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
