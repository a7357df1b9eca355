package io.github.radiomicsnomogram.survival;

import static io.github.radiomicsnomogram.survival.Golden.assertAllClose;
import static io.github.radiomicsnomogram.survival.Golden.assertClose;
import static io.github.radiomicsnomogram.survival.Golden.number;
import static io.github.radiomicsnomogram.survival.Golden.numbers;
import static io.github.radiomicsnomogram.survival.Golden.values;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decision curves, subgroups and collinearity equal R's. */
class ClinicalUseGoldenTest {

	private static final double ROUNDING = 1e-11;
	/** R's own stopping rule. */
	private static final double CONVERGED = 1e-6;

	@ParameterizedTest
	@CsvSource({ "train_lp_gt,train,false", "train_lp_ge,train,true", "validation_lp_gt,validation,false" })
	void decisionCurve(final String key, final String set, final boolean orEqual) throws IOException {
		final JsonObject r = Golden.json("decision_curve").getAsJsonObject(key);
		final Cohort cohort = Golden.cohort114(set);
		final SurvivalTimes times = new SurvivalTimes(cohort.numeric("dfs_months"), cohort.flags("dfs_event"));
		final DecisionCurve curve = DecisionCurve.of(times, risk60(cohort), 60, numbers(r.get("threshold")), orEqual);
		// The risks follow from a fit; no patient's is within 1e-7 of a threshold.
		assertAllClose(numbers(r.get("net_benefit")), curve.points().stream().mapToDouble(DecisionCurve.Point::netBenefit)
			.toArray(), ROUNDING, "net benefit");
		assertAllClose(numbers(r.get("prop_positive")), curve.points().stream().mapToDouble(DecisionCurve.Point::treated)
			.toArray(), ROUNDING, "treated");
		assertAllClose(numbers(r.get("treat_all")), curve.points().stream().mapToDouble(DecisionCurve.Point::treatAll)
			.toArray(), ROUNDING, "treat all");
		for (int i = 0; i < curve.points().size(); i++)
			if (curve.points().get(i).nTreated() > 0) assertEquals(r.getAsJsonArray("followup_reaches_t").get(i).getAsBoolean(),
				curve.points().get(i).reached());
		assertClose(number(r.get("overall_risk")), curve.risk(), ROUNDING, "risk");
	}

	private static double[] risk60(final Cohort cohort) {
		final List<String> terms = List.of("sig", "ki67_surgery", "aln_positive");
		final CoxFit fit = CoxRegression.fit(ModelFrame.of(Golden.cohort114("train"), "dfs_months", "dfs_event", terms)
			.data());
		final double hazard = fit.baseline().hazardAt(0, 60);
		final DesignMatrix x = ModelFrame.of(cohort, "dfs_months", "dfs_event", terms).data().covariates();
		return IntStream.range(0, x.rows()).mapToDouble(i -> 1 - Math.exp(-hazard * Math.exp(fit.linearPredictor(x.row(i)))))
			.toArray();
	}

	@Test
	void decisionCurveOfAKnownOutcome() throws IOException {
		final JsonObject r = Golden.json("decision_curve").getAsJsonObject("binary_train_y60");
		final Cohort train = Golden.cohort114("train");
		final double[] t = train.numeric("dfs_months"), risk = risk60(train);
		final boolean[] e = train.flags("dfs_event");
		final int[] known = IntStream.range(0, t.length).filter(i -> t[i] >= 60 || e[i]).toArray();
		final boolean[] outcome = new boolean[known.length];
		for (int i = 0; i < known.length; i++)
			outcome[i] = e[known[i]] && t[known[i]] <= 60;
		final DecisionCurve curve = DecisionCurve.ofOutcome(outcome, Arrays.stream(known).mapToDouble(i -> risk[i]).toArray(),
			numbers(r.get("threshold")), false);
		assertAllClose(numbers(r.get("net_benefit_gt")), curve.points().stream().mapToDouble(DecisionCurve.Point::netBenefit)
			.toArray(), ROUNDING, "net benefit");
	}

	@ParameterizedTest
	@ValueSource(strings = { "high", "menopause", "er", "her2", "grade", "lvi", "aln_positive" })
	void treatmentInSubgroups(final String key) throws IOException {
		final JsonObject r = Golden.json("subgroup").getAsJsonObject(key);
		final Cohort all = Golden.data("cohort114");
		final Cohort cohort = all.with("high", Arrays.stream(all.numeric("sig")).map(s -> s >= 0.185 ? 1 : 0).toArray());
		final TreatmentEffect effect = TreatmentEffect.of(new SurvivalTimes(cohort.numeric("dfs_months"), cohort.flags(
			"dfs_event")), cohort.flags("adj_chemo"), cohort.factor(key), 60, Ties.EFRON);
		for (int g = 0; g < effect.groups().size(); g++) {
			final JsonObject level = r.getAsJsonArray("levels").get(g).getAsJsonObject();
			final CoxFit fit = effect.groups().get(g).fit();
			assertEquals(level.get("n").getAsInt(), fit.n());
			assertEquals(level.get("events").getAsInt(), fit.events());
			// A coefficient that runs to infinity stops where rounding lets it.
			final double tolerance = level.getAsJsonArray("warnings").isEmpty() ? CONVERGED : 1e-3;
			assertClose(number(level.get("coef")), fit.coefficient(0), tolerance, key + " coef");
			assertClose(number(level.get("se")), fit.standardError(0), tolerance, key + " se");
			assertEquals(level.getAsJsonArray("warnings").size(), fit.warnings().size(), key + " " + fit.warnings());
		}
		final JsonObject interaction = r.getAsJsonObject("interaction");
		assertEquals(interaction.get("df").getAsInt(), effect.interaction().df());
		assertClose(number(interaction.get("lr_stat")), effect.interaction().statistic(), 1e-5, key + " interaction");
		final JsonElement z = interaction.get("wald_z");
		if (!z.isJsonNull()) assertClose(number(z), effect.interactionZ(), CONVERGED, key + " z");
	}

	@Test
	void collinearity() throws IOException {
		final JsonObject r = Golden.json("collinearity");
		final Cohort train = Golden.cohort114("train");
		for (final String key : List.of("signature_four", "sig_ki67_aln", "clinical")) {
			final JsonObject vif = r.getAsJsonObject(key).getAsJsonObject("vif_from_correlation_inverse");
			final double[][] columns = vif.keySet().stream().map(train::numeric).toArray(double[][]::new);
			assertAllClose(values(vif), Correlations.varianceInflation(columns), 1e-10, key);
		}
		final CoxFit fit = CoxRegression.fit(ModelFrame.of(train, "dfs_months", "dfs_event", List.of("sig", "ki67_surgery",
			"aln_positive")).data());
		// cph stops at 1e-4.
		assertAllClose(values(r.get("rms_vif_of_cph_uses_vcov")), Correlations.varianceInflation(fit), 1e-4, "rms vif");
		for (final JsonElement e : r.getAsJsonArray("cor_tests")) {
			final JsonObject c = e.getAsJsonObject();
			final Correlations.Pair pair = Correlations.test(train.numeric(c.get("a").getAsString()), train.numeric(c.get("b")
				.getAsString()));
			assertClose(number(c.get("r")), pair.r(), ROUNDING, "r");
			assertClose(number(c.get("t")), pair.t(), 1e-10, "t");
			assertClose(number(c.get("p")), pair.p(), 1e-9, "p");
			assertAllClose(numbers(c.get("ci")), new double[] { pair.lower(), pair.upper() }, ROUNDING, "ci");
		}
	}

	@ParameterizedTest
	@CsvSource({ "corr_pearson_train,false", "corr_spearman_train,true" })
	void correlationMatrices(final String file, final boolean rank) {
		final Cohort expected = new Cohort(Golden.expected(file)), train = Golden.cohort114("train");
		final List<String> features = expected.table().cells("feature");
		final double[][] r = Correlations.matrix(features.stream().map(train::numeric).toArray(double[][]::new), rank);
		for (int j = 0; j < features.size(); j++)
			assertAllClose(expected.numeric(features.get(j)), r[j], ROUNDING, features.get(j));
	}

	@Test
	void reclassificationByHand() {
		final boolean[] y = { true, true, true, false, false, false, false };
		final double[] before = { .3, .6, .2, .3, .1, .6, .2 }, after = { .6, .7, .1, .2, .1, .4, .6 };
		// Categories below and above .5: one event of three moves up; of four others one moves down and one up.
		final Reclassification r = Reclassification.of(y, before, after, .5);
		assertEquals(1 / 3.0, r.events(), 1e-15);
		assertEquals(0, r.nonEvents(), 1e-15);
		assertEquals(Math.sqrt(1 / 9.0 + 2 / 16.0), r.nriError(), 1e-15);
		assertEquals((.3 + .1 - .1) / 3 - (-.1 + 0 - .2 + .4) / 4, r.idi(), 1e-15);
	}

	@Test
	void limitsOfAgreementByHand() {
		final Agreement.BlandAltman b = Agreement.blandAltman(new double[] { 3, 5, 7 }, new double[] { 1, 4, 7 });
		assertEquals(1, b.bias(), 1e-15);
		assertEquals(1, b.deviation(), 1e-15);
		assertEquals(1 + 1.959963984540054, b.upper(), 1e-14);
	}
}
