package io.github.radiomicsnomogram.survival;

import io.github.radiomicsnomogram.InputException;

import java.util.Arrays;

/**
 * Right-censored follow-up: R's {@code Surv(time, event)}. Arrays are copied in and out.
 */
public final class SurvivalTimes {

	/** Relative distance below which two times are one; R's timefix, sqrt of the machine's epsilon. */
	private static final double SAME = Math.sqrt(Math.ulp(1.0));

	private final double[] time;
	private final boolean[] event;

	/**
	 * @param time follow-up of each patient, in any unit; finite. Times that differ by no more than rounding are made
	 *          equal, as R's aeqSurv does, so that ties don't depend on arithmetic.
	 * @param event whether the event happened at that time; otherwise the patient was censored
	 * @throws InputException if a time is missing or infinite
	 */
	public SurvivalTimes(final double[] time, final boolean[] event) {
		if (time.length != event.length) throw new IllegalArgumentException(time.length + " times, " + event.length +
			" events");
		for (int i = 0; i < time.length; i++)
			if (!Double.isFinite(time[i])) throw new InputException("Patient " + (i + 1) + ": the time is " + time[i] + ".");
		this.time = withEqualTies(time);
		this.event = event.clone();
	}

	private static double[] withEqualTies(final double[] time) {
		final double[] distinct = Arrays.stream(time).sorted().distinct().toArray();
		final double meanAbs = Arrays.stream(distinct).map(Math::abs).average().orElse(0);
		final double[] cuts = new double[distinct.length];
		int n = 0;
		for (int i = 0; i < distinct.length; i++) {
			final double step = i == 0 ? Double.POSITIVE_INFINITY : distinct[i] - distinct[i - 1];
			if (step > SAME && step / meanAbs > SAME) cuts[n++] = distinct[i];
		}
		final double[] fixed = time.clone();
		if (n == distinct.length) return fixed;
		for (int i = 0; i < fixed.length; i++) {
			final int at = Arrays.binarySearch(cuts, 0, n, fixed[i]);
			fixed[i] = cuts[at >= 0 ? at : -at - 2];
		}
		return fixed;
	}

	/** Number of patients. */
	public int size() {
		return time.length;
	}

	/** Number of events. */
	public int events() {
		int n = 0;
		for (final boolean e : event)
			if (e) n++;
		return n;
	}

	/** Follow-up of a patient, counted from 0. */
	public double time(final int i) {
		return time[i];
	}

	/** Whether a patient had the event. */
	public boolean event(final int i) {
		return event[i];
	}

	/** All follow-up times; a copy. */
	public double[] times() {
		return time.clone();
	}

	/** All event flags; a copy. */
	public boolean[] eventFlags() {
		return event.clone();
	}

	/** The patients of these rows, in this order. */
	public SurvivalTimes rows(final int[] rows) {
		final double[] t = new double[rows.length];
		final boolean[] e = new boolean[rows.length];
		for (int i = 0; i < rows.length; i++) {
			t[i] = time[rows[i]];
			e[i] = event[rows[i]];
		}
		return new SurvivalTimes(t, e);
	}
}
