package io.github.radiomicsnomogram.fiji.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.fiji.DialogText;
import io.github.radiomicsnomogram.fiji.MacroOptions;
import io.github.radiomicsnomogram.fiji.PredictJob;
import io.github.radiomicsnomogram.fiji.PredictOptions;

import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * A command of ImageJ 1: a dialog, or a macro's options, around a job. The same label and keys as the SciJava command, so
 * that one macro line runs in both.
 *
 * @param <O> what a user chooses
 */
abstract class JobPlugIn<O> implements PlugIn {

	private final String title;
	private final List<String> keys;

	/**
	 * @param title of messages
	 * @param keys of a macro line
	 */
	JobPlugIn(final String title, final List<String> keys) {
		this.title = title;
		this.keys = keys;
	}

	/** Asks the user; nothing if the user cancelled. */
	abstract Optional<O> ask(ImagePlus image);

	/** What a macro line says. */
	abstract O options(MacroOptions macro);

	/** Does the work and shows the result. */
	abstract void work(ImagePlus image, O options, IJProgress progress);

	@Override
	public final void run(final String arg) {
		final IJProgress progress = new IJProgress();
		try {
			final String macro = Macro.getOptions();
			if (macro == null) {
				final ImagePlus image = WindowManager.getCurrentImage();
				ask(PredictJob.stack(image)).ifPresent(options -> work(image, options, progress));
			}
			else replay(MacroOptions.parse(macro, keys), progress);
		}
		catch (final CancellationException e) {
			IJ.showStatus(title + ": cancelled");
		}
		catch (final InputException e) {
			complain(title, e.getMessage());
		}
		finally {
			progress.finish();
		}
	}

	private void replay(final MacroOptions macro, final IJProgress progress) {
		final String name = macro.text(PredictOptions.IMAGE, "");
		final ImagePlus image = name.isEmpty() ? WindowManager.getCurrentImage() : WindowManager.getImage(name);
		if (image == null && !name.isEmpty()) throw new InputException("No open image has the title '" + name + "'.");
		work(image, options(macro), progress);
	}

	/** Shows why, and stops the macro that asked. */
	static void complain(final String title, final String why) {
		if (GraphicsEnvironment.isHeadless() && Interpreter.getInstance() != null) IJ.log(title + ": " + why);
		try {
			IJ.error(title, GraphicsEnvironment.isHeadless() ? why : DialogText.wrapped(why));
		}
		catch (final HeadlessException e) {
			IJ.showStatus("ImageJ has stopped the macro, and has no window to say why.");
		}
	}
}
