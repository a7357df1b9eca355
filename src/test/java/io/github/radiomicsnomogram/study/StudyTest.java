package io.github.radiomicsnomogram.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.model.ModelFiles;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import net.imglib2.parallel.Parallelization;

class StudyTest {

	private static final CsvTable TABLE = ExampleCohort.table(ExampleCohort.PATIENTS, ExampleCohort.SEED);

	private static StudyResult train(final CsvTable table) {
		return Study.train(List.of(table), Optional.empty(), StudyFile.builtIn("example"), Progress.NONE);
	}

	/** The outcomes of one set, dealt anew among its patients. */
	private static CsvTable shuffled(final String set, final long seed) {
		final int time = TABLE.column("dfs_months"), event = TABLE.column("dfs_event"), column = TABLE.column("set");
		final List<List<String>> rows = new ArrayList<>(TABLE.rows());
		final List<Integer> those = new ArrayList<>();
		for (int i = 0; i < rows.size(); i++)
			if (rows.get(i).get(column).equals(set)) those.add(i);
		final List<Integer> from = new ArrayList<>(those);
		Collections.shuffle(from, new Random(seed));
		for (int k = 0; k < those.size(); k++) {
			final List<String> row = new ArrayList<>(TABLE.rows().get(those.get(k)));
			row.set(time, TABLE.rows().get(from.get(k)).get(time));
			row.set(event, TABLE.rows().get(from.get(k)).get(event));
			rows.set(those.get(k), row);
		}
		return new CsvTable(TABLE.name(), TABLE.header(), rows);
	}

	@Test
	void theValidationPatientsOutcomesDontTouchTheModelFile() {
		final StudyResult first = train(TABLE), other = train(shuffled("validation", 5));
		assertEquals(ModelFiles.toYaml(first.model()), ModelFiles.toYaml(other.model()));
		assertNotEquals(first.validation().orElseThrow().signature().concordance().c(), other.validation().orElseThrow()
			.signature().concordance().c());
		assertNotEquals(ModelFiles.toYaml(first.model()), ModelFiles.toYaml(train(shuffled("train", 5)).model()));
	}

	@Test
	void withoutTheValidationPatientsTheModelFileIsTheSame() {
		final int column = TABLE.column("set");
		final CsvTable training = new CsvTable(TABLE.name(), TABLE.header(), TABLE.rows().stream().filter(r -> r.get(column)
			.equals("train")).toList());
		final StudyResult alone = train(training);
		assertTrue(alone.validation().isEmpty());
		assertEquals(ModelFiles.toYaml(train(TABLE).model()), ModelFiles.toYaml(alone.model()));
	}

	@Test
	void threadsDontChangeAnything() {
		final Map<String, String> one = Parallelization.runSingleThreaded(() -> StudyTables.files(train(TABLE)));
		final Map<String, String> four = Parallelization.runWithNumThreads(4, () -> StudyTables.files(train(TABLE)));
		assertEquals(one, four);
	}

	@Test
	void aStudyCanBeStopped() {
		final Progress stop = new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				// Nothing to see.
			}

			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> Study.train(List.of(TABLE), Optional.empty(), StudyFile.builtIn(
			"example"), stop));
	}

	@Test
	void twoTablesAreJoinedByTheId() {
		final List<String> clinical = List.of("id", "set", "age", "grade", "ki67", "aln", "adj_chemo", "dfs_months",
			"dfs_event", "foldid");
		final List<String> features = new ArrayList<>(TABLE.header());
		features.removeAll(clinical.subList(1, clinical.size()));
		final List<List<String>> reversed = new ArrayList<>(columns(features).rows());
		Collections.reverse(reversed);
		final StudyResult joined = Study.train(List.of(columns(clinical), new CsvTable("features.csv", features, reversed)),
			Optional.empty(), StudyFile.builtIn("example"), Progress.NONE);
		assertEquals(ModelFiles.toYaml(train(TABLE).model()), ModelFiles.toYaml(joined.model()));
	}

	private static CsvTable columns(final List<String> names) {
		return new CsvTable("part.csv", names, TABLE.rows().stream().map(r -> names.stream().map(n -> r.get(TABLE.column(n)))
			.toList()).toList());
	}

	@Test
	void theScoreOfTheModelFileIsTheTrainingsScore() {
		final StudyResult r = train(TABLE);
		for (int i = 0; i < r.fit().score().length; i++)
			// The file adds up in another order.
			assertEquals(r.fit().score()[i], r.training().scores().score()[i], 1e-12);
	}
}
