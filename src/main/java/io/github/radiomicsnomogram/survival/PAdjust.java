package io.github.radiomicsnomogram.survival;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Corrections of P values for many tests: R's p.adjust. NaN values stay NaN and do not count as tests. */
public enum PAdjust {
		/** Bonferroni: times the number of tests. */
		BONFERRONI {

			@Override
			double[] adjustSorted(final double[] p) {
				return Arrays.stream(p).map(v -> v * p.length).toArray();
			}
		},
		/** Holm 1979: step down. */
		HOLM {

			@Override
			double[] adjustSorted(final double[] p) {
				final double[] q = new double[p.length];
				for (int i = 0; i < p.length; i++)
					q[i] = Math.max(i == 0 ? 0 : q[i - 1], p[i] * (p.length - i));
				return q;
			}
		},
		/** Benjamini and Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x: false discovery rate. */
		BENJAMINI_HOCHBERG {

			@Override
			double[] adjustSorted(final double[] p) {
				final double[] q = new double[p.length];
				for (int i = p.length - 1; i >= 0; i--)
					q[i] = Math.min(i == p.length - 1 ? Double.POSITIVE_INFINITY : q[i + 1], p[i] * p.length / (i + 1));
				return q;
			}
		};

	abstract double[] adjustSorted(double[] ascending);

	/** Corrected values, in the order given, none above 1. */
	public double[] adjust(final double[] p) {
		final int[] order = IntStream.range(0, p.length).filter(i -> !Double.isNaN(p[i])).boxed().sorted(Comparator
			.comparingDouble(i -> p[i])).mapToInt(Integer::intValue).toArray();
		final double[] sorted = adjustSorted(Arrays.stream(order).mapToDouble(i -> p[i]).toArray());
		final double[] adjusted = new double[p.length];
		Arrays.fill(adjusted, Double.NaN);
		for (int i = 0; i < order.length; i++)
			adjusted[order[i]] = Math.min(1, sorted[i]);
		return adjusted;
	}
}
