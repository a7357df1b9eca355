package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.model.CoxTerm;
import io.github.radiomicsnomogram.survival.CoxData;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.CoxRegression;
import io.github.radiomicsnomogram.survival.Ties;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The Cox model of one variable alone: a row of the paper's Table 1.
 *
 * @param id clinical variable, or {@link CoxTerm#SIGNATURE}
 * @param label for people
 * @param fit one coefficient, or one for each level but the reference
 * @param p Wald test of all its coefficients
 * @param omitted patients without a value
 * @param entered whether it went into the multivariate model's selection
 */
public record ClinicalFit(String id, String label, CoxFit fit, double p, int omitted, boolean entered) {

	static ClinicalFit of(final String id, final Patients training, final double[] score, final Ties ties,
		final double limit)
	{
		final int[] rows = id.equals(CoxTerm.SIGNATURE) ? IntStream.range(0, training.size()).toArray() : training.complete(List
			.of(id));
		final CoxFit fit = CoxRegression.fit(new CoxData(training.times().rows(rows), ModelDesign.of(List.of(id), training,
			score, rows)), ties);
		final double p = fit.degreesOfFreedom() == 0 ? Double.NaN : fit.waldTest().p();
		final String label = training.clinical(id).map(c -> c.variable().label()).orElse("Radiomics signature");
		return new ClinicalFit(id, label, fit, p, training.size() - rows.length, p < limit);
	}
}
