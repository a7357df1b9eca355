package io.github.radiomicsnomogram.fiji.ij1;

import ij.IJ;

import io.github.radiomicsnomogram.Progress;

/** ImageJ's status line and progress bar; the Escape key cancels. */
final class IJProgress implements Progress {

	IJProgress() {
		IJ.resetEscape();
	}

	@Override
	public void update(final double fraction, final String message) {
		IJ.showStatus(message);
		IJ.showProgress(fraction);
	}

	@Override
	public boolean isCancelled() {
		return IJ.escapePressed();
	}

	/** Clears the bar. */
	void finish() {
		IJ.showProgress(1);
	}
}
