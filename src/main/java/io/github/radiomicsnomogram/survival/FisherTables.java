package io.github.radiomicsnomogram.survival;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.apache.commons.math3.special.Gamma;

/**
 * Enumerates the r x c tables with given margins, column by column, and adds up the probabilities of those that are no
 * more probable than the observed one. Row totals that are left over after some columns occur again and again; they are
 * gathered in a network of nodes (Mehta and Patel 1983, doi:10.1080/01621459.1983.10477989), each path's probability so
 * far kept apart only as far as the comparison needs it.
 */
final class FisherTables {

	/** R counts tables whose probability exceeds the observed one's by less than this share as equally probable. */
	private static final double RELATIVE = 1e-7;
	/** Log probabilities of paths that differ by less are one path. */
	private static final double GRAIN = 1e-9;

	private final int[] rows;
	private final int[] columns;
	private final double constant;
	private final double observed;
	private final double[] logFactorial;

	FisherTables(final int[][] counts, final int[] rows, final int[] columns) {
		this.rows = rows;
		this.columns = Arrays.stream(columns).filter(c -> c > 0).toArray();
		final int n = Arrays.stream(rows).sum();
		logFactorial = new double[n + 1];
		for (int i = 0; i <= n; i++)
			logFactorial[i] = Gamma.logGamma(i + 1.0);
		constant = Arrays.stream(rows).mapToDouble(r -> logFactorial[r]).sum() + Arrays.stream(columns).mapToDouble(
			c -> logFactorial[c]).sum() - logFactorial[n];
		double log = constant;
		for (final int[] row : counts)
			for (final int c : row)
				log -= logFactorial[c];
		observed = log;
	}

	/** Sum of exp(log probability) of paths to a node, by (rounded) log probability. */
	private record Node(Map<Long, double[]> paths) {

		void add(final double log, final double weight) {
			final double[] path = paths.computeIfAbsent(Math.round(log / GRAIN), k -> new double[] { log, 0 });
			path[1] += weight;
		}
	}

	double p() {
		Map<String, Entry> nodes = new HashMap<>();
		final Entry start = new Entry(rows.clone(), new Node(new HashMap<>()));
		start.node.add(constant, 1);
		nodes.put(Arrays.toString(rows), start);
		for (final int column : columns) {
			final Map<String, Entry> next = new HashMap<>();
			for (final Entry e : nodes.values())
				fill(e, 0, column, e.left.clone(), 0, next);
			nodes = next;
		}
		double sum = 0;
		for (final Entry e : nodes.values())
			for (final double[] path : e.node.paths.values())
				if (path[0] <= observed + Math.log1p(RELATIVE)) sum += path[1] * Math.exp(path[0]);
		return Math.min(1, sum);
	}

	private record Entry(int[] left, Node node) {}

	/** Deals a column's total over the rows in every way. */
	private void fill(final Entry from, final int row, final int rest, final int[] left, final double log,
		final Map<String, Entry> next)
	{
		if (row == left.length - 1) {
			if (rest > left[row]) return;
			left[row] -= rest;
			final int[] sorted = left.clone();
			Arrays.sort(sorted);
			final Entry to = next.computeIfAbsent(Arrays.toString(sorted), k -> new Entry(sorted, new Node(new HashMap<>())));
			for (final double[] path : from.node.paths.values())
				to.node.add(path[0] - log - logFactorial[rest], path[1]);
			left[row] += rest;
			return;
		}
		for (int c = Math.min(rest, left[row]); c >= 0; c--) {
			left[row] -= c;
			fill(from, row + 1, rest - c, left, log + logFactorial[c], next);
			left[row] += c;
		}
	}
}
