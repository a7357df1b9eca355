package io.github.radiomicsnomogram.survival;

/** Symmetric matrices kept as the rows of their lower triangle. */
final class Symmetric {

	private Symmetric() {}

	/** The full p x p matrix. */
	static double[][] unpack(final double[] lower, final int p) {
		final double[][] full = new double[p][p];
		int k = 0;
		for (int a = 0; a < p; a++)
			for (int b = 0; b <= a; b++)
				full[a][b] = full[b][a] = lower[k++];
		return full;
	}

	/** x' M x. */
	static double quadraticForm(final double[][] m, final double[] x) {
		double sum = 0;
		for (int a = 0; a < x.length; a++)
			for (int b = 0; b < x.length; b++)
				sum += x[a] * m[a][b] * x[b];
		return sum;
	}
}
