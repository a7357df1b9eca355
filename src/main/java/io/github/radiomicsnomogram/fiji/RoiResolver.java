package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.cohort.LabelChoice;
import io.github.radiomicsnomogram.io.RoiSets;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Finds the ROI that a user means and makes it a mask of the image. */
final class RoiResolver {

	private final ImagePlus image;
	private final Volume volume;
	private final RoiChoice choice;

	private RoiResolver(final ImagePlus image, final Volume volume, final RoiChoice choice) {
		this.image = image;
		this.volume = volume;
		this.choice = choice;
	}

	/**
	 * The ROI.
	 *
	 * @param image stack on which the user drew
	 * @param volume the same
	 * @param choice where the ROI is
	 * @throws InputException if there is none, or it doesn't fit the image
	 */
	static RoiMask mask(final ImagePlus image, final Volume volume, final RoiChoice choice) {
		final RoiResolver resolver = new RoiResolver(image, volume, choice);
		final RoiSource source = RoiSource.of(choice.source());
		return resolver.from(source == RoiSource.AUTO ? resolver.first() : source);
	}

	/**
	 * The ROIs: each label of a label image is one, everything drawn is one.
	 *
	 * @param own label of the settings, for a user who names none
	 * @throws InputException as {@link #mask}
	 */
	static List<LabelledRoi> masks(final ImagePlus image, final Volume volume, final RoiChoice choice, final int own) {
		final RoiResolver resolver = new RoiResolver(image, volume, choice);
		final RoiSource source = RoiSource.of(choice.source());
		final RoiSource from = source == RoiSource.AUTO ? resolver.first() : source;
		final LabelChoice labels = labels(choice.label());
		if (from == RoiSource.FILE && resolver.isDicom()) return resolver.dicom().masks(choice.name(), labels, own);
		if (from == RoiSource.MASK) return resolver.labelled(labels, own);
		if (labels.isSeveral()) throw new InputException("Labels " + labels + " are asked for, but ROIs that are drawn have " +
			"no labels: name a label image (" + PredictOptions.MASK + "), or leave the labels out.");
		final RoiMask drawn = resolver.from(from);
		return List.of(new LabelledRoi(own, drawn.mask().name(), false, () -> drawn));
	}

	private static LabelChoice labels(final String text) {
		try {
			return LabelChoice.parse(text);
		}
		catch (final IllegalArgumentException e) {
			throw new InputException("The label must be " + e.getMessage() + ".", e);
		}
	}

	private List<LabelledRoi> labelled(final LabelChoice labels, final int own) {
		final LabelSource source = labelImage();
		final List<Integer> wanted = labels.all() ? source.labels() : labels.isDefault() ? List.of(own) : labels.labels();
		return wanted.stream().map(label -> new LabelledRoi(label, source.name(), labels.isSeveral(), () -> source.mask(
			label))).toList();
	}


	private RoiSource first() {
		if (!maskName().isEmpty()) return RoiSource.MASK;
		if (!choice.file().isBlank()) return RoiSource.FILE;
		if (!RoiMasks.managed().isEmpty()) return RoiSource.MANAGER;
		if (RoiMasks.hasOverlaid(image)) return RoiSource.OVERLAY;
		if (image.getRoi() != null) return RoiSource.ACTIVE;
		throw new InputException("There is no ROI for image '" + image.getTitle() + "'. Outline the lesion on each of its " +
			"slices and add each outline to the ROI Manager (key T), or name a label image.");
	}

	private RoiMask from(final RoiSource source) {
		return switch (source) {
			case MASK -> labelImage().mask(label());
			case FILE -> isDicom() ? dicom().mask(choice.name()) : drawn();
			case MANAGER -> {
				if (RoiMasks.managed().isEmpty()) throw new InputException("The ROI Manager is empty." + other());
				yield RoiMasks.of(RoiMasks.managed(), volume.geometry());
			}
			case OVERLAY -> RoiMasks.ofOverlay(image, volume.geometry());
			case ACTIVE -> RoiMasks.ofActive(image, volume.geometry());
			case AUTO -> throw new IllegalStateException("auto is no place");
		};
	}

	private boolean isDicom() {
		return RoiSets.accepts(path(choice.file(), PredictOptions.ROI_FILE));
	}

	private DicomRoiMasks dicom() {
		return new DicomRoiMasks(path(choice.file(), PredictOptions.ROI_FILE), image, volume);
	}

	private RoiMask drawn() {
		if (!choice.name().isBlank()) throw new InputException("'" + choice.file() +
			"' is no DICOM structure set or segmentation, so a name (" + PredictOptions.ROI_NAME +
			") means nothing for it. Leave it out.");
		return RoiFiles.readMask(path(choice.file(), PredictOptions.ROI_FILE), volume.geometry());
	}

	private static String other() {
		return " Put the lesion's outlines there, or choose another source of the ROI (" + PredictOptions.ROI_SOURCE + ").";
	}

	/** What the user typed for the label image; "" for none. */
	private String maskName() {
		final String name = choice.mask().trim();
		return name.equalsIgnoreCase(PredictOptions.NONE) ? "" : name;
	}

	private LabelSource labelImage() {
		final String name = maskName();
		if (name.isEmpty()) throw new InputException("No label image is named (" + PredictOptions.MASK + ")." + other());
		return LabelSource.of(name, volume);
	}


	private int label() {
		try {
			return Integer.parseInt(choice.label().trim());
		}
		catch (final NumberFormatException e) {
			throw new InputException("'" + choice.label() + "' is no label: give the value of the lesion's voxels in the " +
				"mask, a whole number.", e);
		}
	}

	/** A path that a user typed. */
	static Path path(final String text, final String key) {
		if (text.isBlank()) throw new InputException("No file is named (" + key + ").");
		try {
			return Path.of(text.trim());
		}
		catch (final InvalidPathException e) {
			throw new InputException("'" + text + "' (" + key + ") is no path of a file.", e);
		}
	}
}
