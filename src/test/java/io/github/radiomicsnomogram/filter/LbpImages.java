package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.LinkedHashMap;
import java.util.Map;

/** The images of make_lbp_oracle.py. */
final class LbpImages {

	private LbpImages() {}

	static Volume image(final String kind, final int nx, final int ny, final int nz, final VoxelType type) {
		final Geometry grid = Geometry.axisAligned(new long[] { nx, ny, nz }, new double[] { 1, 1.5, 2 });
		final double[] values = new double[nx * ny * nz];
		int i = 0;
		for (int z = 0; z < nz; z++)
			for (int y = 0; y < ny; y++)
				for (int x = 0; x < nx; x++)
					values[i++] = typed(value(kind, x, y, z, ny), type);
		return VoxelArrays.volume(values, grid, type, ImageInfo.of(kind, ""));
	}

	private static double value(final String kind, final int x, final int y, final int z, final int ny) {
		return switch (kind) {
			case "noise" -> 2 * y < ny ? 17 : (x * x * 7 + y * 13 + z * z * 5 + x * y * z * 3 + 11 * x * z) % 61;
			case "blocks" -> (x / 3 + 2 * (y / 3) + z / 3) % 3 * 20;
			default -> 37;
		};
	}

	private static double typed(final double v, final VoxelType type) {
		if (type.isInteger()) return v;
		return type == VoxelType.FLOAT32 ? (float) (v * 1.1 - 20) : v * 1.1 - 20;
	}

	/** The grid without so many voxels at its lower ends. */
	static Mask roi(final Geometry grid, final int margin) {
		final BoundingBox all = grid.box();
		final BoundingBox box = new BoundingBox(margin, margin, margin, all.x1(), all.y1(), all.z1());
		final byte[] inside = new byte[(int) box.voxels()];
		java.util.Arrays.fill(inside, (byte) 1);
		return Mask.of("roi", grid, box, inside);
	}

	/** Images by name. */
	static Map<String, Volume> filtered(final ImageFilter filter, final Volume image, final Mask mask,
		final BoundingBox region)
	{
		final Map<String, Volume> images = new LinkedHashMap<>();
		filter.apply(image, mask, region, Progress.NONE, i -> images.put(i.name(), i.volume()));
		return images;
	}
}
