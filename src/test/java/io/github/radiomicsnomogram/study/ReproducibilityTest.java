package io.github.radiomicsnomogram.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Shared;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.survival.Cohort;

import java.util.List;

import org.junit.jupiter.api.Test;

class ReproducibilityTest {

	private static final CsvTable LONG = CsvTable.parse("long.csv", "id,reader,f_a,f_b\n1,A,1,5\n1,B,1.1,6\n2,A,2,5\n2,B,2.2,7\n3,A,4,1\n3,B,3.8,2\n");
	private static final CsvTable WIDE = CsvTable.parse("wide.csv", "id,f_a_1,f_a_2,f_b_1,f_b_2\n1,1,1.1,5,6\n2,2,2.2,5,7\n3,4,3.8,1,2\n");

	@Test
	void equalsR() {
		final CsvTable table = CsvTable.read(Shared.path("golden/survival/data/icc_repeated.csv"));
		final List<String> names = Reproducibility.bases(table, List.of(""), List.of("original_*"));
		final Reproducibility r = Reproducibility.of(Reproducibility.ofLong(table, "patient", "reader", "session", List.of(
			"original_*")), names, 0.75);
		check("icc_intra_reader1", r.comparisons().get(0));
		check("icc_inter_session1", r.comparisons().get(2));
		assertTrue(r.repeatable().size() < names.size());
	}

	private static void check(final String expected, final Reproducibility.Comparison c) {
		final CsvTable e = CsvTable.read(Shared.path("golden/survival/expected/" + expected + ".csv"));
		final double[] icc = new Cohort(e).numeric("icc21"), low = new Cohort(e).numeric("icc21_lo");
		for (int i = 0; i < icc.length; i++) {
			assertEquals(icc[i], c.features().get(e.cells("feature").get(i)).agreement().value(), 1e-9, c.name());
			assertEquals(low[i], c.features().get(e.cells("feature").get(i)).agreement().lower(), 1e-7, c.name());
		}
	}

	@Test
	void longWideAndSeparateTablesAreTheSame() {
		final List<String> names = List.of("f_a", "f_b");
		final Reproducibility a = Reproducibility.of(Reproducibility.ofLong(LONG, "id", "reader", "", names), names, 0.9);
		final Reproducibility b = Reproducibility.of(Reproducibility.ofWide(WIDE, "id", List.of("_1", "_2"), names), names,
			0.9);
		final Reproducibility c = Reproducibility.of(Reproducibility.ofTables(List.of(reader("A"), reader("B")), "id", names),
			names, 0.9);
		assertEquals(a.worst(), b.worst());
		assertEquals(a.worst(), c.worst());
		assertEquals(List.of("f_a"), a.repeatable());
		assertEquals(List.of("f_a", "f_b"), Reproducibility.bases(WIDE, List.of("_1", "_2"), List.of("f_*")));
	}

	private static CsvTable reader(final String name) {
		return new CsvTable(name, LONG.header(), LONG.rows().stream().filter(r -> r.get(1).equals(name)).toList());
	}

	@Test
	void badTablesAreRefused() {
		final List<String> names = List.of("f_a");
		assertTrue(assertThrows(InputException.class, () -> Reproducibility.ofLong(LONG, "id", "", "", names)).getMessage()
			.contains("measured twice"));
		assertTrue(assertThrows(InputException.class, () -> Reproducibility.of(Reproducibility.ofLong(reader("A"), "id",
			"reader", "", names), names, 0.9)).getMessage().contains("No subject was measured twice"));
	}
}
