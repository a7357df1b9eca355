package io.github.radiomicsnomogram.fiji.command;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.fiji.DialogText;

import java.awt.GraphicsEnvironment;

import org.scijava.Cancelable;
import org.scijava.command.Command;
import org.scijava.log.LogService;

/** A command that can be stopped, or that stops itself with a reason that SciJava shows. */
abstract class CancelableCommand implements Command, Cancelable {

	private volatile String reason;

	@Override
	public boolean isCanceled() {
		return reason != null;
	}

	@Override
	public void cancel(final String why) {
		reason = why == null ? "" : why;
	}

	/** Stops for a reason. With a screen SciJava shows it in a window; without one nobody would. */
	final void stop(final InputException why, final LogService log) {
		final boolean screen = hasScreen();
		if (!screen) log.error(why.getMessage());
		cancel(screen ? DialogText.wrapped(why.getMessage()) : why.getMessage());
	}

	static boolean hasScreen() {
		return !GraphicsEnvironment.isHeadless();
	}

	/** In words, or null if there is none to show: the command runs, or the user knows. */
	@Override
	public String getCancelReason() {
		return reason == null || reason.isEmpty() ? null : reason;
	}
}
