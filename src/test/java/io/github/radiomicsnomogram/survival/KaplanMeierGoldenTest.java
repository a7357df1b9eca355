package io.github.radiomicsnomogram.survival;

import static io.github.radiomicsnomogram.survival.Golden.assertAllClose;
import static io.github.radiomicsnomogram.survival.Golden.assertClose;
import static io.github.radiomicsnomogram.survival.Golden.number;
import static io.github.radiomicsnomogram.survival.Golden.numbers;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kaplan-Meier curves equal R's survfit, log-rank tests its survdiff. */
class KaplanMeierGoldenTest {

	/** Sums of a few hundred terms in another order. */
	private static final double ROUNDING = 1e-11;

	@ParameterizedTest
	@CsvSource({ "km_public,lung_sex,lung,time,status,sex", "km_public,ovarian_rx,ovarian,futime,fustat,rx",
		"km_public,veteran_cell,veteran,time,status,celltype", "km_cohort,cohort_train,train,dfs_months,dfs_event,high",
		"km_cohort,cohort_validation,validation,dfs_months,dfs_event,high",
		"km_cohort,cohort_all,cohort114,dfs_months,dfs_event,one" })
	void equalsSurvfit(final String file, final String key, final String data, final String time, final String event,
		final String group) throws IOException
	{
		final JsonObject r = Golden.json(file).getAsJsonObject(key);
		final List<KaplanMeier> curves = curves(cohort(data), time, event, group);
		final JsonObject c = r.getAsJsonObject("curve");
		assertArrayEquals(ints(c, "n_risk"), join(curves, KaplanMeier::atRisk));
		assertArrayEquals(ints(c, "n_event"), join(curves, KaplanMeier::events));
		assertArrayEquals(ints(c, "n_censor"), join(curves, KaplanMeier::censored));
		assertAllClose(numbers(c.get("time")), joined(curves, KaplanMeier::times), 0, "time");
		assertAllClose(numbers(c.get("surv")), joined(curves, KaplanMeier::survival), ROUNDING, "surv");
		assertAllClose(numbers(c.get("std_err_of_logsurv")), joined(curves, KaplanMeier::standardErrorOfLog), ROUNDING, "se");
		final double latest = curves.stream().flatMapToDouble(k -> Arrays.stream(k.times())).max().orElseThrow();
		for (final ConfidenceType type : ConfidenceType.values())
			check(r.getAsJsonObject("at_times").getAsJsonObject(type.key()), curves, type, latest);
	}

	private static void check(final JsonObject q, final List<KaplanMeier> curves, final ConfidenceType type,
		final double latest)
	{
		final double[] times = numbers(q.get("time"));
		final int each = times.length / curves.size();
		for (int i = 0; i < times.length; i++) {
			final KaplanMeier curve = curves.get(i / each);
			final SurvivalEstimate s = curve.at(times[i], type);
			assertEquals(numbers(q.get("n_risk"))[i], curve.atRiskAt(times[i]));
			assertClose(numbers(q.get("surv"))[i], s.survival(), ROUNDING, type + " surv");
			assertClose(numbers(q.get("std_err_of_surv"))[i], s.standardError(), ROUNDING, type + " error");
			assertClose(numbers(q.get("lower95"))[i], s.lower(), ROUNDING, type + " lower");
			assertClose(numbers(q.get("upper95"))[i], s.upper(), ROUNDING, type + " upper");
		}
		final JsonArray table = q.getAsJsonObject("table").getAsJsonArray("data");
		for (int g = 0; g < curves.size(); g++) {
			final double[] row = numbers(table.get(g));
			final KaplanMeier k = curves.get(g);
			assertEquals(row[0], k.n());
			assertEquals(row[3], k.totalEvents());
			assertClose(row[4], k.restrictedMean(latest)[0], ROUNDING, "rmean");
			assertClose(row[5], k.restrictedMean(latest)[1], ROUNDING, "se(rmean)");
			assertClose(row[6], k.median(), 0, "median");
			assertClose(row[7], k.medianInterval(type)[0], 0, "median lower");
			assertClose(row[8], k.medianInterval(type)[1], 0, "median upper");
		}
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "km_public,lung_sex,lung,time,status,sex,-,0",
		"km_public,lung_sex_rho1,lung,time,status,sex,-,1", "km_public,lung_sex_strata_ecog,lung,time,status,sex,ph.ecog,0",
		"km_public,veteran_cell,veteran,time,status,celltype,-,0", "km_public,ovarian_rx,ovarian,futime,fustat,rx,-,0",
		"km_public,gbsg_hormon,gbsg,rfstime,status,hormon,-,0", "km_public,colon_rx,colon_recurrence,time,status,rx,-,0",
		"km_cohort,train,train,dfs_months,dfs_event,high,-,0", "km_cohort,validation,validation,dfs_months,dfs_event,high,-,0",
		"km_cohort,train_peto_rho1,train,dfs_months,dfs_event,high,-,1",
		"km_cohort,all_stratified_by_set,cohort114,dfs_months,dfs_event,high,set,0",
		"km_cohort,grade3groups,cohort114,dfs_months,dfs_event,n_stage,-,0" })
	void equalsSurvdiff(final String file, final String key, final String data, final String time, final String event,
		final String group, final String strata, final double rho) throws IOException
	{
		final JsonObject r = Golden.json(file).getAsJsonObject("logrank").getAsJsonObject(key);
		final Cohort cohort = cohort(data);
		final ModelFrame frame = ModelFrame.of(cohort, time, event, strata == null ? List.of("factor(" + group + ")") : List
			.of("factor(" + group + ")", "strata(" + strata + ")"));
		final LogRank test = LogRank.of(frame.data().times(), cohort.rows(frame.rows()).factor(group).codes(), frame.data()
			.strata().orElse(null), rho);
		assertArrayEquals(ints(r, "n"), test.n());
		assertAllClose(numbers(r.get("observed")), test.observed(), ROUNDING, "observed");
		assertAllClose(numbers(r.get("expected")), test.expected(), ROUNDING, "expected");
		assertClose(number(r.get("chisq")), test.test().statistic(), ROUNDING, "chisq");
		assertClose(number(r.get("p")), test.test().p(), 1e-10, "p");
		assertEquals(r.get("df").getAsInt(), test.test().df());
		for (int g = 0; g < test.n().length; g++)
			assertAllClose(numbers(r.getAsJsonArray("var").get(g)), test.variance()[g], ROUNDING, "var");
	}

	/** Adds the groups that make_golden.R makes: all in one, and high risk by the published cut-off. */
	private static Cohort cohort(final String name) {
		final Cohort c = switch (name) {
			case "train", "validation" -> Golden.cohort114(name);
			default -> Golden.data(name);
		};
		if (!c.table().header().contains("sig")) return c;
		final double[] high = Arrays.stream(c.numeric("sig")).map(s -> s >= 0.185 ? 1 : 0).toArray();
		return c.with("high", high).with("one", new double[high.length]);
	}

	private static List<KaplanMeier> curves(final Cohort cohort, final String time, final String event,
		final String group)
	{
		final Factor f = cohort.factor(group);
		final SurvivalTimes times = new SurvivalTimes(cohort.numeric(time), cohort.flags(event));
		final List<KaplanMeier> curves = new ArrayList<>();
		for (int g = 0; g < f.levels().size(); g++) {
			final int level = g;
			curves.add(new KaplanMeier(times.rows(IntStream.range(0, f.size()).filter(i -> f.codes()[i] == level).toArray())));
		}
		return curves;
	}

	private static int[] ints(final JsonObject o, final String key) {
		return Arrays.stream(numbers(o.get(key))).mapToInt(v -> (int) v).toArray();
	}

	private static int[] join(final List<KaplanMeier> curves, final java.util.function.Function<KaplanMeier, int[]> f) {
		return curves.stream().flatMapToInt(k -> Arrays.stream(f.apply(k))).toArray();
	}

	private static double[] joined(final List<KaplanMeier> curves,
		final java.util.function.Function<KaplanMeier, double[]> f)
	{
		return curves.stream().flatMapToDouble(k -> Arrays.stream(f.apply(k))).toArray();
	}
}
