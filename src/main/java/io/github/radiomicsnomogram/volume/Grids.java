package io.github.radiomicsnomogram.volume;

import net.imglib2.Interval;

/** Checks that pixels and geometry speak of the same grid. */
final class Grids {

	private Grids() {}

	static void requireGrid(final Interval interval, final Geometry geometry) {
		if (interval.numDimensions() != 3) throw new IllegalArgumentException("a volume has 3 axes, not " + interval
			.numDimensions());
		for (int d = 0; d < 3; d++)
			if (interval.min(d) != 0 || interval.dimension(d) != geometry.size(d)) throw new IllegalArgumentException(
				"voxels and geometry differ along axis " + d + ": " + interval.min(d) + ".." + interval.max(d) + " against " +
					geometry.size(d) + " voxels from 0");
	}
}
