package io.github.radiomicsnomogram.study;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.model.CoxTerm;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.DecisionCurve;
import io.github.radiomicsnomogram.survival.RocCurve;
import io.github.radiomicsnomogram.survival.TreatmentEffect;

import java.util.ArrayList;
import java.util.List;

/** The paper's steps carried out anew on the simulated cohort. */
final class RetrainedFigures {

	private static final String PART = "The paper's steps, carried out anew on the simulated patients";

	private final StudyResult study;
	private final JsonObject r;
	private final List<Replication.Row> rows = new ArrayList<>();

	RetrainedFigures(final StudyResult study, final JsonObject r) {
		this.study = study;
		this.r = r;
	}

	List<Replication.Row> rows() {
		final PipelineFit fit = study.fit();
		add("features with P < .05", 13, r.has("screened") ? r.getAsJsonArray("screened").size() : Double.NaN, fit.screened()
			.size(), "");
		add("features in the signature", 4, r.has("selected") ? r.getAsJsonObject("selected").size() : Double.NaN, fit.signature()
			.orElseThrow().features().size(), "the simulated features carry less than the paper's: " + String.join(", ", fit
				.signature().orElseThrow().features()));
		add("cut-off of the score", Double.NaN, r.has("cutoff") ? r.get("cutoff").getAsDouble() : Double.NaN, study.cutoff()
			.value(), "another signature: 0.185 is not comparable");
		multivariate(fit.cox().orElseThrow());
		cohort("training", study.training(), new double[] { .78, .67, .89 }, new double[] { .84, .76, .92 }, .89, .48);
		study.validation().ifPresent(v -> cohort("validation", v, new double[] { .73, .59, .87 }, new double[] { .82, .74, .90 },
			.86, .27));
		decision();
		treatment("all", "all", 0, "all", new double[] { 1.576, .736, 2.504, .082 }, Double.NaN);
		treatment("nomogram high risk", "nomogram", 1, "nomogram_high", new double[] { 4.264, 1.321, 7.248, .008 }, .458);
		treatment("nomogram low risk", "nomogram", 0, "nomogram_low", new double[] { .565, .281, 3.132, .071 }, Double.NaN);
		return rows;
	}

	private void add(final String figure, final double paper, final double fromR, final double ours, final String note) {
		rows.add(new Replication.Row(PART, figure, paper, fromR, ours, note));
	}

	/** The paper's three variables are the signature, Ki-67 at surgery and the lymph nodes at surgery. */
	private void multivariate(final CoxFit cox) {
		final List<String> keys = r.has("multivariate") ? List.copyOf(r.getAsJsonObject("multivariate").keySet()) : List.of();
		for (int j = 0; j < cox.names().size(); j++) {
			final String name = cox.names().get(j);
			final double paper = name.equals("ki67") ? 1.018 : name.equals("aln=positive") ? 2.360 : Double.NaN;
			final double fromR = keys.size() == cox.names().size() ? Math.exp(r.getAsJsonObject("multivariate").get(keys.get(j))
				.getAsDouble()) : Double.NaN;
			add("multivariate hazard ratio of " + name, paper, fromR, cox.hazardRatio(j), Double.isNaN(paper) ? name.equals(
				CoxTerm.SIGNATURE) ? "another signature: 30.328 is not comparable" : "not in the paper's model" : "");
		}
	}

	private double number(final String section, final String key, final int i) {
		if (!r.has(section)) return Double.NaN;
		final JsonArray a = r.getAsJsonObject(section).getAsJsonArray(key);
		return a.get(i).getAsDouble();
	}

	private void cohort(final String name, final CohortResult c, final double[] signature, final double[] nomogram,
		final double low, final double high)
	{
		area(name, "auc_signature", c.signature().roc().orElseThrow(), signature);
		area(name, "auc_nomogram", c.nomogram().orElseThrow().roc().orElseThrow(), nomogram);
		add(name + " 5-year DFS low risk", low, number(name, "survival_low_high", 0), c.groups().low().orElseThrow()
			.atHorizon().survival(), "");
		add(name + " 5-year DFS high risk", high, number(name, "survival_low_high", 1), c.groups().high().orElseThrow()
			.atHorizon().survival(), "");
		add(name + " log-rank chi-squared", Double.NaN, Replication.r(r, name, "logrank_chisq"), c.groups().logRank()
			.orElseThrow().test().statistic(), "");
		add(name + " C-index nomogram", Double.NaN, number(name, "c_nomogram", 0), c.nomogram().orElseThrow().concordance().c(),
			"");
	}

	private void area(final String name, final String key, final RocCurve roc, final double[] paper) {
		final String figure = name + " " + key.replace('_', ' ');
		add(figure, paper[0], number(name, key, 0), roc.auc(), "");
		add(figure + " lower", paper[1], number(name, key, 1), roc.interval()[0], "");
		add(figure + " upper", paper[2], number(name, key, 2), roc.interval()[1], "");
	}

	/** The paper: better than both everywhere but between thresholds 19 % and 27 %. */
	private void decision() {
		final DecisionCurve curve = study.training().decision().orElseThrow();
		final List<DecisionCurve.Point> lost = curve.points().stream().filter(p -> p.threshold() <= 0.6 && !(p
			.netBenefit() > p.treatAll() && p.netBenefit() > 0)).toList();
		add("thresholds up to 60 % without benefit: first", .19, Double.NaN, lost.isEmpty() ? Double.NaN : lost.get(0)
			.threshold(), "training; the published curve is read off a figure");
		add("thresholds up to 60 % without benefit: last", .27, Double.NaN, lost.isEmpty() ? Double.NaN : lost.get(lost.size() -
			1).threshold(), "training; the published curve is read off a figure");
	}

	private void treatment(final String figure, final String subgroup, final int level, final String key,
		final double[] paper, final double gain)
	{
		study.treatment().stream().filter(t -> t.cohort().equals("whole") && t.subgroup().equals(subgroup)).findFirst()
			.ifPresent(t -> {
				final TreatmentEffect.Group g = t.effect().groups().get(level);
				final JsonObject o = r.has("treatment") ? r.getAsJsonObject("treatment").getAsJsonObject(key) : null;
				final String name = "chemotherapy, " + figure + ": ";
				final double[] ours = { 1 / g.fit().hazardRatio(0), 1 / g.fit().hazardRatioUpper(0), 1 / g.fit().hazardRatioLower(
					0) };
				final List<String> parts = List.of("hazard ratio none over chemotherapy", "lower", "upper");
				for (int i = 0; i < ours.length; i++)
					add(name + parts.get(i), paper[i], o == null ? Double.NaN : o.getAsJsonArray("hr_none_over_chemo").get(i)
						.getAsDouble(), ours[i], i == 0 ? "the simulation has no effect of chemotherapy" : "");
				add(name + "P", paper[3], o == null ? Double.NaN : o.get("p").getAsDouble(), g.fit().p(0), "");
				add(name + "gain of 5-year DFS", gain, o == null ? Double.NaN : o.get("gain").getAsDouble(), g.difference(), "");
			});
	}
}
