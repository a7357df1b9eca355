package io.github.radiomicsnomogram.survival;

import java.util.Arrays;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * Reciprocal condition number of a symmetric matrix in the norm of the largest column sum, as LAPACK, and so R's rcond,
 * has it: the norm of the inverse is Higham's estimate (1988, doi:10.1145/50063.214386), which may be too small.
 */
final class ConditionNumber {

	private static final int MAX_ROUNDS = 5;

	private final DecompositionSolver inverse;
	private final int n;
	private double[] sign;
	private double estimate;

	private ConditionNumber(final double[][] m) {
		n = m.length;
		inverse = new LUDecomposition(new Array2DRowRealMatrix(m, false), 0).getSolver();
	}

	/** Of a matrix without missing elements; 0 if it is singular. */
	static double reciprocal(final double[][] m) {
		final ConditionNumber c = new ConditionNumber(m);
		if (!c.inverse.isNonSingular()) return 0;
		double norm = 0;
		for (final double[] column : m)
			norm = Math.max(norm, sum(column));
		c.climb();
		c.alternate();
		return 1 / norm / c.estimate;
	}

	private static double sum(final double[] v) {
		return Arrays.stream(v).map(Math::abs).sum();
	}

	private double[] solve(final double[] v) {
		return inverse.solve(new ArrayRealVector(v, false)).toArray();
	}

	/** From column to column of the inverse, while they get larger. */
	private void climb() {
		final double[] even = new double[n];
		Arrays.fill(even, 1.0 / n);
		double[] x = solve(even);
		estimate = sum(x);
		if (n == 1) return;
		sign = signs(x);
		x = solve(sign);
		int j = largest(x);
		for (int round = 2; round <= MAX_ROUNDS; round++) {
			final double[] unit = new double[n];
			unit[j] = 1;
			x = solve(unit);
			final double before = estimate;
			estimate = sum(x);
			final double[] next = signs(x);
			if (Arrays.equals(next, sign) || estimate <= before) return;
			sign = next;
			x = solve(sign);
			final int last = j;
			j = largest(x);
			if (x[last] == Math.abs(x[j])) return;
		}
	}

	/** A last try against matrices made to mislead. */
	private void alternate() {
		if (n == 1) return;
		final double[] x = new double[n];
		for (int i = 0; i < n; i++)
			x[i] = (i % 2 == 0 ? 1 : -1) * (1 + i / (n - 1.0));
		estimate = Math.max(estimate, 2 * sum(solve(x)) / (3 * n));
	}

	private static double[] signs(final double[] v) {
		return Arrays.stream(v).map(x -> x > 0 ? 1 : -1).toArray();
	}

	private static int largest(final double[] v) {
		int at = 0;
		for (int i = 1; i < v.length; i++)
			if (Math.abs(v[i]) > Math.abs(v[at])) at = i;
		return at;
	}
}
