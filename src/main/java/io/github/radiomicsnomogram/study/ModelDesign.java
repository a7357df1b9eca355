package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.model.CoxTerm;
import io.github.radiomicsnomogram.survival.DesignMatrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The covariates of a Cox model of the score and clinical variables: one column a number, one a level but the first. */
final class ModelDesign {

	private ModelDesign() {}

	/**
	 * @param terms clinical ids and {@link CoxTerm#SIGNATURE}
	 * @param score of all patients
	 * @param rows patients wanted, none with a missing value
	 */
	static DesignMatrix of(final List<String> terms, final Patients patients, final double[] score, final int[] rows) {
		final List<String> names = new ArrayList<>();
		final List<Integer> termOf = new ArrayList<>();
		final List<double[]> columns = new ArrayList<>();
		for (int t = 0; t < terms.size(); t++) {
			final String term = terms.get(t);
			if (term.equals(CoxTerm.SIGNATURE)) add(names, termOf, columns, term, t, Patients.pick(score, rows));
			else {
				final Patients.Coded c = patients.clinical(term).orElseThrow(() -> new IllegalArgumentException(term));
				final double[] codes = Patients.pick(c.codes(), rows);
				if (c.isNumeric()) add(names, termOf, columns, term, t, codes);
				else for (int l = 1; l < c.variable().levels().size(); l++) {
					final int level = l;
					add(names, termOf, columns, levelName(term, c.variable().levels().get(l).id()), t, Arrays.stream(codes).map(
						v -> v == level ? 1 : 0).toArray());
				}
			}
		}
		return new DesignMatrix(rows.length, terms, names, termOf.stream().mapToInt(Integer::intValue).toArray(), columns
			.toArray(double[][]::new));
	}

	/** Name of a level's coefficient. */
	static String levelName(final String term, final String level) {
		return term + "=" + level;
	}

	private static void add(final List<String> names, final List<Integer> termOf, final List<double[]> columns,
		final String name, final int term, final double[] values)
	{
		names.add(name);
		termOf.add(term);
		columns.add(values);
	}
}
