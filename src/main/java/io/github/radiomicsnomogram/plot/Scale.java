package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.survival.Pretty;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What an axis shows.
 *
 * @param low value at its left or lower end
 * @param high value at the other end
 * @param ticks values that have a tick
 * @param labels one for each tick
 * @param title of the axis
 */
record Scale(double low, double high, double[] ticks, String[] labels, String title) {

	private static final double[] MONTHS = { 1, 2, 3, 6, 12, 24, 36, 60, 120 };
	private static final int MOST_MONTHS = 8;
	private static final double ROUNDING = 1e-9;

	/** Round ticks within a range that is left as it is. */
	static Scale exact(final double low, final double high, final int intervals, final String title) {
		final double slack = ROUNDING * (high - low);
		return of(low, high, DoubleStream.of(Pretty.of(low, high, intervals)).filter(t -> t >= low - slack && t <= high +
			slack).toArray(), title);
	}

	/** Round ticks that cover a range, from the first to the last. */
	static Scale covering(final double low, final double high, final int intervals, final String title) {
		final double[] ticks = Pretty.of(low, high, intervals);
		return of(ticks[0], ticks[ticks.length - 1], ticks, title);
	}

	/** From 0 to 1. */
	static Scale share(final String title) {
		return of(0, 1, new double[] { 0, 0.2, 0.4, 0.6, 0.8, 1 }, title);
	}

	/** Time from 0 on; an axis in months has ticks at whole years where it can. */
	static Scale time(final double end, final String title) {
		if (!title.toLowerCase(Locale.ROOT).contains("month")) return exact(0, end, 6, title);
		final double step = DoubleStream.of(MONTHS).filter(m -> end / m <= MOST_MONTHS).findFirst().orElse(
			MONTHS[MONTHS.length - 1]);
		return of(0, end, IntStream.rangeClosed(0, (int) (end / step)).mapToDouble(k -> k * step).toArray(), title);
	}

	/** Labels with as many decimals as the finest tick needs, so that they line up. */
	private static Scale of(final double low, final double high, final double[] ticks, final String title) {
		final int decimals = Arrays.stream(ticks).mapToInt(t -> {
			final String label = Ticks.label(t);
			return label.contains("E") ? -1 : label.indexOf('.') < 0 ? 0 : label.length() - label.indexOf('.') - 1;
		}).reduce(0, (a, b) -> a < 0 || b < 0 ? -1 : Math.max(a, b));
		return new Scale(low, high, ticks, Arrays.stream(ticks).mapToObj(t -> decimals < 0 ? Print.tick(t) : Print.fixed(t,
			decimals)).toArray(String[]::new), title);
	}
}
