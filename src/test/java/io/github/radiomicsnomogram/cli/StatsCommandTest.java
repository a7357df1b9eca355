package io.github.radiomicsnomogram.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every statistical verb on a small table; the numbers are R's for the same table (survival 3.5-3, pROC 1.18.0). */
class StatsCommandTest {

	/** R's printed digits. */
	private static final double PRINTED = 1e-9;

	private static final String TABLE = """
			id,t,e,x,y,g,arm,risk,old,p
			1,5,1,2.1,10,a,1,0.9,0.6,0.01
			2,8,1,1.7,12,b,0,0.8,0.7,0.04
			3,8,0,0.4,9,a,1,0.3,0.4,0.03
			4,12,1,1.9,14,b,0,0.85,0.5,0.005
			5,14,0,0.2,8,a,1,0.2,0.3,0.2
			6,15,1,0.9,11,c,0,0.5,0.55,0.5
			7,20,0,0.6,7,c,1,0.35,0.2,NA
			8,21,1,1.2,13,b,1,0.6,0.45,0.6
			9,25,1,0.8,6,a,0,0.45,0.5,0.7
			10,30,0,-0.1,9,c,0,0.15,0.25,0.8
			11,31,0,0.3,10,a,1,0.25,0.3,0.9
			12,33,1,0.5,12,b,0,0.4,0.35,0.95
			13,36,0,NA,5,c,1,0.1,0.15,0.99
			14,40,0,-0.4,8,a,0,0.05,0.2,1
			""";

	@TempDir
	private Path folder;

	private Path data;

	@BeforeEach
	void write() throws IOException {
		data = Files.writeString(folder.resolve("small.csv"), TABLE);
	}

	private Cli run(final String options, final Object... more) {
		final String[] words = options.split(" +");
		final List<Object> arguments = new ArrayList<>(List.of("stats", words[0], "--data", data));
		arguments.addAll(Arrays.asList(words).subList(1, words.length));
		arguments.addAll(Arrays.asList(more));
		return Cli.run(arguments.toArray());
	}

	private String text(final String options) {
		final Cli run = run(options);
		assertEquals(Main.OK, run.exitCode(), run.err());
		return run.out();
	}

	private JsonObject json(final String options) throws IOException {
		final Path json = folder.resolve("out.json");
		final Cli run = run(options, "--json", json);
		assertEquals(Main.OK, run.exitCode(), run.err());
		return JsonParser.parseString(Files.readString(json)).getAsJsonObject();
	}

	private static void has(final String text, final String... lines) {
		final String squeezed = text.replaceAll(" +", " ");
		for (final String line : lines)
			assertTrue(squeezed.contains(line), "'" + line + "' is not in:\n" + text);
	}

	@Test
	void coxAsRPrintsIt() throws IOException {
		has(text("cox --time t --event e --covariates x,g"), "coxph(formula = Surv(t, e) ~ x + g, ties = \"efron\")",
			" n= 13, number of events= 7\n (1 observations deleted due to missingness)", "x 8.279 3939 3.934 2.104 0.0354",
			"gb -1.150 0.3166 2.221 -0.5178 0.605", "gc 3.697 40.34 3.770 0.9808 0.327", "Concordance= 0.980 (se = 0.024 )",
			"Likelihood ratio test= 22.4 on 3 df, p=5.39e-05", "Wald test = 4.55 on 3 df, p=0.208",
			"Score (logrank) test = 16.81 on 3 df, p=0.000772");
		final JsonObject strata = json("cox --time t --event e --covariates x --strata g --ties breslow");
		assertEquals(5.163582073, strata.getAsJsonObject("coef").get("x").getAsDouble(), 5 * PRINTED);
		assertEquals(3.494222866, strata.getAsJsonObject("se").get("x").getAsDouble(), 5 * PRINTED);
		assertEquals(1, strata.get("n_omitted_NA").getAsInt());
	}

	@Test
	void curvesAndLogRankAsRPrintsThem() throws IOException {
		has(text("km --time t --event e --group arm --at 10,20"), "arm=0 7 5 24.21 4.53 25 12 NA",
			"arm=1 7 2 29.57 5.83 NA 21 NA", " 10 6 1 0.857 0.132 0.633 1\n", " 20 4 2 0.571 0.187 0.301 1\n",
			"arm=0 7 5 4.04 0.226 0.543", "on 1 degrees of freedom, p= 0.461");
		assertFalse(json("km --time t --event e --at 10").has("logrank"));
	}

	@Test
	void selectionAndHazardsAsR() throws IOException {
		final JsonObject step = json("step --time t --event e --covariates x,y,arm").getAsJsonObject("anova");
		assertEquals("[\"\",\"- arm\",\"- y\"]", step.get("Step").toString());
		assertEquals(10.26209222, step.getAsJsonArray("AIC").get(2).getAsDouble(), 10 * PRINTED);
		has(text("step --time t --event e --covariates x,y,arm"), "2 - arm 1 0.1234770 5 7.543416 11.54342");
		has(text("zph --time t --event e --covariates x,y"), "x 0.196 1 0.658", "y 0.693 1 0.405", "GLOBAL 0.866 2 0.649",
			"(1 observation deleted due to missingness)");
	}

	/** R: coxph(Surv(t, e) ~ y, d, cluster = g), coxph(Surv(t, e) ~ y, d, weights = risk), rms's fastbw(cph(...)). */
	@Test
	void robustErrorsAsR() throws IOException {
		has(text("cox --time t --event e --covariates y --cluster g"), "y 0.3437 1.410 0.1752 0.1044 3.292 0.000996",
			"Concordance= 0.750 (se = 0.066 )", "Wald test = 10.84 on 1 df", "Robust score test = 2.11 on 1 df", "assume independence of observations");
		final JsonObject r = json("cox --time t --event e --covariates y --weights risk");
		assertTrue(r.get("robust").getAsBoolean());
		assertEquals(0.07828394388, r.getAsJsonObject("se").get("y").getAsDouble(), PRINTED);
		assertEquals(0.2094949597, r.getAsJsonObject("naive_se").get("y").getAsDouble(), PRINTED);
		assertEquals(0.6024701, r.getAsJsonObject("concordance").get("c").getAsDouble(), 1e-7);
		assertEquals(0.1149547, r.getAsJsonObject("concordance").get("se").getAsDouble(), 1e-7);
		assertFalse(json("cox --time t --event e --covariates y --weights risk --robust=false").has("robust"));
		assertTrue(run("cox --time t --event e --covariates y --cluster g --ties exact").err().contains(
			"--ties exact does not go with robust standard errors."));
		assertEquals("[\"arm\",\"x\"]", json("fastbw --time t --event e --covariates x,arm").get("deleted_in_order").toString());
		has(text("fastbw --time t --event e --covariates x,arm --type individual"), "arm 0.24 1 0.6267 0.24 1 0.6267 -1.76",
			"Factors in final model\n\nx\n");
		final JsonObject roc = json("roc --score old --outcome e --group arm --sensitivity 0.8 --specificity 0.9");
		assertEquals(2, roc.getAsJsonObject("delong_unpaired").getAsJsonObject("groups").size());
		assertTrue(roc.getAsJsonObject("at_sensitivity").getAsJsonArray("sensitivity").get(0).getAsDouble() >= 0.8);
		assertTrue(roc.getAsJsonObject("at_specificity").getAsJsonArray("specificity").get(0).getAsDouble() >= 0.9);
		run("roc --score old --outcome e --group g").refusedWith("has 3 values", "--where");
	}

	/** R: summary(survfit(coxph(Surv(t, e) ~ y + strata(arm), d), newdata = d[1:2, ]), times = 10). */
	@Test
	void predictedSurvivalInStrataAsR() throws IOException {
		final String options = "cox --time t --event e --covariates y --strata arm --times 10 --patients 2";
		has(text(options), "\n1 10 0.856 0.134 0.630 1.00\n", "\n2 10 0.832 0.153 0.580 1.00\n");
		final JsonObject log = json(options).getAsJsonObject("predicted").getAsJsonObject("log");
		assertEquals(0.855754006903, log.getAsJsonArray("surv").get(0).getAsJsonArray().get(0).getAsDouble(), PRINTED);
		assertEquals(0.153158064209, log.getAsJsonArray("std_err_of_surv").get(0).getAsJsonArray().get(1).getAsDouble(),
			PRINTED);
	}

	@Test
	void discriminationAsR() throws IOException {
		has(text("roc --score risk --score2 old --outcome e"), "7 controls < 7 cases", "Area under the curve: 1.000",
			"Z = 0.70711, p-value = 0.4795", "0.076976");
		has(text("concordance --time t --event e --marker risk"), "harrell", "uno_n_over_G2");
		has(text("tdroc --time t --event e --marker risk --at 10,20"), "times AUC se", "\n10 ");
		assertTrue(json("dca --time t --event e --at 20 --risk risk,old --thresholds 0.1:0.5:0.2").getAsJsonObject("old").get(
			"threshold").toString().startsWith("[0.1,0.3"));
		has(text("dca --outcome e --risk risk --thresholds 0.2,0.5"), "The model beats treating all and treating none");
		has(text("reclass --outcome e --old old --new risk"), "NRI (category-free)", "IDI");
	}

	@Test
	void comparisonsAsR() throws IOException {
		final JsonObject t = json("table1 --group arm --variables y,g");
		assertEquals(0.3332643306, t.getAsJsonObject("y").getAsJsonObject("t_welch").get("p").getAsDouble(), PRINTED);
		assertEquals(0.3689804091, t.getAsJsonObject("y").getAsJsonObject("wilcoxon_normal_cc").get("p").getAsDouble(),
			PRINTED);
		assertEquals(0.7902097902, t.getAsJsonObject("g").getAsJsonObject("fisher").get("p").getAsDouble(), PRINTED);
		assertEquals(0.4345982085, t.getAsJsonObject("g").getAsJsonObject("chisq").get("p").getAsDouble(), PRINTED);
		has(text("table1 --group arm --variables y,x,g"), "0 (n=7) 1 (n=7)", "y, mean (SD)", " b 3 (42.9) 1 (14.3)",
			"x: 1 missing");
		final JsonObject cor = json("cor --variables x,y --tests");
		assertEquals(0.5625571521, cor.getAsJsonArray("cor_tests").get(0).getAsJsonObject().get("r").getAsDouble(), PRINTED);
		final JsonObject p = json("padjust --p p --name id");
		assertEquals("[0.065,0.13,0.13,0.065,0.52,1,null,1,1,1,1,1,1,1]", p.get("BH").toString());
	}

	@Test
	void otherVerbs() throws IOException {
		final String follow = " --time t --event e ";
		assertEquals(2, json("screen" + follow + "--covariates x,y").getAsJsonArray("feature").size());
		final JsonObject net = json("coxnet" + follow + "--covariates x,y,risk --folds 3 --seed 2 --measure grouped");
		assertEquals(net, json("coxnet" + follow + "--covariates x,y,risk --folds 3 --seed 2 --threads 1"));
		assertTrue(net.getAsJsonObject("cv").has("lambda_1se"));
		has(text("subgroup" + follow + "--treatment arm --groups g --at 20"), "Interaction: likelihood ratio test=");
		has(text("calibration" + follow + "--at 20 --covariates y --boot 5 --group-size 5"), "Calibration slope: 1.000",
			"Dxy");
		has(text("nomogram" + follow + "--at 20 --covariates y,g"), "y Points", "g Points\na ", "Total Points");
		has(text("agreement --first risk --second old"), "bias", "upper_limit");
		assertTrue(Cli.run("stats", "icc", "--help").out().contains("--rater"));
	}

	@Test
	void intraclassCorrelationOfShroutAndFleiss() throws IOException {
		final int[][] ratings = { { 9, 2, 5, 8 }, { 6, 1, 3, 2 }, { 8, 4, 6, 8 }, { 7, 1, 2, 6 }, { 10, 5, 6, 9 }, { 6, 2, 4,
			7 } };
		final StringBuilder rows = new StringBuilder("who,rater,v\n");
		for (int i = 0; i < ratings.length; i++)
			for (int j = 0; j < ratings[i].length; j++)
				rows.append(i).append(',').append(j).append(',').append(ratings[i][j]).append('\n');
		Files.writeString(data, rows);
		// Published: .17, .29, .71.
		has(text("icc --subject who --rater rater --value v"), "Number of subjects = 6 Number of raters = 4",
			"Single_random_raters ICC2 0.290 11.03 5 15 0.000135 0.019 0.761", "Average_fixed_raters ICC3k 0.909");
		Files.writeString(data, rows + "0,0,5\n");
		run("icc --subject who --rater rater --value v").refusedWith("subject '0' has several rows of rater '0'", "--where");
	}

	@Test
	void rowsAndFlagsAreChosen() throws IOException {
		assertEquals(5, json("cox --time t --event e --covariates y --where g=a").get("n").getAsInt() - 1);
		assertEquals(13, json("cox --time t --event e --covariates y --where x!=NA").get("n").getAsInt());
		assertEquals(7, json("cox --time t --event e=0 --covariates y").get("nevent").getAsInt());
		has(text("cox --time t --event e --covariates g --levels g=c,b,a"), "ga ", "gb ");
		assertEquals("[\"risk\"]", json("screen --time t --event e --covariates r*").get("feature").toString());
	}

	@Test
	void warnsAsR() {
		has(text("cox --time t --event e=2 --covariates y"), "number of events= 0", "y NA NA", "Nobody had the event");
		has(text("cox --time t --event e --covariates e"), "coefficient may be infinite");
	}

	@ParameterizedTest
	@ValueSource(strings = { "cox --time time --event e --covariates x|has no column 'time'. Its columns: id, t, e",
		"cox --time t --event e --covariates q|has no column 'q'", "cox --time t --event x --covariates y|row 1, column 'x'",
		"cox --time g --event e --covariates y|row 1, column 'g': 'a' is not a number", "km --time t --event e --at 1,b|--at: 'b'",
		"screen --time t --event e --covariates z*|no column like 'z*'", "cox --time t --event e --covariates y --where g=z|no row",
		"roc --score risk --outcome e --where e=1|with and without the outcome", "dca --outcome e --risk y|is not a risk",
		"coxnet --time t --event e --covariates x,y --foldid g|'g'", "padjust --p y|is not a P value",
		"table1 --group g --variables x --where g=a|only one value", "calibration --time t --event e --at 20 --survival y|between 0 and 1",
		"coxnet --time t --event e --covariates x,y --alpha 2|alpha must lie", "subgroup --time t --event e --treatment arm --groups g --where g=a|no subgroups" })
	void badInputIsRefused(final String line) {
		final String[] parts = line.split("\\|");
		final Path json = folder.resolve("none.json");
		run(parts[0], "--json", json).refusedWith(parts[1]);
		assertFalse(Files.exists(json));
	}

	@ParameterizedTest
	@ValueSource(strings = { "cox --time t --event e|--covariates", "cox --time t --event e --covariates x --ties none|efron",
		"km --time t --event e --conf-type x|log, log-log, plain", "concordance --time t --event e|--marker or --covariates",
		"roc --score risk|Give either --outcome", "coxnet --time t --event e --covariates x,y --folds 3 --foldid g|not both",
		"step --time t --event e --covariates x --start y|not among", "zph --time t --event e --covariates x --ties exact|exact",
		"dca --outcome e --risk risk --thresholds 1|between 0 and 1", "cor --variables x|2 or more", "kn --time t|kn" })
	void wrongUseIsExplained(final String line) {
		final String[] parts = line.split("\\|");
		run(parts[0]).misusedWith(parts[1]);
	}

	@Test
	void groupExplainsItself() {
		Cli.run("stats").misusedWith("Say which statistic: cox, km, screen");
		has(Cli.run("stats", "--help").out(), "calibration", "nomogram", "padjust");
		Cli.run("stats", "cox", "--data", folder.resolve("none.csv"), "--time", "t", "--event", "e", "--covariates", "x")
			.refusedWith("none.csv");
		run("cox --time t --event e --covariates x", "--json", folder.resolve("no/such/out.json")).refusedWith("out.json");
	}
}
