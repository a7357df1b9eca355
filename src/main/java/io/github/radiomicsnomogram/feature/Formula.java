package io.github.radiomicsnomogram.feature;

import java.util.List;
import java.util.function.Function;

/**
 * A feature and how it follows from what its family computes once for all of them.
 *
 * @param <S> the family's statistics or matrices
 * @param feature the registry's row
 * @param value from the statistics
 */
record Formula<S>(Feature feature, Function<? super S, FeatureValue> value) {

	/** The features of a family, in its order. */
	static List<Feature> features(final List<? extends Formula<?>> formulas) {
		return formulas.stream().<Feature>map(Formula::feature).toList();
	}

	/**
	 * Evaluates some features.
	 *
	 * @param wanted features that these formulas are for
	 * @return one value for each wanted feature, in the same order
	 */
	static <S> List<FeatureValue> evaluate(final List<Formula<S>> formulas, final S statistics,
		final List<Feature> wanted)
	{
		return wanted.stream().map(f -> find(formulas, f).value().apply(statistics)).toList();
	}

	/** The functions of some features, in the same order. */
	static <S> List<Function<? super S, FeatureValue>> functions(final List<Formula<S>> formulas,
		final List<Feature> wanted)
	{
		return wanted.stream().<Function<? super S, FeatureValue>>map(f -> find(formulas, f).value()).toList();
	}

	private static <S> Formula<S> find(final List<Formula<S>> formulas, final Feature feature) {
		for (final Formula<S> formula : formulas)
			if (formula.feature().isSameAs(feature)) return formula;
		throw new IllegalArgumentException("no such feature here: " + feature.id());
	}
}
