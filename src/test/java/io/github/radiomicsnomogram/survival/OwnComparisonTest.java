package io.github.radiomicsnomogram.survival;

import static io.github.radiomicsnomogram.survival.Golden.assertAllClose;
import static io.github.radiomicsnomogram.survival.Golden.assertClose;
import static io.github.radiomicsnomogram.survival.Golden.numbers;
import static io.github.radiomicsnomogram.survival.OwnOracle.value;

import com.google.gson.JsonObject;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparisons of groups and agreement of raters in the simulated cohort equal R's. */
class OwnComparisonTest {

	private static final double ROUNDING = 1e-11;

	private static List<double[]> split(final String value, final String by) {
		return OwnOracle.cohort().factor(by).levels().stream().map(l -> OwnOracle.pick(value, OwnOracle.rows(by, l)))
			.toList();
	}

	@Test
	void numbersByGroup() throws IOException {
		final JsonObject r = OwnOracle.object("groups");
		final List<double[]> two = split("f1", "treated");
		t(r.getAsJsonObject("welch"), GroupComparison.welch(two.get(0), two.get(1)));
		t(r.getAsJsonObject("pooled"), GroupComparison.pooled(two.get(0), two.get(1)));
		final JsonObject a = r.getAsJsonObject("anova");
		final GroupComparison.Anova anova = GroupComparison.anova(split("f1", "centre"));
		assertClose(value(a, "f"), anova.f(), ROUNDING, "F");
		assertClose(value(a, "p"), anova.p(), ROUNDING, "p");
		assertClose(value(a, "between"), anova.between(), ROUNDING, "between");
		assertClose(value(a, "within"), anova.within(), ROUNDING, "within");
		final JsonObject k = r.getAsJsonObject("kruskal");
		final TestStatistic kruskal = GroupComparison.kruskalWallis(split("s1", "centre"));
		assertClose(value(k, "statistic"), kruskal.statistic(), ROUNDING, "Kruskal");
		assertClose(value(k, "p"), kruskal.p(), ROUNDING, "Kruskal p");
		final List<double[]> s1 = split("s1", "treated");
		final GroupComparison.MannWhitney w = GroupComparison.mannWhitney(s1.get(0), s1.get(1));
		assertClose(value(r.getAsJsonObject("wilcoxon"), "w"), w.w(), ROUNDING, "W");
		assertClose(value(r.getAsJsonObject("wilcoxon"), "p"), w.p(), ROUNDING, "W p");
	}

	private static void t(final JsonObject r, final GroupComparison.TTest t) {
		assertClose(value(r, "t"), t.t(), ROUNDING, "t");
		assertClose(value(r, "df"), t.df(), ROUNDING, "df");
		assertClose(value(r, "p"), t.p(), ROUNDING, "p");
		assertAllClose(numbers(r.get("ci")), new double[] { t.lower(), t.upper() }, ROUNDING, "ci");
	}

	@ParameterizedTest
	@CsvSource({ "grade_centre,grade,centre", "treated_y,treated,y", "grade_y,grade,y" })
	void categoriesByGroup(final String key, final String row, final String column) throws IOException {
		final JsonObject r = OwnOracle.object("groups").getAsJsonObject(key);
		final Cohort cohort = OwnOracle.cohort();
		final ContingencyTable table = ContingencyTable.of(cohort.factor(row), cohort.factor(column));
		assertClose(value(r, "chisq"), table.chiSquared().statistic(), ROUNDING, "chisq");
		assertClose(value(r, "p"), table.chiSquared().p(), ROUNDING, "p");
		assertClose(value(r, "expected"), table.smallestExpected(), ROUNDING, "expected");
		// fisher.test's own sum is good to a few 1e-8 for tables beyond 2 x 2.
		assertClose(value(r, "fisher"), table.fisherP(), 1e-7, "Fisher");
		if (!r.has("odds")) return;
		assertClose(value(r, "yates"), table.yates().statistic(), ROUNDING, "Yates");
		assertClose(value(r, "yates_p"), table.yates().p(), ROUNDING, "Yates p");
		// The conditional maximum and limits by the definition, roots to 1e-14 of the log odds.
		final OddsRatio odds = table.oddsRatio();
		assertAllClose(numbers(r.get("odds")), new double[] { odds.estimate(), odds.lower(), odds.upper() }, 1e-9, "odds");
	}

	@Test
	void agreementOfRaters() throws IOException {
		final JsonObject r = OwnOracle.object("icc");
		final double[][] columns = OwnOracle.columns(List.of("r1", "r2", "r3"));
		final IntraclassCorrelation icc = IntraclassCorrelation.of(IntStream.range(0, columns[0].length).mapToObj(
			i -> Arrays.stream(columns).mapToDouble(c -> c[i]).toArray()).toArray(double[][]::new));
		estimate(r, "one", icc.oneWay());
		estimate(r, "two", icc.agreement());
		estimate(r, "three", icc.consistency());
		assertAllClose(numbers(r.get("means")), new double[] { icc.oneWayMean(), icc.agreementMean(), icc
			.consistencyMean() }, 1e-10, "means");
		assertAllClose(numbers(r.get("f")), new double[] { icc.f1(), icc.f3() }, 1e-10, "F");
		final Agreement.BlandAltman b = Agreement.blandAltman(columns[0], columns[1]);
		assertAllClose(numbers(OwnOracle.topic("bland_altman")), new double[] { b.bias(), b.deviation(), b.lower(), b.upper(),
			b.biasError(), b.limitError() }, ROUNDING, "limits of agreement");
	}

	private static void estimate(final JsonObject r, final String key, final IntraclassCorrelation.Estimate e) {
		// Satterthwaite's degrees of freedom and the F quantiles magnify rounding a little.
		assertAllClose(numbers(r.get(key)), new double[] { e.value(), e.lower(), e.upper() }, 1e-10, key);
	}
}
