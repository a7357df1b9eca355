package io.github.radiomicsnomogram.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import io.github.radiomicsnomogram.Shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JSON of every verb equals R's, key by key. */
class StatsGoldenTest {

	/** Formulas in closed form, iterated quantiles included. */
	private static final double ROUNDING = 1e-9;
	/** R's own stopping rule. */
	private static final double CONVERGED = 1e-6;
	/** What is for people, or not part of this verb. */
	private static final Set<String> TEXTS = Set.of("formula", "zph", "warnings", "iterations",
		"newdata_first_3_complete_rows", "note");

	@TempDir
	static Path folder;

	private static Path cohort, gbsg;

	@BeforeAll
	static void writeTables() throws IOException {
		if (!Shared.isPresent()) return;
		cohort = StatsFiles.cohort114(folder);
		gbsg = StatsFiles.gbsg(folder);
	}

	/** Runs "stats" with options in one string, and reads its JSON. */
	private static JsonObject json(final Path data, final String options) throws IOException {
		final Path json = folder.resolve("out.json");
		final List<Object> arguments = new ArrayList<>(List.of("stats"));
		final String[] words = options.split(" +");
		arguments.add(words[0]);
		arguments.addAll(List.of("--data", data, "--json", json));
		arguments.addAll(Arrays.asList(words).subList(1, words.length));
		final Cli run = Cli.run(arguments.toArray());
		assertEquals(Main.OK, run.exitCode(), run.err());
		return JsonParser.parseString(Files.readString(json)).getAsJsonObject();
	}

	private static void compare(final String expected, final JsonElement actual, final double tolerance,
		final String... without) throws IOException
	{
		final Set<String> skipped = new HashSet<>(TEXTS);
		skipped.addAll(Arrays.asList(without));
		GoldenJson.assertEqual(StatsFiles.expected(expected), actual, tolerance, skipped);
	}

	private static Path data(final String name) {
		return name.equals("cohort114") ? cohort : name.equals("gbsg") ? gbsg : StatsFiles.data(name);
	}

	private static final String LUNG = "--time time --event status=2 --covariates age,sex,ph.karno,wt.loss";
	private static final String VETERAN = "--time time --event status";
	private static final String COHORT = "--time dfs_months --event dfs_event";
	private static final String MODEL = COHORT + " --where set=train --covariates sig,ki67_surgery,aln_positive";

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "lung|lung|" + LUNG + " --times 100,365,730",
		"lung_fac|lung|--time time --event status=2 --covariates age,sex,factor(ph.ecog) --times 100,365,730",
		"veteran|veteran|" + VETERAN +
			" --levels celltype=squamous,smallcell,adeno,large --covariates trt,celltype,karno,diagtime,age,prior --times 30,90,180,365",
		"ovarian|ovarian|--time futime --event fustat --covariates age,resid.ds,rx,ecog.ps --times 180,365,600",
		"pbc|pbc|--where trt!=NA --time time --event status=2 --covariates age,edema,log(bili),log(protime),log(albumin) --times 365,1825,3650",
		"cohort_multi|cohort114|" + MODEL + " --times 12,36,60" })
	void cox(final String name, final String table, final String options) throws IOException {
		for (final String ties : new String[] { "efron", "breslow", "exact" })
			compare("cox_" + name + "/" + ties, json(data(table), "cox " + options + " --ties " + ties), CONVERGED);
		compare("cox_" + name + "/efron/zph", json(data(table), "zph " + options.replaceAll(" --times.*", "")), CONVERGED);
	}

	/** In a model with strata R's script took the counts of the first stratum only. */
	@Test
	void strata() throws IOException {
		final String options = VETERAN + " --covariates trt,karno,age --strata celltype";
		compare("cox_veteran_strata/efron", json(data("veteran"), "cox --levels celltype=squamous,smallcell,adeno,large " +
			options), CONVERGED, "strata", "basehaz_centered", "counts");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "km_public/lung_sex|lung|--time time --event status=2 --group sex --at 100,365,730,2000",
		"km_public/ovarian_rx|ovarian|--time futime --event fustat --group rx --at 180,365,1000",
		"km_public/veteran_cell|veteran|--time time --event status --group celltype --levels celltype=squamous,smallcell,adeno,large --at 30,90,365",
		"km_cohort/cohort_train|cohort114|" + COHORT + " --where set=train --group high --at 12,36,60",
		"km_cohort/cohort_all|cohort114|" + COHORT + " --at 12,36,60" })
	void kaplanMeier(final String key, final String table, final String options) throws IOException {
		compare(key, json(data(table), "km " + options), ROUNDING);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "km_public/logrank/lung_sex|lung|--time time --event status=2 --group sex",
		"km_public/logrank/lung_sex_rho1|lung|--time time --event status=2 --group sex --rho 1",
		"km_public/logrank/lung_sex_strata_ecog|lung|--time time --event status=2 --group sex --strata ph.ecog",
		"km_public/logrank/gbsg_hormon|gbsg|--time rfstime --event status --group hormon",
		"km_cohort/logrank/all_stratified_by_set|cohort114|" + COHORT + " --group high --strata set",
		"km_cohort/logrank/grade3groups|cohort114|" + COHORT + " --group n_stage" })
	void logRank(final String key, final String table, final String options) throws IOException {
		compare(key, json(data(table), "km " + options).get("logrank"), ROUNDING);
	}

	@Test
	void concordance() throws IOException {
		compare("concordance/train_lp", json(cohort, "concordance --ymax " + StatsFiles.expected("concordance/train_lp/ymax")
			.getAsDouble() + " " + MODEL), ROUNDING);
		compare("concordance/lung_age", json(data("lung"), "concordance --time time --event status=2 --marker age --ymax " +
			StatsFiles.expected("concordance/lung_age/ymax").getAsDouble()), ROUNDING);
	}

	@Test
	void screen() throws IOException {
		GoldenJson.assertEqual(StatsFiles.expectedColumns("univariate_cox_110"), json(cohort, "screen --where set=train " +
			COHORT + " --covariates original_*"), CONVERGED, Set.of());
	}

	@ParameterizedTest
	@CsvSource({ "cohort_backward,--direction backward", "cohort_both_from_full,--direction both",
		"cohort_forward,--direction forward", "cohort_both_from_null,--direction both --start none",
		"cohort_backward_bic_k_log_events,--criterion bic" })
	void step(final String key, final String options) throws IOException {
		compare("step_aic/" + key, json(cohort, "step --where set=train " + COHORT + " " + options +
			" --covariates sig,age,menopause,t_stage,er,her2,ki67_initial,ki67_surgery,grade,lvi,aln_positive"), CONVERGED);
	}

	@Test
	void stepOfAFactor() throws IOException {
		compare("step_aic/veteran_both_factor", json(data("veteran"), "step --direction both " + VETERAN +
			" --levels celltype=squamous,smallcell,adeno,large --covariates trt,celltype,karno,diagtime,age,prior"), CONVERGED);
	}

	@Test
	void coxnet() throws IOException {
		final String options = "coxnet --time years --event status --covariates age,meno,size,grade,nodes,pgr,er,hormon";
		for (final String alpha : new String[] { "1", "0.5" })
			GoldenJson.assertEqual(StatsFiles.expectedColumns("glmnet_gbsg_years_a" + alpha + "_std0_thr1e-14"), json(gbsg,
				options + " --standardize false --alpha " + alpha).getAsJsonObject("path").get("beta"), CONVERGED, Set.of());
		final JsonObject fit = json(gbsg, options + " --foldid fold");
		GoldenJson.assertEqual(StatsFiles.expectedColumns("glmnet_gbsg_years_a1_std1_thr1e-14"), fit.getAsJsonObject("path")
			.get("beta"), CONVERGED, Set.of());
		compare("glmnet_cv/gbsg_grouped", fit.get("cv"), CONVERGED);
		compare("glmnet_cv/gbsg_ungrouped", json(gbsg, options + " --foldid fold --measure deviance").get("cv"), CONVERGED);
		GoldenJson.assertEqual(StatsFiles.expectedColumns("glmnet_gbsg_pf"), json(gbsg, options +
			" --penalty-factor 1,1,1,1,0,1,1,1").getAsJsonObject("path").get("beta"), CONVERGED, Set.of());
	}

	@Test
	void roc() throws IOException {
		final String train = "roc --where set=train " + COHORT + " --at 60 ";
		compare("roc/train_sig_y60", json(cohort, train + "--score sig --cuts 0.185,0,0.3"), ROUNDING);
		compare("roc/train_ki67_y60_ties", json(cohort, train + "--score ki67_surgery"), ROUNDING);
		compare("roc/train_sig_anyevent", json(cohort, "roc --where set=train --outcome dfs_event --score sig --cuts 0.185"),
			ROUNDING);
		compare("roc/delong_paired_train_sig_vs_lp", json(cohort, train + "--score sig --score2 lp").get("delong_paired"),
			ROUNDING);
	}

	@Test
	void rocOfTwoGroups() throws IOException {
		compare("roc/delong_unpaired_train_vs_validation_sig", json(cohort, "roc " + COHORT + " --at 60 --score sig --group set")
			.get("delong_unpaired"), ROUNDING);
	}

	/** cph stops at 1e-4. */
	@ParameterizedTest
	@CsvSource({ "fastbw_cohort_aic,--rule aic", "fastbw_cohort_p05,--rule p --level 0.05" })
	void fastBackward(final String key, final String options) throws IOException {
		compare("step_aic/" + key, json(cohort, "fastbw --where set=train " + COHORT + " " + options +
			" --covariates sig,age,menopause,t_stage,er,her2,ki67_initial,ki67_surgery,grade,lvi,aln_positive"), 2e-3);
	}

	@Test
	void timeDependentRoc() throws IOException {
		final String train = "tdroc --where set=train " + COHORT;
		compare("td_roc/train_sig", json(cohort, train + " --marker sig --at 24,36,60").get("auc"), ROUNDING);
		final JsonElement brier = json(cohort, train + " --marker lp --risk risk60 --at 60").getAsJsonArray("brier").get(0);
		GoldenJson.assertEqual(StatsFiles.expected("td_roc/brier_train_60"), brier.getAsJsonObject().get("Brier"), ROUNDING,
			Set.of());
		final JsonObject model = json(cohort, "tdroc " + MODEL + " --at 24,36,60");
		compare("td_roc/train_lp", model.get("auc"), CONVERGED);
	}

	@Test
	void decisionCurve() throws IOException {
		final String train = "dca --where set=train --risk risk60 ";
		compare("decision_curve/train_lp_gt", json(cohort, train + COHORT + " --at 60"), ROUNDING);
		compare("decision_curve/train_lp_ge", json(cohort, train + COHORT + " --at 60 --or-equal"), ROUNDING);
	}

	@Test
	void intraclassCorrelation() throws IOException {
		final String options = "icc --subject patient --value original_* ";
		GoldenJson.assertEqual(StatsFiles.expectedColumns("icc_intra_reader1"), json(data("icc_repeated"), options +
			"--where reader=1 --rater session"), ROUNDING, Set.of());
		GoldenJson.assertEqual(StatsFiles.expectedColumns("icc_inter_session1"), json(data("icc_repeated"), options +
			"--where session=1 --rater reader"), ROUNDING, Set.of());
	}

	@Test
	void tableOne() throws IOException {
		compare("cohort_comparison/continuous_train_vs_validation", json(cohort,
			"table1 --group set --variables age,ki67_initial,ki67_surgery,sig,dfs_months"), ROUNDING);
		compare("cohort_comparison/anova_by_n_stage", json(cohort, "table1 --group n_stage --variables age,sig,ki67_initial"),
			ROUNDING);
		// fisher.test's own sum and its odds ratio by uniroot are good to 1e-7 and 5e-4.
		compare("cohort_comparison/categorical_train_vs_validation", json(cohort, "table1 --group set --variables factor(" +
			String.join("),factor(", "menopause", "t_stage", "n_stage", "er", "pr", "her2", "grade", "lvi", "aln_positive",
				"adj_chemo", "endocrine") + ")"), ROUNDING, "fisher");
		compare("cohort_comparison/by_risk_group", json(cohort,
			"table1 --group high --variables factor(t_stage),factor(grade),factor(aln_positive)"), 5e-4);
	}

	@Test
	void correlation() throws IOException {
		final JsonObject o = json(cohort, "cor --where set=train --tests --variables sig,ki67_surgery,aln_positive");
		compare("collinearity/sig_ki67_aln", o, ROUNDING);
		for (final String set : new String[] { "signature_four|original_firstorder_Kurtosis,original_glcm_Correlation,original_glcm_MaximumProbability,original_glszm_LargeAreaEmphasis",
			"clinical|age,menopause,t_stage,er,pr,her2,ki67_initial,ki67_surgery,grade" })
			compare("collinearity/" + set.replaceAll("\\|.*", ""), json(cohort, "cor --where set=train --variables " + set
				.replaceAll(".*\\|", "")), ROUNDING);
		final JsonObject all = json(cohort, "cor --where set=train --variables original_*");
		assertEquals(StatsFiles.expected("collinearity/caret_findCorrelation_like_pairs_above_0.9/n").getAsInt(), all
			.getAsJsonObject("pairs_above").get("n").getAsInt());
	}

	/** cph stops at 1e-4, which leaves its points up to 1e-3 away. */
	@Test
	void nomogramAndCalibration() throws IOException {
		final double cph = 2e-3;
		// R's total_points of the survival axis come from a table of 1000 points.
		compare("nomogram/cohort_sig_ki67_aln_numeric", json(cohort, "nomogram --at 60 " + MODEL), cph, "center");
		compare("calibration/cohort_m25", json(cohort, "calibration --at 60 --group-size 25 " + MODEL), cph, "B", "seed",
			"bootstrap_not_reproducible_across_languages");
	}

	@Test
	void subgroups() throws IOException {
		compare("subgroup", json(cohort, "subgroup " + COHORT +
			" --treatment adj_chemo --groups high,menopause,er,her2,lvi,aln_positive"), CONVERGED, "meta", "grade");
	}
}
