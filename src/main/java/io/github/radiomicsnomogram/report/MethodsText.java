package io.github.radiomicsnomogram.report;

import static io.github.radiomicsnomogram.report.Numbers.plain;

import io.github.radiomicsnomogram.Software;
import io.github.radiomicsnomogram.study.StudyResult;
import io.github.radiomicsnomogram.study.StudySettings;
import io.github.radiomicsnomogram.study.StudySettings.AtRandom;
import io.github.radiomicsnomogram.study.StudySettings.ByColumn;
import io.github.radiomicsnomogram.study.StudySettings.ByTime;
import io.github.radiomicsnomogram.survival.CoxNetCrossValidation.Measure;
import io.github.radiomicsnomogram.survival.Ties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The methods paragraphs of a study, from its settings alone; R's functions are named for those who know them. */
final class MethodsText {

	private final StudyResult study;
	private final StudySettings s;

	private MethodsText(final StudyResult study) {
		this.study = study;
		s = study.file().settings();
	}

	/**
	 * Paragraphs, in the order of the steps.
	 *
	 * @param resampled whether the resampling that the study file asks for was done
	 */
	static List<String> of(final StudyResult study, final boolean resampled) {
		final MethodsText m = new MethodsText(study);
		final List<String> text = new ArrayList<>(List.of(m.patients(), m.images(), m.selection(), m.lasso(), m.cutoff(), m
			.multivariate(), m.evaluation()));
		text.add(m.treatment());
		text.add(m.resampling(resampled));
		text.add("All computations were done with " + Software.NAME + " " + Software.version() +
			"; R's functions are named where the computation follows theirs. P values are two-sided and not adjusted for " +
			"multiple testing unless stated.");
		return text.stream().filter(t -> !t.isEmpty()).toList();
	}

	private String patients() {
		final int n = study.data().training().size();
		final String split;
		if (s.split() instanceof ByColumn c) split = "The column " + c.column() + " of the table says who trains (" + c
			.training() + ") and who validates (" + c.validation() + ").";
		else if (s.split() instanceof AtRandom r) split = "A share of " + plain(r.fraction()) +
			" of the patients was drawn at random for training (seed " + r.seed() + (r.stratified()
				? ", within patients with and without the event" : "") + "); the others validate.";
		else if (s.split() instanceof ByTime t) split = "Patients up to " + t.until() + " in the column " + t.column() +
			" train; the later ones validate.";
		else split = "All patients train; there is no validation cohort.";
		return "Patients: " + sentence(s.population()) + " The endpoint is " + s.endpoint().name() + " (" + s.endpoint()
			.abbreviation() + ") with a horizon of " + plain(s.endpoint().months()) + " months. " + split + " Training: " + Numbers
				.count(n, "patient") + ", " + Numbers.count(study.data().training().times().events(), "event") + ". " +
			"Everything that is learnt, from scaling to the cut-off and the baseline survival, is learnt from the training " +
			"patients alone.";
	}

	private String images() {
		final String made = Facts.isStated(s.acquisition().description()) ? sentence(s.acquisition().description())
			: "how they were made is not stated in the study file.";
		return "Images: " + s.acquisition().modality() + "; " + made + " Features follow " +
			"PyRadiomics' definitions with " + Facts.bins(study.model()) + "; source of the extraction settings: " + sentence(study.model()
				.settingsSource());
	}

	private String selection() {
		final StringBuilder text = new StringBuilder();
		if (!study.data().repeatability().isEmpty()) text.append("Features with an intraclass correlation below ").append(plain(s
			.reproducibility().orElseThrow().threshold())).append(" were left out. ");
		text.append("Each feature was z-scored and entered a Cox model of its own (survival::coxph). ");
		if (s.screen().top().isPresent()) text.append("The ").append(s.screen().top().getAsInt()).append(
			" features with the smallest Wald P values were kept. ");
		else if (s.screen().p().isPresent()) text.append("Features with a Wald P value below ").append(plain(s.screen().p()
			.getAsDouble())).append(" were kept. ");
		else text.append("All of them were kept. ");
		s.collinearity().ifPresentOrElse(c -> text.append("Of two features whose ").append(c.spearman() ? "Spearman"
			: "Pearson").append(" correlation exceeds ").append(plain(c.threshold())).append(
				" in size, the one with the smaller P value stayed."), () -> text.append(
					"Correlated features were left to the penalised regression."));
		return text.toString();
	}

	private String lasso() {
		final StudySettings.Lasso l = s.lasso();
		final int folds = study.fit().lasso().map(x -> Arrays.stream(x.folds()).max().orElse(0)).orElse(l.folds());
		final String dealt = l.foldColumn().map(c -> "given in the column " + c).orElse("dealt with seed " + l.seed());
		return "Penalised Cox regression (" + (l.alpha() == 1 ? "LASSO" : "elastic net, alpha " + plain(l.alpha())) +
			"; glmnet, family cox) on the z-scores; the penalty was chosen by " + folds + "-fold cross-validation (folds " +
			dealt + "; " + measure(l.measure()) + ") at " + (l.oneStandardError()
				? "the largest penalty within one standard error of the best (lambda.1se)" : "the best mean error (lambda.min)") +
			". The score is the sum of the raw features times their coefficients" + (l.centred()
				? ", with an intercept that makes its mean in the training patients 0." : ".");
	}

	private static String measure(final Measure m) {
		return "measure: " + m.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	private String cutoff() {
		return "Cut-off between low and high risk: " + sentence(study.cutoff().method()) +
			" Survival of the groups was estimated by Kaplan and Meier (survival::survfit) and compared by the log-rank test " +
			"(survival::survdiff).";
	}

	private String multivariate() {
		final StudySettings.Multivariate m = s.multivariate();
		final String chosen = m.direction().map(d -> "stepwise selection (" + d.name().toLowerCase(Locale.ROOT) + ", by " + (m
			.schwarz() ? "BIC, the logarithm of the number of events" : "AIC") + "; stats::step)").orElse(
				"no further selection");
		return "The signature and " + Numbers.count(s.clinical().size(), "clinical variable") +
			" each entered a Cox model of its own (" + ties(m.ties()) + " for ties); those with P below " + plain(m.candidateP()) +
			" went into a multivariate Cox model with " + chosen + ". Patients without a value of a variable were left out of " +
			"the models that hold it. Proportional hazards were tested on scaled Schoenfeld residuals (survival::cox.zph). The " +
			"nomogram follows the rules of rms::nomogram; its baseline survival is Breslow's estimate at the horizon.";
	}

	private String evaluation() {
		return "Discrimination: Harrell's C-index; area under the ROC curve (AUC) of the event by the horizon among patients " +
			"whose outcome then is known, with DeLong's interval (pROC), and the time-dependent AUC that weighs for censoring. " +
			"Calibration: Kaplan–Meier against predicted survival in " + s.calibrationGroups() + " groups (rms::calibrate), " +
			"slope, calibration in the large and a smooth curve. Clinical use: decision curve analysis for censored outcomes at " +
			"thresholds from " + plain(100 * s.decision().from()) + "% to " + plain(100 * s.decision().to()) + "%.";
	}

	private String treatment() {
		return s.treatment().map(t -> "Treatment (column " + t.column() + ", treated: " + t.treated() +
			"): hazard ratio, survival at the horizon and interaction in all patients and in the risk groups of signature and " +
			"nomogram" + (t.subgroups().isEmpty() ? "." : ", and by " + String.join(", ", t.subgroups()) + ".")).orElse("");
	}

	private String resampling(final boolean done) {
		final StudySettings.Honest h = s.honest();
		final List<String> parts = new ArrayList<>();
		if (h.bootstrap() > 0) parts.add("a bootstrap of " + Numbers.count(h.bootstrap(), "sample") +
			" for optimism and stability of the selection");
		if (h.outerFolds() > 0) parts.add(h.outerFolds() + "-fold nested cross-validation (" + Numbers.count(h.repeats(),
			"repeat") + ")");
		if (h.permutations() > 0) parts.add(h.permutations() + " permutations of the outcomes");
		return parts.isEmpty() ? "" : "The study file asks for resampling of the whole training, from the univariate screen " +
			"to the stepwise selection: " + String.join("; ", parts) + " (seed " + h.seed() + ")." + (done ? ""
				: " This report was made without it.");
	}

	/** "Efron's approximation". */
	private static String ties(final Ties ties) {
		final String name = ties.label();
		return ties == Ties.EXACT ? "exact method" : Character.toUpperCase(name.charAt(0)) + name.substring(1) +
			"'s approximation";
	}

	/** With a full stop at its end. */
	static String sentence(final String text) {
		final String t = text.strip();
		return t.isEmpty() || t.endsWith(".") || t.endsWith("!") || t.endsWith("?") ? t : t + ".";
	}
}
