package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Software;
import io.github.radiomicsnomogram.io.Digests;
import io.github.radiomicsnomogram.model.BaselineSurvival;
import io.github.radiomicsnomogram.model.CoxTerm;
import io.github.radiomicsnomogram.model.PrognosticModel;
import io.github.radiomicsnomogram.model.Training;
import io.github.radiomicsnomogram.survival.CoxData;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.CoxRegression;
import io.github.radiomicsnomogram.survival.DesignMatrix;
import io.github.radiomicsnomogram.survival.SurvivalTimes;
import io.github.radiomicsnomogram.survival.Ties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Adapts a model to other patients (van Houwelingen 2000, doi:10.1002/1097-0258(20001230)19:24&lt;3401::AID-SIM554&gt;3.0.CO;2-2):
 * a new baseline survival, or that and all coefficients times one number. Signature and cut-off stay.
 */
final class Recalibration {

	private final PrognosticModel model;
	private final CohortScores scores;
	private final List<String> warnings;
	private final double[] lp;
	private final SurvivalTimes times;

	Recalibration(final PrognosticModel model, final CohortScores scores, final List<String> warnings) {
		this.model = model;
		this.scores = scores;
		this.warnings = warnings;
		final int[] known = scores.known();
		lp = Patients.pick(scores.predictor(), known);
		times = scores.times().rows(known);
	}

	/** The model with the baseline survival of these patients. */
	Optional<PrognosticModel> baseline() {
		return recalibrated(1, "new baseline survival, estimated in " + who());
	}

	/** The same, and the coefficients times the calibration slope of these patients. */
	Optional<PrognosticModel> slope() {
		if (model.cox().isEmpty() || lp.length < 2 || times.events() == 0) return Optional.empty();
		final CoxFit fit = CoxRegression.fit(new CoxData(times, DesignMatrix.numeric(List.of("predictor"), new double[][] {
			lp })));
		final double slope = fit.coefficient(0);
		if (!(slope > 0) || !fit.warnings().isEmpty()) {
			warnings.add("The calibration slope is " + slope + ": the coefficients can't be recalibrated with it.");
			return Optional.empty();
		}
		return recalibrated(slope, String.format(Locale.ROOT, "coefficients times %.6g (calibration slope, standard error %.3g) and new baseline survival, both estimated in %s",
			slope, fit.standardError(0), who()));
	}

	private String who() {
		return lp.length + " patients with " + times.events() + " events (cohort '" + scores.name() + "')";
	}

	private Optional<PrognosticModel> recalibrated(final double slope, final String step) {
		if (model.cox().isEmpty() || lp.length < 2 || times.events() == 0) return Optional.empty();
		try {
			final BaselineSurvival baseline = Baselines.of(times, Arrays.stream(lp).map(v -> slope * v).toArray(), Ties.EFRON,
				model.endpoint().months(), who());
			final List<CoxTerm> cox = model.cox().stream().map(t -> new CoxTerm(t.variable(), t.level(), Math.pow(t
				.hazardRatio(), slope), Math.pow(t.ciLow(), slope), Math.pow(t.ciHigh(), slope), t.ciLevel(), t.p(), t.axis()))
				.toList();
			return Optional.of(with(baseline, slope == 1 ? model.cox() : cox, "Recalibrated from model '" + model.id() + "': " +
				step));
		}
		catch (final InputException e) {
			warnings.add("No recalibration: " + e.getMessage());
			return Optional.empty();
		}
	}

	private PrognosticModel with(final BaselineSurvival baseline, final List<CoxTerm> cox, final String step) {
		final List<String> notes = new ArrayList<>(model.notes());
		notes.add(step + ".");
		final String software = Software.NAME + " " + Software.version();
		final Training training = model.training().orElse(new Training(software, "published model " + model.id(), "none",
			"none", List.of(), List.of())).then(step + ", by " + software + ", data " + Digests.sha256(String.join(",", scores.ids()) +
				Arrays.toString(times.times()) + Arrays.toString(times.eventFlags()) + Arrays.toString(lp)));
		return new PrognosticModel(model.id() + "-recalibrated", model.title() + " (recalibrated)", model.use(), model
			.signature(), model.settings(), model.settingsSource(), model.cutoff(), model.endpoint(), model.clinical(), cox,
			Optional.of(baseline), model.published(), model.study(), model.acquisition(), model.roi(), notes, model.citation(),
			Optional.of(training));
	}
}
