package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

/**
 * Coefficients of the cubic B-spline through an image's voxels, for a part of the image; beyond its borders the image
 * goes on as in a mirror whose plane holds the outermost voxels. Lines are filtered along z, then y, then x, with the
 * arithmetic of SciPy's spline_filter, so that every coefficient has the same bits. Each filtered line is whole; lines
 * that the part doesn't need are left out.
 *
 * Not shared with the coefficients that resampling uses: these start each line as ITK does, cut off at a tolerance, and
 * multiply in another order, so that the last bits differ.
 *
 * @see <a href="https://doi.org/10.1109/34.75515">Unser, Aldroubi, Eden (1991): the recursive filter</a>
 */
final class SplineCoefficients {

	private final BoundingBox box;
	private final double[] values;

	private SplineCoefficients(final BoundingBox box, final double[] values) {
		this.box = box;
		this.values = values;
	}

	/** The coefficients of the voxels of a part of an image. */
	static SplineCoefficients of(final Volume image, final BoundingBox part, final Progress progress) {
		final double[] alongZ = alongZ(image, part, progress);
		final int nx = (int) image.geometry().size(0), ny = (int) image.geometry().size(1);
		final int[] size = { part.size(0), part.size(1), part.size(2) };
		final double[] values = new double[VoxelArrays.count(part, image.info())];
		Parallelization.getTaskExecutor().forEach(IntStream.range(0, size[2]).boxed().toList(), z -> {
			progress.check();
			final double[] plane = new double[nx * ny];
			System.arraycopy(alongZ, z * nx * ny, plane, 0, plane.length);
			SplineFilter.apply(plane, ny, nx);
			final double[] turned = new double[nx * size[1]];
			for (int y = 0; y < size[1]; y++)
				for (int x = 0; x < nx; x++)
					turned[x * size[1] + y] = plane[(part.y0() + y) * nx + x];
			SplineFilter.apply(turned, nx, size[1]);
			for (int y = 0; y < size[1]; y++)
				for (int x = 0; x < size[0]; x++)
					values[(z * size[1] + y) * size[0] + x] = turned[(part.x0() + x) * size[1] + y];
		});
		return new SplineCoefficients(part, values);
	}

	/** All x and y of the slices of the part, filtered along z. */
	private static double[] alongZ(final Volume image, final BoundingBox part, final Progress progress) {
		final BoundingBox all = image.geometry().box();
		final int nx = all.size(0), ny = all.size(1), nz = all.size(2);
		final double[] filtered = new double[VoxelArrays.count(new BoundingBox(0, 0, part.z0(), nx - 1, ny - 1, part
			.z1()), image.info())];
		Parallelization.getTaskExecutor().forEach(IntStream.range(0, ny).boxed().toList(), y -> {
			progress.check();
			final double[] plane = VoxelArrays.doubles(image, new BoundingBox(0, y, 0, nx - 1, y, nz - 1));
			SplineFilter.apply(plane, nz, nx);
			for (int z = 0; z < part.size(2); z++)
				System.arraycopy(plane, (part.z0() + z) * nx, filtered, (z * ny + y) * nx, nx);
		});
		return filtered;
	}

	/** Part of the image that the coefficients belong to. */
	BoundingBox box() {
		return box;
	}

	/** The coefficients, x fastest. Read only. */
	double[] values() {
		return values;
	}
}
