package io.github.radiomicsnomogram.texture;

/**
 * A distribution over the whole numbers k from 0 on: of the difference, or the sum, of two grey levels. Sums over it as
 * features need them. Immutable.
 */
public final class LevelDistribution {

	private final double[] p;

	/** @param p probability of 0, 1, 2, ...; not copied */
	LevelDistribution(final double[] p) {
		this.p = p;
	}

	/** &Sigma; k p(k). */
	public double mean() {
		double sum = 0;
		for (int k = 1; k < p.length; k++)
			sum += k * p[k];
		return sum;
	}

	/** &Sigma; (k - mean)&sup2; p(k). */
	public double variance() {
		final double mean = mean();
		double sum = 0;
		for (int k = 0; k < p.length; k++)
			sum += p[k] * ((k - mean) * (k - mean));
		return sum;
	}

	/** -&Sigma; p(k) log p(k), in bits. */
	public double entropy() {
		double sum = 0;
		for (final double v : p)
			if (v != 0) sum -= v * CooccurrenceStatistics.log2(v + CooccurrenceStatistics.EPSILON);
		return sum;
	}

	/** &Sigma; p(k) / (1 + k / scale). */
	public double inverseMean(final double scale) {
		double sum = 0;
		for (int k = 0; k < p.length; k++)
			sum += p[k] / (1 + k / scale);
		return sum;
	}

	/** &Sigma; p(k) / (1 + k&sup2; / scale&sup2;). */
	public double inverseSquare(final double scale) {
		double sum = 0;
		for (int k = 0; k < p.length; k++)
			sum += p[k] / (1 + (double) k * k / (scale * scale));
		return sum;
	}

	/** &Sigma; p(k) / k&sup2; from k = 1. */
	public double inverseVariance() {
		double sum = 0;
		for (int k = 1; k < p.length; k++)
			sum += p[k] / ((double) k * k);
		return sum;
	}
}
