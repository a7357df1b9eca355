package io.github.radiomicsnomogram.report;

import io.github.radiomicsnomogram.model.PrognosticModel;
import io.github.radiomicsnomogram.study.CohortResult;
import io.github.radiomicsnomogram.study.HonestValidation;
import io.github.radiomicsnomogram.study.ModelComparison;
import io.github.radiomicsnomogram.study.StudyResult;
import io.github.radiomicsnomogram.study.StudySettings;
import io.github.radiomicsnomogram.texture.Binning;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a report knows of a study; checklists and the quality score ask it.
 *
 * @param study result
 * @param honest validation by resampling, if it was done
 */
record Facts(StudyResult study, Optional<HonestValidation> honest) {

	StudySettings settings() {
		return study.file().settings();
	}

	boolean isValidated() {
		return study.validation().isPresent();
	}

	boolean isResampled() {
		return honest.flatMap(HonestValidation::bootstrap).isPresent() || honest.flatMap(HonestValidation::nested).isPresent();
	}

	Optional<ModelComparison> comparison() {
		return honest.flatMap(HonestValidation::comparison);
	}

	boolean isRepeatabilityKnown() {
		return !study.data().repeatability().isEmpty();
	}

	boolean isCalibrated() {
		return study.cohorts().stream().anyMatch(c -> c.calibration().isPresent());
	}

	boolean hasDecisionCurve() {
		return study.cohorts().stream().anyMatch(c -> c.decision().isPresent());
	}

	/** Whether the model holds a clinical variable. */
	boolean isCombined() {
		return study.model().cox().stream().anyMatch(t -> !t.isSignature());
	}

	/** Whether the study file says something of its own. */
	static boolean isStated(final String text) {
		return !text.isBlank() && !text.startsWith("Not stated");
	}

	/** "original, wavelet-HHL": what the candidate features' names begin with. */
	String imageTypes() {
		return study.data().training().features().stream().map(name -> name.split("_", 2)[0]).distinct().collect(Collectors
			.joining(", "));
	}

	/** "bin width 25". */
	static String bins(final PrognosticModel model) {
		final Binning b = model.settings().binning();
		return b instanceof Binning.FixedWidth w ? "bin width " + Numbers.plain(w.binWidth()) : Numbers.count(
			((Binning.FixedCount) b).binCount(), "bin");
	}

	/** "training: 76 patients, 24 events; validation: …". */
	String sizes() {
		final StringBuilder text = new StringBuilder();
		for (final CohortResult c : study.cohorts())
			text.append(text.length() == 0 ? "" : "; ").append(c.scores().name()).append(": ").append(Numbers.count(c.scores()
				.ids().size(), "patient")).append(", ").append(Numbers.count(c.scores().times().events(), "event"));
		return text.append('.').toString();
	}
}
