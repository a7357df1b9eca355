package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.survival.GroupComparison;
import io.github.radiomicsnomogram.survival.Scaler;
import io.github.radiomicsnomogram.survival.ShapiroWilk;
import io.github.radiomicsnomogram.survival.TestStatistic;
import io.github.radiomicsnomogram.survival.VarianceTests;

import java.util.ArrayList;
import java.util.List;

/**
 * A number compared between groups: analysis of variance and Kruskal-Wallis; for two groups also t tests and
 * Mann-Whitney.
 *
 * @param groups names
 * @param values of each group, none missing
 */
public record NumberComparison(List<String> groups, List<double[]> values) implements Comparison {

	public NumberComparison {
		groups = List.copyOf(groups);
		values = List.copyOf(values);
	}

	private Scaler moments() {
		return Scaler.of(groups, values.toArray(double[][]::new));
	}

	@Override
	public void rows(final String name, final TextTable table) {
		final Scaler m = moments();
		final List<String> cells = new ArrayList<>(List.of(name + ", mean (SD)"));
		for (int g = 0; g < groups.size(); g++)
			cells.add(TextTable.number(m.means()[g]) + " (" + TextTable.number(m.deviations()[g]) + ")");
		double p, rank = GroupComparison.kruskalWallis(values).p();
		if (groups.size() == 2) {
			p = isConstant() ? Double.NaN : GroupComparison.welch(values.get(0), values.get(1)).p();
			rank = GroupComparison.mannWhitney(values.get(0), values.get(1)).p();
		}
		else p = GroupComparison.anova(values).p();
		cells.add(TextTable.p(p));
		cells.add(TextTable.p(rank));
		table.row(cells);
	}

	private boolean isConstant() {
		try {
			GroupComparison.welch(values.get(0), values.get(1));
			return false;
		}
		catch (final InputException e) {
			return true;
		}
	}

	@Override
	public JsonObject json() {
		final Scaler m = moments();
		final JsonObject o = new JsonObject();
		o.add("n", Json.named(groups, g -> values.get(g).length));
		o.add("mean", Json.named(groups, g -> m.means()[g]));
		o.add("sd", Json.named(groups, g -> m.deviations()[g]));
		final GroupComparison.Anova a = GroupComparison.anova(values);
		final JsonObject anova = new JsonObject();
		anova.add("F", Json.number(a.f()));
		anova.addProperty("df1", a.df1());
		anova.addProperty("df2", a.df2());
		anova.add("p", Json.number(a.p()));
		anova.add("ss_between", Json.number(a.between()));
		anova.add("ss_within", Json.number(a.within()));
		o.add("anova", anova);
		final TestStatistic k = GroupComparison.kruskalWallis(values);
		final JsonObject kruskal = new JsonObject();
		kruskal.add("stat", Json.number(k.statistic()));
		kruskal.addProperty("df", k.df());
		kruskal.add("p", Json.number(k.p()));
		o.add("kruskal", kruskal);
		assumptions(o);
		if (groups.size() == 2) two(o);
		return o;
	}

	/** What analysis of variance takes for granted: one variance, and normal values. */
	private void assumptions(final JsonObject o) {
		final TestStatistic b = VarianceTests.bartlett(values);
		final JsonObject bartlett = new JsonObject();
		bartlett.add("stat", Json.number(b.statistic()));
		bartlett.add("p", Json.number(b.p()));
		o.add("bartlett", bartlett);
		final GroupComparison.Anova l = VarianceTests.levene(values);
		final JsonObject levene = new JsonObject();
		levene.add("F", Json.number(l.f()));
		levene.add("p", Json.number(l.p()));
		o.add("levene_median", levene);
		final JsonObject shapiro = new JsonObject();
		for (int g = 0; g < groups.size(); g++)
			shapiro.add(groups.get(g), normality(values.get(g)));
		o.add("shapiro", shapiro);
	}

	/** Null where the test is not defined: too few or too many values, or equal ones. */
	private static JsonElement normality(final double[] v) {
		try {
			final ShapiroWilk s = ShapiroWilk.of(v);
			final JsonObject o = new JsonObject();
			o.add("W", Json.number(s.w()));
			o.add("p", Json.number(s.p()));
			return o;
		}
		catch (final InputException e) {
			return JsonNull.INSTANCE;
		}
	}

	private void two(final JsonObject o) {
		final double[] x = values.get(0), y = values.get(1);
		if (!isConstant()) {
			o.add("t_welch", t(GroupComparison.welch(x, y)));
			o.add("t_pooled", t(GroupComparison.pooled(x, y)));
		}
		final GroupComparison.MannWhitney w = GroupComparison.mannWhitney(x, y);
		final JsonObject wilcoxon = new JsonObject();
		wilcoxon.add("W", Json.number(w.w()));
		wilcoxon.add("p", Json.number(w.p()));
		o.add("wilcoxon_normal_cc", wilcoxon);
	}

	private static JsonObject t(final GroupComparison.TTest t) {
		final JsonObject o = new JsonObject();
		o.add("t", Json.number(t.t()));
		o.add("df", Json.number(t.df()));
		o.add("p", Json.number(t.p()));
		o.add("ci", Json.numbers(new double[] { t.lower(), t.upper() }));
		return o;
	}
}
