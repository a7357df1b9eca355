package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.Optional;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

/** The images of one run of {@link Lbp3DFilter}: all of them at once, row by row of the ROI. */
final class Lbp3DMaps {

	/** Coefficients around a sample. */
	private static final int REACH = 3;

	private final Lbp3DFilter settings;
	private final Volume image;
	private final Mask mask;
	private final BoundingBox region;
	private final double[][] norms;
	private final double[] kurtosis;

	/**
	 * Images of 0.
	 *
	 * @param settings of the filter
	 * @param image that is filtered
	 * @param mask voxels that are looked at
	 * @param region that the images cover
	 */
	Lbp3DMaps(final Lbp3DFilter settings, final Volume image, final Mask mask, final BoundingBox region) {
		this.settings = settings;
		this.image = image;
		this.mask = mask;
		this.region = region;
		norms = new double[settings.levels()][VoxelArrays.count(region, image.info())];
		kurtosis = new double[norms[0].length];
	}

	/** The norm of a degree of the harmonics for each voxel of the region, x fastest. */
	double[] norms(final int degree) {
		return norms[degree];
	}

	/** The excess kurtosis for each voxel of the region, x fastest. */
	double[] kurtosis() {
		return kurtosis;
	}

	/** Computes the voxels that lie in both ROI and region. */
	void compute(final Progress progress) {
		final Optional<BoundingBox> both = overlap(mask.box(), region);
		if (both.isEmpty()) return;
		final BoundingBox voxels = both.get();
		final double[][] points = Icosphere.points(settings.subdivision(), settings.radius());
		final SphericalHarmonics harmonics = new SphericalHarmonics(points, settings.radius(), settings.levels());
		final Geometry grid = image.geometry();
		final int reach = (int) Math.min(Math.ceil(settings.radius()) + REACH, Integer.MAX_VALUE);
		final SplineCoefficients spline = SplineCoefficients.of(image, voxels.padded(reach, grid), progress);
		final SplineSampler sampler = new SplineSampler(spline, voxels, points, grid.size(), image.type());
		final double[] centres = VoxelArrays.doubles(image, voxels);
		Parallelization.getTaskExecutor().forEach(IntStream.range(0, voxels.size(2)).boxed().toList(), z -> {
			final Rows rows = new Rows(sampler, harmonics, points.length, voxels, centres);
			for (int y = 0; y < voxels.size(1); y++) {
				progress.check();
				rows.compute(y, z);
			}
		});
	}

	private static Optional<BoundingBox> overlap(final BoundingBox a, final BoundingBox b) {
		final int x0 = Math.max(a.x0(), b.x0()), y0 = Math.max(a.y0(), b.y0()), z0 = Math.max(a.z0(), b.z0());
		final int x1 = Math.min(a.x1(), b.x1()), y1 = Math.min(a.y1(), b.y1()), z1 = Math.min(a.z1(), b.z1());
		if (x1 < x0 || y1 < y0 || z1 < z0) return Optional.empty();
		return Optional.of(new BoundingBox(x0, y0, z0, x1, y1, z1));
	}

	/** The work on rows of voxels, with its memory. */
	private final class Rows {

		private final SplineSampler sampler;
		private final BoundingBox voxels;
		private final double[] centres;
		private final double[][] samples;
		private final double[][] rowNorms;
		private final double[] rowKurtosis;
		private final SphereKurtosis peaks;
		private final SphereNorms projection;

		Rows(final SplineSampler sampler, final SphericalHarmonics harmonics, final int points, final BoundingBox voxels,
			final double[] centres)
		{
			final int n = voxels.size(0);
			this.sampler = sampler;
			this.voxels = voxels;
			this.centres = centres;
			samples = new double[points][n];
			rowNorms = new double[settings.levels()][n];
			rowKurtosis = new double[n];
			peaks = new SphereKurtosis(points, n, image.type() == VoxelType.FLOAT32);
			projection = new SphereNorms(harmonics, settings.levels(), n);
		}

		void compute(final int y, final int z) {
			int from = 0, to = voxels.size(0);
			while (from < to && !isInside(from, y, z))
				from++;
			while (to > from && !isInside(to - 1, y, z))
				to--;
			if (from == to) return;
			sampler.row(y, z, from, to, samples);
			peaks.of(samples, from, to, rowKurtosis);
			final int row = (z * voxels.size(1) + y) * voxels.size(0);
			for (final double[] s : samples)
				for (int x = from; x < to; x++)
					s[x] = s[x] >= centres[row + x] ? 1 : 0;
			projection.of(samples, from, to, rowNorms);
			store(y, z, from, to);
		}

		private boolean isInside(final int x, final int y, final int z) {
			return mask.contains(voxels.x0() + x, voxels.y0() + y, voxels.z0() + z);
		}

		private void store(final int y, final int z, final int from, final int to) {
			final int line = ((voxels.z0() + z - region.z0()) * region.size(1) + voxels.y0() + y - region.y0()) * region.size(
				0) + voxels.x0() - region.x0();
			for (int x = from; x < to; x++)
				if (isInside(x, y, z)) {
					kurtosis[line + x] = rowKurtosis[x];
					for (int n = 0; n < rowNorms.length; n++)
						norms[n][line + x] = rowNorms[n][x];
				}
		}
	}
}
