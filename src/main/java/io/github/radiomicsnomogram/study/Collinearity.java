package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.survival.Correlations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Correlation of the screened features, and which of two alike ones was dropped.
 *
 * @param names screened features
 * @param matrix their correlations in the training patients, row by row
 * @param dropped features that resemble one with a smaller P
 * @param kept the others, in the order of the names
 */
public record Collinearity(List<String> names, double[][] matrix, List<Dropped> dropped, List<String> kept) {

	/**
	 * A feature that resembles another one.
	 *
	 * @param feature dropped
	 * @param keptInstead kept in its place
	 * @param correlation of both
	 */
	public record Dropped(String feature, String keptInstead, double correlation) {}

	public Collinearity {
		names = List.copyOf(names);
		dropped = List.copyOf(dropped);
		kept = List.copyOf(kept);
	}

	/** In the order of P, a feature is kept unless it resembles one that is kept already; ties in the order given. */
	static Collinearity of(final List<String> names, final double[][] columns, final double[] p,
		final Optional<StudySettings.Collinear> rule)
	{
		final double[][] r = Correlations.matrix(columns, rule.map(StudySettings.Collinear::spearman).orElse(false));
		if (rule.isEmpty()) return new Collinearity(names, r, List.of(), names);
		final List<Integer> order = IntStream.range(0, names.size()).boxed().sorted(Comparator.comparingDouble(j -> p[j]))
			.toList();
		final List<Integer> kept = new ArrayList<>();
		final List<Dropped> dropped = new ArrayList<>();
		for (final int j : order) {
			final Optional<Integer> like = kept.stream().filter(k -> Math.abs(r[j][k]) > rule.get().threshold()).findFirst();
			if (like.isPresent()) dropped.add(new Dropped(names.get(j), names.get(like.get()), r[j][like.get()]));
			else kept.add(j);
		}
		return new Collinearity(names, r, dropped, kept.stream().sorted().map(names::get).toList());
	}
}
