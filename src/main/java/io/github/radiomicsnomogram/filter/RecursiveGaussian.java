package io.github.radiomicsnomogram.filter;

/**
 * Coefficients of a recursive filter of fourth order that approximates the convolution with a Gaussian or with its second
 * derivative, for samples a voxel apart: a causal pass {@code y[i] = n0 x[i] + ... + n3 x[i-3] - d1 y[i-1] - ... - d4
 * y[i-4]} and an anticausal pass {@code y[i] = m1 x[i+1] + ... + m4 x[i+4] - d1 y[i+1] - ... - d4 y[i+4]}, summed up.
 * <p>
 * Source: R. Deriche, "Recursively implementing the Gaussian and its derivatives", INRIA report 1893, 1993; normalised
 * as by G. Farneback and C.-F. Westin, "Improving Deriche-style recursive Gaussian filters", J. Math. Imaging Vis. 26,
 * 2006, 293-299, doi:10.1007/s10851-006-8464-z, which is how ITK does it; the terms stand in ITK's order, so that each
 * digit is the same.
 *
 * @param n causal weights of the input, 4
 * @param m anticausal weights of the input, 4
 * @param d weights of the output, 4
 * @param causalBorder weights of the first sample in place of outputs before it, 4
 * @param anticausalBorder weights of the last sample in place of outputs behind it, 4
 */
record RecursiveGaussian(double[] n, double[] m, double[] d, double[] causalBorder, double[] anticausalBorder) {

	private static final double W1 = 0.6681, L1 = -1.3932, W2 = 2.0787, L2 = -1.3732;

	/** Four weights and their moments: sum, first, second. */
	private record Weights(double n0, double n1, double n2, double n3, double sum, double first, double second) {}

	/** Smooths. */
	static RecursiveGaussian smoothing(final double sigma, final double spacing) {
		final double width = sigma / spacing;
		final double[] d = denominator(width);
		final Weights w = gaussian(width);
		final double gain = 2 * w.sum / (1.0 + d[0] + d[1] + d[2] + d[3]) - w.n0;
		return scaled(new double[] { w.n0, w.n1, w.n2, w.n3 }, 1 / gain, d);
	}

	/** Smooths and takes the second derivative per voxel, times sigma squared in mm. */
	static RecursiveGaussian secondDerivative(final double sigma, final double spacing) {
		final double width = sigma / spacing;
		final double[] d = denominator(width);
		final double sd = 1.0 + d[0] + d[1] + d[2] + d[3];
		final double dd = d[0] + 2 * d[1] + 3 * d[2] + 4 * d[3];
		final double ed = d[0] + 4 * d[1] + 9 * d[2] + 16 * d[3];
		final Weights w0 = gaussian(width);
		final Weights w2 = numerator(width, -1.3563, 5.2318, 0.3446, -2.2355);
		final double beta = -(2 * w2.sum - sd * w2.n0) / (2 * w0.sum - sd * w0.n0);
		final double[] n = { w2.n0 + beta * w0.n0, w2.n1 + beta * w0.n1, w2.n2 + beta * w0.n2, w2.n3 + beta * w0.n3 };
		final double sn = w2.sum + beta * w0.sum;
		final double dn = w2.first + beta * w0.first;
		final double en = w2.second + beta * w0.second;
		double gain = en * sd * sd - ed * sn * sd - 2 * dn * dd * sd + 2 * dd * dd * sn;
		gain /= sd * sd * sd;
		return scaled(n, sigma * sigma / gain, d);
	}

	private static Weights gaussian(final double width) {
		return numerator(width, 1.3530, 1.8151, -0.3531, 0.0902);
	}

	private static Weights numerator(final double width, final double a1, final double b1, final double a2,
		final double b2)
	{
		final double sin1 = RoundedTrigonometry.sin(W1 / width);
		final double sin2 = RoundedTrigonometry.sin(W2 / width);
		final double cos1 = RoundedTrigonometry.cos(W1 / width);
		final double cos2 = RoundedTrigonometry.cos(W2 / width);
		final double exp1 = NearestMath.exp(L1 / width);
		final double exp2 = NearestMath.exp(L2 / width);
		final double n0 = a1 + a2;
		double n1 = exp2 * (b2 * sin2 - (a2 + 2 * a1) * cos2);
		n1 += exp1 * (b1 * sin1 - (a1 + 2 * a2) * cos1);
		double n2 = (a1 + a2) * cos2 * cos1;
		n2 -= b1 * cos2 * sin1 + b2 * cos1 * sin2;
		n2 *= 2 * exp1 * exp2;
		n2 += a2 * exp1 * exp1 + a1 * exp2 * exp2;
		double n3 = exp2 * exp1 * exp1 * (b2 * sin2 - a2 * cos2);
		n3 += exp1 * exp2 * exp2 * (b1 * sin1 - a1 * cos1);
		return new Weights(n0, n1, n2, n3, n0 + n1 + n2 + n3, n1 + 2 * n2 + 3 * n3, n1 + 4 * n2 + 9 * n3);
	}

	private static double[] denominator(final double width) {
		final double cos1 = RoundedTrigonometry.cos(W1 / width);
		final double cos2 = RoundedTrigonometry.cos(W2 / width);
		final double exp1 = NearestMath.exp(L1 / width);
		final double exp2 = NearestMath.exp(L2 / width);
		final double d4 = exp1 * exp1 * exp2 * exp2;
		double d3 = -2 * cos1 * exp1 * exp2 * exp2;
		d3 += -2 * cos2 * exp2 * exp1 * exp1;
		double d2 = 4 * cos2 * cos1 * exp1 * exp2;
		d2 += exp1 * exp1 + exp2 * exp2;
		final double d1 = -2 * (exp2 * cos2 + exp1 * cos1);
		return new double[] { d1, d2, d3, d4 };
	}

	private static RecursiveGaussian scaled(final double[] weights, final double factor, final double[] d) {
		final double[] n = new double[4];
		for (int i = 0; i < 4; i++)
			n[i] = weights[i] * factor;
		final double[] m = { n[1] - d[0] * n[0], n[2] - d[1] * n[0], n[3] - d[2] * n[0], -d[3] * n[0] };
		final double sn = n[0] + n[1] + n[2] + n[3];
		final double sm = m[0] + m[1] + m[2] + m[3];
		final double sd = 1.0 + d[0] + d[1] + d[2] + d[3];
		final double[] causal = new double[4];
		final double[] anticausal = new double[4];
		for (int i = 0; i < 4; i++) {
			causal[i] = d[i] * sn / sd;
			anticausal[i] = d[i] * sm / sd;
		}
		return new RecursiveGaussian(n, m, d, causal, anticausal);
	}
}
