package io.github.radiomicsnomogram.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The effect of a treatment within subgroups, and whether it differs between them.
 *
 * @param groups one for each level of the subgroup
 * @param interaction likelihood ratio test of treatment x subgroup
 * @param interactionZ Wald statistic of the interaction, if it has one coefficient; else NaN
 * @param model fit of treatment, subgroup and their interaction
 */
public record TreatmentEffect(List<Group> groups, TestStatistic interaction, double interactionZ, CoxFit model) {

	/**
	 * One subgroup.
	 *
	 * @param level of the subgroup
	 * @param fit Cox model of the treatment alone
	 * @param untreated survival at the time without treatment; its standard error is of the probability
	 * @param treated survival at the time with treatment
	 */
	public record Group(String level, CoxFit fit, SurvivalEstimate untreated, SurvivalEstimate treated) {

		/** Survival gained by treatment at the time. */
		public double difference() {
			return treated.survival() - untreated.survival();
		}

		/** Limits of the difference's 95 % interval, by the sum of Greenwood's variances. */
		public double[] interval() {
			final double half = Distributions.Z95 * Math.hypot(treated.standardError(), untreated.standardError());
			return new double[] { difference() - half, difference() + half };
		}
	}

	/**
	 * @param times follow-up
	 * @param treated whether each patient was treated
	 * @param subgroup of each patient
	 * @param at time for survival differences
	 */
	public static TreatmentEffect of(final SurvivalTimes times, final boolean[] treated, final Factor subgroup,
		final double at, final Ties ties)
	{
		final int[] codes = subgroup.codes();
		final List<Group> groups = new ArrayList<>();
		for (int g = 0; g < subgroup.levels().size(); g++) {
			final int level = g;
			final int[] rows = IntStream.range(0, codes.length).filter(i -> codes[i] == level).toArray();
			groups.add(group(subgroup.levels().get(g), times, treated, rows, at, ties));
		}
		final DesignMatrix full = design(treated, subgroup);
		final CoxData data = new CoxData(times, full);
		final CoxFit with = CoxRegression.fit(data, ties);
		final CoxFit without = CoxRegression.fit(data.withCovariates(full.select(List.of("treatment", "subgroup"))), ties);
		final int df = full.width() - without.names().size();
		final int last = full.width() - 1;
		return new TreatmentEffect(groups, TestStatistic.chiSquared(2 * (with.logLikelihood() - without.logLikelihood()), df),
			df == 1 ? with.z(last) : Double.NaN, with);
	}

	private static Group group(final String level, final SurvivalTimes times, final boolean[] treated, final int[] rows,
		final double at, final Ties ties)
	{
		final double[] t = IntStream.of(rows).mapToDouble(i -> treated[i] ? 1 : 0).toArray();
		final CoxFit fit = CoxRegression.fit(new CoxData(times.rows(rows), DesignMatrix.numeric(List.of("treatment"),
			new double[][] { t })), ties);
		return new Group(level, fit, survival(times, treated, rows, false, at), survival(times, treated, rows, true, at));
	}

	private static SurvivalEstimate survival(final SurvivalTimes times, final boolean[] treated, final int[] rows,
		final boolean which, final double at)
	{
		final int[] those = IntStream.of(rows).filter(i -> treated[i] == which).toArray();
		if (those.length == 0) return new SurvivalEstimate(at, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
		return new KaplanMeier(times.rows(those)).at(at, ConfidenceType.LOG);
	}

	private static DesignMatrix design(final boolean[] treated, final Factor subgroup) {
		final List<String> names = new ArrayList<>(List.of("treatment"));
		final List<double[]> columns = new ArrayList<>();
		final double[] t = IntStream.range(0, treated.length).mapToDouble(i -> treated[i] ? 1 : 0).toArray();
		columns.add(t);
		final int[] codes = subgroup.codes();
		for (int pass = 0; pass < 2; pass++)
			for (int g = 1; g < subgroup.levels().size(); g++) {
				final int level = g;
				final boolean interaction = pass == 1;
				names.add((interaction ? "treatment:" : "") + subgroup.levels().get(g));
				columns.add(IntStream.range(0, codes.length).mapToDouble(i -> codes[i] == level && (!interaction || treated[i])
					? 1 : 0).toArray());
			}
		final int levels = subgroup.levels().size();
		final int[] terms = IntStream.range(0, names.size()).map(j -> j == 0 ? 0 : j < levels ? 1 : 2).toArray();
		return new DesignMatrix(treated.length, List.of("treatment", "subgroup", "interaction"), names, terms, columns
			.toArray(double[][]::new));
	}
}
