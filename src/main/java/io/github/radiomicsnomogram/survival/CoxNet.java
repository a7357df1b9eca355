package io.github.radiomicsnomogram.survival;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;

import java.util.Arrays;
import java.util.List;

/**
 * LASSO and elastic-net Cox models with glmnet's objective (Simon et al. 2011, doi:10.18637/jss.v039.i05): minimise
 * -(1/n) log likelihood (Breslow ties) + lambda sum of v_j (alpha |b_j| + (1 - alpha)/2 b_j^2), where covariates are
 * divided by their standard deviation (divisor n) if wanted; coefficients come back on the scale of the covariates. The
 * path of penalties and where it stops are glmnet's; {@link CoxNetOptions#thresh} tells how nearly each model is solved.
 */
public final class CoxNet {

	/** Least alpha for which the largest penalty is computed. */
	static final double RIDGE_ALPHA = 1e-3;
	private static final double MIN_GAIN = 1e-3;
	private static final double MAX_RATIO = 0.99;
	private static final int GAIN_OVER = 4;

	private final CoxNetMinimiser solver;
	private final List<String> names;
	private final double[] scale;
	private final CoxNetOptions options;
	private final int n;

	private CoxNet(final SurvivalTimes times, final List<String> names, final double[][] columns,
		final CoxNetOptions options)
	{
		this.names = names;
		this.options = options;
		n = times.size();
		scale = new double[columns.length];
		final double[][] scaled = new double[columns.length][];
		for (int j = 0; j < columns.length; j++) {
			final double mean = Moments.mean(columns[j]);
			final double deviation = Math.sqrt(Moments.sumOfSquares(columns[j]) / n);
			final boolean constant = isConstant(columns[j]);
			scale[j] = constant ? 0 : options.standardize() ? deviation : 1;
			scaled[j] = constant ? null : Arrays.stream(columns[j]).map(v -> (v - mean) / scale(deviation)).toArray();
		}
		solver = new CoxNetMinimiser(times, scaled, options);
	}

	private double scale(final double deviation) {
		return options.standardize() ? deviation : 1;
	}

	private static boolean isConstant(final double[] v) {
		return Arrays.stream(v).allMatch(x -> x == v[0]);
	}

	/**
	 * Fits a path.
	 *
	 * @param times follow-up; all positive, as glmnet wants
	 * @param names covariates
	 * @param columns values, covariate by covariate, none missing
	 * @throws InputException where glmnet refuses: no events, a time that is not positive, missing values, constant
	 *           covariates only
	 */
	public static CoxNetPath fit(final SurvivalTimes times, final List<String> names, final double[][] columns,
		final CoxNetOptions options, final Progress progress)
	{
		check(times, names, columns);
		return new CoxNet(times, names, columns, options).path(progress);
	}

	static void check(final SurvivalTimes times, final List<String> names, final double[][] columns) {
		if (times.events() == 0) throw new InputException("No patient had the event: there is nothing to learn from.");
		for (int i = 0; i < times.size(); i++)
			if (!(times.time(i) > 0)) throw new InputException("Patient " + (i + 1) + ": the time is " + times.time(i) +
				", but a penalised Cox model wants positive times.");
		for (int j = 0; j < columns.length; j++)
			for (int i = 0; i < columns[j].length; i++)
				if (!Double.isFinite(columns[j][i])) throw new InputException("Covariate '" + names.get(j) + "' of patient " + (i +
					1) + " is " + columns[j][i] + ".");
		if (Arrays.stream(columns).allMatch(CoxNet::isConstant)) throw new InputException("All " + columns.length +
			" covariates are constant.");
	}

	private CoxNetPath path(final Progress progress) {
		final boolean automatic = options.lambda().isEmpty();
		final double[] lambda = options.lambda().orElseGet(this::lambdas);
		final double[][] beta = new double[lambda.length][];
		final double[] ratio = new double[lambda.length];
		int count = 0;
		boolean reached = true;
		while (count < lambda.length) {
			progress.check();
			// The first automatic one has been solved by whoever found it.
			reached = automatic && count == 0 || solver.solve(lambda[count]);
			if (!reached) break;
			beta[count] = unscaled();
			ratio[count] = solver.devianceRatio();
			count++;
			if (automatic && isFlat(ratio, count)) break;
		}
		if (count == 0) throw new InputException("Coordinate descent to the threshold " + options.thresh().orElse(0) +
			" fails at the first penalty, " + lambda[0] + "; choose larger penalties, or the threshold 0 for the exact solution.");
		return new CoxNetPath(names, Arrays.copyOf(lambda, count), Arrays.copyOf(beta, count), Arrays.copyOf(ratio, count),
			solver.nullDeviance(), reached ? 0 : count + 1, solver.passes());
	}

	private static boolean isFlat(final double[] ratio, final int count) {
		if (count <= GAIN_OVER) return false;
		final double last = ratio[count - 1];
		return last - ratio[count - 1 - GAIN_OVER] < MIN_GAIN * last || last > MAX_RATIO;
	}

	/** From the smallest penalty that keeps all coefficients 0 down, evenly on the log scale. */
	private double[] lambdas() {
		final double largest = solver.start();
		solver.previous(largest);
		final int count = options.lambdas();
		// glmnet takes the root with an exponent in single precision, which shows in the ninth digit.
		final double step = Math.pow(options.minRatio(n, names.size()), 1.0f / (count - 1));
		final double[] lambda = new double[count];
		lambda[0] = largest;
		for (int k = 1; k < count; k++)
			lambda[k] = lambda[k - 1] * step;
		return lambda;
	}

	private double[] unscaled() {
		final double[] b = solver.coefficients();
		for (int j = 0; j < b.length; j++)
			b[j] = scale[j] == 0 ? 0 : b[j] / scale[j];
		return b;
	}
}
