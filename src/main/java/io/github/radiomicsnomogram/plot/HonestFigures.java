package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.study.BootstrapOfStudy;
import io.github.radiomicsnomogram.study.HonestValidation;
import io.github.radiomicsnomogram.study.ModelComparison;
import io.github.radiomicsnomogram.study.PermutationTest;
import io.github.radiomicsnomogram.study.StudyResult;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The figures of a study's honest validation; what was not done has no figure. */
public final class HonestFigures {

	private static final int MOST_FEATURES = 20;

	private final List<StudyFigure> figures = new ArrayList<>();

	private HonestFigures() {}

	/** How often features were selected, the permutation test, the nomogram beside the clinical model. */
	public static List<StudyFigure> of(final StudyResult study, final HonestValidation honest) {
		final HonestFigures all = new HonestFigures();
		honest.bootstrap().ifPresent(b -> all.frequency(study, b));
		honest.permutation().ifPresent(all::permutation);
		honest.comparison().ifPresent(all::comparison);
		return List.copyOf(all.figures);
	}

	private void frequency(final StudyResult study, final BootstrapOfStudy bootstrap) {
		final List<String> kept = study.fit().signature().map(s -> s.features()).orElse(List.of());
		final List<FrequencyFigure.Feature> features = new ArrayList<>();
		bootstrap.featureFrequency(study.data().training().features()).forEach((name, share) -> {
			if (share > 0 || kept.contains(name)) features.add(new FrequencyFigure.Feature(StudyFigures.readable(name), share,
				kept.contains(name)));
		});
		if (!features.isEmpty()) figures.add(new StudyFigure("selection-frequency", "How often the training selected each " +
			"feature in " + bootstrap.samples().size() + " bootstrap samples of the patients.", new FrequencyFigure("", features,
				MOST_FEATURES, "Share of " + bootstrap.samples().size() + " bootstrap samples"), Figure.SINGLE_COLUMN * 1.2));
	}

	private void permutation(final PermutationTest test) {
		if (test.c().length > 0) figures.add(new StudyFigure("permutation", "C-index that the whole training reaches in its " +
			"own patients after their outcomes were dealt anew, and in the true ones.", new PermutationFigure("", test.c(), test
				.apparent().c(), test.p(), "Apparent C-index"), Figure.SINGLE_COLUMN * 1.2));
	}

	private void comparison(final ModelComparison comparison) {
		final List<Figure> roc = new ArrayList<>(), decision = new ArrayList<>();
		for (final ModelComparison.InCohort c : comparison.cohorts()) {
			final List<RocFigure.Curve> curves = new ArrayList<>();
			c.whole().roc().ifPresent(r -> curves.add(new RocFigure.Curve("Nomogram", r, OptionalDouble.empty())));
			c.clinical().roc().ifPresent(r -> curves.add(new RocFigure.Curve("Clinical model", r, OptionalDouble.empty())));
			final String title = StudyFigures.capital(c.cohort()) + " cohort";
			if (!curves.isEmpty()) roc.add(new RocFigure(title, curves));
			decision.add(new DecisionCurveFigure(title, List.of(new DecisionCurveFigure.Model("Nomogram", c.wholeDecision()),
				new DecisionCurveFigure.Model("Clinical model", c.clinicalDecision()))));
		}
		if (!roc.isEmpty()) figures.add(new StudyFigure("comparison-roc", "The nomogram and the model of its clinical " +
			"variables alone: ROC curves for an event within the horizon.", Panels.grid(roc, 2), Figure.DOUBLE_COLUMN));
		if (!decision.isEmpty()) figures.add(new StudyFigure("comparison-decision-curve", "The nomogram and the model of its " +
			"clinical variables alone: decision curves; bars show where a model is better than treating all or none.", Panels
				.grid(decision, 2), Figure.DOUBLE_COLUMN));
	}
}
