package io.github.radiomicsnomogram.survival;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a new model adds to an old one, for an outcome that is known of everybody: net reclassification improvement and
 * integrated discrimination improvement (Pencina et al. 2008, doi:10.1002/sim.2929), and the category-free NRI (Pencina
 * et al. 2011, doi:10.1002/sim.4085).
 *
 * @param events NRI among patients with the outcome
 * @param nonEvents NRI among the others
 * @param nri their sum
 * @param nriError its standard error
 * @param idi integrated discrimination improvement
 * @param idiError its standard error
 */
public record Reclassification(double events, double nonEvents, double nri, double nriError, double idi,
	double idiError)
{

	/**
	 * @param outcome of each patient
	 * @param before risk by the old model
	 * @param after risk by the new model
	 * @param cuts between risk categories; none for the category-free NRI
	 */
	public static Reclassification of(final boolean[] outcome, final double[] before, final double[] after,
		final double... cuts)
	{
		final double[] moves = IntStream.range(0, outcome.length).mapToDouble(i -> cuts.length == 0 ? Math.signum(after[i] -
			before[i]) : Math.signum(category(after[i], cuts) - category(before[i], cuts))).toArray();
		final double[] e = pick(moves, outcome, true), n = pick(moves, outcome, false);
		final double[] difference = IntStream.range(0, outcome.length).mapToDouble(i -> after[i] - before[i]).toArray();
		final double[] de = pick(difference, outcome, true), dn = pick(difference, outcome, false);
		final double up = Moments.mean(e), down = -Moments.mean(n);
		return new Reclassification(up, down, up + down, Math.sqrt(nriVariance(e) + nriVariance(n)), Moments.mean(de) -
			Moments.mean(dn), Math.sqrt(Moments.variance(de) / de.length + Moments.variance(dn) / dn.length));
	}

	/** Under the hypothesis of no change: share that moved, over the number. */
	private static double nriVariance(final double[] moves) {
		return Arrays.stream(moves).filter(m -> m != 0).count() / ((double) moves.length * moves.length);
	}

	private static int category(final double risk, final double[] cuts) {
		return (int) Arrays.stream(cuts).filter(c -> risk >= c).count();
	}

	private static double[] pick(final double[] v, final boolean[] outcome, final boolean which) {
		return IntStream.range(0, v.length).filter(i -> outcome[i] == which).mapToDouble(i -> v[i]).toArray();
	}

	/** Two-sided P of no net reclassification. */
	public double nriP() {
		return Distributions.normalTwoSided(nri / nriError);
	}

	/** Two-sided P of no improvement in discrimination. */
	public double idiP() {
		return Distributions.normalTwoSided(idi / idiError);
	}
}
