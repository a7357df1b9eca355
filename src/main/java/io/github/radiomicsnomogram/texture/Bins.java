package io.github.radiomicsnomogram.texture;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.volume.RoiVoxels;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/**
 * The edges between grey levels, to the last bit those of PyRadiomics: a value that lies on an edge, as whole HU often
 * do, must fall on the same side. So the edges are rounded as NumPy's {@code arange} (fixed width) and {@code linspace}
 * (fixed count) round them, and in the second case are single precision for single-precision images. The level of a value
 * is guessed by a multiplication; the edges decide. Immutable.
 */
final class Bins {

	/** Highest grey level; leaves room for differences and sums of two levels in an int. */
	static final int MAX_LEVEL = 1 << 29;

	/** Up to this many edges are kept in a table. */
	private static final int TABLE = 1 << 13;

	/** Makes the guess for a value on an edge the level above it, whichever way the multiplication is rounded. */
	private static final double UPWARD = 1 + 8 * Math.ulp(1.0);

	private final int edges;
	private final IntToDoubleFunction edge;
	private final double first, perUnit;

	/** The edges, the first one lowered to minus infinity; then plus infinity, if all have room. */
	private final double[] table;

	private Bins(final int edges, final IntToDoubleFunction edge, final double perUnit) {
		this.edges = edges;
		this.edge = edge;
		this.perUnit = perUnit * UPWARD;
		first = edge.applyAsDouble(0);
		table = new double[Math.min(edges + 1, TABLE)];
		for (int k = 0; k < table.length; k++)
			table[k] = k == 0 ? Double.NEGATIVE_INFINITY : k == edges ? Double.POSITIVE_INFINITY : edge.applyAsDouble(k);
	}

	/** The bins that a ROI's values define. */
	static Bins of(final RoiVoxels roi, final Binning binning) {
		if (binning instanceof Binning.FixedWidth width) return ofWidth(roi.minimum(), roi.maximum(), width.binWidth());
		return ofCount(roi.minimum(), roi.maximum(), ((Binning.FixedCount) binning).binCount(), roi
			.type() == VoxelType.FLOAT32);
	}

	/** Edges {@code low + k * step}, from the multiple of the width at or below the minimum to beyond the maximum. */
	private static Bins ofWidth(final double min, final double max, final double width) {
		final double remainder = min % width;
		final double low = min - (remainder < 0 ? remainder + width : remainder);
		final double second = low + width, step = second - low;
		final double n = Math.ceil((max + 2 * width - low) / width);
		if (!(step > 0) || n > MAX_LEVEL) throw new InputException(String.format(Locale.ROOT,
			"binWidth %s is too small for a ROI with values from %s to %s: that makes %.0f grey levels. Use a larger binWidth.",
			width, min, max, n));
		return new Bins((int) n, k -> k == 1 ? second : low + k * step, 1 / step);
	}

	/** Edges at equal distances, the last one moved up by 1 so that the maximum lies below it. */
	private static Bins ofCount(final double min, final double max, final int count, final boolean single) {
		if (count >= MAX_LEVEL) throw new InputException("binCount " + count + " is too large; the limit is " + (MAX_LEVEL -
			1) + ".");
		final double low = min == max ? min - 0.5 : min, high = min == max ? max + 0.5 : max, step = (high - low) / count;
		final IntToDoubleFunction edge = k -> k == count ? high : (step == 0 ? (double) k / count * (high - low) : k * step) +
			low;
		if (single) return new Bins(count + 1, k -> (float) ((float) edge.applyAsDouble(k) + (k == count ? 1.0 : 0)), count /
			(high - low));
		return new Bins(count + 1, k -> edge.applyAsDouble(k) + (k == count ? 1 : 0), count / (high - low));
	}

	/** Number of edges at or below a value, at least 1. */
	int level(final double value) {
		final int k = (int) ((value - first) * perUnit);
		return k < table.length - 1 && table[k] <= value && value < table[k + 1] ? k + 1 : corrected(k, value);
	}

	private int corrected(final int guess, final double value) {
		int k = Math.min(guess, edges - 1) + 1;
		while (k > 1 && edge.applyAsDouble(k - 1) > value)
			k--;
		while (k < edges && edge.applyAsDouble(k) <= value)
			k++;
		return k;
	}

	/** Writes the levels of n values, from the first place on. */
	void levels(final double[] values, final int from, final int n, final int[] levels) {
		for (int i = 0; i < n; i++)
			levels[i] = level(values[from + i]);
	}
}
