package io.github.radiomicsnomogram.texture;

/**
 * Sums over a matrix P(i, j) of grey levels i and sizes j, from which the features of runs (GLRLM), zones (GLSZM) and
 * dependences (GLDM) follow alike. N is the sum of P, p = P / N. Computed once.
 */
public final class SizeStatistics {

	private final double total;
	private double voxels, smallSize, largeSize, lowLevel, highLevel;
	private double smallLow, smallHigh, largeLow, largeHigh, entropy;
	private double levelNonUniformity, sizeNonUniformity, levelVariance, sizeVariance;

	/**
	 * @param matrix with at least one entry
	 * @param levels grey levels of its rows
	 */
	public SizeStatistics(final SparseMatrix matrix, final int[] levels) {
		total = matrix.total();
		int largest = 0;
		for (int e = 0; e < matrix.size(); e++)
			largest = Math.max(largest, matrix.column(e));
		final double[] byLevel = new double[levels.length], bySize = new double[largest + 1];
		for (int e = 0; e < matrix.size(); e++) {
			byLevel[matrix.row(e)] += matrix.value(e);
			bySize[matrix.column(e)] += matrix.value(e);
			add(matrix.value(e), levels[matrix.row(e)], matrix.column(e));
		}
		sumLevels(byLevel, levels);
		sumSizes(bySize);
	}

	private void add(final double count, final double level, final double size) {
		final double i2 = level * level, j2 = size * size, p = count / total;
		smallLow += count / (i2 * j2);
		smallHigh += count * i2 / j2;
		largeLow += count * j2 / i2;
		largeHigh += count * (i2 * j2);
		entropy -= p * CooccurrenceStatistics.log2(p + CooccurrenceStatistics.EPSILON);
	}

	private void sumLevels(final double[] byLevel, final int[] levels) {
		double mean = 0;
		for (int r = 0; r < levels.length; r++) {
			final double i = levels[r], count = byLevel[r];
			lowLevel += count / (i * i);
			highLevel += count * (i * i);
			levelNonUniformity += count * count;
			mean += count / total * i;
		}
		for (int r = 0; r < levels.length; r++)
			levelVariance += byLevel[r] / total * ((levels[r] - mean) * (levels[r] - mean));
	}

	/** Sizes that don't occur, most of those of zones, would add 0. */
	private void sumSizes(final double[] bySize) {
		double mean = 0;
		for (int size = 1; size < bySize.length; size++) {
			final double j = size, count = bySize[size];
			if (count == 0) continue;
			voxels += count * j;
			smallSize += count / (j * j);
			largeSize += count * (j * j);
			sizeNonUniformity += count * count;
			mean += count / total * j;
		}
		for (int size = 1; size < bySize.length; size++)
			if (bySize[size] != 0) sizeVariance += bySize[size] / total * ((size - mean) * (size - mean));
	}

	/** &Sigma; P / j&sup2; / N. */
	public double smallSizeEmphasis() {
		return smallSize / total;
	}

	/** &Sigma; P j&sup2; / N. */
	public double largeSizeEmphasis() {
		return largeSize / total;
	}

	/** &Sigma; P / i&sup2; / N. */
	public double lowLevelEmphasis() {
		return lowLevel / total;
	}

	/** &Sigma; P i&sup2; / N. */
	public double highLevelEmphasis() {
		return highLevel / total;
	}

	/** &Sigma; P / (i&sup2; j&sup2;) / N. */
	public double smallSizeLowLevelEmphasis() {
		return smallLow / total;
	}

	/** &Sigma; P i&sup2; / j&sup2; / N. */
	public double smallSizeHighLevelEmphasis() {
		return smallHigh / total;
	}

	/** &Sigma; P j&sup2; / i&sup2; / N. */
	public double largeSizeLowLevelEmphasis() {
		return largeLow / total;
	}

	/** &Sigma; P i&sup2; j&sup2; / N. */
	public double largeSizeHighLevelEmphasis() {
		return largeHigh / total;
	}

	/** &Sigma;i (&Sigma;j P)&sup2; / N. */
	public double levelNonUniformity() {
		return levelNonUniformity / total;
	}

	/** &Sigma;i (&Sigma;j P)&sup2; / N&sup2;. */
	public double levelNonUniformityNormalized() {
		return levelNonUniformity / (total * total);
	}

	/** &Sigma;j (&Sigma;i P)&sup2; / N. */
	public double sizeNonUniformity() {
		return sizeNonUniformity / total;
	}

	/** &Sigma;j (&Sigma;i P)&sup2; / N&sup2;. */
	public double sizeNonUniformityNormalized() {
		return sizeNonUniformity / (total * total);
	}

	/** N over the number of voxels in the runs, zones or dependences. */
	public double percentage() {
		return total / voxels;
	}

	/** Variance of i. */
	public double levelVariance() {
		return levelVariance;
	}

	/** Variance of j. */
	public double sizeVariance() {
		return sizeVariance;
	}

	/** -&Sigma; p log p, in bits. */
	public double entropy() {
		return entropy;
	}
}
