package io.github.radiomicsnomogram.preprocess;

/**
 * The error function as ITK's Gaussian interpolators compute it (VNL): the incomplete gamma function P(1/2, x^2) by its
 * series or by its continued fraction with Lentz's method, to 7 digits only, over a Lanczos approximation of log gamma.
 * A better one would give other grey values.
 */
final class ErrorFunction {

	private static final int MAX_TERMS = 100;
	private static final double PRECISION = 3.0e-7;
	private static final double TINY = 1.0e-30;
	private static final double A = 0.5;
	private static final double LOG_GAMMA = logGamma(A);

	private ErrorFunction() {}

	static double erf(final double x) {
		final double square = x * x;
		final double p = square < A + 1.0 ? series(square) : 1.0 - fraction(square);
		return x < 0 ? -p : p;
	}

	private static double logGamma(final double x) {
		double sum = 2.50662827563479526904;
		sum += 225.525584619175212544 / x;
		sum -= 268.295973841304927459 / (x + 1.0);
		sum += 80.9030806934622512966 / (x + 2.0);
		sum -= 5.00757863970517583837 / (x + 3.0);
		sum += 0.0114684895434781459556 / (x + 4.0);
		final double shifted = x + 4.65;
		return Math.log(sum) + (x - 0.5) * Math.log(shifted) - shifted;
	}

	private static double factor(final double x) {
		return Math.exp(-x + A * Math.log(x) - LOG_GAMMA);
	}

	private static double series(final double x) {
		if (!(x > 0)) return 0;
		double a = A, term = 1.0 / A, sum = term;
		for (int i = 1; i <= MAX_TERMS; i++) {
			a += 1;
			term *= x / a;
			sum += term;
			if (Math.abs(term) < Math.abs(sum) * PRECISION) break;
		}
		return sum * factor(x);
	}

	private static double fraction(final double x) {
		double b = x + 1.0 - A, c = 1.0 / TINY, d = 1.0 / b, value = d;
		for (int i = 1; i <= MAX_TERMS; i++) {
			final double a = i * (A - i);
			b += 2.0;
			d = awayFromZero(a * d + b);
			c = awayFromZero(b + a / c);
			d = 1.0 / d;
			final double delta = d * c;
			value *= delta;
			if (Math.abs(delta - 1.0) < PRECISION) break;
		}
		return factor(x) * value;
	}

	private static double awayFromZero(final double v) {
		return Math.abs(v) < TINY ? TINY : v;
	}
}
