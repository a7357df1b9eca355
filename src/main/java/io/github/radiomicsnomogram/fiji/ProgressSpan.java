package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.Progress;

/**
 * A part of a work.
 *
 * @param whole hears of all
 * @param from fraction of the whole at the part's start
 * @param to at its end
 */
record ProgressSpan(Progress whole, double from, double to) implements Progress {

	@Override
	public void update(final double fraction, final String message) {
		whole.update(from + fraction * (to - from), message);
	}

	@Override
	public boolean isCancelled() {
		return whole.isCancelled();
	}
}
