package io.github.radiomicsnomogram.study;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.model.CoxTerm;
import io.github.radiomicsnomogram.survival.RocCurve;
import io.github.radiomicsnomogram.survival.report.DecisionCurveReport;
import io.github.radiomicsnomogram.survival.report.Json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An honest validation as files and as text. */
public final class HonestTables {

	private static final double UNSTABLE = 0.5;

	private HonestTables() {}

	/** All files by name. */
	public static Map<String, String> files(final StudyResult study, final HonestValidation v) {
		final Map<String, String> files = new LinkedHashMap<>();
		final JsonObject o = new JsonObject();
		o.addProperty("seed", study.file().settings().honest().seed());
		v.bootstrap().ifPresent(b -> {
			o.add("bootstrap", bootstrap(b));
			files.put("selection_frequency.csv", frequency(study, b));
		});
		v.nested().ifPresent(n -> o.add("nested_cross_validation", nested(n)));
		v.permutation().ifPresent(p -> o.add("permutation", permutation(p)));
		v.comparison().ifPresent(c -> o.add("clinical_model", comparison(c)));
		files.put("honest_validation.json", StudyJson.pretty(o));
		return files;
	}

	private static JsonObject json(final Performance p) {
		final JsonObject o = new JsonObject();
		o.add("c", Json.number(p.c()));
		o.add("auc", Json.number(p.auc()));
		return o;
	}

	private static JsonObject bootstrap(final BootstrapOfStudy b) {
		final JsonObject o = new JsonObject();
		o.addProperty("samples", b.samples().size());
		o.addProperty("failed", b.failed());
		o.add("apparent", json(b.apparent()));
		o.add("optimism", json(b.optimism()));
		o.add("corrected", json(b.corrected()));
		o.add("c_in_sample", Json.numbers(b.samples(), s -> s.inSample().c()));
		o.add("c_in_original", Json.numbers(b.samples(), s -> s.inOriginal().c()));
		return o;
	}

	private static String frequency(final StudyResult study, final BootstrapOfStudy b) {
		final CsvText csv = new CsvText("kind", "name", "frequency", "in_model");
		final List<String> selected = study.fit().signature().map(TrainedSignature::features).orElse(List.of());
		b.featureFrequency(study.data().training().features()).forEach((name, f) -> csv.row("feature", name, f, selected
			.contains(name)));
		final List<String> terms = study.fit().cox().map(c -> c.data().covariates().terms()).orElse(List.of());
		final List<String> variables = new ArrayList<>(List.of(CoxTerm.SIGNATURE));
		study.data().training().clinical().forEach(c -> variables.add(c.id()));
		b.variableFrequency(variables).forEach((name, f) -> csv.row("variable", name, f, terms.contains(name)));
		return csv.toString();
	}

	private static JsonObject nested(final NestedCrossValidation n) {
		final JsonObject o = new JsonObject();
		o.addProperty("folds", n.folds().size());
		o.addProperty("failed", n.failed());
		o.add("mean", json(n.mean()));
		final JsonArray folds = new JsonArray();
		for (final NestedCrossValidation.Fold f : n.folds()) {
			final JsonObject j = json(f.performance());
			j.addProperty("repeat", f.repeat());
			j.addProperty("fold", f.fold());
			j.addProperty("n", f.n());
			j.add("features", Json.texts(f.features()));
			folds.add(j);
		}
		o.add("each", folds);
		return o;
	}

	private static JsonObject permutation(final PermutationTest p) {
		final JsonObject o = new JsonObject();
		o.add("apparent", json(p.apparent()));
		o.add("p", Json.number(p.p()));
		o.addProperty("failed", p.failed());
		o.add("c", Json.numbers(p.c()));
		return o;
	}

	private static JsonObject comparison(final ModelComparison c) {
		final JsonObject o = new JsonObject();
		o.add("terms", Json.texts(c.clinical().data().covariates().terms()));
		o.add("coef", Json.named(c.clinical().names(), c.clinical()::coefficient));
		o.add("likelihood_ratio", Json.number(c.likelihoodRatio().statistic()));
		o.addProperty("df", c.likelihoodRatio().df());
		o.add("p", Json.number(c.likelihoodRatio().p()));
		final JsonObject cohorts = new JsonObject();
		for (final ModelComparison.InCohort in : c.cohorts()) {
			final JsonObject j = new JsonObject();
			j.add("c_clinical", Json.number(in.clinical().concordance().c()));
			j.add("c_nomogram", Json.number(in.whole().concordance().c()));
			j.add("auc_clinical", Json.number(in.clinical().roc().map(RocCurve::auc).orElse(Double.NaN)));
			j.add("auc_nomogram", Json.number(in.whole().roc().map(RocCurve::auc).orElse(Double.NaN)));
			in.deLong().ifPresent(d -> j.add("delong_p", Json.number(d.p())));
			in.reclassification().ifPresent(r -> {
				j.add("nri", Json.numbers(new double[] { r.nri(), r.nriError(), r.nriP() }));
				j.add("idi", Json.numbers(new double[] { r.idi(), r.idiError(), r.idiP() }));
			});
			j.add("decision_clinical", new DecisionCurveReport(in.clinicalDecision()).json());
			j.add("decision_nomogram", new DecisionCurveReport(in.wholeDecision()).json());
			cohorts.add(in.cohort(), j);
		}
		o.add("cohorts", cohorts);
		return o;
	}

	/** In a few lines, for people, ending in \n. */
	public static String summary(final StudyResult study, final HonestValidation v) {
		final StringBuilder text = new StringBuilder("Honest validation of the whole training\n");
		v.bootstrap().ifPresent(b -> {
			line(text, "  bootstrap (%d samples): C %.3f, optimism %.3f, corrected %.3f; AUC %.3f, corrected %.3f", b.samples()
				.size(), b.apparent().c(), b.optimism().c(), b.corrected().c(), b.apparent().auc(), b.corrected().auc());
			final List<String> selected = study.fit().signature().map(TrainedSignature::features).orElse(List.of());
			b.featureFrequency(selected).forEach((name, f) -> line(text, "  %s is selected in %.0f %% of the samples%s", name, 100 *
				f, f < UNSTABLE ? ": unstable" : ""));
		});
		v.nested().ifPresent(n -> line(text, "  nested cross-validation (%d folds): C %.3f, AUC %.3f", n.folds().size(), n.mean()
			.c(), n.mean().auc()));
		v.permutation().ifPresent(p -> line(text, "  permutation test (%d): P = %.3g", p.c().length, p.p()));
		v.comparison().ifPresent(c -> {
			line(text, "  signature over clinical variables (training): likelihood ratio %.2f, P = %.3g", c.likelihoodRatio()
				.statistic(), c.likelihoodRatio().p());
			for (final ModelComparison.InCohort in : c.cohorts())
				line(text, "  %s: C clinical %.3f, nomogram %.3f; DeLong P = %.3g", in.cohort(), in.clinical().concordance().c(), in
					.whole().concordance().c(), in.deLong().map(RocCurve.Comparison::p).orElse(Double.NaN));
		});
		return text.toString();
	}

	private static void line(final StringBuilder text, final String format, final Object... args) {
		text.append(String.format(Locale.ROOT, format, args)).append('\n');
	}
}
