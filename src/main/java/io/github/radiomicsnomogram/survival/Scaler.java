package io.github.radiomicsnomogram.survival;

import java.util.Arrays;
import java.util.List;

/**
 * z-scores with the mean and standard deviation (divisor n - 1) of the patients that it was made from, so that others
 * are scaled alike. A constant variable is centred only. Immutable.
 *
 * @param names variables
 * @param means of each
 * @param deviations of each; 0 for a constant variable
 */
public record Scaler(List<String> names, double[] means, double[] deviations) {

	public Scaler {
		names = List.copyOf(names);
		means = means.clone();
		deviations = deviations.clone();
	}

	/** Learns from columns. */
	public static Scaler of(final List<String> names, final double[][] columns) {
		final double[] means = new double[columns.length], deviations = new double[columns.length];
		for (int j = 0; j < columns.length; j++) {
			means[j] = Moments.mean(columns[j]);
			deviations[j] = Math.sqrt(Moments.variance(columns[j]));
		}
		return new Scaler(names, means, deviations);
	}

	/** z-scores of the values of one variable. */
	public double[] scale(final int variable, final double[] values) {
		final double by = deviations[variable] > 0 ? deviations[variable] : 1;
		return Arrays.stream(values).map(v -> (v - means[variable]) / by).toArray();
	}

	@Override
	public double[] means() {
		return means.clone();
	}

	@Override
	public double[] deviations() {
		return deviations.clone();
	}
}
