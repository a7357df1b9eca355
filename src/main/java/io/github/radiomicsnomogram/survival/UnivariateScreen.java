package io.github.radiomicsnomogram.survival;

import io.github.radiomicsnomogram.Progress;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

/**
 * A Cox model of each variable alone, after z-scoring it. Runs in the caller's
 * {@link net.imglib2.parallel.TaskExecutor}; the results don't depend on its threads.
 *
 * @param rows one for each variable, in the order given
 */
public record UnivariateScreen(List<Row> rows) {

	/**
	 * One variable.
	 *
	 * @param name of the variable
	 * @param mean that was subtracted
	 * @param deviation that it was divided by, divisor n - 1; 0 for a constant variable
	 * @param fit model of the z-score
	 * @param concordance of the linear predictor
	 */
	public record Row(String name, double mean, double deviation, CoxFit fit, Concordance concordance) {}

	public UnivariateScreen {
		rows = List.copyOf(rows);
	}

	/**
	 * @param times follow-up
	 * @param names variables
	 * @param columns their values, variable by variable, without missing ones
	 * @param ties how tied deaths are treated
	 * @param progress the caller's ear and brake
	 */
	public static UnivariateScreen of(final SurvivalTimes times, final List<String> names, final double[][] columns,
		final Ties ties, final Progress progress)
	{
		final Scaler scaler = Scaler.of(names, columns);
		final RiskSets sets = new RiskSets(times, null, null, null);
		final Concordance.Pairing pairing = new Concordance.Pairing(times, Concordance.TimeWeight.N,
			Double.POSITIVE_INFINITY);
		final Row[] rows = new Row[columns.length];
		final List<Integer> indices = IntStream.range(0, columns.length).boxed().toList();
		Parallelization.getTaskExecutor().forEach(new ArrayList<>(indices), j -> {
			progress.check();
			final double[] z = scaler.scale(j, columns[j]);
			final CoxFit fit = CoxRegression.fit(new CoxData(times, DesignMatrix.numeric(List.of(names.get(j)), new double[][] {
				z })), sets, ties);
			rows[j] = new Row(names.get(j), scaler.means()[j], scaler.deviations()[j], fit, Concordance.of(pairing,
				fit.linearPredictors()));
		});
		return new UnivariateScreen(List.of(rows));
	}

	/** Wald P value of each variable; NaN for a constant one. */
	public double[] waldP() {
		return rows.stream().mapToDouble(r -> r.fit().p(0)).toArray();
	}
}
