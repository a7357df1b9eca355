package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.survival.Factor;
import io.github.radiomicsnomogram.survival.report.CategoryComparison;
import io.github.radiomicsnomogram.survival.report.Comparison;
import io.github.radiomicsnomogram.survival.report.ComparisonReport;
import io.github.radiomicsnomogram.survival.report.NumberComparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Training and validation patients compared: a publication's Table 1. */
final class Characteristics {

	private Characteristics() {}

	static ComparisonReport of(final Patients training, final Patients validation, final double[] score,
		final double[] validationScore)
	{
		final List<String> groups = List.of("training (n=" + training.size() + ")", "validation (n=" + validation.size() +
			")");
		final Map<String, Comparison> variables = new LinkedHashMap<>();
		final Map<String, Integer> missing = new LinkedHashMap<>();
		number("Follow-up", groups, training.times().times(), validation.times().times()).ifPresent(c -> variables.put(
			"Follow-up", c));
		category(List.of("no", "yes"), groups, events(training), events(validation)).ifPresent(c -> variables.put("Event",
			c));
		number("Radiomics signature", groups, score, validationScore).ifPresent(c -> variables.put("Radiomics signature",
			c));
		for (final Patients.Coded c : training.clinical()) {
			final double[] a = c.codes(), b = validation.clinical(c.id()).orElseThrow().codes();
			final String label = c.variable().label();
			final Optional<? extends Comparison> compared = c.isNumeric() ? number(label, groups, a, b) : category(c.variable()
				.levels().stream().map(l -> l.id()).toList(), groups, a, b);
			compared.ifPresent(x -> variables.put(label, x));
			final int lacking = a.length - known(a).length + b.length - known(b).length;
			if (lacking > 0) missing.put(label, lacking);
		}
		return new ComparisonReport(groups, variables, missing);
	}

	private static double[] events(final Patients p) {
		final boolean[] e = p.times().eventFlags();
		return IntStream.range(0, e.length).mapToDouble(i -> e[i] ? 1 : 0).toArray();
	}

	private static double[] known(final double[] v) {
		return Arrays.stream(v).filter(x -> !Double.isNaN(x)).toArray();
	}

	private static Optional<NumberComparison> number(final String name, final List<String> groups, final double[] a,
		final double[] b)
	{
		final double[] x = known(a), y = known(b);
		return x.length < 2 || y.length < 2 ? Optional.empty() : Optional.of(new NumberComparison(groups, List.of(x, y)));
	}

	/** Levels that nobody has are left out. */
	private static Optional<CategoryComparison> category(final List<String> levels, final List<String> groups,
		final double[] a, final double[] b)
	{
		final double[] x = known(a), y = known(b);
		final int[] used = IntStream.range(0, levels.size()).filter(l -> IntStream.range(0, x.length + y.length).anyMatch(
			i -> (i < x.length ? x[i] : y[i - x.length]) == l)).toArray();
		if (used.length < 2 || x.length == 0 || y.length == 0) return Optional.empty();
		final List<Integer> codes = new ArrayList<>();
		for (int i = 0; i < x.length + y.length; i++)
			codes.add(Arrays.binarySearch(used, (int) (i < x.length ? x[i] : y[i - x.length])));
		return Optional.of(new CategoryComparison(new Factor(IntStream.of(used).mapToObj(levels::get).toList(), codes.stream()
			.mapToInt(Integer::intValue).toArray()), new Factor(groups, IntStream.range(0, x.length + y.length).map(i -> i <
				x.length ? 0 : 1).toArray())));
	}
}
