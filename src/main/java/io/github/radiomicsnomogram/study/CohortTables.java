package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.survival.Calibration;
import io.github.radiomicsnomogram.survival.ConfidenceType;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.DecisionCurve;
import io.github.radiomicsnomogram.survival.KaplanMeier;
import io.github.radiomicsnomogram.survival.RocCurve;
import io.github.radiomicsnomogram.survival.SurvivalEstimate;
import io.github.radiomicsnomogram.survival.TreatmentEffect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a model does in cohorts, as CSV tables: one row a patient, or one a point of a curve. */
final class CohortTables {

	private CohortTables() {}

	/** Tables of all cohorts, each with a column cohort. */
	static Map<String, String> files(final List<CohortResult> cohorts) {
		final Map<String, String> files = new LinkedHashMap<>();
		files.put("patients.csv", patients(cohorts));
		files.put("kaplan_meier.csv", curves(cohorts));
		files.put("roc.csv", roc(cohorts));
		files.put("performance.csv", performance(cohorts));
		files.put("calibration.csv", calibration(cohorts));
		files.put("decision_curve.csv", decision(cohorts));
		return files;
	}

	private static String patients(final List<CohortResult> cohorts) {
		final CsvText csv = new CsvText("cohort", "id", "time", "event", "score", "group", "linear_predictor", "risk");
		for (final CohortResult c : cohorts) {
			final CohortScores s = c.scores();
			for (int i = 0; i < s.ids().size(); i++)
				csv.row(s.name(), s.ids().get(i), s.times().time(i), s.times().event(i) ? 1 : 0, s.score()[i], Study.group(s
					.high()[i]), s.predictor()[i], s.risk()[i]);
		}
		return csv.toString();
	}

	private static String curves(final List<CohortResult> cohorts) {
		final CsvText csv = new CsvText("cohort", "group", "time", "at_risk", "events", "censored", "survival", "lower95",
			"upper95");
		for (final CohortResult c : cohorts) {
			c.groups().low().ifPresent(g -> curve(csv, c.scores().name(), "low", g.curve()));
			c.groups().high().ifPresent(g -> curve(csv, c.scores().name(), "high", g.curve()));
		}
		return csv.toString();
	}

	private static void curve(final CsvText csv, final String cohort, final String group, final KaplanMeier km) {
		final double[] t = km.times();
		for (int i = 0; i < t.length; i++) {
			final SurvivalEstimate e = km.at(t[i], ConfidenceType.LOG);
			csv.row(cohort, group, t[i], km.atRisk()[i], km.events()[i], km.censored()[i], e.survival(), e.lower(), e.upper());
		}
	}

	private static String roc(final List<CohortResult> cohorts) {
		final CsvText csv = new CsvText("cohort", "marker", "threshold", "sensitivity", "specificity");
		for (final CohortResult c : cohorts) {
			roc(csv, c.scores().name(), c.signature());
			c.nomogram().ifPresent(n -> roc(csv, c.scores().name(), n));
		}
		return csv.toString();
	}

	private static void roc(final CsvText csv, final String cohort, final Discrimination d) {
		d.roc().ifPresent(r -> {
			for (final RocCurve.Point p : r.points())
				csv.row(cohort, d.marker(), p.threshold(), p.sensitivity(), p.specificity());
		});
	}

	private static String performance(final List<CohortResult> cohorts) {
		final CsvText csv = new CsvText("cohort", "quantity", "value", "lower95", "upper95");
		for (final CohortResult c : cohorts) {
			discrimination(csv, c.scores().name(), "signature", c.signature());
			c.nomogram().ifPresent(n -> discrimination(csv, c.scores().name(), "nomogram", n));
			group(csv, c.scores().name(), "low", c.groups().low());
			group(csv, c.scores().name(), "high", c.groups().high());
			final String name = c.scores().name();
			c.groups().logRank().ifPresent(t -> csv.row(name, "log-rank P", t.test().p(), Double.NaN, Double.NaN));
			c.groups().hazardRatio().ifPresent(f -> csv.row(name, "hazard ratio high/low", f.hazardRatio(0), f
				.hazardRatioLower(0), f.hazardRatioUpper(0)));
			c.calibration().ifPresent(k -> {
				csv.row(name, "calibration slope", k.slope(), k.slope() - Z95 * k.slopeError(), k.slope() + Z95 * k.slopeError());
				csv.row(name, "observed over expected risk", k.observedToExpected(), Double.NaN, Double.NaN);
				csv.row(name, "calibration in the large (log)", c.inTheLarge(), Double.NaN, Double.NaN);
				csv.row(name, "integrated calibration index", k.ici(), Double.NaN, Double.NaN);
			});
			c.brier().ifPresent(b -> csv.row(name, "Brier score", b.score(), b.lower(), b.upper()));
		}
		return csv.toString();
	}

	private static final double Z95 = 1.959963984540054;

	private static void discrimination(final CsvText csv, final String cohort, final String what,
		final Discrimination d)
	{
		final double c = d.concordance().c(), e = d.concordance().standardError();
		csv.row(cohort, "C-index " + what, c, Math.max(0, c - Z95 * e), Math.min(1, c + Z95 * e));
		d.roc().ifPresent(r -> csv.row(cohort, "AUC " + what, r.auc(), r.interval()[0], r.interval()[1]));
		d.timeDependent().ifPresent(t -> csv.row(cohort, "time-dependent AUC " + what, t.auc(), t.lower(), t.upper()));
	}

	private static void group(final CsvText csv, final String cohort, final String name,
		final Optional<RiskGroups.Group> group)
	{
		group.ifPresent(g -> {
			csv.row(cohort, "patients " + name, (double) g.n(), Double.NaN, Double.NaN);
			csv.row(cohort, "events " + name, (double) g.events(), Double.NaN, Double.NaN);
			csv.row(cohort, "survival at horizon " + name, g.atHorizon().survival(), g.atHorizon().lower(), g.atHorizon()
				.upper());
		});
	}

	private static String calibration(final List<CohortResult> cohorts) {
		final CsvText csv = new CsvText("cohort", "kind", "n", "predicted", "observed", "log_error");
		for (final CohortResult c : cohorts)
			c.calibration().ifPresent(k -> {
				for (final Calibration.Group g : k.groups())
					csv.row(c.scores().name(), "group", g.n(), g.predicted(), g.observed(), g.logError());
				for (final Calibration.Point p : k.smooth())
					csv.row(c.scores().name(), "smooth", "", p.predicted(), p.observed(), Double.NaN);
			});
		return csv.toString();
	}

	private static String decision(final List<CohortResult> cohorts) {
		final CsvText csv = new CsvText("cohort", "threshold", "net_benefit", "treat_all", "treat_none", "n_positive",
			"followup_reaches_horizon");
		for (final CohortResult c : cohorts)
			c.decision().ifPresent(d -> {
				for (final DecisionCurve.Point p : d.points())
					csv.row(c.scores().name(), p.threshold(), p.netBenefit(), p.treatAll(), 0.0, p.nTreated(), p.reached());
			});
		return csv.toString();
	}

	/** Hazard ratios are of treated over untreated. */
	static String treatment(final List<TreatmentInCohort> list) {
		final CsvText csv = new CsvText("cohort", "subgroup", "level", "n", "events", "hr_treated", "lower95", "upper95", "p",
			"hr_untreated_over_treated", "survival_untreated", "survival_treated", "difference", "difference_lower95",
			"difference_upper95", "interaction_p");
		for (final TreatmentInCohort t : list)
			for (final TreatmentEffect.Group g : t.effect().groups()) {
				final CoxFit f = g.fit();
				csv.row(t.cohort(), t.subgroup(), g.level(), f.n(), f.events(), f.hazardRatio(0), f.hazardRatioLower(0), f
					.hazardRatioUpper(0), f.p(0), 1 / f.hazardRatio(0), g.untreated().survival(), g.treated().survival(), g
						.difference(), g.interval()[0], g.interval()[1], t.effect().interaction().p());
			}
		return csv.toString();
	}
}
