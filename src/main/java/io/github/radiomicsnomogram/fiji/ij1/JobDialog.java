package io.github.radiomicsnomogram.fiji.ij1;

import ij.ImagePlus;
import ij.gui.GenericDialog;

import io.github.radiomicsnomogram.fiji.Choices;
import io.github.radiomicsnomogram.fiji.RoiChoice;
import io.github.radiomicsnomogram.fiji.RoiSource;
import io.github.radiomicsnomogram.fiji.SettingsChoice;

import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.List;

/**
 * A dialog of ImageJ 1 with fields that several commands have: add them, show it, read them in the same order for each
 * kind of field.
 */
final class JobDialog {

	private static final int WIDTH = 8, TEXT_WIDTH = 44, PATH_WIDTH = 38;

	private final GenericDialog dialog;
	private final ImagePlus image;

	JobDialog(final String title, final ImagePlus image) {
		this.image = image;
		dialog = new GenericDialog(title);
		dialog.addMessage("Image: " + image.getTitle());
	}

	/** A dialog of a command that needs no image. */
	JobDialog(final String title) {
		image = null;
		dialog = new GenericDialog(title);
	}

	/** Where the ROIs are; read by {@link #roi()}. */
	void addRoi() {
		addChoice(PredictKeys.ROI_SOURCE, RoiSource.choices(), RoiChoice.DEFAULT.source());
		addChoice(PredictKeys.MASK, Choices.masks(image), RoiChoice.DEFAULT.mask());
		sameRow();
		addText(ExtractKeys.LABEL, RoiChoice.DEFAULT.label());
		addFile(PredictKeys.ROI_FILE, RoiChoice.DEFAULT.file());
		addReading(RoiChoice.DEFAULT.name(), RoiChoice.DEFAULT.resample(), RoiChoice.DEFAULT.threshold());
	}

	/** How the ROIs of a file are read: which, and how they get to the image's grid. */
	void addReading(final String name, final boolean resample, final String threshold) {
		addLongText(PredictKeys.ROI_NAME, name);
		addFlag(PredictKeys.RESAMPLE_ROI, resample);
		sameRow();
		addText(PredictKeys.ROI_THRESHOLD, threshold);
	}

	/** How features are computed; read by {@link #settings()}. */
	void addSettings(final SettingsChoice start) {
		addFile(ExtractKeys.PARAMS, start.params());
		addText(ExtractKeys.BIN_WIDTH, start.binWidth());
		sameRow();
		addText(ExtractKeys.BIN_COUNT, start.binCount());
		addText(ExtractKeys.SPACING, start.spacing());
		sameRow();
		addChoice(ExtractKeys.INTERPOLATOR, SettingsChoice.interpolators(), start.interpolator());
		addChoice(ExtractKeys.NORMALIZE, SettingsChoice.truths(), start.normalize());
		sameRow();
		addChoice(ExtractKeys.FORCE_2D, SettingsChoice.truths(), start.force2D());
		dialog.addStringField(ExtractKeys.IMAGE_TYPES, start.imageTypes(), TEXT_WIDTH);
		addText(ExtractKeys.SIGMA, start.sigma());
		sameRow();
		addText(ExtractKeys.WAVELET, start.wavelet());
		dialog.addStringField(ExtractKeys.FEATURES, start.features(), TEXT_WIDTH);
		dialog.addStringField(ExtractKeys.SETTINGS, start.settings(), TEXT_WIDTH);
	}

	void addText(final String label, final String start) {
		dialog.addStringField(label, start, WIDTH);
	}

	void addLongText(final String label, final String start) {
		dialog.addStringField(label, start, TEXT_WIDTH);
	}

	void addFile(final String label, final String start) {
		dialog.addFileField(label, start, PATH_WIDTH);
	}

	void addFolder(final String label, final String start) {
		dialog.addDirectoryField(label, start, PATH_WIDTH);
	}

	void addChoice(final String label, final List<String> choices, final String start) {
		dialog.addChoice(label, choices.toArray(String[]::new), start);
	}

	void addFlag(final String label, final boolean start) {
		dialog.addCheckbox(label, start);
	}

	void addMessage(final String text) {
		dialog.addMessage(text);
	}

	/** Puts the next field beside the last one. */
	void sameRow() {
		dialog.addToSameRow();
	}

	/** Asks; false if the user cancelled. */
	boolean show() {
		dialog.showDialog();
		settle();
		return !dialog.wasCanceled();
	}

	/** What {@link #addRoi()} asked. */
	RoiChoice roi() {
		final String source = choice(), mask = choice(), label = text(), file = text(), name = text();
		return new RoiChoice(source, mask, label, file, name, flag(), text());
	}

	/** What {@link #addSettings} asked. */
	SettingsChoice settings() {
		final String params = text(), binWidth = text(), binCount = text(), spacing = text();
		final String interpolator = choice(), normalize = choice(), force2D = choice();
		final String imageTypes = text(), sigma = text(), wavelet = text(), features = text(), settings = text();
		return new SettingsChoice(params, binWidth, binCount, spacing, interpolator, normalize, force2D, imageTypes, sigma,
			wavelet, features, settings);
	}

	/** The next text. */
	String text() {
		return dialog.getNextString();
	}

	/** The next choice. */
	String choice() {
		return dialog.getNextChoice();
	}

	/** The next check box. */
	boolean flag() {
		return dialog.getNextBoolean();
	}

	/**
	 * Lets ImageJ finish closing the dialog: only then does the dialog know whether to record, and it starts counting its
	 * fields anew. Reading them earlier loses the recorded line now and then.
	 */
	static void settle() {
		if (EventQueue.isDispatchThread()) return;
		try {
			EventQueue.invokeAndWait(() -> {});
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		catch (final InvocationTargetException e) {
			throw new IllegalStateException(e);
		}
	}
}
