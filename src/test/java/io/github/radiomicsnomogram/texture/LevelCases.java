package io.github.radiomicsnomogram.texture;

import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.RoiVoxels;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.Random;
import java.util.stream.IntStream;

import net.imglib2.img.array.ArrayImgs;

/** Small ROIs of given grey levels: arrays [z][y][x], 0 outside the ROI. */
public final class LevelCases {

	/** The IBSI digital phantom: Zwanenburg et al., The image biomarker standardisation initiative, arXiv:1612.07003. */
	public static final int[][][] PHANTOM = { //
		{ { 1, 4, 4, 1, 1 }, { 1, 4, 6, 1, 1 }, { 4, 1, 6, 4, 1 }, { 4, 4, 6, 4, 1 } }, //
		{ { 1, 4, 4, 1, 1 }, { 1, 1, 6, 1, 1 }, { 0, 1, 3, 1, 1 }, { 4, 4, 6, 1, 1 } }, //
		{ { 1, 4, 4, 0, 0 }, { 1, 1, 1, 1, 1 }, { 1, 1, 0, 1, 1 }, { 1, 1, 6, 1, 1 } }, //
		{ { 1, 4, 4, 0, 0 }, { 1, 1, 1, 1, 1 }, { 1, 1, 1, 1, 1 }, { 1, 1, 6, 1, 1 } } };

	private LevelCases() {}

	/** Levels as they are, on a grid of 1 mm. */
	public static GreyLevels of(final int[][][] levels) {
		return of(levels, 1, 1, 1);
	}

	/** Levels as they are, on a grid with a spacing along x, y, z. */
	public static GreyLevels of(final int[][][] levels, final double... spacing) {
		return GreyLevels.ofLevels(roi(levels, VoxelType.INT32, spacing), IntStream.of(flat(levels)).filter(v -> v != 0)
			.toArray());
	}

	/** The levels as an image's values, where they are not 0. */
	public static RoiVoxels roi(final int[][][] levels, final VoxelType type, final double... spacing) {
		final int[] flat = flat(levels);
		final byte[] inside = new byte[flat.length];
		final double[] values = new double[flat.length];
		for (int i = 0; i < flat.length; i++) {
			inside[i] = (byte) (flat[i] != 0 ? 1 : 0);
			values[i] = flat[i];
		}
		final int nx = levels[0][0].length, ny = levels[0].length, nz = levels.length;
		final Geometry grid = Geometry.axisAligned(new long[] { nx, ny, nz }, spacing);
		return new RoiVoxels(new Volume(ArrayImgs.doubles(values, nx, ny, nz), grid, type, ImageInfo.of("levels", "")), Mask
			.of("roi", grid, new BoundingBox(0, 0, 0, nx - 1, ny - 1, nz - 1), inside));
	}

	/** Values in a row, all in the ROI. */
	public static RoiVoxels row(final VoxelType type, final double... values) {
		final Geometry grid = Geometry.axisAligned(new long[] { values.length, 1, 1 }, new double[] { 1, 1, 1 });
		final byte[] inside = new byte[values.length];
		java.util.Arrays.fill(inside, (byte) 1);
		return new RoiVoxels(new Volume(ArrayImgs.doubles(values.clone(), values.length, 1, 1), grid, type, ImageInfo.of(
			"row", "")), Mask.of("row", grid, new BoundingBox(0, 0, 0, values.length - 1, 0, 0), inside));
	}

	private static int[] flat(final int[][][] levels) {
		return java.util.Arrays.stream(levels).flatMap(java.util.Arrays::stream).flatMapToInt(IntStream::of).toArray();
	}

	/**
	 * Noise in an irregular ROI: every voxel is in it with a probability. The corners of the box are in it, so that the
	 * ROI's box is the array.
	 */
	public static int[][][] random(final long seed, final int nx, final int ny, final int nz, final int levels,
		final double density)
	{
		final Random random = new Random(seed);
		final int[][][] a = new int[nz][ny][nx];
		for (final int[][] slice : a)
			for (final int[] row : slice)
				for (int x = 0; x < nx; x++)
					row[x] = random.nextDouble() < density ? 1 + (int) (levels * Math.pow(random.nextDouble(), 2)) : 0;
		a[0][0][0] = 1;
		a[nz - 1][ny - 1][nx - 1] = levels;
		return a;
	}
}
