package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.cohort.LabelChoice;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.io.RoiSets;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

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
		if (from == RoiSource.MASK || from == RoiSource.FILE && resolver.isLabels()) return resolver.labelled(from, labels, own);
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

	private List<LabelledRoi> labelled(final RoiSource from, final LabelChoice labels, final int own) {
		final LabelSource source = from == RoiSource.FILE ? labelFile() : labelImage();
		final LabelChoice chosen = from == RoiSource.FILE && !choice.name().isBlank() ? named(labels) : labels;
		final List<Integer> wanted = chosen.all() ? source.labels() : chosen.isDefault() ? List.of(own) : chosen.labels();
		return wanted.stream().map(label -> new LabelledRoi(label, source.name(), chosen.isSeveral(), () -> {
			final RoiMask mask = mask(source, label);
			return chosen.isSeveral() ? new RoiMask(mask.mask().named("label " + label), mask.warnings()) : mask;
		})).toList();
	}

	/** A label; with a word where ImageJ's order of slices may not be the label image's. */
	private RoiMask mask(final LabelSource source, final int label) {
		final RoiMask mask = source.mask(label);
		if (!source.isMisplaceable() || DicomPlace.of(image).isPresent() || !DicomSlices.isDownwards(image)) return mask;
		return new RoiMask(mask.mask(), Stream.concat(mask.warnings().stream(), Stream.of("'" + source.name() +
			"' was laid on '" + image.getTitle() + "' voxel by voxel, whose slices ImageJ shows downwards: it is upside down unless it was " +
			"made on this stack. Open the images with Plugins > Radiomics > Open DICOM Series... to have it put where it lies in " +
			"the patient.")).toList());
	}

	/** Which labels of a label image a name means: its ROIs have numbers, no names. */
	private LabelChoice named(final LabelChoice labels) {
		try {
			if (labels.isDefault()) return LabelChoice.parse(choice.name().strip().equals("*") ? PredictOptions.ALL : choice
				.name());
		}
		catch (final IllegalArgumentException e) {
			throw new InputException("'" + choice.file() + "' is a label image, whose ROIs have numbers, no names: labels " +
				labelFile().labels() + ". Choose one by its number (" + PredictOptions.ROI_NAME + "), not '" + choice.name() + "'.",
				e);
		}
		throw new InputException("Give the name of a ROI (" + PredictOptions.ROI_NAME + ") or its number (" +
			PredictOptions.LABEL + "), not both.");
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
			case MASK -> mask(labelImage(), label());
			case FILE -> isDicom() ? dicom().mask(choice.name()) : isLabels() ? mask(labelFile(), numbered()) : drawn();
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
		return new DicomRoiMasks(choice, image, volume);
	}

	/** Whether the file is a label image: an image, and none of ImageJ's ROI files. */
	private boolean isLabels() {
		return isVoxels(path(choice.file(), PredictOptions.ROI_FILE));
	}

	static boolean isVoxels(final Path file) {
		return Files.isRegularFile(file) && !RoiFiles.isNamed(file) && ImageFiles.with(new TiffFormat()).accepts(file);
	}

	private LabelSource labelFile() {
		return LabelSource.of(choice.file().trim(), volume, choice.resample());
	}

	/** The one label that a name or number means. */
	private int numbered() {
		if (choice.name().isBlank()) return label();
		final LabelChoice named = named(LabelChoice.DEFAULT);
		if (!named.all() && !named.isSeveral()) return named.labels().get(0);
		throw new InputException("'" + choice.file() + "' is a label image, and one of its labels is needed, not " + named +
			": choose one by its number (" + PredictOptions.ROI_NAME + ").");
	}

	private RoiMask drawn() {
		if (!choice.name().isBlank()) throw new InputException("'" + choice.file() +
			"' holds ROIs of ImageJ, all of which are one here, so a name (" + PredictOptions.ROI_NAME +
			") means nothing for it. Leave it out.");
		return RoiFiles.readShown(path(choice.file(), PredictOptions.ROI_FILE), volume, image);
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
		return LabelSource.of(name, volume, choice.resample());
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
