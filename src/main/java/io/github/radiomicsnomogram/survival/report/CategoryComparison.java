package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.survival.ContingencyTable;
import io.github.radiomicsnomogram.survival.Factor;
import io.github.radiomicsnomogram.survival.OddsRatio;
import io.github.radiomicsnomogram.survival.TestStatistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A category compared between groups: chi-squared with and without Yates's correction, and Fisher's exact test.
 *
 * @param variable the category; every level occurs, nothing is missing
 * @param group of the same patients; every level occurs, nothing is missing
 */
public record CategoryComparison(Factor variable, Factor group) implements Comparison {

	private int[][] counts() {
		final int[][] counts = new int[variable.levels().size()][group.levels().size()];
		final int[] v = variable.codes(), g = group.codes();
		for (int i = 0; i < v.length; i++)
			counts[v[i]][g[i]]++;
		return counts;
	}

	private boolean isTwoByTwo() {
		return variable.levels().size() == 2 && group.levels().size() == 2;
	}

	@Override
	public void rows(final String name, final TextTable table) {
		final int[][] counts = counts();
		final int[] totals = new int[group.levels().size()];
		for (final int[] row : counts)
			for (int g = 0; g < totals.length; g++)
				totals[g] += row[g];
		final ContingencyTable t = ContingencyTable.of(variable, group);
		final List<String> first = new ArrayList<>(List.of(name + ", n (%)"));
		Arrays.stream(totals).forEach(n -> first.add(""));
		first.add(TextTable.p(t.chiSquared().p()));
		first.add(TextTable.p(t.fisherP()));
		table.row(first);
		for (int l = 0; l < counts.length; l++) {
			final List<String> cells = new ArrayList<>(List.of("   " + variable.levels().get(l)));
			for (int g = 0; g < totals.length; g++)
				cells.add(String.format(Locale.ROOT, "%d (%.1f)", counts[l][g], 100.0 * counts[l][g] / totals[g]));
			table.row(cells);
		}
	}

	@Override
	public JsonObject json() {
		final ContingencyTable t = ContingencyTable.of(variable, group);
		final JsonObject o = new JsonObject();
		o.add("table", Json.matrix(variable.levels(), group.levels(), Arrays.stream(counts()).map(r -> Arrays.stream(r)
			.asDoubleStream().toArray()).toArray(double[][]::new)));
		final JsonObject chisq = test(t.chiSquared());
		chisq.addProperty("df", t.chiSquared().df());
		chisq.add("expected", Json.rows(IntStream.range(0, variable.levels().size()).mapToObj(i -> IntStream.range(0, group
			.levels().size()).mapToDouble(j -> t.expected(i, j)).toArray()).toArray(double[][]::new)));
		chisq.add("min_expected", Json.number(t.smallestExpected()));
		o.add("chisq", chisq);
		if (isTwoByTwo()) o.add("chisq_yates", test(t.yates()));
		o.add("fisher", fisher(t));
		return o;
	}

	private static JsonObject test(final TestStatistic t) {
		final JsonObject o = new JsonObject();
		o.add("stat", Json.number(t.statistic()));
		o.add("p", Json.number(t.p()));
		return o;
	}

	private JsonObject fisher(final ContingencyTable t) {
		final JsonObject o = new JsonObject();
		o.add("p", Json.number(t.fisherP()));
		if (!isTwoByTwo()) {
			o.add("odds_ratio_cmle", JsonNull.INSTANCE);
			o.add("ci", JsonNull.INSTANCE);
			return o;
		}
		final OddsRatio ratio = t.oddsRatio();
		o.add("odds_ratio_cmle", Json.number(ratio.estimate()));
		o.add("ci", Json.numbers(new double[] { ratio.lower(), ratio.upper() }));
		return o;
	}
}
