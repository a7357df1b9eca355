package io.github.radiomicsnomogram.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.survival.CoxData;
import io.github.radiomicsnomogram.survival.CoxRegression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import net.imglib2.parallel.Parallelization;

class HonestValidationTest {

	private static final StudyFile FILE = StudyFile.parse("few.yaml", StudyFile.builtIn("example").text().replace(
		"bootstrap: 50", "bootstrap: 12").replace("permutations: 20", "permutations: 10"));

	private static StudyResult study;
	private static HonestValidation honest;

	@BeforeAll
	static void validate() {
		study = Study.train(List.of(ExampleCohort.table(ExampleCohort.PATIENTS, ExampleCohort.SEED)), Optional.empty(), FILE,
			Progress.NONE);
		honest = HonestValidation.of(study, Progress.NONE);
	}

	/** The same as a plain loop: draw, train, try. */
	@Test
	void theBootstrapIsAPlainLoop() {
		final Patients p = study.data().training();
		final Random random = new Random(1);
		double optimism = 0;
		for (int b = 0; b < 12; b++) {
			final Patients sample = p.rows(random.ints(p.size(), 0, p.size()).toArray());
			final PipelineFit f = Pipeline.fit(sample, FILE.settings(), Progress.NONE);
			optimism += Performance.of(sample.times(), f.predictor(sample), 60).c() - Performance.of(p.times(), f.predictor(p),
				60).c();
		}
		final BootstrapOfStudy boot = honest.bootstrap().orElseThrow();
		assertEquals(0, boot.failed());
		// Sums in another order.
		assertEquals(optimism / 12, boot.optimism().c(), 1e-12);
		assertEquals(study.training().nomogram().orElseThrow().concordance().c(), boot.apparent().c(), 1e-12);
		assertEquals(boot.apparent().c() - boot.optimism().c(), boot.corrected().c(), 1e-15);
	}

	@Test
	void trueFeaturesAreSelectedOftenAndTheTruthIsNoChance() {
		final Map<String, Double> frequency = honest.bootstrap().orElseThrow().featureFrequency(study.data().training()
			.features());
		for (final String f : study.fit().signature().orElseThrow().features())
			assertTrue(frequency.get(f) >= 0.5, f + ": " + frequency.get(f));
		assertEquals(1 / 11.0, honest.permutation().orElseThrow().p(), 1e-15);
		final double nested = honest.nested().orElseThrow().mean().c();
		assertTrue(nested > 0.65 && nested < study.training().nomogram().orElseThrow().concordance().c() + 0.05, "nested C " +
			nested);
	}

	/** The example with the outcomes of all patients dealt anew. */
	private static CsvTable noise(final long seed) {
		final CsvTable table = ExampleCohort.table(ExampleCohort.PATIENTS, ExampleCohort.SEED);
		final List<Integer> order = new ArrayList<>(IntStream.range(0, table.rows().size()).boxed().toList());
		Collections.shuffle(order, new Random(seed));
		final int time = table.column("dfs_months"), event = table.column("dfs_event");
		final List<List<String>> rows = new ArrayList<>();
		for (int i = 0; i < order.size(); i++) {
			final List<String> row = new ArrayList<>(table.rows().get(i));
			row.set(time, table.rows().get(order.get(i)).get(time));
			row.set(event, table.rows().get(order.get(i)).get(event));
			rows.add(row);
		}
		return new CsvTable("noise.csv", table.header(), rows);
	}

	/** The first deal in which the LASSO finds anything at all: it looks good, and is nothing. */
	@Test
	void outcomesDealtAtRandomAreNotPredicted() {
		StudyResult found = null;
		for (long seed = 1; found == null && seed < 50; seed++)
			try {
				found = Study.train(List.of(noise(seed)), Optional.empty(), FILE, Progress.NONE);
			}
			catch (final InputException e) {
				assertTrue(e.getMessage().startsWith("No radiomics signature"), e.getMessage());
			}
		final HonestValidation v = HonestValidation.of(found, Progress.NONE);
		final BootstrapOfStudy boot = v.bootstrap().orElseThrow();
		assertTrue(boot.optimism().c() > 0.05, "optimism " + boot.optimism().c());
		assertTrue(v.nested().orElseThrow().mean().c() < boot.apparent().c(), "nested C " + v.nested().orElseThrow().mean()
			.c());
		assertTrue(v.permutation().orElseThrow().p() > 0.1, "P " + v.permutation().orElseThrow().p());
	}

	@Test
	void theClinicalModelIsNestedInTheWholeOne() {
		final ModelComparison c = honest.comparison().orElseThrow();
		assertEquals(List.of("ki67", "aln"), c.clinical().data().covariates().terms());
		final CoxData whole = study.fit().cox().orElseThrow().data();
		final double ll = CoxRegression.fit(whole.withCovariates(whole.covariates().select(List.of("ki67", "aln"))))
			.logLikelihood();
		assertEquals(2 * (study.fit().cox().orElseThrow().logLikelihood() - ll), c.likelihoodRatio().statistic(), 1e-10);
		assertEquals(1, c.likelihoodRatio().df());
		assertEquals(2, c.cohorts().size());
	}

	@Test
	void threadsDontMatterAndItCanBeStopped() {
		final Map<String, String> one = Parallelization.runSingleThreaded(() -> HonestTables.files(study, HonestValidation.of(
			study, Progress.NONE)));
		final Map<String, String> three = Parallelization.runWithNumThreads(3, () -> HonestTables.files(study, HonestValidation
			.of(study, Progress.NONE)));
		assertEquals(one, three);
		final AtomicInteger heard = new AtomicInteger();
		final Progress stop = new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				heard.incrementAndGet();
			}

			@Override
			public boolean isCancelled() {
				return heard.get() > 2;
			}
		};
		assertThrows(CancellationException.class, () -> HonestValidation.of(study, stop));
	}
}
