package io.github.radiomicsnomogram.study;

import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.model.ModelFiles;
import io.github.radiomicsnomogram.model.PrognosticModel;
import io.github.radiomicsnomogram.model.RiskGroup;
import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.CoxData;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.CoxRegression;
import io.github.radiomicsnomogram.survival.DesignMatrix;
import io.github.radiomicsnomogram.survival.RocCurve;
import io.github.radiomicsnomogram.survival.SurvivalTimes;
import io.github.radiomicsnomogram.survival.Ties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The published signature and the paper's variables in the simulated cohort. */
final class PublishedFigures {

	private static final String PART = "The published signature, applied to the simulated patients";
	private static final List<String> VARIABLES = List.of("signature", "ki67", "aln");
	private static final double[][] UNIVARIATE = { { 109.301, 11.885, 1005.233 }, { 1.023, Double.NaN, Double.NaN }, { 3.716,
		Double.NaN, Double.NaN } };
	private static final double[][] MULTIVARIATE = { { 30.328, 2.677, 343.550, .006 }, { 1.018, 1.001, 1.035, .041 }, { 2.360,
		1.032, 5.397, .042 } };

	private final Cohort cohort;
	private final Optional<CsvTable> repeated;
	private final JsonObject r;
	private final PrognosticModel model = ModelFiles.builtIn("zhang-2021");
	private final List<Replication.Row> rows = new ArrayList<>();

	PublishedFigures(final CsvTable table, final Optional<CsvTable> repeated, final JsonObject r) {
		Replication.require(table, List.of("set", "dfs_months", "dfs_event", "ki67_surgery", "aln_positive", "adj_chemo"));
		Replication.require(table, model.signature().columns());
		cohort = new Cohort(table);
		this.repeated = repeated;
		this.r = r;
	}

	/** Follow-up and the three variables of some patients. */
	private record Part(SurvivalTimes times, double[][] x) {}

	List<Replication.Row> rows() {
		followUp();
		repeated.ifPresent(this::repeatability);
		final Part training = part("train"), validation = part("validation");
		for (int j = 0; j < VARIABLES.size(); j++)
			hazardRatio("univariate_" + VARIABLES.get(j), UNIVARIATE[j], CoxRegression.fit(new CoxData(training.times, DesignMatrix
				.numeric(List.of(VARIABLES.get(j)), new double[][] { training.x[j] }))), 0);
		final CoxFit whole = CoxRegression.fit(new CoxData(training.times, DesignMatrix.numeric(VARIABLES, training.x)));
		for (int j = 0; j < VARIABLES.size(); j++)
			hazardRatio("multivariate_" + VARIABLES.get(j), MULTIVARIATE[j], whole, j);
		cohort("training", training, whole, new double[] { .78, .67, .89 }, new double[] { .84, .76, .92 }, .89, .48, .001);
		cohort("validation", validation, whole, new double[] { .73, .59, .87 }, new double[] { .82, .74, .90 }, .86, .27, .003);
		final HorizonOutcome known = HorizonOutcome.of(training.times, model.endpoint().months());
		add("youden_cutoff", .185, new RocCurve(known.event(), Patients.pick(training.x[0], known.rows()),
			RocCurve.Direction.LARGER).best(RocCurve.Best.YOUDEN).get(0).threshold(),
			"the simulated scores have another best cut-off; the published one is applied above");
		return rows;
	}

	private void add(final String key, final double paper, final double ours, final String note) {
		rows.add(new Replication.Row(PART, key.replace('_', ' '), paper, Replication.r(r, "published", key), ours, note));
	}

	private void followUp() {
		final double[] t = cohort.numeric("dfs_months"), chemo = cohort.numeric("adj_chemo");
		final boolean[] e = cohort.flags("dfs_event");
		final double[] times = IntStream.range(0, t.length).filter(i -> e[i]).mapToDouble(i -> t[i]).toArray();
		add("patients", 114, t.length, "");
		add("events", 36, times.length, "");
		summary("follow_up", t, new double[] { 44.4, 5, 93 });
		summary("time_to_event", times, new double[] { 21.2, 5, 78 });
		add("chemo_percent", 37.7, 100 * Arrays.stream(chemo).average().orElseThrow(), "");
	}

	private void summary(final String key, final double[] v, final double[] paper) {
		add(key + "_mean", paper[0], Arrays.stream(v).average().orElseThrow(), "");
		add(key + "_min", paper[1], Arrays.stream(v).min().orElseThrow(), "");
		add(key + "_max", paper[2], Arrays.stream(v).max().orElseThrow(), "");
	}

	/** Readers in the first session, as the paper's two radiologists. */
	private void repeatability(final CsvTable table) {
		final List<String> features = List.of("original_*");
		final List<String> names = Reproducibility.bases(table, List.of(""), features);
		final double[] icc = Reproducibility.of(Reproducibility.ofLong(table, "patient", "reader", "session", features), names,
			0.75).comparisons().stream().filter(c -> c.name().equals("between readers, session 1")).findFirst().orElseThrow()
			.features().values().stream().mapToDouble(i -> i.agreement().value()).toArray();
		final String note = "simulated with reliabilities from 0.3 to 0.99, to test the selection";
		add("icc_mean", .982, Arrays.stream(icc).average().orElseThrow(), note);
		add("icc_min", .781, Arrays.stream(icc).min().orElseThrow(), note);
		add("icc_max", .999, Arrays.stream(icc).max().orElseThrow(), note);
	}

	private Part part(final String set) {
		final List<String> sets = cohort.table().cells("set");
		final Cohort own = cohort.rows(IntStream.range(0, sets.size()).filter(i -> sets.get(i).equals(set)).toArray());
		final double[][] f = model.signature().columns().stream().map(own::numeric).toArray(double[][]::new);
		final double[] score = IntStream.range(0, own.size()).mapToDouble(i -> model.signature().score(Arrays.stream(f)
			.mapToDouble(v -> v[i]).toArray())).toArray();
		return new Part(new SurvivalTimes(own.numeric("dfs_months"), own.flags("dfs_event")), new double[][] { score, own
			.numeric("ki67_surgery"), own.numeric("aln_positive") });
	}

	private void hazardRatio(final String key, final double[] paper, final CoxFit fit, final int j) {
		add(key, paper[0], fit.hazardRatio(j), "");
		add(key + "_lower", paper[1], fit.hazardRatioLower(j), "");
		add(key + "_upper", paper[2], fit.hazardRatioUpper(j), "");
		if (paper.length > 3) add(key + "_p", paper[3], fit.p(j), "");
	}

	private void cohort(final String name, final Part part, final CoxFit whole, final double[] signature,
		final double[] nomogram, final double low, final double high, final double p)
	{
		final double horizon = model.endpoint().months();
		final double[] lp = IntStream.range(0, part.times.size()).mapToDouble(i -> whole.linearPredictor(new double[] {
			part.x[0][i], part.x[1][i], part.x[2][i] })).toArray();
		area(name + "_auc_signature", signature, Discrimination.of("", part.times, part.x[0], horizon));
		area(name + "_auc_nomogram", nomogram, Discrimination.of("", part.times, lp, horizon));
		final boolean[] group = new boolean[lp.length];
		for (int i = 0; i < group.length; i++)
			group[i] = model.cutoff().group(part.x[0][i]) == RiskGroup.HIGH;
		final RiskGroups g = RiskGroups.of(part.times, group, horizon, Ties.EFRON);
		add(name + "_dfs_low", low, g.low().orElseThrow().atHorizon().survival(), "");
		add(name + "_dfs_high", high, g.high().orElseThrow().atHorizon().survival(), "");
		add(name + "_logrank_p", p, g.logRank().orElseThrow().test().p(), name.equals("training") ? "published as < .001" : "");
	}

	private void area(final String key, final double[] paper, final Discrimination d) {
		final RocCurve roc = d.roc().orElseThrow();
		add(key, paper[0], roc.auc(), "");
		add(key + "_lower", paper[1], roc.interval()[0], "");
		add(key + "_upper", paper[2], roc.interval()[1], "");
	}
}
