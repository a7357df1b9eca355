package io.github.radiomicsnomogram.texture;

import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.RoiSpans;
import io.github.radiomicsnomogram.volume.RoiVoxels;

import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

/**
 * The ROI's bounding box with a margin, x fastest, as one primitive array: the rank of each voxel's level, 0 outside the
 * ROI. A neighbour lies at a fixed distance in the array and needs no check of bounds. Rows share their margins: what
 * lies right of one row lies left of the next. ROI voxels are found through spans, the unbroken pieces of rows.
 * <p>
 * Memory: 6 bytes for each voxel of the box and its margin.
 */
final class LevelGrid {

	private final int margin;
	private final int[] size = new int[3];
	private final int strideY, strideZ, origin;
	private final int[] ranks;
	private final char[] narrowRanks;
	private final RoiSpans spans;
	private final int[] spanStart;
	private final int[] firstSpan;

	/** All voxels of the ROI have the rank 0 until {@link #write} gives them another one. */
	LevelGrid(final RoiVoxels roi, final int margin) {
		this.margin = margin;
		final BoundingBox box = roi.box();
		for (int d = 0; d < 3; d++)
			size[d] = box.size(d);
		strideY = size[0] + margin;
		strideZ = Math.multiplyExact(strideY, size[1] + margin);
		origin = Math.addExact(Math.multiplyExact(margin, strideZ), margin * strideY + margin);
		ranks = new int[Math.addExact(Math.multiplyExact(strideZ, size[2]), 2 * origin)];
		narrowRanks = new char[ranks.length];
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

	/** Writes the ranks of a span's voxels. */
	@FunctionalInterface
	interface SpanWriter {

		/**
		 * @param ranks of the whole grid
		 * @param start place of the span's first voxel in them
		 * @param voxel place of the same voxel in {@link RoiVoxels#values()}
		 * @param n voxels of the span
		 */
		void write(int[] ranks, int start, int voxel, int n);
	}

	/** Gives the voxels of some spans their ranks. */
	void write(final Parts.Range some, final SpanWriter writer) {
		for (int s = some.from(); s < some.to(); s++) {
			writer.write(ranks, spanStart[s], spans.voxel(s), spans.length(s));
			for (int v = spanStart[s]; v < spanEnd(s); v++)
				narrowRanks[v] = (char) ranks[v];
		}
	}

	/** Goes through all spans, in several threads. */
	void forEachPart(final Consumer<Parts.Range> loop) {
		Parts.forEach(spans.count(), spans.voxels(), loop);
	}

	/** Gives each voxel of the ROI another rank. */
	void replace(final IntUnaryOperator rank) {
		forEachPart(part -> write(part, (all, start, voxel, n) -> {
			for (int v = start; v < start + n; v++)
				all[v] = rank.applyAsInt(all[v]);
		}));
	}

	/** The ranks of the voxels alone, in the order of {@link RoiVoxels#values()}. */
	int[] voxelRanks() {
		final int[] voxels = new int[spans.voxels()];
		for (int s = 0; s < spans.count(); s++)
			System.arraycopy(ranks, spanStart[s], voxels, spans.voxel(s), spans.length(s));
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

	/** Ranks of levels, counted from 1; 0 outside the ROI. Read only. */
	int[] ranks() {
		return ranks;
	}

	/** As {@link #ranks()}, the low 16 bits: loops over short numbers do twice as many at a time. Read only. */
	char[] narrowRanks() {
		return narrowRanks;
	}

	/** A number for each rank: {@code numbers[0]} outside the ROI. */
	int[] map(final int[] numbers) {
		final int[] mapped = new int[ranks.length];
		Parts.forEach(mapped.length, part -> {
			for (int i = part.from(); i < part.to(); i++)
				mapped[i] = numbers[ranks[i]];
		});
		return mapped;
	}

	/** As {@link #map}, the low 16 bits: loops over short numbers do twice as many at a time. */
	char[] mapToChars(final int[] numbers) {
		final char[] mapped = new char[ranks.length];
		Parts.forEach(mapped.length, part -> {
			for (int i = part.from(); i < part.to(); i++)
				mapped[i] = (char) numbers[ranks[i]];
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
