package io.github.radiomicsnomogram.texture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;

class MaximalCorrelationTest {

	/** Rounding of some tens of operations on numbers near 1. */
	private static final double ROUNDING = 1e-13;

	@Test
	void eigenvaluesAreThoseOfALibrary() {
		for (final int n : new int[] { 1, 2, 3, 7, 30 }) {
			final double[][] a = symmetric(n, n);
			final double[] computed = SymmetricEigenvalues.of(flat(a), n);
			final double[] expected = new EigenDecomposition(new Array2DRowRealMatrix(a)).getRealEigenvalues();
			Arrays.sort(computed);
			Arrays.sort(expected);
			assertArrayEquals(expected, computed, n * ROUNDING);
		}
	}

	@Test
	void eigenvaluesOfZerosAndDiagonals() {
		assertArrayEquals(new double[4], SymmetricEigenvalues.of(new double[16], 4));
		assertArrayEquals(new double[] { 3, 0, 2 }, SymmetricEigenvalues.of(new double[] { 3, 0, 0, 0, 0, 0, 0, 0, 2 }, 3));
	}

	@Test
	void singularValuesAreThoseOfALibrary() {
		for (final int n : new int[] { 1, 2, 3, 8, 25 }) {
			final double[][] a = general(n, n);
			final double[] expected = new SingularValueDecomposition(new Array2DRowRealMatrix(a)).getSingularValues();
			assertArrayEquals(expected, SingularValues.of(flat(a), n), n * ROUNDING);
		}
	}

	@Test
	void largeEigenvaluesAreThoseAmongAllOfThem() {
		final Random random = new Random(11);
		for (int n = 3; n < 60; n++) {
			final double[] diagonal = random.doubles(n, -1, 1).toArray(), below = random.doubles(n, -1, 1).toArray();
			if (n % 3 == 0) below[n / 2] = 0;
			final double[] all = diagonal.clone();
			SymmetricEigenvalues.ofTridiagonal(all, below, n);
			Arrays.sort(all);
			for (int k = 1; k <= 3; k++)
				assertEquals(all[n - k], LargeEigenvalue.of(diagonal, below, n, k, -4), ROUNDING);
			assertEquals(4, LargeEigenvalue.of(diagonal, below, n, 1, 4));
		}
	}

	/** All pivots are 0 at the eigenvalue, or on the way. */
	@Test
	void largeEigenvaluesOfZerosAndPairs() {
		assertEquals(0, LargeEigenvalue.of(new double[4], new double[4], 4, 1, 0));
		assertEquals(0, LargeEigenvalue.of(new double[4], new double[4], 4, 2, -1), ROUNDING);
		assertEquals(1, LargeEigenvalue.of(new double[2], new double[] { 0, 1 }, 2, 1, -1), ROUNDING);
		assertEquals(-1, LargeEigenvalue.of(new double[2], new double[] { 0, 1 }, 2, 2, -1), ROUNDING);
		assertEquals(3, LargeEigenvalue.of(new double[] { 2, 2 }, new double[] { 0, -1 }, 2, 1, 1), ROUNDING);
		assertEquals(7, LargeEigenvalue.of(new double[] { 7 }, new double[1], 1, 1, 1), ROUNDING);
	}

	@Test
	void secondValuesAreThoseOfALibrary() {
		for (final int n : new int[] { 2, 3, 8, 25 }) {
			final double[] singular = new SingularValueDecomposition(new Array2DRowRealMatrix(general(n, n))).getSingularValues();
			assertEquals(singular[1], SingularValues.second(flat(general(n, n)), n), n * ROUNDING);
			final double[] symmetric = new SingularValueDecomposition(new Array2DRowRealMatrix(symmetric(n, n)))
				.getSingularValues();
			assertEquals(symmetric[1], SymmetricEigenvalues.secondSize(flat(symmetric(n, n)), n), n * ROUNDING);
		}
	}

	@Test
	void denseAndIteratedSolversAgree() {
		for (final int n : new int[] { 90, 96, 97, 150 }) {
			final SparseMatrix p = normalised(band(n, n, n % 2 == 0));
			assertEquals(secondOfQ(p, n), correlation(p, n), ROUNDING);
		}
	}

	@Test
	void theSecondEigenvalueOfQ() {
		for (int n = 3; n < 25; n++) {
			final SparseMatrix p = normalised(band(n, n, n % 2 == 0));
			assertEquals(secondOfQ(p, n), correlation(p, n), ROUNDING);
		}
	}

	/** Levels that only have themselves as neighbours: Q is diagonal, its elements p&sup2; / (p&sup2; + epsilon). */
	@Test
	void epsilonCountsForRareLevels() {
		for (final double rare : new double[] { 1e-4, 1e-6, 3e-8 }) {
			final SparseMatrix.Builder p = new SparseMatrix.Builder(3);
			p.add(0, 0, rare);
			p.add(1, 1, rare / 2);
			p.add(2, 2, 1 - 1.5 * rare);
			final double expected = Math.sqrt(rare * rare / (rare * rare + 0x1p-52));
			assertEquals(expected, correlation(p.build(), 3), ROUNDING);
		}
	}

	/** A rare chain of levels beside a common one: epsilon makes Q unsymmetric by some 1e-3, which must not show. */
	@Test
	void anUnsymmetricQHasItsOwnEigenvalue() {
		final SparseMatrix.Builder p = new SparseMatrix.Builder(9);
		final double r = 4e-7;
		p.add(0, 0, 1 - 12 * r);
		p.add(1, 1, r);
		p.add(1, 2, r);
		p.add(2, 1, r);
		p.add(2, 2, 3 * r);
		p.add(2, 3, r);
		p.add(3, 2, r);
		p.add(3, 3, 4 * r);
		final SparseMatrix chain = p.build();
		assertEquals(dominant(chain), correlation(chain, 4), ROUNDING);
	}

	@Test
	void independentLevelsHaveNoCorrelation() {
		final SparseMatrix.Builder p = new SparseMatrix.Builder(9);
		for (int i = 0; i < 3; i++)
			for (int j = 0; j < 3; j++)
				p.add(i, j, (1 + i) * (2 + j) / 54.0);
		assertTrue(correlation(p.build(), 3) < ROUNDING);
	}

	@Test
	void oneLevelCorrelatesWithItself() {
		final SparseMatrix.Builder p = new SparseMatrix.Builder(1);
		p.add(0, 0, 1);
		assertEquals(1, correlation(p.build(), 1));
	}

	/**
	 * Of two independent levels the eigenvalue is 0; LAPACK leaves of it what rounding does. PyRadiomics' values (by
	 * numpy.linalg.eigvals) for symmetrical matrices of these counts; to the last digit.
	 */
	@Test
	void twoLevelsRoundAsLapackDoes() {
		assertEquals(0, twoLevels(1, 3, 9));
		assertEquals(5.268356063861754e-09, twoLevels(9, 3, 1));
		assertEquals(7.450580596923828e-09, twoLevels(9, 6, 4));
	}

	private static double twoLevels(final double a, final double b, final double d) {
		final SparseMatrix.Builder m = new SparseMatrix.Builder(4);
		m.add(0, 0, a);
		m.add(0, 1, b);
		m.add(1, 0, b);
		m.add(1, 1, d);
		return correlation(normalised(m.build()), 2);
	}

	private static double correlation(final SparseMatrix p, final int n) {
		final double[] px = new double[n], py = new double[n];
		for (int e = 0; e < p.size(); e++) {
			px[p.row(e)] += p.value(e);
			py[p.column(e)] += p.value(e);
		}
		return MaximalCorrelation.of(p, px, py);
	}

	/** By a library: the second singular value of p / sqrt(px py + epsilon). */
	private static double secondOfQ(final SparseMatrix p, final int n) {
		final double[][] b = new double[n][n];
		final double[] px = new double[n], py = new double[n];
		for (int e = 0; e < p.size(); e++) {
			px[p.row(e)] += p.value(e);
			py[p.column(e)] += p.value(e);
		}
		for (int e = 0; e < p.size(); e++)
			b[p.row(e)][p.column(e)] = p.value(e) / Math.sqrt(px[p.row(e)] * py[p.column(e)] +
				0x1p-52);
		return new SingularValueDecomposition(new Array2DRowRealMatrix(b)).getSingularValues()[1];
	}

	/** Root of the largest eigenvalue of Q without its first level, which has no neighbours among the others: by powers. */
	private static double dominant(final SparseMatrix p) {
		final double[] px = new double[4];
		for (int e = 0; e < p.size(); e++)
			px[p.row(e)] += p.value(e);
		RealMatrix power = new Array2DRowRealMatrix(3, 3);
		for (int i = 1; i < 4; i++)
			for (int j = 1; j < 4; j++)
				for (int k = 1; k < 4; k++)
					power.addToEntry(i - 1, j - 1, p.get(i, k) * p.get(j, k) / (px[i] * px[k] + 0x1p-52));
		final RealMatrix q = power;
		for (int step = 0; step < 12; step++)
			power = power.multiply(power).scalarMultiply(1 / power.getNorm());
		final double[] v = power.getColumn(0);
		return Math.sqrt(q.operate(v)[0] / v[0]);
	}

	private static double[][] general(final int n, final long seed) {
		final Random random = new Random(seed);
		final double[][] a = new double[n][n];
		for (final double[] row : a)
			Arrays.setAll(row, j -> random.nextDouble());
		return a;
	}

	private static double[][] symmetric(final int n, final long seed) {
		final double[][] a = general(n, seed);
		for (int i = 0; i < n; i++)
			for (int j = 0; j < i; j++)
				a[i][j] = a[j][i];
		return a;
	}

	/** Counts as of a smooth texture: near the diagonal. */
	private static SparseMatrix band(final int n, final long seed, final boolean symmetrical) {
		final Random random = new Random(seed);
		final SparseMatrix.Builder m = new SparseMatrix.Builder(n * n);
		for (int i = 0; i < n; i++)
			for (int j = 0; j < n; j++) {
				final int count = (int) (200 * Math.exp(-Math.pow((i - j) / (1 + n / 6.0), 2)) * random.nextDouble());
				if (count > 0 || i == j) m.add(i, j, count + 1);
			}
		final SparseMatrix counts = m.build();
		return symmetrical ? SparseMatrix.sum(counts, 1, counts.transposed(n), 1) : counts;
	}

	private static SparseMatrix normalised(final SparseMatrix m) {
		final double total = m.total();
		return m.map((i, j, v) -> v / total);
	}

	private static double[] flat(final double[][] a) {
		return Arrays.stream(a).flatMapToDouble(Arrays::stream).toArray();
	}
}
