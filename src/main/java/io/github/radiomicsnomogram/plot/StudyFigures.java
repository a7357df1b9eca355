package io.github.radiomicsnomogram.plot;

import static io.github.radiomicsnomogram.plot.Figure.DOUBLE_COLUMN;
import static io.github.radiomicsnomogram.plot.Figure.SINGLE_COLUMN;

import io.github.radiomicsnomogram.model.Endpoint;
import io.github.radiomicsnomogram.study.ClinicalFit;
import io.github.radiomicsnomogram.study.CohortResult;
import io.github.radiomicsnomogram.study.Collinearity;
import io.github.radiomicsnomogram.study.Discrimination;
import io.github.radiomicsnomogram.study.LassoSelection;
import io.github.radiomicsnomogram.study.Reproducibility;
import io.github.radiomicsnomogram.study.RiskGroups;
import io.github.radiomicsnomogram.study.StudyResult;
import io.github.radiomicsnomogram.study.TreatmentInCohort;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.IntraclassCorrelation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The figures of a study or of one cohort; what a study lacks has no figure. */
public final class StudyFigures {

	private static final String TIME = "Time (months)";
	private static final int MOST_CELLS = 150;

	private final Endpoint endpoint;
	private final OptionalDouble cutoff;
	private final List<StudyFigure> figures = new ArrayList<>();

	private StudyFigures(final Endpoint endpoint, final OptionalDouble cutoff) {
		this.endpoint = endpoint;
		this.cutoff = cutoff;
	}

	/** All figures of a study, in the order in which a paper tells of them. */
	public static List<StudyFigure> of(final StudyResult study) {
		final StudyFigures all = new StudyFigures(study.file().settings().endpoint(), OptionalDouble.of(study.cutoff()
			.value()));
		all.correlation(study.fit().collinearity());
		study.fit().lasso().ifPresent(all::lasso);
		all.cohorts(study.cohorts());
		all.forest(study);
		if (study.model().nomogram().isPresent()) all.add("nomogram", "Nomogram for " + all.endpoint.title() + ".",
			w -> Scaled.to(NomogramFigure.of(study.model()), w), DOUBLE_COLUMN);
		study.treatment().forEach(all::treatment);
		return List.copyOf(all.figures);
	}

	/**
	 * The figures of one cohort, for a validation.
	 *
	 * @param endpoint what the model predicts
	 * @param cutoff of the score, if the model has one
	 */
	public static List<StudyFigure> of(final CohortResult cohort, final Endpoint endpoint, final OptionalDouble cutoff) {
		final StudyFigures all = new StudyFigures(endpoint, cutoff);
		all.cohorts(List.of(cohort));
		return List.copyOf(all.figures);
	}

	/** How repeatable features are: a plot for each comparison of measurements. */
	public static List<StudyFigure> of(final Reproducibility repeated) {
		final List<Figure> parts = new ArrayList<>();
		repeated.comparisons().forEach(c -> parts.add(new IccFigure(capital(c.name()), c.features().values().stream().map(
			IntraclassCorrelation::agreement).toList(), repeated.threshold(), "ICC(2,1)")));
		return panels("icc", "Intraclass correlations (two-way random effects, single measurement, absolute agreement) of the " +
			"features with 95% intervals; the dashed line is the threshold.", parts).stream().toList();
	}

	/** Feature names for people: "original_glcm_Idm" becomes "glcm Idm". */
	public static String readable(final String feature) {
		return feature.replaceFirst("^original_", "").replace('_', ' ');
	}

	private void add(final String name, final String caption, final Figure figure, final double width) {
		figures.add(new StudyFigure(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"), caption, figure, width));
	}

	private void correlation(final Collinearity c) {
		if (c.names().size() < 2 || c.names().size() > MOST_CELLS) return;
		add("correlation", "Correlation of the screened features in the training cohort, like ones side by side.",
			CorrelationFigure.clustered("", c.names().stream().map(StudyFigures::readable).toList(), c.matrix(), "Correlation"),
			c.names().size() > 12 ? DOUBLE_COLUMN : SINGLE_COLUMN * 1.3);
	}

	private void lasso(final LassoSelection lasso) {
		final double[] lambda = lasso.validation().lambda();
		final int chosen = IntStream.range(0, lambda.length).filter(i -> lambda[i] == lasso.lambda()).findFirst().orElse(
			lasso.validation().indexMin());
		add("lasso", "LASSO Cox regression. (A) Cross-validated error with its standard error. (B) Coefficients of the " +
			"z-scored features; those kept are named. In brackets, numbers of features kept.", Panels.row(
				new LassoCrossValidationFigure("", lasso.validation(), "Partial likelihood deviance"), new LassoPathFigure("",
					lasso.validation(), chosen, lasso.validation().path().names().stream().map(StudyFigures::readable).toList())),
			DOUBLE_COLUMN);
	}

	private void cohorts(final List<CohortResult> cohorts) {
		addPanels("kaplan-meier", "Kaplan–Meier curves of the signature's risk groups with 95% intervals; ticks are censored " +
			"patients, the dotted line is the horizon.", cohorts.stream().filter(c -> c.groups().low().isPresent() || c.groups()
				.high().isPresent()).map(this::kaplanMeier).toList());
		final List<Figure> roc = new ArrayList<>();
		roc("Radiomics signature", cohorts, c -> Optional.of(c.signature()), cutoff, roc);
		roc("Nomogram", cohorts, CohortResult::nomogram, OptionalDouble.empty(), roc);
		addPanels("roc", "ROC curves for an event within the horizon, with the areas' 95% intervals (DeLong).", roc);
		addPanels("calibration", "Calibration of the nomogram: groups by Kaplan–Meier with 95% intervals, smooth curve, and " +
			"the distribution of the predictions.", cohorts.stream().filter(c -> c.calibration().isPresent()).map(
				c -> (Figure) new CalibrationFigure(title(c), List.of(new CalibrationFigure.Series("Nomogram", c.calibration()
					.orElseThrow())), endpoint.title())).toList());
		addPanels("decision-curve", "Decision curves of the nomogram; bars show where it is better than treating all or none.",
			cohorts.stream().filter(c -> c.decision().isPresent()).map(c -> (Figure) new DecisionCurveFigure(title(c), List.of(
				new DecisionCurveFigure.Model("Nomogram", c.decision().orElseThrow())))).toList());
		if (cutoff.isPresent()) addPanels("scores", "Scores of the patients, from the cut-off.", cohorts.stream().map(
			c -> (Figure) new WaterfallFigure(title(c), c.scores().score(), c.scores().times().eventFlags(), cutoff
				.getAsDouble(), "Radiomics score")).toList());
	}

	/** One figure of a column, or several of a page. */
	private static Optional<StudyFigure> panels(final String name, final String caption, final List<Figure> parts) {
		if (parts.isEmpty()) return Optional.empty();
		return Optional.of(parts.size() == 1 ? new StudyFigure(name, caption, parts.get(0), SINGLE_COLUMN * 1.2)
			: new StudyFigure(name, caption, Panels.grid(parts, 2), DOUBLE_COLUMN));
	}

	private void addPanels(final String name, final String caption, final List<Figure> parts) {
		panels(name, caption, parts).ifPresent(figures::add);
	}

	private static String title(final CohortResult cohort) {
		final String name = cohort.scores().name();
		return name.isEmpty() ? "" : capital(name) + " cohort";
	}

	static String capital(final String text) {
		return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
	}

	private Figure kaplanMeier(final CohortResult cohort) {
		final RiskGroups g = cohort.groups();
		final List<KaplanMeierFigure.Group> groups = new ArrayList<>();
		g.low().ifPresent(l -> groups.add(new KaplanMeierFigure.Group("Low risk", l.curve())));
		g.high().ifPresent(h -> groups.add(new KaplanMeierFigure.Group("High risk", h.curve())));
		final List<String> notes = new ArrayList<>();
		g.logRank().ifPresent(t -> notes.add(KaplanMeierFigure.note(t)));
		final boolean finite = g.low().isPresent() && g.high().isPresent() && g.low().get().events() > 0 && g.high().get()
			.events() > 0;
		if (finite) g.hazardRatio().ifPresent(f -> notes.add(KaplanMeierFigure.note(f, 0)));
		return new KaplanMeierFigure(title(cohort), groups, TIME, survival(), OptionalDouble.of(endpoint.months()), notes,
			true);
	}

	private String survival() {
		return capital(endpoint.name());
	}

	private static void roc(final String marker, final List<CohortResult> cohorts,
		final Function<CohortResult, Optional<Discrimination>> part, final OptionalDouble cutoff,
		final List<Figure> into)
	{
		final List<RocFigure.Curve> curves = new ArrayList<>();
		for (final CohortResult c : cohorts)
			part.apply(c).flatMap(Discrimination::roc).ifPresent(r -> curves.add(new RocFigure.Curve(title(c).replace(" cohort",
				""), r, cutoff)));
		if (!curves.isEmpty()) into.add(new RocFigure(marker, curves));
	}

	private void forest(final StudyResult study) {
		final List<ForestFigure.Row> univariate = new ArrayList<>(), multivariate = new ArrayList<>();
		for (final ClinicalFit u : study.fit().univariate())
			rows(u.fit(), List.of(u), univariate);
		study.fit().cox().ifPresent(c -> rows(c, study.fit().univariate(), multivariate));
		final List<ForestFigure.Block> blocks = new ArrayList<>();
		if (!univariate.isEmpty()) blocks.add(new ForestFigure.Block("Univariate", univariate));
		if (!multivariate.isEmpty()) blocks.add(new ForestFigure.Block("Multivariate", multivariate));
		if (!blocks.isEmpty()) add("forest", "Cox regression for " + endpoint.name() + " in the training cohort.",
			new ForestFigure("", blocks, "Hazard ratio (95% CI)"), DOUBLE_COLUMN);
	}

	/** A row for each coefficient: "ki67" or "aln=positive". */
	private static void rows(final CoxFit fit, final List<ClinicalFit> variables, final List<ForestFigure.Row> into) {
		for (int j = 0; j < fit.names().size(); j++) {
			final String name = fit.names().get(j);
			final int equals = name.indexOf('=');
			final String id = equals < 0 ? name : name.substring(0, equals);
			final String label = variables.stream().filter(v -> v.id().equals(id)).map(ClinicalFit::label).findFirst().orElse(
				id);
			into.add(ForestFigure.Row.of(label + (equals < 0 ? "" : ": " + name.substring(equals + 1)), fit, j));
		}
	}

	private void treatment(final TreatmentInCohort t) {
		final List<Figure> parts = new ArrayList<>();
		for (int k = 0; k < t.curves().size(); k++) {
			final TreatmentInCohort.Curves c = t.curves().get(k);
			final CoxFit fit = t.effect().groups().get(k).fit();
			parts.add(new KaplanMeierFigure(t.subgroup().equals("all") ? "All patients" : capital(c.level()), List.of(
				new KaplanMeierFigure.Group("Untreated", c.untreated()), new KaplanMeierFigure.Group("Treated", c.treated())),
				TIME, survival(), OptionalDouble.of(endpoint.months()), List.of(KaplanMeierFigure.note(fit, 0), Print.p(fit.p(
					0))), false));
		}
		final double p = t.effect().interaction().p();
		final List<String> notes = parts.size() > 1 ? List.of("Interaction of treatment and subgroup: " + Print.p(p)) : List
			.of();
		final Panels panels = Panels.grid(parts, Math.min(3, parts.size()));
		add("treatment-" + t.cohort() + "-" + t.subgroup(), "Effect of the treatment in the " + t.cohort() +
			" cohort, by " + t.subgroup() + "; hazard ratio of treated over untreated patients.", new Panels(panels.rows(),
				notes), parts.size() == 1 ? SINGLE_COLUMN * 1.2 : DOUBLE_COLUMN);
	}
}
