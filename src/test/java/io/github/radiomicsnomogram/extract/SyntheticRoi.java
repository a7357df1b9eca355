package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.Random;

/**
 * A ball with a wavy surface in an image like soft tissue, smooth structures and noise in whole HU, single precision: a
 * case of any size for benchmarks. The same each time.
 *
 * @param volume image, a little larger than the ROI
 * @param mask the ROI
 */
public record SyntheticRoi(Volume volume, Mask mask) {

	private static final double SPACING = 0.9765625;

	/** @param voxels of the ROI, about */
	public static SyntheticRoi of(final int voxels) {
		final double radius = Math.cbrt(3 * voxels / (4 * Math.PI));
		final int n = (int) (2 * radius * 1.15) + 8;
		final float[] values = new float[n * n * n];
		final byte[] inside = new byte[values.length];
		final Random random = new Random(2026);
		int i = 0;
		for (int z = 0; z < n; z++)
			for (int y = 0; y < n; y++)
				for (int x = 0; x < n; x++, i++) {
					final double structure = Math.sin(0.31 * x + 0.9 * Math.sin(0.17 * y)) * Math.cos(0.23 * y + 0.29 * z);
					values[i] = (float) Math.rint(40 + 80 * structure + 15 * random.nextGaussian());
					inside[i] = (byte) (isInside(x - (n - 1) / 2.0, y - (n - 1) / 2.0, z - (n - 1) / 2.0, radius) ? 1 : 0);
				}
		final Geometry grid = Geometry.axisAligned(new long[] { n, n, n }, new double[] { SPACING, SPACING, SPACING });
		return new SyntheticRoi(VoxelArrays.volume(values, grid, ImageInfo.of("synthetic", "HU")), Mask.of("ball", grid,
			new BoundingBox(0, 0, 0, n - 1, n - 1, n - 1), inside));
	}

	private static boolean isInside(final double x, final double y, final double z, final double radius) {
		final double waves = radius * (1 + 0.05 * Math.sin(8 * Math.atan2(y, x)) * Math.cos(6 * z / radius));
		return x * x + y * y + z * z <= waves * waves;
	}
}
