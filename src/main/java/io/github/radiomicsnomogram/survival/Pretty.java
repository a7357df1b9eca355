package io.github.radiomicsnomogram.survival;

/**
 * Round numbers for an axis, as R's {@code pretty()} finds them (Becker, Chambers, Wilks: The New S Language, 1988):
 * about n intervals of 1, 2 or 5 times a power of ten that cover a range.
 */
public final class Pretty {

	private static final double TINY = 1e-10;
	/** How much larger units are favoured over smaller ones: R's high.u.bias, and the one for the step to 5. */
	private static final double BIAS = 1.5, BIAS_5 = 0.5 + 1.5 * BIAS;
	private static final double SHRINK_SMALL = 0.75;

	private Pretty() {}

	/**
	 * The ticks.
	 *
	 * @param low end of the range, finite
	 * @param high other end, not smaller
	 * @param n wanted number of intervals, at least 1
	 * @return ascending; the first is at most low, the last at least high
	 */
	public static double[] of(final double low, final double high, final int n) {
		final int least = n / 3;
		final double unit = unit(low, high, n, least);
		long first = (long) Math.floor(low / unit + TINY), last = (long) Math.ceil(high / unit - TINY);
		final int lacking = (int) (least - (last - first));
		if (lacking > 0 && low == 0 && first == 0 && high != 0) last += lacking;
		else if (lacking > 0 && high == 0 && last == 0 && low != 0) first -= lacking;
		else if (lacking > 0) {
			final int half = lacking / 2, more = lacking - half;
			final boolean positive = first >= 0;
			first -= positive ? more : half;
			last += positive ? half : more;
		}
		final double[] ticks = new double[(int) (last - first) + 1];
		for (int i = 0; i < ticks.length; i++)
			ticks[i] = (first + i) * unit;
		return ticks;
	}

	private static double unit(final double low, final double high, final int n, final int least) {
		final double size = Math.max(Math.abs(low), Math.abs(high)), span = high - low;
		double cell;
		if (span == 0 && high == 0 || span < size * 3 * n * Math.ulp(1.0) * (1 + 1 / (1 + BIAS))) {
			cell = size == 0 ? 1 : size;
			if (cell > 10) cell = 9 + cell / 10;
			cell *= SHRINK_SMALL;
			if (least > 1) cell /= least;
		}
		else cell = span / n;
		final double base = Math.pow(10, Math.floor(Math.log10(cell)));
		if (2 * base - cell >= BIAS * (cell - base)) return base;
		if (5 * base - cell >= BIAS_5 * (cell - 2 * base)) return 2 * base;
		return 10 * base - cell < BIAS * (cell - 5 * base) ? 10 * base : 5 * base;
	}
}
