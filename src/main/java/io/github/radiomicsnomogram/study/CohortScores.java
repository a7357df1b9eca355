package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.model.CoxTerm;
import io.github.radiomicsnomogram.model.PrognosticModel;
import io.github.radiomicsnomogram.model.RiskGroup;
import io.github.radiomicsnomogram.survival.SurvivalTimes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a model says of the patients of a cohort, and what became of them. The arrays are not to be changed.
 *
 * @param name of the cohort: "training"
 * @param ids of the patients
 * @param times follow-up
 * @param score of the signature
 * @param high whether the score means high risk
 * @param predictor linear predictor of the Cox model, not centred; NaN if a clinical value is missing, or there is no Cox
 *          model
 * @param risk of the event by the horizon; NaN as the predictor
 */
public record CohortScores(String name, List<String> ids, SurvivalTimes times, double[] score, boolean[] high,
	double[] predictor, double[] risk)
{

	public CohortScores {
		ids = List.copyOf(ids);
	}

	/** Applies a model; patients that lack a feature of the signature are left out and told of. */
	static CohortScores of(final String name, final PrognosticModel model, final Patients all,
		final List<String> warnings)
	{
		final double[][] x = all.columns(model.signature().columns());
		final int[] rows = IntStream.range(0, all.size()).filter(i -> Arrays.stream(x).noneMatch(v -> Double.isNaN(v[i])))
			.toArray();
		if (rows.length < all.size()) warnings.add((all.size() - rows.length) + " patients of the " + name +
			" cohort lack a feature of the signature and are left out.");
		final Patients patients = all.rows(rows);
		final double[][] columns = patients.columns(model.signature().columns());
		final double[] score = IntStream.range(0, rows.length).mapToDouble(i -> model.signature().score(Arrays.stream(columns)
			.mapToDouble(v -> v[i]).toArray())).toArray();
		final boolean[] high = new boolean[score.length];
		for (int i = 0; i < high.length; i++)
			high[i] = model.cutoff().group(score[i]) == RiskGroup.HIGH;
		final double[] lp = predictors(model, patients, score);
		final double[] risk = Arrays.stream(lp).map(v -> Double.isNaN(v) || model.baseline().isEmpty() ? Double.NaN : 1 - model
			.baseline().get().at(v).survival()).toArray();
		final long unknown = Arrays.stream(lp).filter(Double::isNaN).count();
		if (unknown > 0 && !model.cox().isEmpty()) warnings.add(unknown + " patients of the " + name +
			" cohort lack a clinical value of the nomogram: they count for the signature only.");
		return new CohortScores(name, patients.ids(), patients.times(), score, high, lp, risk);
	}

	private static double[] predictors(final PrognosticModel model, final Patients patients, final double[] score) {
		final double[] lp = new double[score.length];
		if (model.cox().isEmpty()) Arrays.fill(lp, Double.NaN);
		for (final CoxTerm t : model.cox()) {
			final double[] v = t.isSignature() ? score : patients.clinical(t.variable()).orElseThrow().codes();
			final Optional<Integer> level = t.level().map(l -> model.clinicalVariable(t.variable()).levels().stream().map(x -> x
				.id()).toList().indexOf(l));
			for (int i = 0; i < lp.length; i++)
				lp[i] += Double.isNaN(v[i]) ? Double.NaN : t.beta() * (level.isEmpty() ? v[i] : v[i] == level.get() ? 1 : 0);
		}
		return lp;
	}

	/** Rows with a linear predictor. */
	int[] known() {
		final List<Integer> rows = new ArrayList<>();
		for (int i = 0; i < predictor.length; i++)
			if (!Double.isNaN(predictor[i])) rows.add(i);
		return rows.stream().mapToInt(Integer::intValue).toArray();
	}
}
