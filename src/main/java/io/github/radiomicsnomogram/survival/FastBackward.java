package io.github.radiomicsnomogram.survival;

import io.github.radiomicsnomogram.InputException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Backward elimination without refits (Lawless and Singhal 1978, doi:10.2307/2530022): the coefficients of a smaller model
 * follow from the full one's and their covariance matrix as a conditional mean, and Wald's statistic stands for the
 * likelihood ratio. What rms's fastbw does.
 *
 * @param steps terms that left, in order
 * @param kept terms that stayed
 * @param names of their coefficients
 * @param coefficients approximate log hazard ratios of what stayed
 * @param covariance of these
 */
public record FastBackward(List<Step> steps, List<String> kept, List<String> names, double[] coefficients,
	double[][] covariance)
{

	/** By what the term to leave is chosen, and when to stop. */
	public enum Rule {
			/** Chi-squared less 2 for each coefficient. */
			AIC,
			/** P value. */
			P
	}

	/** What has to stay small. */
	public enum Type {
			/** All terms that left, together. */
			RESIDUAL,
			/** The term that is to leave. */
			INDIVIDUAL
	}

	/**
	 * A term that left.
	 *
	 * @param term its name
	 * @param wald its own statistic, given the terms that were still there
	 * @param residual statistic of all terms that left up to here, in the full model
	 */
	public record Step(String term, TestStatistic wald, TestStatistic residual) {

		/** Residual statistic less 2 for each coefficient. */
		public double aic() {
			return residual.statistic() - PRICE * residual.df();
		}
	}

	private static final double PRICE = 2;

	/**
	 * Eliminates.
	 *
	 * @param full model of all terms
	 * @param rule of choice and stopping
	 * @param type of stopping
	 * @param level for {@link Rule#AIC} the criterion, for {@link Rule#P} the P value at which to stop: 0 and 0.05 in rms
	 * @throws InputException if the model has redundant coefficients
	 */
	public static FastBackward of(final CoxFit full, final Rule rule, final Type type, final double level) {
		for (int j = 0; j < full.names().size(); j++)
			if (Double.isNaN(full.coefficient(j))) throw new InputException("Covariate '" + full.names().get(j) +
				"' is redundant: it is constant or a combination of others. Leave it out.");
		return new Search(full, rule, type, level).run();
	}

	private record Search(CoxFit full, Rule rule, Type type, double level) {

		FastBackward run() {
			final DesignMatrix x = full.data().covariates();
			final List<Integer> in = new ArrayList<>(IntStream.range(0, x.terms().size()).boxed().toList());
			final List<Step> steps = new ArrayList<>();
			Conditional now = conditional(in);
			while (!in.isEmpty()) {
				Integer least = null;
				TestStatistic smallest = null;
				for (final Integer term : in) {
					final TestStatistic t = now.wald(columns(List.of(term)));
					if (smallest != null && !(criterion(t) < criterion(smallest))) continue;
					least = term;
					smallest = t;
				}
				in.remove(least);
				final TestStatistic residual = conditional(List.of()).wald(outside(in));
				if (!isSmall(type == Type.RESIDUAL ? residual : smallest)) {
					in.add(least);
					break;
				}
				steps.add(new Step(x.terms().get(least), smallest, residual));
				if (!in.isEmpty()) now = conditional(in);
			}
			return result(steps, in);
		}

		private double criterion(final TestStatistic t) {
			return rule == Rule.AIC ? t.statistic() - PRICE * t.df() : -t.p();
		}

		private boolean isSmall(final TestStatistic t) {
			return rule == Rule.AIC ? criterion(t) <= level : t.p() > level;
		}

		private FastBackward result(final List<Step> steps, final List<Integer> in) {
			final DesignMatrix x = full.data().covariates();
			in.sort(null);
			final Conditional rest = in.isEmpty() ? new Conditional(new int[0], new double[0], new double[0][]) : conditional(
				in);
			return new FastBackward(List.copyOf(steps), in.stream().map(x.terms()::get).toList(), Arrays.stream(rest.columns)
				.mapToObj(x.names()::get).toList(), rest.beta, rest.covariance);
		}

		/** Columns of some terms, ascending. */
		private int[] columns(final List<Integer> terms) {
			final DesignMatrix x = full.data().covariates();
			return IntStream.range(0, x.width()).filter(j -> terms.contains(x.termOfColumn(j))).toArray();
		}

		private int[] outside(final List<Integer> terms) {
			final DesignMatrix x = full.data().covariates();
			return IntStream.range(0, x.width()).filter(j -> !terms.contains(x.termOfColumn(j))).toArray();
		}

		/** Coefficients of some terms if those of all others are 0; of no terms means the full model. */
		private Conditional conditional(final List<Integer> terms) {
			final double[][] v = full.covariance();
			final int[] in = terms.isEmpty() ? IntStream.range(0, v.length).toArray() : columns(terms);
			final int[] out = terms.isEmpty() ? new int[0] : outside(terms);
			final double[] beta = pick(full.coefficients(), in);
			final double[][] covariance = pick(v, in, in);
			if (out.length == 0) return new Conditional(in, beta, covariance);
			final GeneralizedCholesky left = new GeneralizedCholesky(pick(v, out, out));
			final double[] zero = left.solve(pick(full.coefficients(), out));
			final double[][] cross = pick(v, in, out);
			for (int a = 0; a < in.length; a++) {
				beta[a] -= Dense.dot(cross[a], zero, out.length);
				final double[] weights = left.solve(cross[a]);
				for (int b = 0; b < in.length; b++)
					covariance[a][b] -= Dense.dot(weights, cross[b], out.length);
			}
			return new Conditional(in, beta, covariance);
		}
	}

	/** Coefficients of some columns. */
	private record Conditional(int[] columns, double[] beta, double[][] covariance) {

		TestStatistic wald(final int[] wanted) {
			final int[] at = Arrays.stream(wanted).map(j -> Arrays.binarySearch(columns, j)).toArray();
			final double[] b = pick(beta, at);
			final double[] solved = new GeneralizedCholesky(pick(covariance, at, at)).solve(b);
			return TestStatistic.chiSquared(Dense.dot(b, solved, b.length), b.length);
		}
	}

	private static double[] pick(final double[] values, final int[] at) {
		return Arrays.stream(at).mapToDouble(j -> values[j]).toArray();
	}

	private static double[][] pick(final double[][] m, final int[] rows, final int[] columns) {
		return Arrays.stream(rows).mapToObj(i -> pick(m[i], columns)).toArray(double[][]::new);
	}
}
