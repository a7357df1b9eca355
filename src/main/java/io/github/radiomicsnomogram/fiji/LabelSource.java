package io.github.radiomicsnomogram.fiji;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.preprocess.MaskResampling;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The label image that a user names: an open image, or a file. A file is read as ImageJ opens it, whose axes then run as
 * those of the image do; on an image that knows its place in the patient, files that tell theirs (NRRD, NIfTI,
 * MetaImage) are put there by it.
 */
final class LabelSource {

	/** Formats with a place in the patient. */
	private static final String PLACED = ".*\\.(nrrd|nhdr|nii|nii\\.gz|mha|mhd)";

	private final Volume image;
	private final String name;
	/** Null if the file is read with its place. */
	private final ImagePlus labels;
	/** Null if ImageJ has the labels. */
	private final Volume placed;
	private final boolean resample;

	private LabelSource(final Volume image, final String name, final ImagePlus labels, final Volume placed,
		final boolean resample)
	{
		this.image = image;
		this.name = name;
		this.labels = labels;
		this.placed = placed;
		this.resample = resample;
	}

	/**
	 * Finds a label image.
	 *
	 * @param name title of an open image, or path of a file
	 * @param image that the labels are of
	 * @param resample whether labels on another grid are brought to the image's, or refused
	 * @throws InputException if there is none
	 */
	static LabelSource of(final String name, final Volume image, final boolean resample) {
		final ImagePlus open = WindowManager.getImage(name);
		if (open != null) return new LabelSource(image, name, open, null, resample);
		final Path file = RoiResolver.path(name, PredictOptions.MASK);
		if (!Files.isRegularFile(file)) throw new InputException("'" + name + "' (" + PredictOptions.MASK +
			") is neither the title of an open image nor a file.");
		final boolean known = !image.geometry().equals(Geometry.axisAligned(image.geometry().size(), image.geometry()
			.spacing()));
		if (known && file.getFileName().toString().toLowerCase(Locale.ROOT).matches(PLACED)) return new LabelSource(image, file
			.getFileName().toString(), null, ImageFiles.with(new TiffFormat()).read(file, Progress.NONE), resample);
		final ImagePlus opened = IJ.openImage(file.toString());
		if (opened == null) throw new InputException("ImageJ can't open the label image '" + file + "'.");
		return new LabelSource(image, opened.getTitle(), opened, null, resample);
	}

	/** Title or file name. */
	String name() {
		return name;
	}

	/** Whether the labels are compared by their voxels' numbers, though their file tells their place in the patient. */
	boolean isMisplaceable() {
		return labels != null && name.toLowerCase(Locale.ROOT).matches(PLACED);
	}

	/** The labels, upwards; at least one. */
	List<Integer> labels() {
		return RoiMasks.labels(labels == null ? placed : ImagePlusVolumes.ofLabels(labels), name);
	}

	/**
	 * The ROI of a label.
	 *
	 * @throws InputException if the grids differ (the message prints both), or no voxel carries the label
	 */
	RoiMask mask(final int label) {
		if (labels != null) return RoiMasks.ofLabels(labels, label, image, resample);
		final Optional<String> other = image.geometry().firstDifference(placed.geometry());
		if (resample && other.isPresent()) {
			final MaskResampling done = MaskResampling.onto(image, Mask.ofLabel(name, placed.geometry(), placed.voxels(), label));
			return new RoiMask(done.mask(), Stream.concat(placed.info().warnings().stream(), done.report().stream()).toList());
		}
		other.ifPresent(difference -> {
			throw new InputException("Image '" + image.info().name() + "' and mask '" + name + "' lie on different grids (" +
				difference + ").\n  image: " + image.geometry().describe() + "\n  mask:  " + placed.geometry().describe() +
				"\nMake the mask on this series, or let it be resampled (" + PredictOptions.RESAMPLE_ROI + ").");
		});
		return new RoiMask(Mask.ofLabel(name, image.geometry(), placed.voxels(), label), placed.info().warnings());
	}
}
