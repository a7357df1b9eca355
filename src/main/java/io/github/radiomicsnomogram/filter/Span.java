package io.github.radiomicsnomogram.filter;

/**
 * A part of an axis that goes on periodically.
 *
 * @param start its first place, from 0 to period - 1
 * @param length its number of places, at most period
 * @param period places after which the axis begins again
 */
record Span(int start, int length, int period) {

	/** The span with room before and behind it; the whole axis, from its beginning, if that is shorter. */
	Span padded(final int before, final int behind) {
		if (before + length + behind >= period) return new Span(0, period, period);
		return new Span(Math.floorMod(start - before, period), before + length + behind, period);
	}

	/** How far behind the start a place is that may lie on any turn of the axis; below length if it is in the span. */
	int indexOf(final int place) {
		return Math.floorMod(place - start, period);
	}

	/** The place at an index, from 0 to period - 1. */
	int place(final int index) {
		return (start + index) % period;
	}
}
