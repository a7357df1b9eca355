package io.github.radiomicsnomogram.fiji.command;

import ij.IJ;

import io.github.radiomicsnomogram.Progress;

import org.scijava.Cancelable;
import org.scijava.app.StatusService;

/** SciJava's status bar; a cancelled command, or the Escape key, cancels. */
final class SciJavaProgress implements Progress {

	private static final int STEPS = 1000;

	private final StatusService status;
	private final Cancelable command;

	SciJavaProgress(final StatusService status, final Cancelable command) {
		this.status = status;
		this.command = command;
		IJ.resetEscape();
	}

	@Override
	public void update(final double fraction, final String message) {
		if (status != null) status.showStatus((int) (fraction * STEPS), STEPS, message);
	}

	/** Clears the bar, which Fiji takes away only when it is full: work that stopped early would leave it half-way. */
	void finish() {
		if (status == null) return;
		status.showProgress(STEPS, STEPS);
		status.clearStatus();
	}

	@Override
	public boolean isCancelled() {
		return command.isCanceled() || IJ.escapePressed();
	}
}
