package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.model.PrognosticModel;
import io.github.radiomicsnomogram.model.PublishedSurvival;
import io.github.radiomicsnomogram.model.RiskGroup;
import io.github.radiomicsnomogram.survival.Correlations;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.NomogramScale;
import io.github.radiomicsnomogram.survival.ProportionalHazards;
import io.github.radiomicsnomogram.survival.report.ComparisonReport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Trains a signature and a nomogram and looks at them in every cohort. The training gets the training patients alone;
 * the validation patients are read after the model is finished.
 */
public final class Study {

	private static final double FEW_EVENTS = 10;
	private static final double NOT_PROPORTIONAL = 0.05;
	private static final double INFLATED = 5;

	private final StudyFile file;
	private final StudySettings settings;
	private final StudyData data;
	private final List<String> warnings;

	private Study(final StudyFile file, final StudyData data) {
		this.file = file;
		settings = file.settings();
		this.data = data;
		warnings = new ArrayList<>(data.warnings());
	}

	/**
	 * Carries out a study.
	 *
	 * @param tables features, follow-up and clinical variables: one table, or several that the patient's id joins
	 * @param icc table of reproducibility, if there is one
	 * @param file every choice
	 * @param progress the caller's ear and brake
	 * @throws InputException if the tables don't fit the study file, or there is too little to learn from
	 * @throws java.util.concurrent.CancellationException if the caller stopped it
	 */
	public static StudyResult train(final List<CsvTable> tables, final Optional<CsvTable> icc, final StudyFile file,
		final Progress progress)
	{
		progress.update(0, "Reading the tables");
		return new Study(file, StudyData.of(tables, icc, file.settings())).run(progress);
	}

	private StudyResult run(final Progress progress) {
		final PipelineFit fit = Pipeline.fit(data.training(), settings, progress);
		final TrainedCutoff cutoff = TrainedCutoff.of(data.training(), fit.score(), settings);
		if (cutoff.best().size() > 1) warnings.add(cutoff.best().size() +
			" cut-offs are equally good by Youden's index; the smallest was taken.");
		final PrognosticModel model = ModelBuilder.build(file, data, fit, cutoff, groups(fit, cutoff), warnings);
		final Optional<ProportionalHazards> ph = fit.cox().map(c -> ProportionalHazards.of(c,
			ProportionalHazards.Transform.KM));
		final double[] inflation = fit.cox().map(Correlations::varianceInflation).orElse(new double[0]);
		warn(fit, ph, inflation);
		progress.update(0.9, "Evaluating the model");
		final CohortResult training = evaluate("training", model, data.training());
		final Optional<CohortResult> validation = data.validation().map(v -> evaluate("validation", model, v));
		if (validation.isEmpty()) warnings.add("There is no validation cohort: every number here is of the training patients.");
		final Optional<ComparisonReport> table1 = validation.flatMap(v -> data.validation().map(p -> Characteristics.of(data
			.training(), p, training.scores().score(), v.scores().score())));
		final List<TreatmentInCohort> treatment = new TreatmentAnalysis(settings, warnings).of(data, fit, training,
			validation);
		progress.update(1, "Done");
		return new StudyResult(file, data, fit, cutoff, model, ph, inflation, fit.cox().map(c -> NomogramScale.of(c, settings
			.endpoint().months())), table1, training, validation, treatment, warnings);
	}

	private CohortResult evaluate(final String name, final PrognosticModel model, final Patients patients) {
		final CohortResult result = CohortResult.of(CohortScores.of(name, model, patients, warnings), settings.endpoint()
			.months(), settings.calibrationGroups(), settings.decision().values(), settings.multivariate().ties());
		warnings.addAll(result.warnings());
		return result;
	}

	/** Survival of the training patients' groups, for the model file. */
	private Optional<PublishedSurvival> groups(final PipelineFit fit, final TrainedCutoff cutoff) {
		final boolean[] high = new boolean[fit.score().length];
		for (int i = 0; i < high.length; i++)
			high[i] = fit.score()[i] >= cutoff.value();
		final RiskGroups g = RiskGroups.of(data.training().times(), high, settings.endpoint().months(), settings
			.multivariate().ties());
		return g.logRank().map(t -> new PublishedSurvival("training", high.length, g.low().orElseThrow().atHorizon()
			.survival(), g.high().orElseThrow().atHorizon().survival(), pText(t.test().p())));
	}

	private static String pText(final double p) {
		return p < 0.001 ? "< .001" : String.format(Locale.ROOT, "%.3f", p).substring(1);
	}

	private void warn(final PipelineFit fit, final Optional<ProportionalHazards> ph, final double[] inflation) {
		final int events = data.training().times().events(), features = data.training().features().size();
		warnings.add(String.format(Locale.ROOT, "%d events for %d candidate features and %d clinical candidates: %.2f events a candidate. Read the honest validation, not the apparent numbers.",
			events, features, settings.clinical().size(), (double) events / (features + settings.clinical().size())));
		fit.univariate().forEach(u -> u.fit().warnings().forEach(w -> warnings.add("Univariate model of " + u.label() + ": " +
			w.strip())));
		if (fit.cox().isEmpty()) {
			warnings.add("No variable entered the multivariate model: the model is the signature alone, without nomogram.");
			return;
		}
		final CoxFit cox = fit.cox().get();
		cox.warnings().forEach(w -> warnings.add("Multivariate model: " + w.strip()));
		if (cox.n() < data.training().size()) warnings.add((data.training().size() - cox.n()) +
			" training patients lack a clinical value and are not in the multivariate model.");
		if (cox.events() < FEW_EVENTS * cox.names().size()) warnings.add(String.format(Locale.ROOT,
			"%d events for %d coefficients of the multivariate model: fewer than %.0f for each.", cox.events(), cox.names()
				.size(), FEW_EVENTS));
		for (int t = 0; t < ph.orElseThrow().terms().size(); t++)
			if (ph.get().tests().get(t).p() < NOT_PROPORTIONAL) warnings.add(String.format(Locale.ROOT,
				"The hazards of '%s' are not proportional (P = %.3g): its hazard ratio is an average over the follow-up.", ph.get()
					.terms().get(t), ph.get().tests().get(t).p()));
		for (int j = 0; j < inflation.length; j++)
			if (inflation[j] > INFLATED) warnings.add(String.format(Locale.ROOT,
				"'%s' is collinear with the others (variance inflation %.1f).", cox.names().get(j), inflation[j]));
	}

	/** The name of a group of a model's cut-off, as in tables. */
	static String group(final boolean high) {
		return (high ? RiskGroup.HIGH : RiskGroup.LOW).name().toLowerCase(Locale.ROOT);
	}
}
