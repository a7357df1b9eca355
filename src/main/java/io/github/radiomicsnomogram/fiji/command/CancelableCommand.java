package io.github.radiomicsnomogram.fiji.command;

import org.scijava.Cancelable;
import org.scijava.command.Command;

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

	/** In words, or null if there is none to show: the command runs, or the user knows. */
	@Override
	public String getCancelReason() {
		return reason == null || reason.isEmpty() ? null : reason;
	}
}
