package io.github.radiomicsnomogram.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.Shared;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.survival.Cohort;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class ReplicationTest {

	/** Names of the figures in the reference table, and here. */
	private static final Map<String, String> NAMES = Map.of("events", "events", "adj_chemo_pct", "chemo percent",
		"train_low_dfs60", "training dfs low", "val_high_dfs60", "validation dfs high", "multi_hr_sig",
		"multivariate signature", "multi_hr_ki67", "multivariate ki67", "uni_hr_sig_hi", "univariate signature upper",
		"auc_sig_train_y60", "training auc signature", "auc_lp_train_y60", "training auc nomogram");

	@Test
	void everyFigureEqualsR() throws IOException {
		final Replication r = Replication.of(CsvTable.read(Shared.path("golden/survival/data/cohort114.csv")), Optional.of(
			CsvTable.read(Shared.path("golden/survival/data/icc_repeated.csv"))), Replication.resultsOfR(Files.readString(
				Shared.path("golden/survival/data/cohort114.csv"))), Progress.NONE);
		assertTrue(r.rows().stream().filter(row -> !Double.isNaN(row.r())).count() >= 93);
		assertEquals(0, Replication.resultsOfR("another,table\n1,2\n").size());
		assertTrue(r.rows().size() > 80, "figures: " + r.rows().size());
		final String csv = r.csv();
		assertFalse(csv.contains(",no,"), csv);
		final CsvTable reference = CsvTable.read(Shared.path("golden/survival/expected/cohort114_vs_paper.csv"));
		final List<String> quantities = reference.cells("quantity");
		final double[] paper = new Cohort(reference).numeric("published"), simulated = new Cohort(reference).numeric(
			"simulated");
		NAMES.forEach((quantity, figure) -> {
			final Replication.Row row = r.rows().stream().filter(x -> x.figure().equals(figure)).findFirst().orElseThrow();
			final int at = quantities.indexOf(quantity);
			assertEquals(paper[at], row.paper(), 0, quantity);
			// coxph stops at 1e-9 of the likelihood, which leaves 1e-6 in a hazard ratio.
			assertEquals(simulated[at], row.ours(), 1e-6 * Math.abs(simulated[at]), quantity);
		});
		assertTrue(r.markdown().contains("| features with P < .05 | 13 | 16 | 16 |"), r.markdown());
	}
}
