package io.github.radiomicsnomogram.fiji.ij1;

import ij.IJ;
import ij.Macro;
import ij.plugin.PlugIn;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.fiji.MacroOptions;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * A command of ImageJ 1 that needs no image: a dialog, or a macro's options, around a job.
 *
 * @param <O> what a user chooses
 */
abstract class FilePlugIn<O> implements PlugIn {

	private final String title;
	private final List<String> keys;

	/**
	 * @param title of messages
	 * @param keys of a macro line
	 */
	FilePlugIn(final String title, final List<String> keys) {
		this.title = title;
		this.keys = keys;
	}

	/** Asks the user; nothing if the user cancelled. */
	abstract Optional<O> ask();

	/** What a macro line says. */
	abstract O options(MacroOptions macro);

	/** Does the work and shows the result. */
	abstract void work(O options, IJProgress progress);

	@Override
	public final void run(final String arg) {
		final IJProgress progress = new IJProgress();
		try {
			final String macro = Macro.getOptions();
			if (macro == null) ask().ifPresent(options -> work(options, progress));
			else work(options(MacroOptions.parse(macro, keys)), progress);
		}
		catch (final CancellationException e) {
			IJ.showStatus(title + ": cancelled");
		}
		catch (final InputException e) {
			JobPlugIn.complain(title, e.getMessage());
		}
		finally {
			progress.finish();
		}
	}
}
