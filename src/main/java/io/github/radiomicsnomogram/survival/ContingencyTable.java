package io.github.radiomicsnomogram.survival;

import io.github.radiomicsnomogram.InputException;

import java.util.Arrays;

/**
 * Counts of two categorical variables and the tests that they are independent: R's chisq.test and fisher.test. Rows and
 * columns without a count are left out of the tests. Immutable.
 */
public final class ContingencyTable {

	private final int[][] counts;
	private final int[] rows;
	private final int[] columns;
	private final int total;

	/** Counts, row by row; copied. */
	public ContingencyTable(final int[][] counts) {
		this.counts = Arrays.stream(counts).filter(r -> Arrays.stream(r).sum() > 0).map(int[]::clone).toArray(int[][]::new);
		if (this.counts.length == 0) throw new InputException("The table of counts is empty.");
		rows = Arrays.stream(this.counts).mapToInt(r -> Arrays.stream(r).sum()).toArray();
		columns = new int[counts[0].length];
		for (final int[] row : this.counts)
			for (int j = 0; j < columns.length; j++)
				columns[j] += row[j];
		total = Arrays.stream(rows).sum();
	}

	/** Cross-tabulates two factors; patients with a missing value are left out. */
	public static ContingencyTable of(final Factor row, final Factor column) {
		final int[][] counts = new int[row.levels().size()][column.levels().size()];
		final int[] r = row.codes(), c = column.codes();
		for (int i = 0; i < r.length; i++)
			if (r[i] >= 0 && c[i] >= 0) counts[r[i]][c[i]]++;
		return new ContingencyTable(counts);
	}

	/** Expected count if the variables are independent. */
	public double expected(final int row, final int column) {
		return (double) rows[row] * columns[column] / total;
	}

	/** Smallest expected count; below 5 Fisher's test is preferred. */
	public double smallestExpected() {
		double smallest = Double.POSITIVE_INFINITY;
		for (int i = 0; i < rows.length; i++)
			for (int j = 0; j < columns.length; j++)
				if (columns[j] > 0) smallest = Math.min(smallest, expected(i, j));
		return smallest;
	}

	private int df() {
		return (rows.length - 1) * ((int) Arrays.stream(columns).filter(c -> c > 0).count() - 1);
	}

	/** Pearson's chi-squared test without continuity correction. */
	public TestStatistic chiSquared() {
		return chiSquared(0);
	}

	/** Yates's continuity correction, for 2 x 2 tables: differences are made smaller by 0.5, or to 0. */
	public TestStatistic yates() {
		double smallest = 0.5;
		for (int i = 0; i < rows.length; i++)
			for (int j = 0; j < columns.length; j++)
				smallest = Math.min(smallest, Math.abs(counts[i][j] - expected(i, j)));
		return chiSquared(smallest);
	}

	private TestStatistic chiSquared(final double correction) {
		double sum = 0;
		for (int i = 0; i < rows.length; i++)
			for (int j = 0; j < columns.length; j++) {
				if (columns[j] == 0) continue;
				final double d = Math.abs(counts[i][j] - expected(i, j)) - correction;
				sum += d * d / expected(i, j);
			}
		return TestStatistic.chiSquared(sum, df());
	}

	/** Two-sided P of Fisher's exact test: the tables no more probable than this one, margins fixed. */
	public double fisherP() {
		return df() == 0 ? 1 : new FisherTables(counts, rows, columns).p();
	}

	/** For a 2 x 2 table, the conditional maximum likelihood odds ratio with its exact 95 % interval. */
	public OddsRatio oddsRatio() {
		if (rows.length != 2 || columns.length != 2) throw new IllegalStateException("an odds ratio belongs to a 2 x 2 table");
		return OddsRatio.of(counts[0][0], rows[0], rows[1], columns[0]);
	}
}
