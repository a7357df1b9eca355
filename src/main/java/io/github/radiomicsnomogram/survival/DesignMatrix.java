package io.github.radiomicsnomogram.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The covariates of a model as numbers: one row a patient, one column a coefficient. A term (a numeric variable, a
 * factor, an interaction) owns one column or several. Kept column by column.
 */
public final class DesignMatrix {

	private final List<String> names;
	private final double[][] columns;
	private final int[] termOfColumn;
	private final List<String> terms;
	private final int rows;

	/**
	 * @param rows number of patients
	 * @param terms names of the terms
	 * @param names names of the columns
	 * @param termOfColumn index of the term that each column belongs to
	 * @param columns values, column by column; copied
	 */
	public DesignMatrix(final int rows, final List<String> terms, final List<String> names, final int[] termOfColumn,
		final double[][] columns)
	{
		if (names.size() != columns.length || termOfColumn.length != columns.length) throw new IllegalArgumentException(
			names.size() + " names, " + columns.length + " columns");
		this.rows = rows;
		this.terms = List.copyOf(terms);
		this.names = List.copyOf(names);
		this.termOfColumn = termOfColumn.clone();
		this.columns = new double[columns.length][];
		for (int j = 0; j < columns.length; j++) {
			if (columns[j].length != rows) throw new IllegalArgumentException(names.get(j) + ": " + columns[j].length +
				" values for " + rows + " patients");
			this.columns[j] = columns[j].clone();
		}
	}

	/** Numeric covariates, each a term of its own. */
	public static DesignMatrix numeric(final List<String> names, final double[][] columns) {
		final int[] terms = new int[columns.length];
		Arrays.setAll(terms, j -> j);
		return new DesignMatrix(columns.length == 0 ? 0 : columns[0].length, names, names, terms, columns);
	}

	/** Number of patients. */
	public int rows() {
		return rows;
	}

	/** Number of coefficients. */
	public int width() {
		return columns.length;
	}

	/** Names of the coefficients, as R writes them. */
	public List<String> names() {
		return names;
	}

	/** Names of the terms. */
	public List<String> terms() {
		return terms;
	}

	/** Index of the term that a column belongs to. */
	public int termOfColumn(final int column) {
		return termOfColumn[column];
	}

	/** A value. */
	public double value(final int row, final int column) {
		return columns[column][row];
	}

	/** A column; a copy. */
	public double[] column(final int column) {
		return columns[column].clone();
	}

	/** A row; a copy. */
	public double[] row(final int row) {
		final double[] x = new double[columns.length];
		for (int j = 0; j < x.length; j++)
			x[j] = columns[j][row];
		return x;
	}

	/** The columns themselves, for the loops of this package. */
	double[][] raw() {
		return columns;
	}

	/** The matrix of some terms alone, in the order given. */
	public DesignMatrix select(final List<String> wanted) {
		final List<String> newNames = new ArrayList<>();
		final List<double[]> newColumns = new ArrayList<>();
		final List<Integer> newTerms = new ArrayList<>();
		for (int t = 0; t < wanted.size(); t++) {
			final int term = terms.indexOf(wanted.get(t));
			if (term < 0) throw new IllegalArgumentException("no term " + wanted.get(t));
			for (int j = 0; j < columns.length; j++)
				if (termOfColumn[j] == term) {
					newNames.add(names.get(j));
					newColumns.add(columns[j]);
					newTerms.add(t);
				}
		}
		return new DesignMatrix(rows, wanted, newNames, newTerms.stream().mapToInt(Integer::intValue).toArray(), newColumns
			.toArray(double[][]::new));
	}

	/** The matrix of some patients, in the order given. */
	public DesignMatrix rows(final int[] wanted) {
		final double[][] c = new double[columns.length][wanted.length];
		for (int j = 0; j < c.length; j++)
			for (int i = 0; i < wanted.length; i++)
				c[j][i] = columns[j][wanted[i]];
		return new DesignMatrix(wanted.length, terms, names, termOfColumn, c);
	}
}
