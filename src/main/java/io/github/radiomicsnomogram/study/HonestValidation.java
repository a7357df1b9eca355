package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.survival.CoxNetCrossValidation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

/**
 * How much of a study's apparent performance is its own making: the whole training, from screening to stepwise selection,
 * is repeated on resampled training patients. Runs in the caller's {@link net.imglib2.parallel.TaskExecutor}; a seed
 * always gives the same numbers, with any number of threads.
 *
 * @param bootstrap optimism and frequency of selection; empty if not wanted
 * @param nested cross-validation; empty if not wanted
 * @param permutation test; empty if not wanted
 * @param comparison with the model of the clinical variables alone; empty without a multivariate model of both
 */
public record HonestValidation(Optional<BootstrapOfStudy> bootstrap, Optional<NestedCrossValidation> nested,
	Optional<PermutationTest> permutation, Optional<ModelComparison> comparison)
{

	/**
	 * Validates a study by the settings of its file.
	 *
	 * @throws java.util.concurrent.CancellationException if the caller stopped it
	 */
	public static HonestValidation of(final StudyResult study, final Progress progress) {
		return new Resampling(study, progress).run();
	}

	private static final class Resampling {

		private final StudyResult study;
		private final StudySettings settings;
		private final StudySettings.Honest honest;
		private final Patients patients;
		private final double horizon;
		private final Performance apparent;
		private final Progress progress;
		private final int all;
		private final AtomicInteger done = new AtomicInteger();

		Resampling(final StudyResult study, final Progress progress) {
			this.study = study;
			settings = study.file().settings();
			honest = settings.honest();
			patients = study.data().training();
			horizon = settings.endpoint().months();
			apparent = Performance.of(patients.times(), study.fit().predictor(patients), horizon);
			this.progress = progress;
			all = honest.bootstrap() + honest.outerFolds() * honest.repeats() + honest.permutations();
		}

		HonestValidation run() {
			final Optional<BootstrapOfStudy> bootstrap = honest.bootstrap() == 0 ? Optional.empty() : Optional.of(bootstrap());
			final Optional<NestedCrossValidation> nested = honest.outerFolds() == 0 ? Optional.empty() : Optional.of(nested());
			final Optional<PermutationTest> permutation = honest.permutations() == 0 ? Optional.empty() : Optional.of(
				permutation());
			return new HonestValidation(bootstrap, nested, permutation, ModelComparison.of(study));
		}

		/** Independent repetitions, each on one thread; null for one that gave no model. */
		private <T> List<T> repeat(final int n, final String what, final IntFunction<T> work) {
			final List<T> results = new ArrayList<>(Collections.nCopies(n, null));
			Parallelization.getTaskExecutor().forEach(new ArrayList<>(IntStream.range(0, n).boxed().toList()), k -> {
				progress.check();
				Parallelization.runSingleThreaded(() -> {
					results.set(k, attempt(work, k));
				});
				progress.update((double) done.incrementAndGet() / all, what);
			});
			return results;
		}

		private static <T> T attempt(final IntFunction<T> work, final int k) {
			try {
				return work.apply(k);
			}
			catch (final InputException e) {
				// Resampled patients may have too few events for a model: counted as failed.
				return null;
			}
		}

		private PipelineFit fit(final Patients sample) {
			if (sample.times().events() < 2) throw new InputException("Too few events.");
			return Pipeline.fit(sample, settings, new Silent(progress));
		}

		private BootstrapOfStudy bootstrap() {
			final Random random = new Random(honest.seed());
			final int n = patients.size();
			final List<int[]> drawn = IntStream.range(0, honest.bootstrap()).mapToObj(b -> random.ints(n, 0, n).toArray())
				.toList();
			final List<BootstrapOfStudy.Sample> samples = repeat(honest.bootstrap(), "Bootstrap of the whole study", b -> {
				final Patients sample = patients.rows(drawn.get(b));
				final PipelineFit f = fit(sample);
				return new BootstrapOfStudy.Sample(Performance.of(sample.times(), f.predictor(sample), horizon), Performance.of(
					patients.times(), f.predictor(patients), horizon), features(f), f.cox().map(c -> c.data().covariates().terms())
						.orElse(List.of()));
			}).stream().filter(Objects::nonNull).toList();
			return new BootstrapOfStudy(apparent, samples, honest.bootstrap() - samples.size());
		}

		private static List<String> features(final PipelineFit f) {
			return f.signature().map(TrainedSignature::features).orElse(List.of());
		}

		private NestedCrossValidation nested() {
			final int k = honest.outerFolds(), n = k * honest.repeats();
			final List<int[]> dealt = IntStream.range(0, honest.repeats()).mapToObj(r -> deal(k, honest.seed() + r)).toList();
			final List<NestedCrossValidation.Fold> folds = repeat(n, "Nested cross-validation", i -> {
				final int[] fold = dealt.get(i / k);
				final int left = i % k + 1;
				final Patients others = patients.rows(rows(fold, left, false)), own = patients.rows(rows(fold, left, true));
				final PipelineFit f = fit(others);
				final Performance p = Performance.of(own.times(), f.predictor(own), horizon);
				return Double.isNaN(p.c()) ? null : new NestedCrossValidation.Fold(i / k + 1, left, own.size(), p, features(f));
			}).stream().filter(Objects::nonNull).toList();
			return new NestedCrossValidation(folds, n - folds.size());
		}

		private int[] deal(final int k, final long seed) {
			if (k > 2) return CoxNetCrossValidation.folds(patients.size(), k, seed);
			final int[] four = CoxNetCrossValidation.folds(patients.size(), 4, seed);
			return Arrays.stream(four).map(f -> (f + 1) / 2).toArray();
		}

		private static int[] rows(final int[] fold, final int wanted, final boolean own) {
			return IntStream.range(0, fold.length).filter(i -> fold[i] == wanted == own).toArray();
		}

		private PermutationTest permutation() {
			final Random random = new Random(honest.seed() + 1);
			final List<int[]> orders = new ArrayList<>();
			for (int p = 0; p < honest.permutations(); p++) {
				final List<Integer> order = new ArrayList<>(IntStream.range(0, patients.size()).boxed().toList());
				Collections.shuffle(order, random);
				orders.add(order.stream().mapToInt(Integer::intValue).toArray());
			}
			final List<Double> c = repeat(honest.permutations(), "Permutation test", p -> {
				final Patients dealt = patients.withOutcomesOf(orders.get(p));
				return Performance.of(dealt.times(), fit(dealt).predictor(dealt), horizon).c();
			});
			return new PermutationTest(apparent, c.stream().mapToDouble(v -> v == null ? 0.5 : v).toArray(), (int) c.stream()
				.filter(Objects::isNull).count());
		}
	}

	/** Hears nothing of a repetition's own steps, but can be stopped. */
	private record Silent(Progress whole) implements Progress {

		@Override
		public void update(final double fraction, final String message) {
			// Only whole repetitions are told of.
		}

		@Override
		public boolean isCancelled() {
			return whole.isCancelled();
		}
	}
}
