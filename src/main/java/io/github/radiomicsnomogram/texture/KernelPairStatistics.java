package io.github.radiomicsnomogram.texture;

import java.util.Arrays;

/**
 * The co-occurrence features of one matrix of a kernel, given by its entries: the sums of {@link CooccurrenceStatistics},
 * in the same order, in arrays that are reused. A matrix whose levels are independent of each other is found exactly, from
 * the counts, because there two features depend on how PyRadiomics rounds.
 */
final class KernelPairStatistics {

	private static final double EPSILON = CooccurrenceStatistics.EPSILON;
	private static final double LOG2 = Math.log(2);

	/** Relative difference of weighted counts that is rounding. */
	private static final double ROUNDING = 1e-13;

	private final PairEntries entries;
	private final int[] present;
	private final boolean whole;
	private final double[] p, px, py, rowCounts, columnCounts;
	private final int[] rows, columns;
	private final LevelSums differences, sums;
	private final KernelCorrelation correlation;
	private int rowsUsed, columnsUsed;
	private double meanX, meanY, autocorrelation, contrast, energy, maximum, entropy, crossEntropy;
	private double tendency, shade, prominence, varianceX, varianceY, covariance;

	/**
	 * @param levels of the whole ROI
	 * @param entries that are refilled before each call
	 * @param whole whether they are whole numbers
	 */
	KernelPairStatistics(final GreyLevels levels, final PairEntries entries, final boolean whole) {
		this.entries = entries;
		this.whole = whole;
		present = levels.present();
		final int n = present.length, most = entries.values.length;
		p = new double[most];
		px = new double[n];
		py = new double[n];
		rowCounts = new double[n];
		columnCounts = new double[n];
		rows = new int[Math.min(n, most)];
		columns = new int[Math.min(n, most)];
		differences = new LevelSums(levels.max(), most);
		sums = new LevelSums(2 * levels.max() + 1, most);
		correlation = new KernelCorrelation(n);
	}

	/** Number of levels of the whole ROI. */
	int levels() {
		return present.length;
	}

	/** Writes the feature f of this matrix to {@code parts[f][k]}. */
	void compute(final double[][] parts, final int k) {
		clear();
		addUp();
		addUpAboutMeans();
		differences.finish(present[present.length - 1]);
		sums.finish(1);
		write(parts, k);
	}

	private void clear() {
		for (int r = 0; r < rowsUsed; r++)
			px[rows[r]] = rowCounts[rows[r]] = 0;
		for (int c = 0; c < columnsUsed; c++)
			py[columns[c]] = columnCounts[columns[c]] = 0;
		rowsUsed = columnsUsed = 0;
		differences.clear();
		sums.clear();
		meanX = meanY = autocorrelation = contrast = energy = maximum = entropy = crossEntropy = 0;
		tendency = shade = prominence = varianceX = varianceY = covariance = 0;
	}

	private void addUp() {
		for (int e = 0; e < entries.size; e++) {
			final int row = entries.rows[e], column = entries.columns[e], i = present[row], j = present[column];
			final double count = entries.values[e], v = count / entries.total;
			p[e] = v;
			if (rowCounts[row] == 0) rows[rowsUsed++] = row;
			if (columnCounts[column] == 0) columns[columnsUsed++] = column;
			rowCounts[row] += count;
			columnCounts[column] += count;
			px[row] += v;
			py[column] += v;
			meanX += i * v;
			meanY += j * v;
			autocorrelation += v * ((double) i * j);
			contrast += v * ((double) (i - j) * (i - j));
			energy += v * v;
			maximum = Math.max(maximum, v);
			entropy -= v * log2(v + EPSILON);
			differences.add(Math.abs(i - j), v);
			sums.add(i + j, v);
		}
		Arrays.sort(rows, 0, rowsUsed);
	}

	private void addUpAboutMeans() {
		for (int e = 0; e < entries.size; e++) {
			final double v = p[e];
			final int i = present[entries.rows[e]], j = present[entries.columns[e]];
			final double dx = i - meanX, dy = j - meanY, d = i + j - meanX - meanY;
			tendency += v * (d * d);
			shade += v * CooccurrenceStatistics.cube(d);
			prominence += v * CooccurrenceStatistics.fourth(d);
			varianceX += v * (dx * dx);
			varianceY += v * (dy * dy);
			covariance += v * dx * dy;
			crossEntropy -= v * log2(px[entries.rows[e]] * py[entries.columns[e]] + EPSILON);
		}
	}

	private void write(final double[][] parts, final int k) {
		final boolean independent = isIndependent();
		int f = 0;
		parts[f++][k] = autocorrelation;
		parts[f++][k] = prominence;
		parts[f++][k] = shade;
		parts[f++][k] = tendency;
		parts[f++][k] = contrast;
		parts[f++][k] = correlation();
		parts[f++][k] = differences.mean();
		parts[f++][k] = differences.entropy();
		parts[f++][k] = differences.variance();
		parts[f++][k] = differences.inverseMean();
		parts[f++][k] = differences.inverseSquare();
		parts[f++][k] = differences.inverseSquareOfScaled();
		parts[f++][k] = differences.inverseMeanOfScaled();
		parts[f++][k] = informationCorrelation1();
		parts[f++][k] = independent ? informationCorrelation2OfIndependent() : informationCorrelation2();
		parts[f++][k] = differences.inverseVariance();
		parts[f++][k] = meanX;
		parts[f++][k] = energy;
		parts[f++][k] = entropy;
		parts[f++][k] = correlation.maximal(entries, p, px, py, independent);
		parts[f++][k] = maximum;
		parts[f++][k] = sums.mean();
		parts[f++][k] = sums.entropy();
		parts[f][k] = varianceX;
	}

	private double correlation() {
		final double deviations = Math.sqrt(varianceX) * Math.sqrt(varianceY);
		return deviations == 0 ? 1 : covariance / (deviations + EPSILON);
	}

	/** Whether each entry is the product of its row's and its column's sum. */
	private boolean isIndependent() {
		if (entries.size != rowsUsed * columnsUsed) return false;
		for (int e = 0; e < entries.size; e++) {
			final double product = rowCounts[entries.rows[e]] * columnCounts[entries.columns[e]];
			final double expected = entries.values[e] * entries.total;
			if (whole ? product != expected : Math.abs(product - expected) > ROUNDING * expected) return false;
		}
		return true;
	}

	private double informationCorrelation1() {
		final double larger = Math.max(entropyOf(px, rows, rowsUsed), entropyOf(py, columns, columnsUsed));
		return larger == 0 ? 0 : (entropy - crossEntropy) / larger;
	}

	private static double entropyOf(final double[] p, final int[] used, final int n) {
		double entropy = 0;
		for (int k = 0; k < n; k++)
			entropy -= p[used[k]] * log2(p[used[k]] + EPSILON);
		return entropy;
	}

	/** The entropy of px(i) py(j) is the sum of theirs, but for what epsilon adds to each logarithm. */
	private double informationCorrelation2() {
		double independent = -(double) rowsUsed * columnsUsed * EPSILON / LOG2;
		for (int r = 0; r < rowsUsed; r++)
			independent -= px[rows[r]] * log2(px[rows[r]]);
		for (int c = 0; c < columnsUsed; c++)
			independent -= py[columns[c]] * log2(py[columns[c]]);
		return Math.sqrt(1 - Math.exp(-2 * (independent - entropy)));
	}

	/** Term by term, with logarithms that are rounded once: 0, a little more, or, for a little less, NaN. */
	private double informationCorrelation2OfIndependent() {
		if (entries.size == 1) return 0;
		double joint = 0, independent = 0;
		for (int e = 0; e < entries.size; e++)
			joint += p[e] * Log2.of(p[e] + EPSILON);
		for (int r = 0; r < rowsUsed; r++)
			for (int c = 0; c < columnsUsed; c++) {
				final double product = px[rows[r]] * py[columns[c]];
				independent += product * Log2.of(product + EPSILON);
			}
		return independent == joint ? 0 : Math.sqrt(1 - Math.exp(-2 * (joint - independent)));
	}

	private static double log2(final double v) {
		return Math.log(v) / LOG2;
	}
}
