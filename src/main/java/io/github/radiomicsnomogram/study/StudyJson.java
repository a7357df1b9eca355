package io.github.radiomicsnomogram.study;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.Software;
import io.github.radiomicsnomogram.survival.RocCurve;
import io.github.radiomicsnomogram.survival.report.CalibrationReport;
import io.github.radiomicsnomogram.survival.report.CoxNetReport;
import io.github.radiomicsnomogram.survival.report.CoxReport;
import io.github.radiomicsnomogram.survival.report.DecisionCurveReport;
import io.github.radiomicsnomogram.survival.report.Json;
import io.github.radiomicsnomogram.survival.report.LogRankReport;
import io.github.radiomicsnomogram.survival.report.ScreenReport;
import io.github.radiomicsnomogram.survival.report.TreatmentEffectReport;

import java.util.List;
import java.util.Locale;

/** All numbers of a study as JSON. */
final class StudyJson {

	private static final Gson PRETTY = new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

	private StudyJson() {}

	static String text(final StudyResult r) {
		final JsonObject o = new JsonObject();
		o.addProperty("software", Software.NAME + " " + Software.version());
		o.addProperty("study", r.file().settings().id());
		o.addProperty("study_sha256", r.file().sha256());
		r.model().training().ifPresent(t -> o.addProperty("data_sha256", t.dataSha256()));
		o.add("warnings", Json.texts(r.warnings()));
		o.add("univariate_features", new ScreenReport(r.fit().screen()).json());
		o.add("screened", Json.texts(r.fit().screened()));
		o.add("correlation", Json.matrix(r.fit().collinearity().names(), r.fit().collinearity().names(), r.fit()
			.collinearity().matrix()));
		r.fit().lasso().ifPresent(l -> o.add("lasso", lasso(l, r.file().settings())));
		r.fit().signature().ifPresent(s -> o.add("signature", signature(s)));
		o.add("cutoff", cutoff(r.cutoff()));
		final JsonObject univariate = new JsonObject();
		r.fit().univariate().forEach(u -> univariate.add(u.id(), new CoxReport("Surv ~ " + u.id(), u.fit(), u.omitted(),
			new double[0], 0).json()));
		o.add("univariate_clinical", univariate);
		r.fit().cox().ifPresent(c -> o.add("multivariate", new CoxReport("Surv ~ " + String.join(" + ", c.data().covariates()
			.terms()), c, r.data().training().size() - c.n(), new double[] { r.file().settings().endpoint().months() }, 3).json()));
		r.characteristics().ifPresent(c -> o.add("table1", c.json()));
		final JsonObject cohorts = new JsonObject();
		r.cohorts().forEach(c -> cohorts.add(c.scores().name(), cohort(c, r.file().settings().endpoint().months())));
		o.add("cohorts", cohorts);
		final JsonArray treatment = new JsonArray();
		r.treatment().forEach(t -> treatment.add(treatment(t, r.file().settings().endpoint().months())));
		o.add("treatment", treatment);
		return PRETTY.toJson(o) + "\n";
	}

	static String pretty(final JsonObject o) {
		return PRETTY.toJson(o) + "\n";
	}

	private static JsonObject lasso(final LassoSelection l, final StudySettings s) {
		final JsonObject o = new CoxNetReport(l.validation().path(), l.validation(), s.lasso().measure().name().toLowerCase(
			Locale.ROOT)).json();
		o.add("chosen_lambda", Json.number(l.lambda()));
		o.add("folds", Json.numbers(l.folds()));
		return o;
	}

	private static JsonObject signature(final TrainedSignature s) {
		final JsonObject o = new JsonObject();
		o.add("raw", Json.named(s.features(), j -> s.raw()[j]));
		o.add("standardized", Json.named(s.features(), j -> s.standardized()[j]));
		o.add("intercept", Json.number(s.intercept()));
		return o;
	}

	private static JsonObject cutoff(final TrainedCutoff c) {
		final JsonObject o = new JsonObject();
		o.add("value", Json.number(c.value()));
		o.addProperty("method", c.method());
		o.add("equally_good", Json.numbers(c.best(), RocCurve.Point::threshold));
		if (!c.best().isEmpty()) {
			o.add("sensitivity", Json.number(c.best().get(0).sensitivity()));
			o.add("specificity", Json.number(c.best().get(0).specificity()));
		}
		return o;
	}

	static JsonObject cohort(final CohortResult c, final double horizon) {
		final JsonObject o = new JsonObject();
		o.addProperty("n", c.scores().ids().size());
		o.addProperty("events", c.scores().times().events());
		o.add("groups", groups(c.groups()));
		o.add("signature", discrimination(c.signature()));
		c.nomogram().ifPresent(n -> o.add("nomogram", discrimination(n)));
		final double[] survival = Patients.pick(c.scores().risk(), c.scores().known());
		for (int i = 0; i < survival.length; i++)
			survival[i] = 1 - survival[i];
		c.calibration().ifPresent(k -> {
			final JsonObject j = new CalibrationReport(k, horizon, c.calibrationGroupSize(), survival, null, 0).json();
			j.add("in_the_large_log", Json.number(c.inTheLarge()));
			o.add("calibration", j);
		});
		c.decision().ifPresent(d -> o.add("decision_curve", new DecisionCurveReport(d).json()));
		c.brier().ifPresent(b -> o.add("brier", Json.numbers(new double[] { b.score(), b.lower(), b.upper() })));
		return o;
	}

	private static JsonObject groups(final RiskGroups g) {
		final JsonObject o = new JsonObject();
		g.low().ifPresent(x -> o.add("low", group(x)));
		g.high().ifPresent(x -> o.add("high", group(x)));
		g.logRank().ifPresent(t -> o.add("log_rank", new LogRankReport(List.of("low", "high"), t).json()));
		g.hazardRatio().ifPresent(f -> o.add("hazard_ratio", Json.numbers(new double[] { f.hazardRatio(0), f.hazardRatioLower(
			0), f.hazardRatioUpper(0) })));
		return o;
	}

	private static JsonObject group(final RiskGroups.Group g) {
		final JsonObject o = new JsonObject();
		o.addProperty("n", g.n());
		o.addProperty("events", g.events());
		o.add("survival_at_horizon", Json.number(g.atHorizon().survival()));
		o.add("ci", Json.numbers(new double[] { g.atHorizon().lower(), g.atHorizon().upper() }));
		return o;
	}

	private static JsonObject discrimination(final Discrimination d) {
		final JsonObject o = new JsonObject();
		o.addProperty("n", d.n());
		o.add("c", Json.number(d.concordance().c()));
		o.add("c_se", Json.number(d.concordance().standardError()));
		o.addProperty("unknown_at_horizon", d.censored());
		d.roc().ifPresent(r -> o.add("roc", roc(r)));
		d.timeDependent().ifPresent(t -> o.add("time_dependent_auc", Json.numbers(new double[] { t.auc(), t.lower(), t
			.upper() })));
		return o;
	}

	private static JsonObject roc(final RocCurve r) {
		final JsonObject o = new JsonObject();
		o.addProperty("cases", r.cases());
		o.addProperty("controls", r.controls());
		o.add("auc", Json.number(r.auc()));
		o.add("ci_delong", Json.numbers(r.interval()));
		o.add("threshold", Json.numbers(r.points(), RocCurve.Point::threshold));
		o.add("sensitivity", Json.numbers(r.points(), RocCurve.Point::sensitivity));
		o.add("specificity", Json.numbers(r.points(), RocCurve.Point::specificity));
		return o;
	}

	private static JsonObject treatment(final TreatmentInCohort t, final double horizon) {
		final JsonObject o = new JsonObject();
		o.addProperty("cohort", t.cohort());
		o.addProperty("subgroup", t.subgroup());
		o.add("effect", new TreatmentEffectReport(t.effect(), horizon).json());
		return o;
	}
}
