package io.github.radiomicsnomogram.fiji.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.fiji.MacroOptions;
import io.github.radiomicsnomogram.fiji.PredictJob;
import io.github.radiomicsnomogram.fiji.PredictOptions;
import io.github.radiomicsnomogram.fiji.PredictView;

import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * {@code Plugins > Radiomics > Predict Risk...} for ImageJ 1: a dialog, or a macro's options, around
 * {@link PredictJob}. The same label and keys as the SciJava command, so that one macro line runs in both.
 */
public final class PredictRiskPlugIn implements PlugIn {

	private static final String TITLE = "Predict Risk";

	@Override
	public void run(final String arg) {
		final IJProgress progress = new IJProgress();
		try {
			final String macro = Macro.getOptions();
			if (macro == null) ask(progress);
			else replay(MacroOptions.parse(macro, PredictOptions.KEYS), progress);
		}
		catch (final CancellationException e) {
			IJ.showStatus(TITLE + ": cancelled");
		}
		catch (final InputException e) {
			complain(e.getMessage());
		}
		finally {
			progress.finish();
		}
	}

	private static void ask(final IJProgress progress) {
		final ImagePlus image = WindowManager.getCurrentImage();
		final Optional<PredictOptions> options = PredictDialog.show(PredictJob.stack(image));
		if (options.isPresent()) predict(image, options.get(), progress);
	}

	private static void replay(final MacroOptions macro, final IJProgress progress) {
		final String title = macro.text(PredictOptions.IMAGE, "");
		final ImagePlus image = title.isEmpty() ? WindowManager.getCurrentImage() : WindowManager.getImage(title);
		if (image == null && !title.isEmpty()) throw new InputException("No open image has the title '" + title + "'.");
		predict(image, PredictOptions.of(macro), progress);
	}

	private static void predict(final ImagePlus image, final PredictOptions options, final IJProgress progress) {
		PredictView.forget(image);
		PredictView.show(PredictJob.run(image, options, progress), IJ::log);
	}

	/** Shows why, and stops the macro that asked. */
	private static void complain(final String why) {
		if (GraphicsEnvironment.isHeadless() && Interpreter.getInstance() != null) IJ.log(TITLE + ": " + why);
		try {
			IJ.error(TITLE, why);
		}
		catch (final HeadlessException e) {
			IJ.showStatus("ImageJ has stopped the macro, and has no window to say why.");
		}
	}
}
