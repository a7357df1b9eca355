package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.Progress;

/**
 * One of several equal parts of a work.
 *
 * @param whole hears of all
 * @param part from 0
 * @param parts how many
 */
record PartialProgress(Progress whole, int part, int parts) implements Progress {

	@Override
	public void update(final double fraction, final String message) {
		whole.update((part + fraction) / parts, parts > 1 ? message + " (ROI " + (part + 1) + " of " + parts + ")" : message);
	}

	@Override
	public boolean isCancelled() {
		return whole.isCancelled();
	}
}
