package io.github.radiomicsnomogram.texture;

import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.RoiSpans;
import io.github.radiomicsnomogram.volume.RoiVoxels;

import java.util.function.Consumer;

/**
 * The ROI's bounding box with a margin, x fastest, as one primitive array: the rank of each voxel's level, 0 outside the
 * ROI. A neighbour lies at a fixed distance in the array and needs no check of bounds. Rows share their margins: what
 * lies right of one row lies left of the next. ROI voxels are found through spans, the unbroken pieces of rows.
 * <p>
 * Memory: 2 bytes for each voxel of the box and its margin, 4 where ranks need more than 16 bits.
 */
final class LevelGrid {

	private final int margin;
	private final int[] size = new int[3];
	private final int strideY, strideZ, origin;
	private final int length;
	/** The ranks, in one of two arrays; the other one is null. */
	private final char[] narrow;
	private final int[] wide;
	private final RoiSpans spans;
	private final int[] spanStart;
	private final int[] firstSpan;

	/**
	 * All voxels of the ROI have the rank 0 until {@link #write} gives them another one.
	 *
	 * @param highest rank that there will be
	 */
	LevelGrid(final RoiVoxels roi, final int margin, final int highest) {
		this.margin = margin;
		final BoundingBox box = roi.box();
		for (int d = 0; d < 3; d++)
			size[d] = box.size(d);
		strideY = size[0] + margin;
		strideZ = Math.multiplyExact(strideY, size[1] + margin);
		origin = Math.addExact(Math.multiplyExact(margin, strideZ), margin * strideY + margin);
		length = Math.addExact(Math.multiplyExact(strideZ, size[2]), 2 * origin);
		narrow = highest <= Character.MAX_VALUE ? new char[length] : null;
		wide = narrow == null ? new int[length] : null;
		spans = roi.spans();
		spanStart = new int[spans.count()];
		firstSpan = new int[size[2] + 1];
		for (int z = 0, row = 0; z < size[2]; z++) {
			for (int y = 0; y < size[1]; y++, row++)
				for (int s = spans.first(row); s < spans.first(row + 1); s++)
					spanStart[s] = index(spans.start(s), y, z);
			firstSpan[z + 1] = spans.first(row);
		}
	}

	/** Writes the ranks of some voxels. */
	@FunctionalInterface
	interface RankWriter {

		/**
		 * @param ranks takes them, from the first place on
		 * @param voxel place of the first voxel in {@link RoiVoxels#values()}
		 * @param n number of voxels
		 */
		void write(int[] ranks, int voxel, int n);
	}

	/** Gives the voxels of some spans their ranks. */
	void write(final Parts.Range some, final RankWriter writer) {
		final int[] ranks = new int[size[0]];
		for (int s = some.from(); s < some.to(); s++) {
			final int n = spans.length(s);
			writer.write(ranks, spans.voxel(s), n);
			if (wide != null) System.arraycopy(ranks, 0, wide, spanStart[s], n);
			else narrow(ranks, n, narrow, spanStart[s]);
		}
	}

	private static void narrow(final int[] ranks, final int n, final char[] narrow, final int first) {
		for (int i = 0; i < n; i++)
			narrow[first + i] = (char) ranks[i];
	}

	/** Goes through all spans, in several threads. */
	void forEachPart(final Consumer<Parts.Range> loop) {
		Parts.forEach(spans.count(), spans.voxels(), loop);
	}

	/** Gives each voxel of the ROI another rank: that at the place of the present one. */
	void replace(final int[] ranks) {
		forEachPart(part -> {
			for (int s = part.from(); s < part.to(); s++)
				for (int v = spanStart[s]; v < spanEnd(s); v++)
					if (wide != null) wide[v] = ranks[wide[v]];
					else narrow[v] = (char) ranks[narrow[v]];
		});
	}

	/** The ranks of the voxels alone, in the order of {@link RoiVoxels#values()}. */
	int[] voxelRanks() {
		final int[] voxels = new int[spans.voxels()];
		for (int s = 0; s < spans.count(); s++)
			for (int i = 0; i < spans.length(s); i++)
				voxels[spans.voxel(s) + i] = rank(spanStart[s] + i);
		return voxels;
	}

	/** Voxels of room on each side of the box. */
	int margin() {
		return margin;
	}

	/** Voxels of the box along an axis (0 = x, 1 = y, 2 = z). */
	int size(final int axis) {
		return size[axis];
	}

	/** Number of places. */
	int length() {
		return length;
	}

	/** Rank of the level at a place, counted from 1; 0 outside the ROI. */
	int rank(final int place) {
		return wide == null ? narrow[place] : wide[place];
	}

	/** All ranks, of which none may need more than 16 bits: loops over short numbers do twice as many at a time. Read only. */
	char[] narrowRanks() {
		return narrow;
	}

	/** A number for each rank: {@code numbers[0]} outside the ROI. */
	int[] map(final int[] numbers) {
		final int[] mapped = new int[length];
		Parts.forEach(mapped.length, part -> {
			for (int i = part.from(); i < part.to(); i++)
				mapped[i] = numbers[rank(i)];
		});
		return mapped;
	}

	/** As {@link #map}, the low 16 bits: loops over short numbers do twice as many at a time. */
	char[] mapToChars(final int[] numbers) {
		final char[] mapped = new char[length];
		Parts.forEach(mapped.length, part -> {
			for (int i = part.from(); i < part.to(); i++)
				mapped[i] = (char) numbers[rank(i)];
		});
		return mapped;
	}

	/** Number of slices (z) of the box. */
	int slices() {
		return size[2];
	}

	/** First span of a slice; that of slice {@link #slices()} is the number of spans. */
	int firstSpan(final int slice) {
		return firstSpan[slice];
	}

	/** Index of a slice's first voxel in the ROI; the end if there is none. */
	int sliceStart(final int slice) {
		return firstSpan[slice] == firstSpan[slice + 1] ? origin : spanStart[firstSpan[slice]];
	}

	/** Index after a slice's last voxel in the ROI. Between start and end lie voxels outside the ROI too. */
	int sliceEnd(final int slice) {
		return firstSpan[slice] == firstSpan[slice + 1] ? origin : spanEnd(firstSpan[slice + 1] - 1);
	}

	/** Largest possible difference of a slice's start and end. */
	int sliceLength() {
		return strideY * size[1];
	}

	/** Index of a span's first voxel. */
	int spanStart(final int span) {
		return spanStart[span];
	}

	/** Index after a span's last voxel. */
	int spanEnd(final int span) {
		return spanStart[span] + spans.length(span);
	}

	/** How far the next row lies in the array. */
	int strideY() {
		return strideY;
	}

	/** How far the next slice lies in the array. */
	int strideZ() {
		return strideZ;
	}

	/** Place of a voxel of the box in the array, x, y, z counted from the box's corner. */
	int index(final int x, final int y, final int z) {
		return origin + z * strideZ + y * strideY + x;
	}

	/** How far a neighbour lies in the array. */
	int step(final Offset offset) {
		return offset.dx() + offset.dy() * strideY + offset.dz() * strideZ;
	}

	/** How many times an offset leads from a voxel to another one in the box. */
	int stepsInside(final int voxel, final Offset offset) {
		final int i = voxel - origin;
		return Math.min(steps(i % strideY, offset.dx(), size[0]), Math.min(steps(i % strideZ / strideY, offset.dy(), size[1]),
			steps(i / strideZ, offset.dz(), size[2])));
	}

	private static int steps(final int at, final int by, final int size) {
		if (by == 0) return Integer.MAX_VALUE;
		return by > 0 ? (size - 1 - at) / by : at / -by;
	}
}
