package io.github.radiomicsnomogram.survival;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Patients in the order in which a partial likelihood visits them: stratum by stratum, time downwards, so that the risk
 * set only grows within a stratum. Made once, used by every fit on the same patients.
 */
final class RiskSets {

	/** Patients, stratum by stratum, latest time first. */
	final int[] order;
	/** For each place in the order, the end (exclusive) of the run of patients with the same stratum and time. */
	final int[] tieEnd;
	/** For each place in the order, whether a stratum starts there. */
	final boolean[] stratumStart;

	final SurvivalTimes times;
	final int[] strata;
	final double[] weights;
	final double[] offset;

	/**
	 * @param times follow-up
	 * @param strata stratum of each patient, any integers; null for one stratum
	 * @param weights case weights; null for 1
	 * @param offset added to each linear predictor; null for 0
	 */
	RiskSets(final SurvivalTimes times, final int[] strata, final double[] weights, final double[] offset) {
		final int n = times.size();
		this.times = times;
		this.strata = strata == null ? new int[n] : strata.clone();
		this.weights = weights == null ? IntStream.range(0, n).mapToDouble(i -> 1).toArray() : weights.clone();
		this.offset = offset == null ? new double[n] : offset.clone();
		order = IntStream.range(0, n).boxed().sorted(Comparator.<Integer> comparingInt(i -> this.strata[i])
			.thenComparing(Comparator.comparingDouble((Integer i) -> times.time(i)).reversed())).mapToInt(Integer::intValue)
			.toArray();
		tieEnd = new int[n];
		stratumStart = new boolean[n];
		for (int i = n - 1; i >= 0; i--) {
			final boolean tied = i + 1 < n && sameStratum(i, i + 1) && times.time(order[i]) == times.time(order[i + 1]);
			tieEnd[i] = tied ? tieEnd[i + 1] : i + 1;
			stratumStart[i] = i == 0 || !sameStratum(i - 1, i);
		}
	}

	private boolean sameStratum(final int a, final int b) {
		return strata[order[a]] == strata[order[b]];
	}

	int size() {
		return order.length;
	}
}
