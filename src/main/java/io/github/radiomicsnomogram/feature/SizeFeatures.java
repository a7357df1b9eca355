package io.github.radiomicsnomogram.feature;

import io.github.radiomicsnomogram.texture.SizeStatistics;

import java.util.function.ToDoubleFunction;

/**
 * Rows of the families that count sizes by grey level: runs, zones and dependences, whose formulas are the same.
 *
 * @param family PyRadiomics' class name
 * @param source paper
 * @param undefinedWhen for each feature
 * @param differs from IBSI, for each feature
 */
record SizeFeatures(String family, String source, String undefinedWhen, String differs) {

	private static final String EPSILON = "2.2e-16 is added to p before the logarithm is taken";

	/** A pure number. */
	MatrixFamily.Definition<SizeStatistics> ratio(final String name, final String formula, final String ibsi,
		final ToDoubleFunction<SizeStatistics> value)
	{
		return of(name, formula, Unit.ONE, ibsi, differs, value);
	}

	/** A power of a number of voxels. */
	MatrixFamily.Definition<SizeStatistics> voxels(final String name, final String formula, final String ibsi,
		final ToDoubleFunction<SizeStatistics> value)
	{
		return of(name, formula, Unit.VOXELS, ibsi, differs, value);
	}

	/** An entropy. */
	MatrixFamily.Definition<SizeStatistics> bits(final String name, final String formula, final String ibsi,
		final ToDoubleFunction<SizeStatistics> value)
	{
		return of(name, formula, Unit.BITS, ibsi, differs.isEmpty() ? EPSILON : differs + "; " + EPSILON, value);
	}

	private MatrixFamily.Definition<SizeStatistics> of(final String name, final String formula, final Unit unit,
		final String ibsi, final String differsFromIbsi, final ToDoubleFunction<SizeStatistics> value)
	{
		return new MatrixFamily.Definition<>(new Feature(family, name, formula, unit, ibsi, source, false, undefinedWhen,
			differsFromIbsi), value);
	}
}
