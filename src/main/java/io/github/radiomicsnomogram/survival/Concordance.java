package io.github.radiomicsnomogram.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How often, of two patients, the one with the larger marker has the event sooner: Harrell's C (Harrell et al. 1996,
 * doi:10.1002/(SICI)1097-0258(19960229)15:4&lt;361::AID-SIM168&gt;3.0.CO;2-4) with the infinitesimal jackknife's
 * standard error, and its weighted variants, Uno's among them (Uno et al. 2011, doi:10.1002/sim.4154): R's
 * concordance(..., reverse = TRUE). A pair counts if the earlier time is an event, or both times are equal and only one
 * is an event; equal markers count a half. Cost O(n log n).
 *
 * @param c concordance
 * @param standardError of c
 * @param concordant (weighted) pairs in which the larger marker had the event sooner
 * @param discordant pairs in which it was the smaller one
 * @param tiedMarker pairs with equal markers
 * @param tiedTime pairs of events at the same time, markers different; they don't count
 * @param tiedBoth pairs of events at the same time with equal markers; they don't count
 * @param n patients
 */
public record Concordance(double c, double standardError, double concordant, double discordant, double tiedMarker,
	double tiedTime, double tiedBoth, int n)
{

	/** Weight of the pairs of an event, by its time: R's timewt. */
	public enum TimeWeight {
			/** 1: Harrell. */
			N,
			/** Survival before the time, over the share still at risk. */
			S,
			/** Schemper's S/G. */
			S_OVER_G,
			/** 1/G^2: Uno. */
			N_OVER_G2,
			/** 1 over the number at risk. */
			I
	}

	/** Harrell's C. */
	public static Concordance of(final SurvivalTimes times, final double[] marker) {
		return of(times, marker, TimeWeight.N, Double.POSITIVE_INFINITY);
	}

	/**
	 * @param times follow-up
	 * @param marker larger is worse
	 * @param weight of the pairs
	 * @param ymax events after this time don't count
	 */
	public static Concordance of(final SurvivalTimes times, final double[] marker, final TimeWeight weight,
		final double ymax)
	{
		return of(new Pairing(times, weight, ymax), marker);
	}

	/** As {@link #of(SurvivalTimes, double[])}, for many markers of the same patients. */
	static Concordance of(final Pairing pairing, final double[] marker) {
		final Counter counter = new Counter(pairing, marker);
		counter.count();
		return of(List.of(counter));
	}

	/**
	 * Harrell's C within strata: only patients of the same stratum are compared, as R does for a Cox model with strata.
	 *
	 * @param strata of each patient, any integers
	 */
	public static Concordance stratified(final SurvivalTimes times, final double[] marker, final int[] strata) {
		return of(times, marker, strata, null, null);
	}

	/**
	 * Harrell's C of a model's linear predictors as R's coxph tells it.
	 *
	 * @param strata of each patient; null for one
	 * @param weights case weights, a pair's being their product; null for 1
	 * @param cluster of patients that depend on each other; null for each its own
	 */
	static Concordance of(final SurvivalTimes times, final double[] marker, final int[] strata, final double[] weights,
		final int[] cluster)
	{
		final int[] all = IntStream.range(0, marker.length).toArray();
		final List<Counter> counters = new ArrayList<>();
		for (final int s : strata == null ? new int[1] : Arrays.stream(strata).distinct().toArray()) {
			final int[] rows = strata == null ? all : Arrays.stream(all).filter(i -> strata[i] == s).toArray();
			final double[] own = weights == null ? null : Arrays.stream(rows).mapToDouble(i -> weights[i]).toArray();
			final Counter counter = new Counter(new Pairing(times.rows(rows), TimeWeight.N, Double.POSITIVE_INFINITY, own),
				Arrays.stream(rows).mapToDouble(i -> marker[i]).toArray());
			counter.count();
			if (cluster != null) counter.cluster = Arrays.stream(rows).map(i -> cluster[i]).toArray();
			counters.add(counter);
		}
		return of(counters);
	}

	/** From each patient's concordant, discordant and tied pairs. */
	private static Concordance of(final List<Counter> counters) {
		double concordant = 0, discordant = 0, tied = 0, tiedTime = 0, tiedBoth = 0;
		int n = 0;
		for (final Counter k : counters) {
			for (int i = 0; i < k.n; i++) {
				final double w = k.pairing.caseWeight(i) / 2;
				concordant += w * k.concordant[i];
				discordant += w * k.discordant[i];
				tied += w * k.tied[i];
			}
			tiedTime += k.tiedTime;
			tiedBoth += k.tiedBoth;
			n += k.n;
		}
		final double count = concordant + discordant + tied;
		final double c = (concordant + tied / 2) / count;
		return new Concordance(c, Math.sqrt(variance(counters, c, count)), concordant, discordant, tied, tiedTime, tiedBoth,
			n);
	}

	/** Sum of squares of what each patient, or cluster of patients, adds to c. */
	private static double variance(final List<Counter> counters, final double c, final double count) {
		double variance = 0;
		final Map<Integer, Double> clusters = new HashMap<>();
		for (final Counter k : counters)
			for (int i = 0; i < k.n; i++) {
				final double own = k.pairing.caseWeight(i) * (k.concordant[i] + k.tied[i] / 2 - c * (k.concordant[i] +
					k.discordant[i] + k.tied[i])) / count;
				if (k.cluster == null) variance += own * own;
				else clusters.merge(k.cluster[i], own, Double::sum);
			}
		for (final double own : clusters.values())
			variance += own * own;
		return variance;
	}

	/** What a count needs of the follow-up: who comes after whom, and the weight of each patient's time. */
	static final class Pairing {

		private final SurvivalTimes times;
		private final int[] order;
		/** Of the times and of the patients; null for 1 throughout. */
		private final double[] weights, caseWeights;

		Pairing(final SurvivalTimes times, final TimeWeight weight, final double ymax) {
			this(times, weight, ymax, null);
		}

		private Pairing(final SurvivalTimes times, final TimeWeight weight, final double ymax,
			final double[] caseWeights)
		{
			this.times = times;
			this.caseWeights = caseWeights;
			order = Ranks.order(times.times());
			final TimeWeight used = times.events() < 2 ? TimeWeight.N : weight;
			weights = used == TimeWeight.N && ymax == Double.POSITIVE_INFINITY ? null : weights(times, used, ymax);
		}

		private static double[] weights(final SurvivalTimes times, final TimeWeight weight, final double ymax) {
			final CensoringWeights g = new CensoringWeights(times);
			final KaplanMeier km = new KaplanMeier(times);
			final double[] distinct = km.times(), survival = km.survival();
			final int[] atRisk = km.atRisk();
			final int n = times.size();
			final double[] w = new double[n];
			for (int i = 0; i < n; i++) {
				final int at = Arrays.binarySearch(distinct, times.time(i));
				final double s = at == 0 ? 1 : survival[at - 1];
				final double before = g.before(times.time(i));
				w[i] = times.time(i) > ymax ? 0 : switch (weight) {
					case N -> 1;
					case S -> n * s / atRisk[at];
					case S_OVER_G -> n * s / (before * atRisk[at]);
					case N_OVER_G2 -> 1 / (before * before);
					case I -> 1.0 / atRisk[at];
				};
			}
			return w;
		}

		double weight(final int patient) {
			return weights == null ? 1 : weights[patient];
		}

		double caseWeight(final int patient) {
			return caseWeights == null ? 1 : caseWeights[patient];
		}
	}

	/**
	 * Sums over ranks, each change and each sum in O(log n): Fenwick trees from both ends, so that a sum over nothing is
	 * exactly 0.
	 */
	private static final class Tree {

		private final double[] own, fromBelow, fromAbove;
		private double total;

		/**
		 * @param n number of ranks
		 * @param whole whether only whole numbers are added, whose differences are exact: one tree then does for both ends
		 */
		Tree(final int n, final boolean whole) {
			own = new double[n];
			fromBelow = new double[n + 1];
			fromAbove = whole ? null : new double[n + 1];
		}

		void add(final int rank, final double value) {
			own[rank] += value;
			total += value;
			add(fromBelow, rank + 1, value);
			if (fromAbove != null) add(fromAbove, own.length - rank, value);
		}

		private static void add(final double[] sums, final int at, final double value) {
			for (int i = at; i < sums.length; i += i & -i)
				sums[i] += value;
		}

		private static double sum(final double[] sums, final int count) {
			double sum = 0;
			for (int i = count; i > 0; i -= i & -i)
				sum += sums[i];
			return sum;
		}

		double below(final int rank) {
			return sum(fromBelow, rank);
		}

		double at(final int rank) {
			return own[rank];
		}

		double above(final int rank) {
			return fromAbove == null ? total - below(rank + 1) : sum(fromAbove, own.length - 1 - rank);
		}
	}

	private static final class Counter {

		private final Pairing pairing;
		private final SurvivalTimes times;
		private final int n;
		private final int[] rank;
		private final int ranks;
		private final int[] order;
		/** For each patient: concordant, discordant and tied pairs that it is in. */
		private final double[] concordant, discordant, tied;
		private double tiedTime, tiedBoth;
		/** Null for each patient its own. */
		private int[] cluster;

		Counter(final Pairing pairing, final double[] marker) {
			this.pairing = pairing;
			times = pairing.times;
			n = times.size();
			rank = Ranks.dense(marker);
			ranks = Arrays.stream(rank).max().orElse(-1) + 1;
			order = pairing.order;
			concordant = new double[n];
			discordant = new double[n];
			tied = new double[n];
		}

		void count() {
			asEarlier();
			asLater();
		}

		/** From the latest time on: each event against those who outlive it. */
		private void asEarlier() {
			final Tree later = new Tree(ranks, pairing.caseWeights == null);
			for (int end = n; end > 0;) {
				int begin = end - 1;
				while (begin > 0 && times.time(order[begin - 1]) == times.time(order[begin]))
					begin--;
				for (int k = begin; k < end; k++)
					if (!times.event(order[k])) later.add(rank[order[k]], pairing.caseWeight(order[k]));
				for (int k = begin; k < end; k++)
					if (times.event(order[k])) count(order[k], later, pairing.weight(order[k]), false);
				ties(begin, end);
				for (int k = begin; k < end; k++)
					if (times.event(order[k])) later.add(rank[order[k]], pairing.caseWeight(order[k]));
				end = begin;
			}
		}

		/** From the earliest time on: each patient against the events before it. */
		private void asLater() {
			final Tree earlier = new Tree(ranks, pairing.weights == null && pairing.caseWeights == null);
			for (int begin = 0; begin < n;) {
				int end = begin + 1;
				while (end < n && times.time(order[end]) == times.time(order[begin]))
					end++;
				for (int k = begin; k < end; k++)
					if (times.event(order[k])) count(order[k], earlier, 1, true);
				for (int k = begin; k < end; k++)
					if (times.event(order[k])) earlier.add(rank[order[k]], pairing.weight(order[k]) *
						pairing.caseWeight(order[k]));
				for (int k = begin; k < end; k++)
					if (!times.event(order[k])) count(order[k], earlier, 1, true);
				begin = end;
			}
		}

		private void count(final int patient, final Tree others, final double weight, final boolean othersAreEarlier) {
			final double larger = weight * others.above(rank[patient]), smaller = weight * others.below(rank[patient]);
			concordant[patient] += othersAreEarlier ? larger : smaller;
			discordant[patient] += othersAreEarlier ? smaller : larger;
			tied[patient] += weight * others.at(rank[patient]);
		}

		/** Pairs of events at the same time, by rank. */
		private void ties(final int begin, final int end) {
			int deaths = 0;
			final long[] tied = new long[end - begin];
			for (int k = begin; k < end; k++)
				if (times.event(order[k])) tied[deaths++] = (long) rank[order[k]] << Integer.SIZE | order[k];
			if (deaths < 2) return;
			Arrays.sort(tied, 0, deaths);
			double same = 0;
			for (int i = 0; i < deaths;) {
				int next = i + 1;
				while (next < deaths && tied[next] >> Integer.SIZE == tied[i] >> Integer.SIZE)
					next++;
				same += pairs(tied, i, next);
				i = next;
			}
			final double w = pairing.weight(order[begin]);
			tiedBoth += w * same;
			tiedTime += w * (pairs(tied, 0, deaths) - same);
		}

		/** Sum of the products of the case weights of all pairs. */
		private double pairs(final long[] tied, final int from, final int to) {
			double sum = 0, squares = 0;
			for (int i = from; i < to; i++) {
				final double w = pairing.caseWeight((int) tied[i]);
				sum += w;
				squares += w * w;
			}
			return (sum * sum - squares) / 2;
		}
	}
}
