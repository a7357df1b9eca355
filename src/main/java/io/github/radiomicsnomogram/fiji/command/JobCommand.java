package io.github.radiomicsnomogram.fiji.command;

import ij.IJ;

import io.github.radiomicsnomogram.InputException;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.scijava.app.StatusService;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;

/** A command that needs no image: files in, files and tables out. */
abstract class JobCommand extends CancelableCommand {

	@Parameter
	private LogService log;

	@Parameter(required = false)
	private StatusService status;

	/** Does the work. */
	abstract void work(SciJavaProgress progress, Consumer<String> messages);

	@Override
	public final void run() {
		final SciJavaProgress progress = new SciJavaProgress(status, this);
		try {
			work(progress, hasScreen() ? IJ::log : log::info);
		}
		catch (final CancellationException e) {
			cancel("");
		}
		catch (final InputException e) {
			stop(e, log);
		}
		finally {
			progress.finish();
		}
	}
}
