package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.survival.report.CoxReport;

import java.util.Locale;

/** A study in a page of text, for the command line and the log. */
public final class StudySummary {

	private StudySummary() {}

	/** The page, lines ending in \n. */
	public static String of(final StudyResult r) {
		final StringBuilder text = new StringBuilder(r.file().settings().title()).append("\n\n");
		final PipelineFit f = r.fit();
		line(text, "Features: %d, univariate %d, after correlation %d, LASSO %d (lambda %.6g)", r.data().training().features()
			.size(), f.screened().size(), f.collinearity().kept().size(), f.signature().map(s -> s.features().size()).orElse(0),
			f.lasso().map(LassoSelection::lambda).orElse(Double.NaN));
		f.signature().ifPresent(s -> {
			for (int j = 0; j < s.features().size(); j++)
				line(text, "  %-45s %14.6e   (z: %.5f)", s.features().get(j), s.raw()[j], s.standardized()[j]);
			if (s.intercept() != 0) line(text, "  %-45s %14.6e", "intercept", s.intercept());
		});
		line(text, "High risk: score >= %.6g", r.cutoff().value());
		f.cox().ifPresent(c -> text.append('\n').append(new CoxReport("Surv ~ " + String.join(" + ", c.data().covariates()
			.terms()), c, 0, new double[0], 0).summary()));
		r.model().baseline().ifPresent(b -> line(text, "%nBaseline survival at %.4g months, linear predictor 0: %.6g (%.4g to %.4g)", r
			.file().settings().endpoint().months(), b.survival(), b.low(), b.high()));
		for (final CohortResult c : r.cohorts())
			text.append('\n').append(cohort(c));
		return text.toString();
	}

	/** One cohort. */
	public static String cohort(final CohortResult c) {
		final StringBuilder text = new StringBuilder();
		line(text, "%s: %d patients, %d events", c.scores().name(), c.scores().ids().size(), c.scores().times().events());
		discrimination(text, "signature", c.signature());
		c.nomogram().ifPresent(n -> discrimination(text, "nomogram", n));
		c.groups().low().ifPresent(g -> line(text, "  low risk:  %d patients, survival at horizon %.3f", g.n(), g.atHorizon()
			.survival()));
		c.groups().high().ifPresent(g -> line(text, "  high risk: %d patients, survival at horizon %.3f", g.n(), g.atHorizon()
			.survival()));
		c.groups().logRank().ifPresent(t -> line(text, "  log-rank P = %.3g", t.test().p()));
		c.calibration().ifPresent(k -> line(text, "  calibration: slope %.3f, observed/expected risk %.3f", k.slope(), k
			.observedToExpected()));
		return text.toString();
	}

	private static void discrimination(final StringBuilder text, final String what, final Discrimination d) {
		line(text, "  %s: C = %.3f (se %.3f)%s%s", what, d.concordance().c(), d.concordance().standardError(), d.roc().map(
			x -> String.format(Locale.ROOT, ", AUC = %.3f (%.3f-%.3f)", x.auc(), x.interval()[0], x.interval()[1])).orElse(""), d
				.timeDependent().map(t -> String.format(Locale.ROOT, ", time-dependent AUC = %.3f", t.auc())).orElse(""));
	}

	private static void line(final StringBuilder text, final String format, final Object... args) {
		text.append(String.format(Locale.ROOT, format, args).replace("\r\n", "\n")).append('\n');
	}
}
