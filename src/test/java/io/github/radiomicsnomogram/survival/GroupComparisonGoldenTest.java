package io.github.radiomicsnomogram.survival;

import static io.github.radiomicsnomogram.survival.Golden.assertAllClose;
import static io.github.radiomicsnomogram.survival.Golden.assertClose;
import static io.github.radiomicsnomogram.survival.Golden.number;
import static io.github.radiomicsnomogram.survival.Golden.numbers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.InputException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparisons of cohorts equal R's aov, t.test, wilcox.test, kruskal.test, chisq.test and fisher.test. */
class GroupComparisonGoldenTest {

	private static final double ROUNDING = 1e-9;

	private static Cohort cohort() {
		final Cohort all = Golden.data("cohort114");
		return all.with("high", Arrays.stream(all.numeric("sig")).map(s -> s >= 0.185 ? 1 : 0).toArray());
	}

	@ParameterizedTest
	@CsvSource({ "continuous_train_vs_validation,set", "anova_by_n_stage,n_stage" })
	void numbersByGroup(final String key, final String group) throws IOException {
		final Cohort cohort = cohort();
		final Factor f = cohort.factor(group);
		for (final Map.Entry<String, JsonElement> e : Golden.json("cohort_comparison").getAsJsonObject(key).entrySet()) {
			final double[] v = cohort.numeric(e.getKey());
			final List<double[]> groups = new ArrayList<>();
			for (int g = 0; g < f.levels().size(); g++) {
				final int level = g;
				groups.add(IntStream.range(0, v.length).filter(i -> f.codes()[i] == level).mapToDouble(i -> v[i]).toArray());
			}
			compare(e.getKey(), e.getValue().getAsJsonObject(), groups);
		}
	}

	private static void compare(final String name, final JsonObject r, final List<double[]> groups) {
		final JsonObject a = r.getAsJsonObject("anova");
		final GroupComparison.Anova anova = GroupComparison.anova(groups);
		assertClose(number(a.get("F")), anova.f(), ROUNDING, name + " F");
		assertClose(number(a.get("p")), anova.p(), ROUNDING, name + " p");
		assertClose(number(a.get("ss_within")), anova.within(), 1e-12, name + " within");
		assertEquals(number(a.get("df2")), anova.df2());
		final TestStatistic kruskal = GroupComparison.kruskalWallis(groups);
		assertClose(number(r.getAsJsonObject("kruskal").get("stat")), kruskal.statistic(), ROUNDING, name + " kruskal");
		assertClose(number(r.getAsJsonObject("kruskal").get("p")), kruskal.p(), ROUNDING, name + " kruskal p");
		if (!r.has("t_welch")) return;
		t(r.getAsJsonObject("t_welch"), GroupComparison.welch(groups.get(0), groups.get(1)), name);
		t(r.getAsJsonObject("t_pooled"), GroupComparison.pooled(groups.get(0), groups.get(1)), name);
		final GroupComparison.MannWhitney w = GroupComparison.mannWhitney(groups.get(0), groups.get(1));
		assertClose(number(r.getAsJsonObject("wilcoxon_normal_cc").get("W")), w.w(), ROUNDING, name + " W");
		assertClose(number(r.getAsJsonObject("wilcoxon_normal_cc").get("p")), w.p(), ROUNDING, name + " W p");
	}

	private static void t(final JsonObject r, final GroupComparison.TTest t, final String name) {
		assertClose(number(r.get("t")), t.t(), ROUNDING, name + " t");
		assertClose(number(r.get("df")), t.df(), ROUNDING, name + " df");
		assertClose(number(r.get("p")), t.p(), ROUNDING, name + " t p");
		assertAllClose(numbers(r.get("ci")), new double[] { t.lower(), t.upper() }, ROUNDING, name + " ci");
	}

	@ParameterizedTest
	@CsvSource({ "categorical_train_vs_validation,set", "by_risk_group,high" })
	void categoriesByGroup(final String key, final String group) throws IOException {
		final Cohort cohort = cohort();
		for (final Map.Entry<String, JsonElement> e : Golden.json("cohort_comparison").getAsJsonObject(key).entrySet()) {
			final JsonObject r = e.getValue().getAsJsonObject();
			final ContingencyTable table = ContingencyTable.of(cohort.factor(e.getKey()), cohort.factor(group));
			final JsonObject chisq = r.getAsJsonObject("chisq");
			assertClose(number(chisq.get("stat")), table.chiSquared().statistic(), ROUNDING, e.getKey());
			assertClose(number(chisq.get("p")), table.chiSquared().p(), ROUNDING, e.getKey());
			assertClose(number(chisq.get("min_expected")), table.smallestExpected(), ROUNDING, e.getKey());
			if (r.has("chisq_yates")) {
				assertClose(number(r.getAsJsonObject("chisq_yates").get("stat")), table.yates().statistic(), ROUNDING, e.getKey());
				assertClose(number(r.getAsJsonObject("chisq_yates").get("p")), table.yates().p(), ROUNDING, e.getKey());
			}
			final JsonObject fisher = r.getAsJsonObject("fisher");
			// fisher.test's own sum is good to a few 1e-8 for larger tables.
			assertClose(number(fisher.get("p")), table.fisherP(), 1e-7, e.getKey() + " fisher");
			if (fisher.get("odds_ratio_cmle").isJsonNull()) continue;
			// R finds the odds ratio with uniroot's default tolerance, 1.2e-4.
			assertClose(number(fisher.get("odds_ratio_cmle")), table.oddsRatio().estimate(), 2e-4, e.getKey() + " odds ratio");
			assertAllClose(numbers(fisher.get("ci")), new double[] { table.oddsRatio().lower(), table.oddsRatio().upper() },
				5e-4, e.getKey() + " odds ratio ci");
		}
	}

	@Test
	void emptyCellsAndMargins() {
		final ContingencyTable cell = new ContingencyTable(new int[][] { { 5, 3 }, { 0, 7 } });
		assertEquals(0.025641025641025633, cell.fisherP(), 1e-12);
		assertEquals(Double.POSITIVE_INFINITY, cell.oddsRatio().estimate());
		assertEquals(1.1374305535573646, cell.oddsRatio().lower(), 1e-4);
		assertEquals(1, new ContingencyTable(new int[][] { { 5, 7 }, { 0, 0 } }).fisherP());
		assertThrows(InputException.class, () -> GroupComparison.welch(new double[] { 1, 1, 1 }, new double[] { 1, 1 }));
	}
}
