package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.PAdjust;
import io.github.radiomicsnomogram.survival.ProportionalHazards;
import io.github.radiomicsnomogram.survival.TestStatistic;
import io.github.radiomicsnomogram.survival.UnivariateScreen;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Cox models of each variable alone, with P values corrected for their number.
 *
 * @param screen the models
 */
public record ScreenReport(UnivariateScreen screen) implements Report {

	private static final double DISCOVERY = 0.05;

	@Override
	public String summary() {
		final List<UnivariateScreen.Row> rows = screen.rows();
		final double[] p = screen.waldP(), q = PAdjust.BENJAMINI_HOCHBERG.adjust(p), holm = PAdjust.HOLM.adjust(p);
		final TextTable table = new TextTable("per SD", "exp(coef)", "lower .95", "upper .95", "Pr(>|z|)", "BH", "holm",
			"C");
		for (int j = 0; j < rows.size(); j++) {
			final CoxFit fit = rows.get(j).fit();
			table.row(rows.get(j).name(), TextTable.number(fit.hazardRatio(0)), TextTable.number(fit.hazardRatioLower(0)),
				TextTable.number(fit.hazardRatioUpper(0)), TextTable.p(p[j]), TextTable.p(q[j]), TextTable.p(holm[j]), TextTable
					.number(rows.get(j).concordance().c(), 3));
		}
		final long found = IntStream.range(0, q.length).filter(j -> q[j] < DISCOVERY).count();
		final StringBuilder text = new StringBuilder(table.toString());
		final CoxFit first = rows.get(0).fit();
		text.append(String.format(Locale.ROOT, "\nn= %d, number of events= %d; %d of %d variables with BH < %s\n", first
			.n(), first.events(), found, rows.size(), DISCOVERY));
		for (final UnivariateScreen.Row r : rows)
			r.fit().warnings().forEach(w -> text.append("Warning: ").append(r.name()).append(": ").append(w.strip()).append(
				'\n'));
		return text.toString();
	}

	/** Columns, as in a data frame. */
	@Override
	public JsonObject json() {
		final List<UnivariateScreen.Row> rows = screen.rows();
		final double[] p = screen.waldP();
		final List<TestStatistic> zph = rows.stream().map(r -> ProportionalHazards.of(r.fit(),
			ProportionalHazards.Transform.KM).global()).toList();
		final JsonObject o = new JsonObject();
		o.add("feature", Json.texts(rows.stream().map(UnivariateScreen.Row::name).toList()));
		o.add("mean", Json.numbers(rows, UnivariateScreen.Row::mean));
		o.add("sd", Json.numbers(rows, UnivariateScreen.Row::deviation));
		o.add("coef", Json.numbers(rows, r -> r.fit().coefficient(0)));
		o.add("se", Json.numbers(rows, r -> r.fit().standardError(0)));
		o.add("hr", Json.numbers(rows, r -> r.fit().hazardRatio(0)));
		o.add("lo95", Json.numbers(rows, r -> r.fit().hazardRatioLower(0)));
		o.add("hi95", Json.numbers(rows, r -> r.fit().hazardRatioUpper(0)));
		o.add("wald_p", Json.numbers(p));
		o.add("lr_p", Json.numbers(rows, r -> r.fit().likelihoodRatioTest().p()));
		o.add("score_p", Json.numbers(rows, r -> r.fit().scoreTest().p()));
		o.add("loglik", Json.numbers(rows, r -> r.fit().logLikelihood()));
		o.add("c_index", Json.numbers(rows, r -> r.concordance().c()));
		o.add("c_se", Json.numbers(rows, r -> r.concordance().standardError()));
		o.add("zph_chisq", Json.numbers(zph, TestStatistic::statistic));
		o.add("zph_p", Json.numbers(zph, TestStatistic::p));
		o.add("bh_fdr_wald_p", Json.numbers(PAdjust.BENJAMINI_HOCHBERG.adjust(p)));
		o.add("holm_wald_p", Json.numbers(PAdjust.HOLM.adjust(p)));
		o.add("bonferroni_wald_p", Json.numbers(PAdjust.BONFERRONI.adjust(p)));
		return o;
	}
}
