package io.github.radiomicsnomogram.report;

import static io.github.radiomicsnomogram.report.Numbers.fixed;
import static io.github.radiomicsnomogram.report.Numbers.p;
import static io.github.radiomicsnomogram.report.Numbers.ratio;
import static io.github.radiomicsnomogram.report.Numbers.significant;

import io.github.radiomicsnomogram.model.BaselineSurvival;
import io.github.radiomicsnomogram.model.CoxTerm;
import io.github.radiomicsnomogram.study.ClinicalFit;
import io.github.radiomicsnomogram.study.StudyResult;
import io.github.radiomicsnomogram.study.TrainedSignature;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.ProportionalHazards;
import io.github.radiomicsnomogram.survival.StepwiseSelection;
import io.github.radiomicsnomogram.survival.UnivariateScreen;

import java.util.List;
import java.util.Optional;

/** Cox models, from single features to the nomogram. */
final class CoxTables {

	private CoxTables() {}

	/** Features that passed the univariate screen. */
	static Table features(final StudyResult study) {
		final List<String> screened = study.fit().screened(), kept = study.fit().collinearity().kept();
		final List<String> selected = study.fit().signature().map(TrainedSignature::features).orElse(List.of());
		final Table table = new Table("Features that passed the univariate screen: Cox model of each z-score.", false,
			"Feature", "HR per SD (95% CI)", "P", "C-index", "After correlation", "In the signature");
		for (final UnivariateScreen.Row row : study.fit().screen().rows())
			if (screened.contains(row.name())) table.row(row.name(), hazardRatio(row.fit(), 0), p(row.fit().p(0)), fixed(row
				.concordance().c(), 3), yes(kept.contains(row.name())), yes(selected.contains(row.name())));
		return table.note("All " + study.fit().screen().rows().size() + " features: univariate_features.csv.");
	}

	private static String yes(final boolean yes) {
		return yes ? "yes" : "no";
	}

	static Table signature(final TrainedSignature s) {
		final Table table = new Table("The radiomics signature: score = intercept + sum of coefficient × feature value.", false,
			"Feature", "Coefficient of the raw value", "Coefficient of the z-score", "Mean", "Standard deviation");
		for (int j = 0; j < s.features().size(); j++)
			table.row(s.features().get(j), significant(s.raw()[j], 7), significant(s.standardized()[j], 4), significant(s
				.means()[j], 4), significant(s.deviations()[j], 4));
		return table.row("Intercept", significant(s.intercept(), 7), "", "", "");
	}

	/** Cox model of each clinical variable and the signature: the paper's Table 1. */
	static Table univariate(final StudyResult study) {
		final Table table = new Table("Univariate Cox regression, training cohort.", false, "Variable", "n", "Events",
			"HR (95% CI)", "P", "Entered selection");
		for (final ClinicalFit u : study.fit().univariate()) {
			for (int j = 0; j < u.fit().names().size(); j++)
				table.row(label(u.fit().names().get(j), study), Integer.toString(u.fit().n()), Integer.toString(u.fit().events()),
					hazardRatio(u.fit(), j), p(u.fit().p(j)), yes(u.entered()));
			if (u.fit().names().size() > 1) table.note(u.label() + ": Wald test of all levels, " + Numbers.pInText(u.p()) + ".");
		}
		return table;
	}

	/** The model behind the nomogram, with its test of proportional hazards and variance inflation. */
	static Table multivariate(final StudyResult study) {
		final CoxFit fit = study.fit().cox().orElseThrow();
		final Table table = new Table("Multivariate Cox regression, training cohort (" + fit.n() + " patients, " + fit
			.events() + " events).", false, "Variable", "Coefficient (SE)", "HR (95% CI)", "P", "Variance inflation");
		for (int j = 0; j < fit.names().size(); j++)
			table.row(label(fit.names().get(j), study), significant(fit.coefficient(j), 4) + " (" + significant(fit
				.standardError(j), 3) + ")", hazardRatio(fit, j), p(fit.p(j)), j < study.inflation().length ? fixed(study
					.inflation()[j], 2) : Numbers.NONE);
		table.note("C-index " + Numbers.share(fit.concordance().c(), fit.concordance().standardError()) +
			" (apparent); likelihood ratio test " + fixed(fit.likelihoodRatioTest().statistic(), 2) + " on " + Numbers.count(
				fit.degreesOfFreedom(), "degree") + " of freedom, " + Numbers.pInText(fit.likelihoodRatioTest().p()) + "; AIC " +
			fixed(fit.aic(), 2) + ".");
		baseline(study.model().baseline(), study).ifPresent(table::note);
		return table;
	}

	private static Optional<String> baseline(final Optional<BaselineSurvival> baseline, final StudyResult study) {
		return baseline.map(b -> "Baseline survival at " + Numbers.plain(study.file().settings().endpoint().months()) +
			" months, all variables 0 or at their reference: " + significant(b.survival(), 6) + " (95% CI " + significant(b.low(),
				4) + "–" + significant(b.high(), 4) + "). The risk of the event is 1 − " + "baseline^exp(sum of coefficient × value).");
	}

	static Table proportionalHazards(final ProportionalHazards ph) {
		final Table table = new Table("Test of proportional hazards (score test, Kaplan–Meier scale; cox.zph in R).", false,
			"Variable", "Chi-squared", "Degrees of freedom", "P");
		for (int t = 0; t < ph.terms().size(); t++)
			table.row(ph.terms().get(t), fixed(ph.tests().get(t).statistic(), 3), Integer.toString(ph.tests().get(t).df()), p(ph
				.tests().get(t).p()));
		return table.row("All", fixed(ph.global().statistic(), 3), Integer.toString(ph.global().df()), p(ph.global().p()));
	}

	static Table steps(final StepwiseSelection selection) {
		final Table table = new Table("Rounds of the stepwise selection.", false, "Change", "Deviance", "Criterion");
		selection.steps().forEach(s -> table.row(s.change().isEmpty() ? "start" : s.change(), fixed(s.deviance(), 3), fixed(s
			.criterion(), 3)));
		return table;
	}

	/** "Ki-67", or "ALN status: positive". */
	static String label(final String coefficient, final StudyResult study) {
		final int equals = coefficient.indexOf('=');
		final String id = equals < 0 ? coefficient : coefficient.substring(0, equals);
		if (id.equals(CoxTerm.SIGNATURE)) return "Radiomics signature";
		final String label = study.fit().univariate().stream().filter(u -> u.id().equals(id)).map(ClinicalFit::label).findFirst()
			.orElse(id);
		return equals < 0 ? label : label + ": " + coefficient.substring(equals + 1);
	}

	static String hazardRatio(final CoxFit fit, final int j) {
		return ratio(fit.hazardRatio(j), fit.hazardRatioLower(j), fit.hazardRatioUpper(j));
	}
}
