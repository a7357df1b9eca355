package io.github.radiomicsnomogram.report;

import static io.github.radiomicsnomogram.report.Numbers.fixed;
import static io.github.radiomicsnomogram.report.Numbers.interval;

import io.github.radiomicsnomogram.study.CohortResult;
import io.github.radiomicsnomogram.study.Discrimination;
import io.github.radiomicsnomogram.study.RiskGroups;
import io.github.radiomicsnomogram.study.StudyResult;
import io.github.radiomicsnomogram.study.TrainedSignature;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.RocCurve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Results as sentences. */
final class ResultsText {

	private ResultsText() {}

	/** How the signature and the nomogram came about. */
	static List<String> development(final StudyResult study) {
		final List<String> text = new ArrayList<>();
		final int before = study.data().training().features().size(), screened = study.fit().screened().size(), kept = study
			.fit().collinearity().kept().size();
		text.add("Of " + Numbers.count(before, "feature") + ", " + screened + " passed the univariate screen" + (kept == screened
			? "" : ", " + kept + " stayed after leaving out correlated ones") + study.fit().signature().map(s -> ", and " + s
				.features().size() + " entered the signature (" + String.join(", ", s.features()) + ").").orElse(
					", and none entered a signature."));
		text.add("The cut-off of the score is " + Numbers.significant(study.cutoff().value(), 6) + "; at or above it, the risk is high." +
			cutoff(study));
		study.fit().cox().ifPresent(c -> text.add(multivariate(c, study)));
		return text;
	}

	private static String cutoff(final StudyResult study) {
		if (study.cutoff().best().isEmpty()) return "";
		final RocCurve.Point p = study.cutoff().best().get(0);
		return " In the training cohort its sensitivity is " + fixed(p.sensitivity(), 2) + " and its specificity " + fixed(p
			.specificity(), 2) + ", which were maximised and flatter it.";
	}

	private static String multivariate(final CoxFit fit, final StudyResult study) {
		return "The multivariate model holds " + IntStream.range(0, fit.names().size()).mapToObj(j -> CoxTables.label(fit.names()
			.get(j), study) + " (HR " + CoxTables.hazardRatio(fit, j).replace("(", "[95% CI ").replace(")", "]") + ", " + Numbers
				.pInText(fit.p(j)) + ")").collect(Collectors.joining("; ")) + ".";
	}

	/** The model in one cohort. */
	static String performance(final CohortResult c, final String horizon, final String survival) {
		final StringBuilder text = new StringBuilder("In the " + c.scores().name() + " cohort (" + Numbers.count(c.scores()
			.ids().size(), "patient") + ", " + Numbers.count(c.scores().times().events(), "event") + ") ");
		discrimination(text, "the signature", c.signature(), horizon);
		c.nomogram().ifPresent(n -> {
			text.append("; ");
			discrimination(text, "the nomogram", n, horizon);
		});
		text.append(". ");
		groups(text, c.groups(), survival);
		c.calibration().ifPresent(k -> text.append(" The calibration slope is ").append(Numbers.around(k.slope(), k
			.slopeError(), 2)).append("; observed over expected risk is ").append(fixed(k.observedToExpected(), 2)).append(
				'.'));
		c.decision().ifPresent(d -> text.append(" Net benefit is larger than that of treating all and of treating none at thresholds ")
			.append(PerformanceTables.winning(d)).append('.'));
		return text.toString();
	}

	private static void discrimination(final StringBuilder text, final String what, final Discrimination d,
		final String horizon)
	{
		text.append(what).append(" has a C-index of ").append(Numbers.share(d.concordance().c(), d.concordance()
			.standardError()));
		d.roc().ifPresent(r -> text.append(" and an AUC at ").append(horizon).append(" of ").append(interval(r.auc(), r
			.interval()[0], r.interval()[1], 3)));
	}

	private static void groups(final StringBuilder text, final RiskGroups g, final String survival) {
		if (g.low().isEmpty() || g.high().isEmpty()) {
			text.append("All patients are in one risk group.");
			return;
		}
		final RiskGroups.Group low = g.low().get(), high = g.high().get();
		text.append(Character.toUpperCase(survival.charAt(0))).append(survival.substring(1)).append(" is ").append(fixed(100 *
			low.atHorizon().survival(), 1)).append("% in the low risk group (").append(Numbers.count(low.n(), "patient"))
			.append(") and ").append(fixed(100 * high.atHorizon().survival(), 1)).append("% in the high risk group (").append(
				Numbers.count(high.n(), "patient")).append(")");
		g.logRank().ifPresent(t -> text.append("; log-rank ").append(Numbers.pInText(t.test().p())));
		text.append('.');
	}

	/** Boxes from the table to the cohorts. */
	static List<List<String>> patientFlow(final StudyResult study) {
		final List<List<String>> boxes = new ArrayList<>();
		final int training = study.data().training().size(), validation = study.data().validation().map(v -> v.size()).orElse(
			0);
		boxes.add(List.of("With follow-up and in a cohort: " + Numbers.count(training + validation, "patient")));
		boxes.add(study.cohorts().stream().map(c -> c.scores().name() + ": " + Numbers.count(c.scores().ids().size(),
			"patient") + ", " + Numbers.count(c.scores().times().events(), "event")).toList());
		study.fit().cox().ifPresent(c -> boxes.add(study.cohorts().stream().map(k -> "with all values of the nomogram, " + k
			.scores().name() + ": " + (k == study.training() ? c.n() : k.nomogram().map(Discrimination::n).orElse(0))).toList()));
		return boxes;
	}

	/** Boxes from the table's features to the signature. */
	static List<List<String>> featureFlow(final StudyResult study) {
		final List<List<String>> boxes = new ArrayList<>();
		final long asked = study.data().repeatability().size();
		if (asked > 0) boxes.add(List.of("In the table: " + asked + " features"));
		boxes.add(List.of((asked > 0 ? "Repeatable" : "In the table") + ": " + study.data().training().features().size() +
			" features"));
		boxes.add(List.of("Univariate screen: " + study.fit().screened().size()));
		if (study.file().settings().collinearity().isPresent()) boxes.add(List.of("After correlation: " + study.fit()
			.collinearity().kept().size()));
		boxes.add(List.of("Signature: " + study.fit().signature().map(TrainedSignature::features).map(List::size).orElse(0)));
		return boxes;
	}
}
