package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.model.CoxTerm;
import io.github.radiomicsnomogram.survival.CoxData;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.CoxRegression;
import io.github.radiomicsnomogram.survival.DesignMatrix;
import io.github.radiomicsnomogram.survival.Scaler;
import io.github.radiomicsnomogram.survival.StepwiseSelection;
import io.github.radiomicsnomogram.survival.StepwiseSelection.Direction;
import io.github.radiomicsnomogram.survival.UnivariateScreen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The steps of a training, from patients to a nomogram. It sees the training patients and nobody else.
 */
final class Pipeline {

	private final Patients patients;
	private final StudySettings settings;
	private final Progress progress;

	private Pipeline(final Patients patients, final StudySettings settings, final Progress progress) {
		this.patients = patients;
		this.settings = settings;
		this.progress = progress;
	}

	/** All steps. A step that keeps nothing ends in a smaller model, not in an error. */
	static PipelineFit fit(final Patients training, final StudySettings settings, final Progress progress) {
		return new Pipeline(training, settings, progress).run();
	}

	private PipelineFit run() {
		final List<String> all = patients.features();
		progress.update(0, "Cox model of each feature");
		final UnivariateScreen screen = UnivariateScreen.of(patients.times(), all, patients.columns(all), settings
			.multivariate().ties(), progress);
		final List<String> screened = screened(screen);
		final double[] p = screened.stream().mapToDouble(n -> screen.rows().get(all.indexOf(n)).fit().p(0)).toArray();
		final Collinearity collinearity = Collinearity.of(screened, patients.columns(screened), p, settings.collinearity());
		progress.update(0.2, "LASSO");
		final Optional<LassoSelection> lasso = collinearity.kept().isEmpty() ? Optional.empty() : Optional.of(LassoSelection.of(
			patients, collinearity.kept(), Scaler.of(collinearity.kept(), patients.columns(collinearity.kept())), settings
				.lasso(), progress));
		final Optional<TrainedSignature> signature = lasso.flatMap(l -> signature(l, collinearity.kept()));
		progress.update(0.8, "Multivariate model");
		final double[] score = signature.map(s -> s.scores(patients)).orElse(new double[patients.size()]);
		final List<ClinicalFit> univariate = univariate(signature, score);
		final Optional<StepwiseSelection> selection = multivariate(univariate, score);
		final Optional<CoxFit> cox = selection.map(StepwiseSelection::fit).filter(f -> !f.names().isEmpty());
		return new PipelineFit(screen, screened, collinearity, lasso, signature, score, univariate, selection, cox);
	}

	/** Features below the limit of P, or the top few, in the table's order. */
	private List<String> screened(final UnivariateScreen screen) {
		final double[] p = screen.waldP();
		final List<String> names = patients.features();
		if (settings.screen().top().isPresent()) return IntStream.range(0, p.length).filter(j -> !Double.isNaN(p[j])).boxed()
			.sorted(Comparator.comparingDouble(j -> p[j])).limit(settings.screen().top().getAsInt()).sorted().map(names::get)
			.toList();
		final double limit = settings.screen().p().orElse(Double.POSITIVE_INFINITY);
		return IntStream.range(0, p.length).filter(j -> p[j] < limit).mapToObj(names::get).toList();
	}

	private Optional<TrainedSignature> signature(final LassoSelection lasso, final List<String> names) {
		final double[] b = lasso.coefficients();
		final int[] kept = IntStream.range(0, b.length).filter(j -> b[j] != 0).toArray();
		if (kept.length == 0) return Optional.empty();
		final List<String> features = IntStream.of(kept).mapToObj(names::get).toList();
		final Scaler scaler = Scaler.of(features, patients.columns(features));
		final double[] z = Patients.pick(b, kept), raw = new double[kept.length];
		double mean = 0;
		for (int j = 0; j < raw.length; j++) {
			raw[j] = z[j] / scaler.deviations()[j];
			mean += raw[j] * scaler.means()[j];
		}
		return Optional.of(new TrainedSignature(features, z, raw, scaler.means(), scaler.deviations(), settings.lasso()
			.centred() ? -mean : 0));
	}

	private List<ClinicalFit> univariate(final Optional<TrainedSignature> signature, final double[] score) {
		final List<String> ids = new ArrayList<>();
		if (signature.isPresent()) ids.add(CoxTerm.SIGNATURE);
		patients.clinical().forEach(c -> ids.add(c.id()));
		return ids.stream().map(id -> ClinicalFit.of(id, patients, score, settings.multivariate().ties(), settings
			.multivariate().candidateP())).toList();
	}

	private Optional<StepwiseSelection> multivariate(final List<ClinicalFit> univariate, final double[] score) {
		final List<String> terms = univariate.stream().filter(ClinicalFit::entered).map(ClinicalFit::id).toList();
		if (terms.isEmpty()) return Optional.empty();
		final int[] rows = patients.complete(terms);
		final DesignMatrix x = ModelDesign.of(terms, patients, score, rows);
		final CoxData data = new CoxData(patients.times().rows(rows), x);
		final StudySettings.Multivariate m = settings.multivariate();
		if (m.direction().isEmpty()) {
			final CoxFit fit = CoxRegression.fit(data, m.ties());
			return Optional.of(new StepwiseSelection(List.of(), fit));
		}
		final double price = m.schwarz() ? Math.log(data.times().events()) : 2;
		return Optional.of(StepwiseSelection.of(data, m.direction().get() == Direction.FORWARD ? List.of() : terms, m
			.direction().get(), price, m.ties()));
	}
}
