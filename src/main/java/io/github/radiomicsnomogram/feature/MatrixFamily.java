package io.github.radiomicsnomogram.feature;

import io.github.radiomicsnomogram.texture.KernelGrid;
import io.github.radiomicsnomogram.texture.KernelStatistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import net.imglib2.parallel.Parallelization;

/**
 * A family whose features are functions of one or more matrices, for example one for each direction, and averaged over
 * these. A family says how to make the matrices and lists its features; other aggregations are further families with the
 * same statistics.
 *
 * @param <M> a matrix
 * @param <S> the statistics of a matrix, from which every feature follows
 */
abstract class MatrixFamily<M, S> implements FeatureFamily {

	/**
	 * A feature and its function.
	 *
	 * @param feature the registry's row
	 * @param value from the statistics of one matrix; NaN is left out of the average
	 * @param byConvention whether the value is not that of the formula
	 * @param reason why it is not, or why there is none; "" if that never happens
	 */
	record Definition<S>(Feature feature, ToDoubleFunction<S> value, Predicate<S> byConvention, String reason) {

		/** A feature whose formula always has a value. */
		Definition(final Feature feature, final ToDoubleFunction<S> value) {
			this(feature, value, s -> false, "");
		}
	}

	private final String id, title, withoutMatrix;
	private final List<Definition<S>> definitions;
	private final List<Feature> features;

	/**
	 * @param withoutMatrix why features are undefined if there is no matrix
	 * @param definitions features in PyRadiomics' order
	 */
	MatrixFamily(final String id, final String title, final String withoutMatrix,
		final List<Definition<S>> definitions)
	{
		this.id = id;
		this.title = title;
		this.withoutMatrix = withoutMatrix;
		this.definitions = List.copyOf(definitions);
		features = definitions.stream().<Feature>map(Definition::feature).toList();
	}

	/** The matrices to average over. */
	abstract List<M> matrices(FeatureInput input);

	/** What the features need of a matrix. */
	abstract S statistics(M matrix, FeatureInput input);

	@Override
	public final String id() {
		return id;
	}

	@Override
	public final String title() {
		return title;
	}

	@Override
	public final List<Feature> features() {
		return features;
	}

	@Override
	public final List<FeatureValue> compute(final FeatureInput input, final List<Feature> wanted) {
		final List<Definition<S>> functions = wanted.stream().map(this::definition).toList();
		final List<M> matrices = matrices(input);
		input.progress().check();
		if (matrices.isEmpty()) return wanted.stream().map(f -> withoutMatrix(f, input)).toList();
		final List<List<Part>> parts = Parallelization.getTaskExecutor().forEachApply(matrices, m -> {
			input.progress().check();
			final S statistics = statistics(m, input);
			return functions.stream().map(f -> new Part(f.value().applyAsDouble(statistics), f.byConvention().test(
				statistics))).toList();
		});
		final List<FeatureValue> values = new ArrayList<>();
		for (int f = 0; f < functions.size(); f++)
			values.add(average(parts, f, functions.get(f).reason()));
		return values;
	}

	/** The value of a feature if there is no matrix. */
	FeatureValue withoutMatrix(final Feature feature, final FeatureInput input) {
		return FeatureValue.undefined(withoutMatrix);
	}

	/**
	 * Features of kernels.
	 *
	 * @param statistics makes those of kernels' matrices
	 * @param withoutMatrix value of a feature in a kernel without a matrix
	 */
	final Optional<Supplier<KernelFeatures>> kernels(final Function<KernelGrid, KernelStatistics<S>> statistics,
		final KernelInput input, final List<Feature> wanted, final ToDoubleFunction<Feature> withoutMatrix)
	{
		final List<ToDoubleFunction<S>> functions = wanted.stream().map(this::definition).map(Definition::value).toList();
		final double[] without = wanted.stream().mapToDouble(withoutMatrix).toArray();
		return Optional.of(() -> new MatrixKernels<>(input.grid(), statistics.apply(input.grid()), functions, without));
	}

	private Definition<S> definition(final Feature feature) {
		for (final Definition<S> definition : definitions)
			if (definition.feature().isSameAs(feature)) return definition;
		throw new IllegalArgumentException(title + " has no feature " + feature.id());
	}

	private record Part(double value, boolean byConvention) {}

	/** Mean over the matrices that have a value. */
	private static FeatureValue average(final List<List<Part>> parts, final int feature, final String reason) {
		double sum = 0;
		int n = 0, byConvention = 0;
		for (final List<Part> matrix : parts) {
			final Part part = matrix.get(feature);
			if (part.byConvention()) byConvention++;
			if (Double.isNaN(part.value())) continue;
			sum += part.value();
			n++;
		}
		if (n == 0) return reason.isEmpty() ? FeatureValue.failed("the formula gave no number in any of " + parts.size() +
			" matrices") : FeatureValue.undefined(reason);
		if (byConvention == 0) return FeatureValue.of(sum / n);
		return FeatureValue.byConvention(sum / n, parts.size() == 1 || byConvention == parts.size() ? reason : reason +
			", in " + byConvention + " of " + parts.size() + " directions");
	}
}
