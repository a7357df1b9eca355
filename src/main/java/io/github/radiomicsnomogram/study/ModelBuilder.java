package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Software;
import io.github.radiomicsnomogram.extract.DescribedSettings;
import io.github.radiomicsnomogram.extract.ExtractionSettings;
import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureRegistry;
import io.github.radiomicsnomogram.io.Digests;
import io.github.radiomicsnomogram.model.BaselineSurvival;
import io.github.radiomicsnomogram.model.ClinicalVariable;
import io.github.radiomicsnomogram.model.CoxTerm;
import io.github.radiomicsnomogram.model.Cutoff;
import io.github.radiomicsnomogram.model.ModelFiles;
import io.github.radiomicsnomogram.model.PrognosticModel;
import io.github.radiomicsnomogram.model.PublishedSurvival;
import io.github.radiomicsnomogram.model.Range;
import io.github.radiomicsnomogram.model.Signature;
import io.github.radiomicsnomogram.model.Training;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.Pretty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Makes the model file's content of a training. Only training patients are in it. */
final class ModelBuilder {

	private static final double LEVEL = 0.95;
	private static final int AXIS_INTERVALS = 10;
	/** rms labels a variable of so few values with the values themselves. */
	private static final int FEW_VALUES = 10;

	private final StudyFile file;
	private final StudySettings settings;
	private final Patients training;
	private final PipelineFit fit;
	private final TrainedSignature signature;
	private final TrainedCutoff cutoff;

	private ModelBuilder(final StudyFile file, final Patients training, final PipelineFit fit,
		final TrainedCutoff cutoff)
	{
		this.file = file;
		settings = file.settings();
		this.training = training;
		this.fit = fit;
		this.cutoff = cutoff;
		signature = fit.signature().orElseThrow(() -> new InputException("No radiomics signature: of " + training.features()
			.size() + " features " + fit.screened().size() + " passed univariate, " + fit.collinearity().kept().size() +
			" were left after correlation, and the LASSO kept none. Loosen univariate or take lasso.lambda: min; if that does not help, the features tell nothing of the outcome."));
	}

	/** The model, which a model file can hold without loss. */
	static PrognosticModel build(final StudyFile file, final StudyData data, final PipelineFit fit,
		final TrainedCutoff cutoff, final Optional<PublishedSurvival> groups, final List<String> warnings)
	{
		final PrognosticModel model = new ModelBuilder(file, data.training(), fit, cutoff).model(data.extraction(), groups,
			warnings);
		if (!read(model).equals(model)) throw new InputException("The features were extracted with settings that a model file can't hold, so the model could not be used on images: " +
			TableSettings.describe(model.settings()) + ".");
		return model;
	}

	private static PrognosticModel read(final PrognosticModel model) {
		try {
			return ModelFiles.parse("trained model", ModelFiles.toYaml(model));
		}
		catch (final InputException e) {
			throw new InputException("The model could not be used on images, because the settings known of the extraction don't give its features: " +
				e.getMessage() + " State them in the study file, extraction.parameters, or keep the columns " +
				DescribedSettings.SETTINGS + " and " + DescribedSettings.IMAGE_TYPES + " in the table.", e);
		}
	}

	private PrognosticModel model(final Optional<ExtractionSettings> extraction, final Optional<PublishedSurvival> groups,
		final List<String> warnings)
	{
		final List<CoxTerm> cox = fit.cox().map(this::coxTerms).orElse(List.of());
		final List<ClinicalVariable> clinical = training.clinical().stream().map(Patients.Coded::variable).filter(v -> cox
			.stream().anyMatch(t -> t.variable().equals(v.id()))).toList();
		final ExtractionSettings extracted = extraction(extraction, warnings);
		final String source = extraction.isPresent() ? "Column " + DescribedSettings.SETTINGS + " of the training table"
			: settings.extraction().settings().isPresent() ? settings.extraction().source()
				: "Assumed: neither the training table nor the study file states them";
		final List<String> notes = new ArrayList<>(settings.notes());
		notes.add("Trained by " + Software.NAME + " on " + training.size() + " patients with " + training.times().events() +
			" events. Its performance in new patients is not known before it was validated in them.");
		return new PrognosticModel(settings.id(), settings.title(), Software.USE, new Signature("Radiomics signature", signature
			.intercept(), terms()), extracted, source, new Cutoff(cutoff.value(), Cutoff.Rule.AT_OR_ABOVE, cutoff.method(),
				"low risk", "high risk"), settings.endpoint(), clinical, cox, baseline(), groups.map(List::of).orElse(List.of()),
			new io.github.radiomicsnomogram.model.Study(settings.population(), training.size(), training.times().events(),
				followUp()), settings.acquisition(), settings.roi(), notes, settings.citation(), Optional.of(training()));
	}

	/** Weights of raw values; the training range is what is no surprise. */
	private List<Signature.Term> terms() {
		return IntStream.range(0, signature.features().size()).mapToObj(j -> {
			final String name = signature.features().get(j);
			final double[] v = training.feature(name);
			return new Signature.Term(name, signature.raw()[j], Optional.empty(), Optional.of(new Signature.Plausible(range(v),
				"Smallest and largest value of the training patients")));
		}).toList();
	}

	private List<Feature> features() {
		return signature.features().stream().map(column -> FeatureRegistry.WITH_SHAPE_2D.feature(column.substring(column
			.indexOf('_') + 1)).orElseThrow(() -> new InputException("The signature holds the column '" + column +
				"', which is no feature of an image that a model file can hold, such as original_glcm_Correlation. Leave it out with data.exclude of the study file.")))
			.distinct().toList();
	}

	private ExtractionSettings extraction(final Optional<ExtractionSettings> table, final List<String> warnings) {
		final Optional<ExtractionSettings> known = table.or(() -> settings.extraction().settings());
		if (known.isEmpty()) warnings.add("How the features were extracted is not known: the table has no column " +
			DescribedSettings.SETTINGS +
			" and the study file no section extraction. The model file assumes PyRadiomics' defaults.");
		return known.orElse(DescribedSettings.essence(ExtractionSettings.defaults())).withFeatures(features());
	}

	private List<CoxTerm> coxTerms(final CoxFit cox) {
		final List<CoxTerm> terms = new ArrayList<>();
		for (int j = 0; j < cox.names().size(); j++) {
			final String term = cox.data().covariates().terms().get(cox.data().covariates().termOfColumn(j));
			final String name = cox.names().get(j);
			final double hr = cox.hazardRatio(j), low = cox.hazardRatioLower(j), high = cox.hazardRatioUpper(j);
			if (!(hr > 0 && low > 0) || !Double.isFinite(high)) throw new InputException("The coefficient of '" + name +
				"' in the multivariate model has no finite value (hazard ratio " + hr + ", interval " + low + " to " + high +
				"): a group without events, or a variable that others determine. Leave it out of the section clinical.");
			final boolean level = !name.equals(term);
			terms.add(new CoxTerm(term, level ? Optional.of(name.substring(term.length() + 1)) : Optional.empty(), hr, Math.min(
				low, hr), Math.max(high, hr), LEVEL, OptionalDouble.of(cox.p(j)), level ? new Range(0, 1) : axis(cox.data()
					.covariates().column(j))));
		}
		return terms;
	}

	/** Ends of a nomogram's axis by the rules of rms. */
	private static Range axis(final double[] values) {
		final double[] distinct = Arrays.stream(values).sorted().distinct().toArray();
		final double[] ticks = distinct.length <= FEW_VALUES ? distinct : Pretty.of(distinct[0], distinct[distinct.length -
			1], AXIS_INTERVALS);
		return range(ticks);
	}

	private static Range range(final double[] values) {
		final double min = Arrays.stream(values).min().orElseThrow(), max = Arrays.stream(values).max().orElseThrow();
		return min < max ? new Range(min, max) : new Range(min - 1, max + 1);
	}

	private Optional<BaselineSurvival> baseline() {
		return fit.cox().map(c -> Baselines.of(c.data().times(), c.linearPredictors(), c.ties(), settings.endpoint().months(),
			"the " + c.n() + " training patients"));
	}

	private String followUp() {
		final double[] t = training.times().times();
		return String.format(Locale.ROOT, "median %.1f months (%.1f to %.1f)", TrainedCutoff.median(t), Arrays.stream(
			t).min().orElseThrow(), Arrays.stream(t).max().orElseThrow());
	}

	private Training training() {
		final List<Training.Summary> variables = new ArrayList<>();
		signature.features().forEach(f -> variables.add(summary(f, training.feature(f))));
		variables.add(summary(CoxTerm.SIGNATURE, fit.score()));
		training.clinical().stream().filter(c -> fit.cox().map(f -> f.data().covariates().terms().contains(c.id())).orElse(
			false)).forEach(c -> variables.add(summary(c.id(), Arrays.stream(c.codes()).filter(v -> !Double.isNaN(v))
				.toArray())));
		return new Training(Software.NAME + " " + Software.version(), settings.id(), file.sha256(), Digests.sha256(training.text()),
			variables, List.of());
	}

	private static Training.Summary summary(final String id, final double[] v) {
		final double mean = Arrays.stream(v).average().orElseThrow();
		final double sd = Math.sqrt(Arrays.stream(v).map(x -> (x - mean) * (x - mean)).sum() / Math.max(1, v.length - 1));
		return new Training.Summary(id, mean, sd, Arrays.stream(v).min().orElseThrow(), TrainedCutoff.median(v), Arrays.stream(
			v).max().orElseThrow());
	}
}
