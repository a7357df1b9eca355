package io.github.radiomicsnomogram.texture;

import java.util.Arrays;

/**
 * Sums over one normalised co-occurrence matrix p(i, j), i and j grey levels, from which all its features follow.
 * Logarithms are to base 2, of p + {@value #EPSILON}, as in PyRadiomics. Computed once; entries that are 0 cost nothing.
 */
public final class CooccurrenceStatistics {

	/** Distance from 1 to the next double, which PyRadiomics adds inside logarithms and to denominators. */
	static final double EPSILON = 0x1p-52;

	private static final double LOG2 = Math.log(2);

	/** Up to here sums over all pairs of levels are plain loops. */
	private static final int FEW_LEVELS = 256;

	/** Entropies that come closer than this, in bits, are summed term by term, so that equal terms give equal sums. */
	private static final double CLOSE = 0.1;

	private final SparseMatrix matrix;
	private final int[] levels;
	private final double total;
	private final double[] px, py;
	private final LevelDistribution differences, sums;
	private double meanX, meanY, autocorrelation, contrast, energy, maximum, entropy;
	private double tendency, shade, prominence, varianceX, varianceY, covariance;

	/**
	 * @param matrix counts, with at least one entry
	 * @param levels grey levels of its rows and columns
	 */
	public CooccurrenceStatistics(final SparseMatrix matrix, final int[] levels) {
		this.matrix = matrix;
		this.levels = levels;
		total = matrix.total();
		px = new double[levels.length];
		py = new double[levels.length];
		final int max = levels[levels.length - 1];
		final double[] byDifference = new double[max], bySum = new double[2 * max + 1];
		sumUp(byDifference, bySum);
		sumUpAboutMeans();
		differences = new LevelDistribution(byDifference);
		sums = new LevelDistribution(bySum);
	}

	private void sumUp(final double[] byDifference, final double[] bySum) {
		for (int e = 0; e < matrix.size(); e++) {
			final int i = levels[matrix.row(e)], j = levels[matrix.column(e)];
			final double p = matrix.value(e) / total;
			px[matrix.row(e)] += p;
			py[matrix.column(e)] += p;
			meanX += i * p;
			meanY += j * p;
			autocorrelation += p * ((double) i * j);
			contrast += p * ((double) (i - j) * (i - j));
			energy += p * p;
			maximum = Math.max(maximum, p);
			entropy -= p * log2(p + EPSILON);
			byDifference[Math.abs(i - j)] += p;
			bySum[i + j] += p;
		}
	}

	private void sumUpAboutMeans() {
		for (int e = 0; e < matrix.size(); e++) {
			final double p = matrix.value(e) / total;
			final double dx = levels[matrix.row(e)] - meanX, dy = levels[matrix.column(e)] - meanY;
			final double d = levels[matrix.row(e)] + levels[matrix.column(e)] - meanX - meanY;
			tendency += p * (d * d);
			shade += p * cube(d);
			prominence += p * fourth(d);
			varianceX += p * (dx * dx);
			varianceY += p * (dy * dy);
			covariance += p * dx * dy;
		}
	}

	/** The third power with one rounding, as a power function gives it: sums that are nearly 0 keep its digits. */
	static double cube(final double d) {
		final double square = d * d, cube = square * d;
		return cube + (Math.fma(square, d, -cube) + Math.fma(d, d, -square) * d);
	}

	/** The fourth power with one rounding. */
	static double fourth(final double d) {
		final double square = d * d, fourth = square * square;
		return fourth + (Math.fma(square, square, -fourth) + 2 * Math.fma(d, d, -square) * square);
	}

	static double log2(final double v) {
		return Math.log(v) / LOG2;
	}

	/** &Sigma; p i j. */
	public double autocorrelation() {
		return autocorrelation;
	}

	/** &Sigma; p i. */
	public double meanX() {
		return meanX;
	}

	/** &Sigma; p (i + j - &mu;x - &mu;y)&sup2;. */
	public double tendency() {
		return tendency;
	}

	/** The same with the third power. */
	public double shade() {
		return shade;
	}

	/** The same with the fourth power. */
	public double prominence() {
		return prominence;
	}

	/** &Sigma; p (i - j)&sup2;. */
	public double contrast() {
		return contrast;
	}

	/** &Sigma; p (i - &mu;x)&sup2;. */
	public double varianceX() {
		return varianceX;
	}

	/** Whether rows or columns are of one grey level, so that no correlation exists. */
	public boolean isWithoutVariance() {
		return Math.sqrt(varianceX) * Math.sqrt(varianceY) == 0;
	}

	/** Whether there is only one pair of grey levels, so that levels tell nothing of each other. */
	public boolean isOnePair() {
		return matrix.size() == 1;
	}

	/** Whether the ROI has one grey level. */
	public boolean isFlat() {
		return levels.length == 1;
	}

	/** The highest grey level of the ROI. */
	public int highestLevel() {
		return levels[levels.length - 1];
	}

	/** Pearson's correlation of i and j; 1 if {@link #isWithoutVariance()}. */
	public double correlation() {
		return isWithoutVariance() ? 1 : covariance / (Math.sqrt(varianceX) * Math.sqrt(varianceY) + EPSILON);
	}

	/** &Sigma; p&sup2;. */
	public double energy() {
		return energy;
	}

	/** -&Sigma; p log p. */
	public double entropy() {
		return entropy;
	}

	/** The largest p. */
	public double maximum() {
		return maximum;
	}

	/** Distribution of |i - j|. */
	public LevelDistribution differences() {
		return differences;
	}

	/** Distribution of i + j. */
	public LevelDistribution sums() {
		return sums;
	}

	/** First information measure of correlation: mutual information over the larger marginal entropy, negative. */
	public double informationCorrelation1() {
		final double larger = Math.max(entropyOf(px), entropyOf(py));
		return larger == 0 ? 0 : (entropy - crossEntropy()) / larger;
	}

	/** -&Sigma; p log px py; a logarithm of a product is a sum, but for what epsilon adds to each. */
	private double crossEntropy() {
		double byEpsilon = 0;
		for (int e = 0; e < matrix.size(); e++)
			byEpsilon += matrix.value(e) / total / (px[matrix.row(e)] * py[matrix.column(e)]);
		final double quick = plainEntropyOf(px) + plainEntropyOf(py) - byEpsilon * EPSILON / LOG2;
		if (quick - entropy > CLOSE) return quick;
		double sum = 0;
		for (int e = 0; e < matrix.size(); e++)
			sum -= matrix.value(e) / total * log2(px[matrix.row(e)] * py[matrix.column(e)] + EPSILON);
		return sum;
	}

	private static double plainEntropyOf(final double[] p) {
		double entropy = 0;
		for (final double v : p)
			if (v != 0) entropy -= v * log2(v);
		return entropy;
	}

	private static int occurring(final double[] p) {
		int n = 0;
		for (final double v : p)
			if (v != 0) n++;
		return n;
	}

	/**
	 * Second information measure of correlation, with PyRadiomics' mix of bits and a natural exponential. NaN, which
	 * averages leave out, where rounding makes the mutual information of independent levels negative.
	 */
	public double informationCorrelation2() {
		final double byEpsilon = (double) occurring(px) * occurring(py) * EPSILON / LOG2;
		final double quick = plainEntropyOf(px) + plainEntropyOf(py) - byEpsilon;
		final double independent = quick - entropy > CLOSE ? quick : px.length <= FEW_LEVELS ? independentEntropy()
			: independentEntropyOfMany();
		return independent == entropy ? 0 : Math.sqrt(1 - Math.exp(-2 * (independent - entropy)));
	}

	/**
	 * Entropy of px(i) py(j), term by term as the entropy of p, so that equal terms give equal sums. If px and py are equal
	 * a term is that of (j, i), which has been met before.
	 */
	private double independentEntropy() {
		final int n = px.length;
		final boolean symmetrical = Arrays.equals(px, py);
		final double[] met = new double[n * n];
		double sum = 0;
		for (int i = 0; i < n; i++)
			for (int j = 0; j < n; j++) {
				final double term = symmetrical && j < i ? met[i * n + j] : independentTerm(px[i] * py[j]);
				met[j * n + i] = term;
				sum -= term;
			}
		return sum;
	}

	private static double independentTerm(final double p) {
		return p * log2(p + EPSILON);
	}

	/** The same where levels are many: those with the same number of pairs are taken together. */
	private double independentEntropyOfMany() {
		final double[] rows = new double[px.length], columns = new double[py.length];
		for (int e = 0; e < matrix.size(); e++) {
			rows[matrix.row(e)] += matrix.value(e);
			columns[matrix.column(e)] += matrix.value(e);
		}
		final Marginal x = Marginal.of(rows), y = Marginal.of(columns);
		double sum = 0;
		for (int a = 0; a < x.size(); a++)
			for (int b = 0; b < y.size(); b++) {
				final double p = x.value(a) / total * (y.value(b) / total);
				sum -= (double) x.times(a) * y.times(b) * (p * log2(p + EPSILON));
			}
		return sum;
	}

	private static double entropyOf(final double[] p) {
		double entropy = 0;
		for (final double v : p)
			if (v != 0) entropy -= v * log2(v + EPSILON);
		return entropy;
	}

	/** Maximal correlation coefficient; see {@link MaximalCorrelation}. 1 if the ROI has one grey level. */
	public double maximalCorrelation() {
		return MaximalCorrelation.of(matrix.map((i, j, count) -> count / total), px, py);
	}
}
