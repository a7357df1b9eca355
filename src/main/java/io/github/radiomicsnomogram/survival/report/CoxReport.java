package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.survival.Concordance;
import io.github.radiomicsnomogram.survival.ConfidenceType;
import io.github.radiomicsnomogram.survival.CoxBaseline;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.SurvivalEstimate;
import io.github.radiomicsnomogram.survival.TestStatistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A Cox model as R's summary(coxph(...)) prints it.
 *
 * @param formula what was fitted, for people
 * @param fit model
 * @param omitted patients left out for missing values
 * @param times at which survival of the first patients is predicted; may be empty
 * @param patients number of these patients
 */
public record CoxReport(String formula, CoxFit fit, int omitted, double[] times, int patients) implements Report {

	@Override
	public String summary() {
		final StringBuilder text = new StringBuilder("Call:\ncoxph(formula = " + formula + ", ties = \"" + fit.ties().label() +
			"\")\n\n");
		text.append("  n= ").append(fit.n()).append(", number of events= ").append(fit.events()).append('\n');
		if (omitted > 0) text.append("   (").append(omitted).append(" observations deleted due to missingness)\n");
		final TextTable coefficients = fit.isRobust() ? new TextTable("", "coef", "exp(coef)", "se(coef)", "robust se", "z",
			"Pr(>|z|)") : new TextTable("", "coef", "exp(coef)", "se(coef)", "z", "Pr(>|z|)");
		final TextTable intervals = new TextTable("", "exp(coef)", "exp(-coef)", "lower .95", "upper .95");
		for (int j = 0; j < fit.names().size(); j++) {
			coefficients.row(coefficient(j));
			intervals.row(fit.names().get(j), TextTable.number(fit.hazardRatio(j)), TextTable.number(1 / fit.hazardRatio(j)),
				TextTable.number(fit.hazardRatioLower(j)), TextTable.number(fit.hazardRatioUpper(j)));
		}
		text.append('\n').append(coefficients).append('\n').append(intervals).append('\n');
		final Concordance c = fit.concordance();
		text.append("Concordance= ").append(TextTable.number(c.c(), 3)).append("  (se = ").append(TextTable.number(c
			.standardError(), 2)).append(" )\n");
		line(text, "Likelihood ratio test", fit.likelihoodRatioTest());
		line(text, "Wald test            ", fit.waldTest());
		line(text, "Score (logrank) test ", fit.scoreTest());
		fit.robustScoreTest().ifPresent(t -> {
			line(text, "Robust score test    ", t);
			text.append("  (Note: the likelihood ratio and score tests assume independence of observations within a\n" +
				"     cluster, the Wald and robust score tests do not.)\n");
		});
		fit.warnings().forEach(w -> text.append("\nWarning: ").append(w.strip()).append('\n'));
		if (times.length > 0) text.append('\n').append(predictions());
		notes().forEach(n -> text.append("\nNote: ").append(n).append('\n'));
		return text.toString();
	}

	/** What R leaves to its readers to know. */
	private List<String> notes() {
		if (fit.events() == 0) return List.of("Nobody had the event, so that nothing can be estimated.");
		final List<String> notes = new ArrayList<>();
		for (int j = 0; j < fit.names().size(); j++) {
			if (!Double.isNaN(fit.coefficient(j))) continue;
			final double[] x = fit.data().covariates().column(j);
			notes.add("'" + fit.names().get(j) + "' has no coefficient, because it " + (Arrays.stream(x).allMatch(
				v -> v == x[0]) ? "is constant." : "follows from the covariates before it."));
		}
		if (!fit.warnings().isEmpty()) notes.add("A coefficient may be infinite where a covariate tells those with the event " +
			"from those without (separation). Then its value, standard error\n      and Wald test mean nothing; the likelihood " +
			"ratio test still does.");
		return notes;
	}

	private void line(final StringBuilder text, final String name, final TestStatistic t) {
		text.append(String.format(Locale.ROOT, "%s= %s  on %d df,   p=%s%n", name, TextTable.rounded(t.statistic()), t.df(),
			TextTable.p(t.p())).replace("\r\n", "\n"));
	}

	private String[] coefficient(final int j) {
		final List<String> cells = new ArrayList<>(List.of(fit.names().get(j), TextTable.number(fit.coefficient(j)), TextTable
			.number(fit.hazardRatio(j)), TextTable.number(fit.naiveStandardError(j))));
		if (fit.isRobust()) cells.add(TextTable.number(fit.standardError(j)));
		cells.add(TextTable.number(fit.z(j)));
		cells.add(TextTable.p(fit.p(j)));
		return cells.toArray(String[]::new);
	}

	@Override
	public JsonObject json() {
		final List<String> names = fit.names();
		final JsonObject o = new JsonObject();
		o.addProperty("formula", formula);
		o.addProperty("ties", fit.ties().label());
		o.addProperty("n", fit.n());
		o.addProperty("nevent", fit.events());
		o.addProperty("n_omitted_NA", omitted);
		o.addProperty("iterations", fit.iterations());
		o.add("coef", Json.named(names, fit::coefficient));
		o.add("se", Json.named(names, fit::standardError));
		o.add("z", Json.named(names, fit::z));
		o.add("p", Json.named(names, fit::p));
		o.add("hr", Json.named(names, fit::hazardRatio));
		o.add("hr_lower95", Json.named(names, fit::hazardRatioLower));
		o.add("hr_upper95", Json.named(names, fit::hazardRatioUpper));
		o.add("vcov", Json.matrix(names, names, fit.covariance()));
		o.add("loglik_null", Json.number(fit.nullLogLikelihood()));
		o.add("loglik", Json.number(fit.logLikelihood()));
		o.add("lr_test", test(fit.likelihoodRatioTest(), false));
		o.add("wald_test", test(fit.waldTest(), true));
		o.add("score_test", test(fit.scoreTest(), false));
		o.add("aic", Json.number(fit.aic()));
		o.add("bic_uses_nevent", Json.number(fit.bic()));
		fit.robustScoreTest().ifPresent(t -> robust(o, t));
		o.add("means", Json.named(names, j -> fit.means()[j]));
		o.add("concordance", ConcordanceReport.json(fit.concordance()));
		curves(o);
		o.add("warnings", Json.texts(fit.warnings()));
		o.add("notes", Json.texts(notes()));
		return o;
	}

	private void robust(final JsonObject o, final TestStatistic score) {
		o.addProperty("robust", true);
		o.add("naive_se", Json.named(fit.names(), fit::naiveStandardError));
		o.add("naive_vcov", Json.matrix(fit.names(), fit.names(), fit.naiveCovariance()));
		o.add("robust_score_test", test(score, false));
	}

	/** R's summary() rounds the Wald statistic to two decimals; the full one stands beside it. */
	private static JsonObject test(final TestStatistic t, final boolean rounded) {
		final JsonObject o = new JsonObject();
		o.add("stat", Json.number(rounded ? Math.round(t.statistic() * 100) / 100.0 : t.statistic()));
		o.addProperty("df", t.df());
		o.add("p", Json.number(t.p()));
		if (rounded) o.add("stat_unrounded", Json.number(t.statistic()));
		return o;
	}

	/** R's basehaz(): of somebody with the mean offset. */
	private void curves(final JsonObject o) {
		final CoxBaseline baseline = fit.baseline();
		final double typical = Math.exp(fit.meanOffset());
		final int[] strata = baseline.strata();
		final JsonObject hazard = new JsonObject();
		final JsonArray h = new JsonArray(), t = new JsonArray();
		for (int s = 0; s < strata.length; s++) {
			h.addAll(Json.numbers(scaled(baseline.hazard(s), typical)));
			t.addAll(Json.numbers(baseline.times(s)));
		}
		hazard.add("hazard", h);
		hazard.add("time", t);
		o.add("basehaz_uncentered", hazard);
		if (strata.length == 1) o.add("basehaz_centered", Json.numbers(scaled(scaled(baseline.hazard(0), Math.exp(fit
			.centre())), typical)));
		o.add("lp_centered", Json.numbers(fit.centredLinearPredictors()));
		o.add("martingale_residuals", Json.numbers(fit.residuals().martingale()));
		o.add("deviance_residuals", Json.numbers(fit.residuals().deviance()));
		if (times.length > 0) o.add("predicted", predicted(baseline));
	}

	private static double[] scaled(final double[] hazard, final double factor) {
		return Arrays.stream(hazard).map(v -> v * factor).toArray();
	}

	/** Survival of a patient, in its own stratum and with its own offset. */
	private SurvivalEstimate survival(final CoxBaseline baseline, final int patient, final double time,
		final ConfidenceType type)
	{
		final int stratum = fit.data().strata().map(s -> s[patient]).orElse(0);
		int curve = 0;
		while (baseline.strata()[curve] != stratum)
			curve++;
		return baseline.survival(curve, fit.data().covariates().row(patient), fit.data().offset(patient), time,
			type);
	}

	private TextTable predictions() {
		final CoxBaseline baseline = fit.baseline();
		final TextTable table = new TextTable("patient", "time", "survival", "std.err", "lower 95% CI", "upper 95% CI");
		for (int i = 0; i < Math.min(patients, fit.n()); i++)
			for (final double t : times) {
				final SurvivalEstimate s = survival(baseline, i, t, ConfidenceType.LOG);
				table.row(Integer.toString(i + 1), TextTable.general(t, 6), TextTable.number(s.survival(), 3), TextTable.number(s
					.standardError(), 3), TextTable.number(s.lower(), 3), TextTable.number(s.upper(), 3));
			}
		return table;
	}

	/** Survival of the first patients: rows are times, columns are patients. */
	private JsonObject predicted(final CoxBaseline baseline) {
		final int count = Math.min(patients, fit.n());
		final JsonObject o = new JsonObject();
		o.add("times", Json.numbers(times));
		for (final ConfidenceType type : ConfidenceType.values()) {
			final SurvivalEstimate[][] s = Arrays.stream(times).mapToObj(t -> IntStream.range(0, count)
				.mapToObj(i -> survival(baseline, i, t, type)).toArray(SurvivalEstimate[]::new)).toArray(SurvivalEstimate[][]::new);
			final JsonObject q = new JsonObject();
			q.add("surv", Json.rows(values(s, SurvivalEstimate::survival)));
			q.add("std_err_of_surv", Json.rows(values(s, SurvivalEstimate::standardError)));
			q.add("lower95", Json.rows(values(s, SurvivalEstimate::lower)));
			q.add("upper95", Json.rows(values(s, SurvivalEstimate::upper)));
			o.add(type.key(), q);
		}
		return o;
	}

	private static double[][] values(final SurvivalEstimate[][] s,
		final ToDoubleFunction<SurvivalEstimate> f)
	{
		return Arrays.stream(s).map(row -> Arrays.stream(row).mapToDouble(f).toArray()).toArray(double[][]::new);
	}
}
