package io.github.radiomicsnomogram.report;

import static io.github.radiomicsnomogram.report.Numbers.fixed;
import static io.github.radiomicsnomogram.report.Numbers.p;
import static io.github.radiomicsnomogram.report.Numbers.percent;

import io.github.radiomicsnomogram.model.CoxTerm;
import io.github.radiomicsnomogram.study.BootstrapOfStudy;
import io.github.radiomicsnomogram.study.HonestValidation;
import io.github.radiomicsnomogram.study.ModelComparison;
import io.github.radiomicsnomogram.study.NestedCrossValidation;
import io.github.radiomicsnomogram.study.StudyResult;
import io.github.radiomicsnomogram.study.TrainedSignature;
import io.github.radiomicsnomogram.survival.RocCurve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much of the performance is optimism. */
final class HonestSection {

	private static final int MOST_FEATURES = 20;

	private final StudyResult study;
	private final HonestValidation honest;

	HonestSection(final StudyResult study, final HonestValidation honest) {
		this.study = study;
		this.honest = honest;
	}

	void write(final Page page) {
		page.paragraph("Apparent numbers of the training patients flatter a model, and those of one split depend on the split. " +
			"Here the whole training, from the univariate screen to the stepwise selection, was repeated on resampled training " +
			"patients (Harrell, Lee and Mark 1996, doi:10.1002/(SICI)1097-0258(19960229)15:4<361::AID-SIM168>3.0.CO;2-4).");
		page.table(optimism());
		honest.bootstrap().ifPresent(b -> page.table(stability(b)));
		honest.permutation().ifPresent(t -> page.paragraph("Permutation test: with the outcomes dealt anew among the patients " +
			t.c().length + " times, the same training reached an apparent C-index as large as the true one (" + fixed(t.apparent()
				.c(), 3) + ") often enough for " + Numbers.pInText(t.p()) + ". " + failed(t.failed(), "permutation")));
		honest.comparison().ifPresent(c -> {
			page.heading("What the signature adds to the clinical variables");
			page.paragraph("Likelihood ratio test of the multivariate model against the same model without the signature " +
				"(training cohort): chi-squared " + fixed(c.likelihoodRatio().statistic(), 2) + " on " + Numbers.count(c
					.likelihoodRatio().df(), "degree") + " of freedom, " + Numbers.pInText(c.likelihoodRatio().p()) +
				". The signature was learnt from the same patients, so this P value is too small.");
			page.table(comparison(c));
		});
	}

	private Table optimism() {
		final Table table = new Table("Performance of the nomogram, apparent and honest.", false, "Estimate", "C-index", "AUC");
		honest.bootstrap().ifPresent(b -> {
			table.row("Apparent, in the training patients", fixed(b.apparent().c(), 3), fixed(b.apparent().auc(), 3));
			table.row("Optimism, mean of " + Numbers.count(b.samples().size(), "bootstrap sample"), fixed(b.optimism().c(), 3),
				fixed(b.optimism().auc(), 3));
			table.row("Corrected for optimism", fixed(b.corrected().c(), 3), fixed(b.corrected().auc(), 3));
			if (b.failed() > 0) table.note(failed(b.failed(), "bootstrap sample"));
		});
		honest.nested().ifPresent(n -> {
			table.row("Nested cross-validation, mean of " + Numbers.count(n.folds().size(), "fold"), fixed(n.mean().c(), 3),
				fixed(n.mean().auc(), 3));
			table.row("Nested cross-validation, smallest to largest fold", range(n, true), range(n, false));
			if (n.failed() > 0) table.note(failed(n.failed(), "fold"));
		});
		study.validation().flatMap(v -> v.nomogram()).ifPresent(v -> table.row("Validation cohort", fixed(v.concordance().c(),
			3), fixed(v.roc().map(RocCurve::auc).orElse(Double.NaN), 3)));
		return table;
	}

	private static String range(final NestedCrossValidation n, final boolean c) {
		final double[] v = n.folds().stream().mapToDouble(f -> c ? f.performance().c() : f.performance().auc()).filter(
			x -> !Double.isNaN(x)).sorted().toArray();
		return v.length == 0 ? Numbers.NONE : fixed(v[0], 3) + "–" + fixed(v[v.length - 1], 3);
	}

	private static String failed(final int n, final String what) {
		return n == 0 ? "" : Numbers.count(n, what) + " gave no model.";
	}

	private Table stability(final BootstrapOfStudy b) {
		final Table table = new Table("How often features and variables are selected in the bootstrap samples.", false, "Name",
			"Selected, %", "In the final model");
		final List<String> selected = study.fit().signature().map(TrainedSignature::features).orElse(List.of());
		final Map<String, Double> features = b.featureFrequency(study.data().training().features());
		table.group("Features in the signature (the " + Math.min(MOST_FEATURES, features.size()) + " most frequent)");
		features.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder())).limit(MOST_FEATURES).forEach(
			e -> table.row(e.getKey(), percent(e.getValue()), selected.contains(e.getKey()) ? "yes" : "no"));
		table.group("Variables in the multivariate model");
		final List<String> ids = new ArrayList<>(List.of(CoxTerm.SIGNATURE));
		study.file().settings().clinical().forEach(c -> ids.add(c.id()));
		final List<String> terms = study.fit().cox().map(c -> c.data().covariates().terms()).orElse(List.of());
		b.variableFrequency(ids).forEach((id, f) -> table.row(CoxTables.label(id, study), percent(f), terms.contains(id) ? "yes"
			: "no"));
		return table;
	}

	private static Table comparison(final ModelComparison c) {
		final Table table = new Table("Nomogram against the model of its clinical variables alone.", false, "Quantity", "Clinical",
			"Nomogram", "Difference (95% CI)", "P");
		for (final ModelComparison.InCohort in : c.cohorts()) {
			table.group(in.cohort() + " cohort");
			table.row("C-index", fixed(in.clinical().concordance().c(), 3), fixed(in.whole().concordance().c(), 3), fixed(in
				.whole().concordance().c() - in.clinical().concordance().c(), 3), "");
			in.deLong().ifPresent(d -> area(table, in, d));
			in.reclassification().ifPresent(r -> {
				table.row("Net reclassification, category-free", "", "", Numbers.around(r.nri(), r.nriError(), 3), p(r.nriP()));
				table.row("Integrated discrimination", "", "", Numbers.around(r.idi(), r.idiError(), 3), p(r.idiP()));
			});
			table.row("Decision curve: better than all and none", PerformanceTables.winning(in.clinicalDecision()), PerformanceTables
				.winning(in.wholeDecision()), "",
				"");
		}
		return table.note("AUC: DeLong's test for paired curves. Net reclassification is known to reward miscalibrated " +
			"models; read it with the decision curves.");
	}

	private static void area(final Table table, final ModelComparison.InCohort in, final RocCurve.Comparison d) {
		final Optional<RocCurve> a = in.clinical().roc(), b = in.whole().roc();
		table.row("AUC", fixed(a.orElseThrow().auc(), 3), fixed(b.orElseThrow().auc(), 3), fixed(b.get().auc() - a.get().auc(),
			3) + " (" + fixed(d.lower(), 3) + " to " + fixed(d.upper(), 3) + ")", p(d.p()));
	}
}
