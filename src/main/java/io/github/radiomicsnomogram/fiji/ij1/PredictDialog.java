package io.github.radiomicsnomogram.fiji.ij1;

import ij.ImagePlus;
import ij.gui.GenericDialog;

import io.github.radiomicsnomogram.Software;
import io.github.radiomicsnomogram.fiji.Choices;
import io.github.radiomicsnomogram.fiji.PredictOptions;
import io.github.radiomicsnomogram.fiji.RoiSource;

import java.util.List;
import java.util.Optional;

/** The dialog of ImageJ 1. */
final class PredictDialog {

	private static final int WIDTH = 8, PATH_WIDTH = 24;

	private PredictDialog() {}

	/** Asks; nothing if the user cancelled. */
	static Optional<PredictOptions> show(final ImagePlus image) {
		final PredictOptions start = PredictOptions.DEFAULTS;
		final GenericDialog dialog = new GenericDialog("Predict Risk");
		dialog.addMessage("Image: " + image.getTitle());
		choice(dialog, PredictKeys.ROI_SOURCE, RoiSource.choices(), start.roiSource());
		choice(dialog, PredictKeys.MASK, Choices.masks(image), start.mask());
		dialog.addStringField(PredictKeys.LABEL, start.label(), WIDTH);
		dialog.addFileField(PredictKeys.ROI_FILE, start.roiFile(), PATH_WIDTH);
		dialog.addStringField(PredictKeys.ROI_NAME, start.roiName(), PATH_WIDTH);
		dialog.addCheckbox(PredictKeys.RESAMPLE_ROI, start.resample());
		dialog.addToSameRow();
		dialog.addStringField(PredictKeys.ROI_THRESHOLD, start.threshold(), WIDTH);
		dialog.addFileField(PredictKeys.MODEL, start.model(), PATH_WIDTH);
		dialog.addStringField(PredictKeys.KI67, start.ki67(), WIDTH);
		choice(dialog, PredictKeys.ALN, Choices.aln(), start.aln());
		dialog.addStringField(PredictKeys.CLINICAL, start.clinical(), PATH_WIDTH);
		dialog.addCheckbox(PredictKeys.SHOW_FEATURES, start.showFeatures());
		dialog.addMessage("Without Ki-67 or ALN status: the signature's score and group alone.\n" + Software.USE);
		dialog.showDialog();
		JobDialog.settle();
		if (dialog.wasCanceled()) return Optional.empty();
		return Optional.of(new PredictOptions(dialog.getNextChoice(), dialog.getNextChoice(), dialog.getNextString(), dialog
			.getNextString(), dialog.getNextString(), dialog.getNextBoolean(), dialog.getNextString(), dialog.getNextString(), dialog
				.getNextString(), dialog.getNextChoice(), dialog.getNextString(),
			dialog.getNextBoolean()));
	}

	private static void choice(final GenericDialog dialog, final String label, final List<String> choices,
		final String start)
	{
		dialog.addChoice(label, choices.toArray(String[]::new), start);
	}
}
