package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.survival.SurvivalTimes;

import java.util.stream.IntStream;

/**
 * Who had the event by the horizon and who was followed to it without: the others' outcome is not known.
 *
 * @param rows patients with a known outcome
 * @param event of each of them; not to be changed
 */
record HorizonOutcome(int[] rows, boolean[] event) {

	static HorizonOutcome of(final SurvivalTimes times, final double horizon) {
		final int[] rows = IntStream.range(0, times.size()).filter(i -> times.time(i) >= horizon || times.event(i)).toArray();
		final boolean[] event = new boolean[rows.length];
		for (int k = 0; k < rows.length; k++)
			event[k] = times.event(rows[k]) && times.time(rows[k]) <= horizon;
		return new HorizonOutcome(rows, event);
	}

	int cases() {
		return (int) IntStream.range(0, event.length).filter(i -> event[i]).count();
	}

	/** Whether there are both, patients with and patients without. */
	boolean hasBoth() {
		return cases() > 0 && cases() < event.length;
	}
}
