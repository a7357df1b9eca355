package io.github.radiomicsnomogram.volume;

import java.util.Arrays;

/**
 * The spans of a ROI: the unbroken pieces of the rows (along x) of its bounding box, in the order of the box. What is done
 * to spans goes through memory in long pieces and needs no look at what lies outside. Immutable.
 */
public final class RoiSpans {

	/** First span of each row; after them the number of spans. */
	private final int[] first;

	private int[] start = new int[64], end = new int[64];

	/** How many voxels lie in the spans before each one; after them the number of voxels. */
	private int[] before = new int[65];

	/**
	 * @param inside 1 inside the ROI, 0 outside, x fastest
	 * @param length of a row
	 */
	RoiSpans(final byte[] inside, final int length) {
		final byte[] none = new byte[length], all = new byte[length];
		Arrays.fill(all, (byte) 1);
		first = new int[inside.length / length + 1];
		int spans = 0;
		for (int row = 0; row < rows(); row++) {
			int x = 0;
			while ((x = differs(inside, row * length, x, none)) < length) {
				final int to = differs(inside, row * length, x, all);
				add(spans++, x, to);
				x = to;
			}
			first[row + 1] = spans;
		}
	}

	/** First x from one on where a row is not as another one; the row's length if there is none. */
	private static int differs(final byte[] inside, final int row, final int x, final byte[] other) {
		final int at = Arrays.mismatch(inside, row + x, row + other.length, other, x, other.length);
		return at < 0 ? other.length : x + at;
	}

	private void add(final int span, final int from, final int to) {
		if (span == start.length) {
			start = Arrays.copyOf(start, 2 * span);
			end = Arrays.copyOf(end, 2 * span);
			before = Arrays.copyOf(before, 2 * span + 1);
		}
		start[span] = from;
		end[span] = to;
		before[span + 1] = before[span] + to - from;
	}

	/** Rows of the box, those of one slice after those of another. */
	int rows() {
		return first.length - 1;
	}

	/** First span of a row, counted from 0 through all slices; that of row {@link #rows()} is the number of spans. */
	public int first(final int row) {
		return first[row];
	}

	/** Number of spans. */
	public int count() {
		return first[rows()];
	}

	/** Number of voxels of all spans; at least 1. */
	public int voxels() {
		return before[count()];
	}

	/** Where a span starts, along x from the box's corner. */
	public int start(final int span) {
		return start[span];
	}

	/** Where a span ends, which is behind its last voxel, along x from the box's corner. */
	public int end(final int span) {
		return end[span];
	}

	/** Number of voxels of a span. */
	public int length(final int span) {
		return end[span] - start[span];
	}

	/** Place of a span's first voxel in {@link RoiVoxels#values()}; that of span {@link #count()} is {@link #voxels()}. */
	public int voxel(final int span) {
		return before[span];
	}
}
