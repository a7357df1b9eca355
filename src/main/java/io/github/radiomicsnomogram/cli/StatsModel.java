package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.CoxData;
import io.github.radiomicsnomogram.survival.ModelFrame;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A Cox model's patients and terms as options. */
final class StatsModel {

	@Mixin
	private StatsFollowUp followUp;

	@Option(names = "--covariates", required = true, paramLabel = "TERMS", description = {
		"Terms of the model: columns, factor(c), log(c), a:b, 'original_*'." })
	private String covariates;

	@Option(names = "--strata", paramLabel = "COLUMNS", description = "Own baseline for each value of these columns.")
	private String strata = "";

	@Option(names = "--weights", paramLabel = "COLUMN", description = {
		"Case weights; if some are no whole numbers, the standard errors are robust ones." })
	private String weights;

	@Option(names = "--offset", paramLabel = "COLUMN", description = "Added to each linear predictor.")
	private String offset;

	@Option(names = "--ties", paramLabel = "RULE", defaultValue = "efron", description = {
		"Tied deaths: efron (default), breslow, exact." })
	private String ties;

	/**
	 * Patients and terms.
	 *
	 * @param data the complete patients
	 * @param rows the same as a table
	 * @param terms of the model, without strata
	 * @param formula as R writes it
	 * @param omitted patients left out for missing values
	 */
	record Frame(CoxData data, Cohort rows, List<String> terms, String formula, int omitted) {}

	String ties() {
		return ties;
	}

	StatsFollowUp followUp() {
		return followUp;
	}

	boolean isWeighted() {
		return weights != null;
	}

	/** The model's data in a cohort. */
	Frame in(final Cohort cohort) {
		final List<String> extra = Stream.of(weights, offset).filter(c -> c != null).toList();
		final Cohort used = StatsCells.complete(followUp.in(cohort), extra);
		final List<String> excluded = new ArrayList<>(followUp.columns());
		excluded.addAll(extra);
		excluded.addAll(StatsCells.split(strata));
		final List<String> terms = StatsCells.expand(used, covariates, excluded);
		final List<String> all = new ArrayList<>(terms);
		StatsCells.split(strata).forEach(s -> all.add("strata(" + s + ")"));
		final ModelFrame frame = ModelFrame.of(used, followUp.time(), followUp.event(), all);
		final CoxData d = frame.data();
		final CoxData data = new CoxData(d.times(), d.covariates(), d.strata().orElse(null), pick(used, weights, frame
			.rows()), pick(used, offset, frame.rows()));
		final String shown = offset == null ? "" : " + offset(" + offset + ")";
		return new Frame(data, used.rows(frame.rows()), terms, followUp.formula() + " ~ " + String.join(" + ", all) + shown,
			cohort.size() - frame.rows().length);
	}

	private static double[] pick(final Cohort cohort, final String column, final int[] rows) {
		if (column == null) return null;
		final double[] v = cohort.numeric(column);
		return IntStream.of(rows).mapToDouble(i -> v[i]).toArray();
	}
}
