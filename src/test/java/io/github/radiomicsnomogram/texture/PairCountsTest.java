package io.github.radiomicsnomogram.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

class PairCountsTest {

	private static final int ROWS = 300, COLUMNS = 5000;

	/** 65,536 cells for 300 rows: columns up to 217 are counted in the table, the others in the list. */
	@Test
	void countsInTableAndListAlike() {
		final PairCounts counts = new PairCounts(ROWS, COLUMNS, 10), more = new PairCounts(ROWS, COLUMNS, 10);
		assertFalse(counts.isTable());
		assertTrue(new PairCounts(ROWS, 200, 10).isTable());
		final Map<Long, Integer> expected = new TreeMap<>();
		final Random random = new Random(1);
		for (int i = 0; i < 20_000; i++) {
			final int row = random.nextInt(ROWS), column = (int) (COLUMNS * Math.pow(random.nextDouble(), 4));
			(i % 2 == 0 ? counts : more).add(row, column);
			expected.merge((long) row * COLUMNS + column, 1, Integer::sum);
		}
		counts.addAll(more);
		final SparseMatrix matrix = counts.toMatrix();
		assertEquals(expected.size(), matrix.size());
		int e = 0;
		for (final Map.Entry<Long, Integer> entry : expected.entrySet()) {
			assertEquals(entry.getKey(), (long) matrix.row(e) * COLUMNS + matrix.column(e));
			assertEquals(entry.getValue(), (int) matrix.value(e++));
		}
		assertEquals(20_000, matrix.total());
	}

	/** Tables of no column, of some, of all. */
	@Test
	void countsFewPairsInSmallTables() {
		for (final int pairs : new int[] { 1, 2, 40, 1000 }) {
			final PairCounts counts = PairCounts.ofFew(5, 300, pairs);
			assertEquals(pairs == 1000, counts.isTable());
			for (int i = 0; i < pairs; i++)
				counts.add(i % 5, i % 3 * 100);
			final SparseMatrix matrix = counts.toMatrix();
			assertEquals(pairs, matrix.total());
			assertEquals(Math.min(pairs, 15), matrix.size());
			for (int row = 0; row < 5; row++)
				for (int column = 0; column < 300; column += 100) {
					int expected = 0;
					for (int i = 0; i < pairs; i++)
						if (i % 5 == row && i % 3 * 100 == column) expected++;
					assertEquals(expected, matrix.get(row, column));
				}
		}
	}

	@Test
	void dropsTheFirstRowsAndColumns() {
		final PairCounts counts = new PairCounts(3, 3, 10);
		counts.add(1, 0);
		counts.add(1, 2);
		counts.add(2, 1);
		counts.add(2, 1);
		final SparseMatrix matrix = counts.toMatrix(1, 1);
		assertEquals(2, matrix.size());
		assertEquals(1, matrix.get(0, 1));
		assertEquals(2, matrix.get(1, 0));
		assertEquals(0, matrix.get(0, 0));
	}

	@Test
	void matricesAddUpAndTranspose() {
		final SparseMatrix.Builder a = new SparseMatrix.Builder(5), b = new SparseMatrix.Builder(2);
		a.add(0, 2, 1);
		a.add(1, 0, 2);
		a.add(1, 1, 3);
		b.add(0, 1, 10);
		b.add(1, 1, 20);
		final SparseMatrix sum = SparseMatrix.sum(a.build(), 1, b.build(), 0.5);
		assertEquals(4, sum.size());
		assertEquals(5, sum.get(0, 1));
		assertEquals(13, sum.get(1, 1));
		final SparseMatrix t = sum.transposed(3);
		for (int i = 0; i < 2; i++)
			for (int j = 0; j < 3; j++)
				assertEquals(sum.get(i, j), t.get(j, i));
	}
}
