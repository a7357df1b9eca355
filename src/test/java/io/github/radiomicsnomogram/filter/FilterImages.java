package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.LinkedHashMap;
import java.util.Map;

/** Small images, as make_filter_oracle.py makes them: a pattern with an area without contrast. */
final class FilterImages {

	static final double[] SPACING = { 0.9765625, 0.7, 2.5 };

	private FilterImages() {}

	static Volume image(final VoxelType type, final int nx, final int ny, final int nz) {
		final double[] values = new double[nx * ny * nz];
		int i = 0;
		for (int z = 0; z < nz; z++)
			for (int y = 0; y < ny; y++)
				for (int x = 0; x < nx; x++) {
					final int v = 2 * x > nx && 2 * y >= ny ? 25 : (x * x * 7 + y * 13 + z * 29 + x * y * 3 + y * z * 5) % 97 - 40;
					values[i++] = type == VoxelType.UINT8 ? Math.abs(v) : type.isInteger() ? v : type == VoxelType.FLOAT32
						? (float) (v * 0.37) : v * 0.37;
				}
		return volume(type, values, nx, ny, nz);
	}

	static Volume volume(final VoxelType type, final double[] values, final int nx, final int ny, final int nz) {
		return VoxelArrays.volume(values, Geometry.axisAligned(new long[] { nx, ny, nz }, SPACING), type, ImageInfo.of(
			"pattern", ""));
	}

	/** What a filter makes of a whole image, in its order. */
	static Map<String, Volume> all(final ImageFilter filter, final Volume image) {
		return in(filter, image, image.geometry().box());
	}

	/** What a filter makes of an image in a region, in its order. */
	static Map<String, Volume> in(final ImageFilter filter, final Volume image, final BoundingBox region) {
		final Map<String, Volume> made = new LinkedHashMap<>();
		filter.apply(image, null, region, Progress.NONE, filtered -> made.put(filtered.name(), filtered.volume()));
		return made;
	}
}
