package io.github.radiomicsnomogram.texture;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.Locale;

/**
 * The edges between grey levels, to the last bit those of PyRadiomics: a value that lies on an edge, as whole HU often
 * do, must fall on the same side. So the edges are rounded as NumPy's {@code arange} (fixed width) and {@code linspace}
 * (fixed count) round them, and in the second case are single precision for single-precision images.
 */
abstract sealed class Bins {

	/** Highest grey level; leaves room for differences and sums of two levels in an int. */
	static final int MAX_LEVEL = 1 << 29;

	/** The bins that a ROI's values define. */
	static Bins of(final double[] values, final VoxelType type, final Binning binning) {
		double min = values[0], max = values[0];
		for (final double v : values) {
			min = Math.min(min, v);
			max = Math.max(max, v);
		}
		if (binning instanceof Binning.FixedWidth width) return new Width(min, max, width.binWidth());
		return new Count(min, max, ((Binning.FixedCount) binning).binCount(), type == VoxelType.FLOAT32);
	}

	/** Number of edges at or below a value. */
	abstract int level(double value);

	/** Grey level of each value; all lie in the range that defined the bins. */
	final int[] levels(final double[] values) {
		final int[] levels = new int[values.length];
		Parts.forEach(values.length, part -> {
			for (int i = part.from(); i < part.to(); i++)
				levels[i] = level(values[i]);
		});
		return levels;
	}

	/** Edges {@code low + k * step}, from the multiple of the width at or below the minimum to beyond the maximum. */
	private static final class Width extends Bins {

		private final double low;
		private final double second;
		private final double step;
		private final int edges;

		Width(final double min, final double max, final double width) {
			final double remainder = min % width;
			low = min - (remainder < 0 ? remainder + width : remainder);
			second = low + width;
			step = second - low;
			final double n = Math.ceil((max + 2 * width - low) / width);
			if (!(step > 0) || n > MAX_LEVEL) throw new InputException(String.format(Locale.ROOT,
				"binWidth %s is too small for a ROI with values from %s to %s: that makes %.0f grey levels. Use a larger binWidth.",
				width, min, max, n));
			edges = (int) n;
		}

		private double edge(final int k) {
			return k == 1 ? second : low + k * step;
		}

		@Override
		int level(final double value) {
			int k = (int) ((value - low) / step) + 1;
			while (k > 1 && edge(k - 1) > value)
				k--;
			while (k < edges && edge(k) <= value)
				k++;
			return Math.min(k, edges);
		}
	}

	/** A list of edges, the last one moved up by 1 so that the maximum lies below it. */
	private static final class Count extends Bins {

		private final double[] edges;
		private final double perUnit;

		Count(final double min, final double max, final int count, final boolean single) {
			if (count >= MAX_LEVEL) throw new InputException("binCount " + count + " is too large; the limit is " + (MAX_LEVEL -
				1) + ".");
			final double first = min == max ? min - 0.5 : min, last = min == max ? max + 0.5 : max;
			final double step = (last - first) / count;
			edges = new double[count + 1];
			for (int k = 0; k < count; k++)
				edges[k] = (step == 0 ? (double) k / count * (last - first) : k * step) + first;
			edges[count] = last;
			if (single) for (int k = 0; k <= count; k++)
				edges[k] = (float) edges[k];
			edges[count] = single ? (float) (edges[count] + 1) : edges[count] + 1;
			perUnit = count / (last - first);
		}

		@Override
		int level(final double value) {
			int k = Math.min((int) ((value - edges[0]) * perUnit), edges.length - 1) + 1;
			while (k > 1 && edges[k - 1] > value)
				k--;
			while (k < edges.length && edges[k] <= value)
				k++;
			return k;
		}
	}
}
