package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

/**
 * One run of {@link Lbp2DFilter}. Slices are numbered along the axis across them; rows and columns of a slice are the
 * two other axes: y and x, z and x, or y and z.
 */
final class Lbp2DSlices {

	/** Axes (0 = x, 1 = y, 2 = z) of slices, rows and columns for each of PyRadiomics' force2Ddimension. */
	private static final int[][] AXES = { { 2, 1, 0 }, { 1, 2, 0 }, { 0, 1, 2 } };

	private final Lbp2DFilter settings;
	private final Volume image;
	private final BoundingBox region;
	private final BoundingBox seen;
	private final int[] axes;

	/**
	 * @param settings of the filter
	 * @param image that is filtered
	 * @param region that is wanted
	 */
	Lbp2DSlices(final Lbp2DFilter settings, final Volume image, final BoundingBox region) {
		this.settings = settings;
		this.image = image;
		this.region = region;
		axes = AXES[settings.force2DDimension()];
		seen = seen();
	}

	/** The region and, in its slices, all that samples touch. */
	private BoundingBox seen() {
		final int reach = (int) Math.min(Math.ceil(settings.radius()) + 1, Integer.MAX_VALUE);
		final BoundingBox r = region, p = region.padded(reach, image.geometry());
		return switch (axes[0]) {
			case 0 -> new BoundingBox(r.x0(), p.y0(), p.z0(), r.x1(), p.y1(), p.z1());
			case 1 -> new BoundingBox(p.x0(), r.y0(), p.z0(), p.x1(), r.y1(), p.z1());
			default -> new BoundingBox(p.x0(), p.y0(), r.z0(), p.x1(), p.y1(), r.z1());
		};
	}

	/** The patterns of the region's voxels as the image's type holds them, x fastest. */
	double[] compute(final Progress progress) {
		final double[] source = VoxelArrays.doubles(image, seen);
		final double[] patterns = new double[Math.toIntExact(region.voxels())];
		final Lbp2DCircle circle = new Lbp2DCircle(settings, side(1), side(2));
		Parallelization.getTaskExecutor().forEach(IntStream.range(0, region.size(axes[0])).boxed().toList(), s -> {
			progress.check();
			final double[] slice = circle.patterns(framed(source, s));
			final int[] steps = steps(region);
			int i = 0;
			for (int r = 0; r < region.size(axes[1]); r++)
				for (int c = 0; c < region.size(axes[2]); c++)
					patterns[s * steps[0] + r * steps[1] + c * steps[2]] = CCasts.cast(slice[i++], image.type());
		});
		return patterns;
	}

	private Lbp2DCircle.Side side(final int i) {
		final int axis = axes[i];
		return new Lbp2DCircle.Side(start(region, axis), region.size(axis), start(seen, axis), seen.size(axis));
	}

	/** A slice with a frame of zeros, one pixel wide. */
	private double[] framed(final double[] source, final int slice) {
		final int rows = seen.size(axes[1]), columns = seen.size(axes[2]);
		final int[] steps = steps(seen);
		final double[] framed = new double[(rows + 2) * (columns + 2)];
		for (int r = 0; r < rows; r++)
			for (int c = 0; c < columns; c++)
				framed[(r + 1) * (columns + 2) + c + 1] = source[slice * steps[0] + r * steps[1] + c * steps[2]];
		return framed;
	}

	/** From one slice, row, column of a box to the next. */
	private int[] steps(final BoundingBox box) {
		final int[] all = { 1, box.size(0), box.size(0) * box.size(1) };
		return new int[] { all[axes[0]], all[axes[1]], all[axes[2]] };
	}

	private static int start(final BoundingBox box, final int axis) {
		return axis == 0 ? box.x0() : axis == 1 ? box.y0() : box.z0();
	}
}
