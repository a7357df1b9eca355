package io.github.radiomicsnomogram.plot;

import java.util.ArrayList;
import java.util.List;

/** Puts variables that resemble each other side by side (Sokal and Michener 1958: average linkage). */
final class AverageLinkage {

	private AverageLinkage() {}

	/**
	 * The leaves' order of the tree; ties go to the earlier variables.
	 *
	 * @param correlations square; the distance is 1 - |r|, that of a missing one 1
	 */
	static int[] order(final double[][] correlations) {
		final List<List<Integer>> clusters = new ArrayList<>();
		for (int i = 0; i < correlations.length; i++)
			clusters.add(List.of(i));
		while (clusters.size() > 1) {
			int a = 0, b = 1;
			double least = Double.POSITIVE_INFINITY;
			for (int i = 0; i < clusters.size(); i++)
				for (int j = i + 1; j < clusters.size(); j++) {
					final double d = distance(correlations, clusters.get(i), clusters.get(j));
					if (d >= least) continue;
					least = d;
					a = i;
					b = j;
				}
			final List<Integer> joined = new ArrayList<>(clusters.get(a));
			joined.addAll(clusters.remove(b));
			clusters.set(a, joined);
		}
		return clusters.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
	}

	private static double distance(final double[][] r, final List<Integer> a, final List<Integer> b) {
		double sum = 0;
		for (final int i : a)
			for (final int j : b)
				sum += Double.isNaN(r[i][j]) ? 1 : 1 - Math.abs(r[i][j]);
		return sum / a.size() / b.size();
	}
}
