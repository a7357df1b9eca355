package io.github.radiomicsnomogram.texture;

/**
 * Maximal correlation coefficients of kernels' matrices; see {@link MaximalCorrelation}. Kernels are small: where the
 * pairs fall into groups without a common level the coefficient is 1, where there are two levels it has a closed form,
 * and else a small dense matrix has few eigenvalues.
 * <p>
 * Of three or more levels that are independent of each other the coefficient is 0. PyRadiomics takes the root of what
 * rounding leaves there, up to 1e-8; where that is negative and no level of the ROI is absent from the direction, it leaves
 * the direction out of the average. Without symmetry that happens in ROIs of a few levels; see {@link TwoLevels}.
 */
final class KernelCorrelation {

	private static final double EPSILON = CooccurrenceStatistics.EPSILON;

	/** Levels of the whole ROI. */
	private final int all;
	private final int[] place, parent;
	private int[] level = new int[16];
	private int n;

	KernelCorrelation(final int levels) {
		all = levels;
		place = new int[levels];
		parent = new int[2 * levels];
	}

	/**
	 * @param p the entries' probabilities
	 * @param px sums of rows
	 * @param py sums of columns
	 * @param independent whether each entry is the product of its row's and column's sum: the coefficient is 0
	 */
	double maximal(final PairEntries entries, final double[] p, final double[] px, final double[] py,
		final boolean independent)
	{
		if (all == 1) return 1;
		n = 0;
		for (int e = 0; e < entries.size; e++) {
			see(entries.rows[e]);
			see(entries.columns[e]);
		}
		java.util.Arrays.sort(level, 0, n);
		for (int i = 0; i < n; i++)
			place[level[i]] = i;
		final double value = n == 1 ? 0 : n == 2 ? ofTwo(entries, p, px, py) : independent ? 0 : ofMore(entries, p, px, py);
		for (int i = 0; i < n; i++)
			place[level[i]] = 0;
		return value;
	}

	private void see(final int l) {
		if (place[l] != 0) return;
		place[l] = 1;
		if (n == level.length) level = java.util.Arrays.copyOf(level, 2 * n);
		level[n++] = l;
	}

	/**
	 * Rounded as LAPACK does, which moves the absent levels away first and thereby exchanges the two, or not. If levels are
	 * absent, an eigenvalue that rounding makes negative comes after their zeros.
	 */
	private double ofTwo(final PairEntries entries, final double[] p, final double[] px, final double[] py) {
		final double[] m = new double[4];
		for (int e = 0; e < entries.size; e++)
			m[2 * place[entries.rows[e]] + place[entries.columns[e]]] = p[e];
		final double x0 = px[level[0]], x1 = px[level[1]], y0 = py[level[0]], y1 = py[level[1]];
		final double a = m[0] * m[0] / (x0 * y0 + EPSILON) + m[1] * m[1] / (x0 * y1 + EPSILON);
		final double b = m[0] * m[2] / (x0 * y0 + EPSILON) + m[1] * m[3] / (x0 * y1 + EPSILON);
		final double c = m[2] * m[0] / (x1 * y0 + EPSILON) + m[3] * m[1] / (x1 * y1 + EPSILON);
		final double d = m[2] * m[2] / (x1 * y0 + EPSILON) + m[3] * m[3] / (x1 * y1 + EPSILON);
		final boolean swapped = (level[0] & 1) == 1;
		final double second = swapped ? TwoLevels.secondEigenvalue(d, c, b, a) : TwoLevels.secondEigenvalue(a, b, c, d);
		return Math.sqrt(all == 2 ? second : Math.max(0, second));
	}

	private double ofMore(final PairEntries entries, final double[] p, final double[] px, final double[] py) {
		if (isDisconnected(entries)) return 1;
		final double[] b = new double[n * n];
		boolean symmetric = true;
		for (int e = 0; e < entries.size; e++)
			b[place[entries.rows[e]] * n + place[entries.columns[e]]] = p[e] / Math.sqrt(px[entries.rows[e]] *
				py[entries.columns[e]] + EPSILON);
		for (int i = 0; i < n && symmetric; i++)
			for (int j = 0; j < i && symmetric; j++)
				symmetric = b[i * n + j] == b[j * n + i];
		double first = 0, second = 0;
		for (final double v : symmetric ? SymmetricEigenvalues.of(b, n) : SingularValues.of(b, n)) {
			final double size = Math.abs(v);
			second = Math.max(second, Math.min(first, size));
			first = Math.max(first, size);
		}
		return second;
	}

	/** Whether rows and columns fall into groups that share no entry; each group adds an eigenvalue 1. */
	private boolean isDisconnected(final PairEntries entries) {
		int groups = 0;
		for (int i = 0; i < 2 * n; i++)
			parent[i] = -1;
		for (int e = 0; e < entries.size; e++) {
			final int row = place[entries.rows[e]], column = n + place[entries.columns[e]];
			if (parent[row] < 0) {
				parent[row] = row;
				groups++;
			}
			if (parent[column] < 0) {
				parent[column] = column;
				groups++;
			}
			final int a = root(row), c = root(column);
			if (a == c) continue;
			parent[a] = c;
			groups--;
		}
		return groups > 1;
	}

	private int root(final int node) {
		int i = node;
		while (parent[i] != i)
			i = parent[i] = parent[parent[i]];
		return i;
	}
}
