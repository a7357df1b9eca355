package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

/**
 * The Laplacian of Gaussian in a region of an image, as ITK's LaplacianRecursiveGaussianImageFilter has it: for each axis
 * the second derivative along it, then smoothing along the others in the order x, y, z, in single precision between the
 * passes. Each pass needs whole lines, but leaves only what the region needs to the next one.
 */
final class LaplacianOfGaussian {

	private final LineSource source;
	private final Geometry grid;
	private final BoundingBox region;
	private final ImageInfo info;

	/** Blocks that passes read from and write to in turn. */
	private final float[] one;
	private final float[] two;

	LaplacianOfGaussian(final Volume image, final BoundingBox region) {
		grid = image.geometry();
		info = image.info();
		this.region = region;
		source = switch (image.type()) {
			case INT32, UINT32, FLOAT64 -> LineSource.of(VoxelArrays.doubles(image));
			default -> LineSource.of(floats(image));
		};
		int largest = 0;
		for (int axis = 0; axis < 3; axis++)
			largest = (int) Math.max(largest, grid.voxels() / grid.size(axis) * region.size(axis));
		one = new float[largest];
		two = new float[largest];
	}

	/** Half the memory, for types that single precision holds exactly. */
	private static float[] floats(final Volume image) {
		final BoundingBox box = image.geometry().box();
		final float[] floats = new float[VoxelArrays.count(box, image.info())];
		final int plane = box.size(0) * box.size(1);
		Tasks.forEach(box.size(2), box.voxels(), Progress.NONE, (from, to) -> {
			for (int z = from; z < to; z++) {
				final double[] values = VoxelArrays.slice(image, z);
				for (int i = 0; i < plane; i++)
					floats[z * plane + i] = (float) values[i];
			}
		});
		return floats;
	}

	/**
	 * @param sigma width of the Gaussian in mm
	 * @throws InputException if it is so small that the recursion has no coefficients
	 */
	Volume apply(final double sigma, final Progress progress) {
		for (int axis = 0; axis < 3; axis++)
			if (Double.isNaN(RecursiveGaussian.secondDerivative(sigma, grid.spacing(axis)).n()[0])) throw new InputException(
				"LoG: sigma " + sigma + " mm is too small for voxels of " + grid.spacing(axis) + " mm along " + "xyz".charAt(
					axis) + " ('" + info.name() + "'); choose a sigma of about a voxel or more.");
		final float[] sum = new float[VoxelArrays.count(region, info)];
		for (int axis = 0; axis < 3; axis++) {
			final double weight = 1.0 / (grid.spacing(axis) * grid.spacing(axis));
			final float[] second = derivative(axis, sigma, progress);
			for (int i = 0; i < sum.length; i++)
				sum[i] = (float) (sum[i] + second[i] * weight);
		}
		return VoxelArrays.volume(sum, grid.cropped(region), info);
	}

	/** The second derivative along an axis, smoothed along the others, in the first places of one of the two blocks. */
	private float[] derivative(final int axis, final double sigma, final Progress progress) {
		final int[] size = { (int) grid.size(0), (int) grid.size(1), (int) grid.size(2) };
		float[] block = one;
		pass(RecursiveGaussian.secondDerivative(sigma, grid.spacing(axis)), source, size, axis, block, progress);
		for (int other = 0; other < 3; other++) {
			if (other == axis) continue;
			final float[] next = block == one ? two : one;
			pass(RecursiveGaussian.smoothing(sigma, grid.spacing(other)), LineSource.of(block), size, other, next, progress);
			block = next;
		}
		return block;
	}

	/** Filters along an axis and cuts it down to the region. */
	private void pass(final RecursiveGaussian filter, final LineSource in, final int[] size, final int axis,
		final float[] out, final Progress progress)
	{
		int stride = 1;
		for (int d = 0; d < axis; d++)
			stride *= size[d];
		final int first = new int[] { region.x0(), region.y0(), region.z0() }[axis];
		final int voxels = Math.multiplyExact(Math.multiplyExact(size[0], size[1]), size[2]);
		new RecursiveLines(filter, size[axis], stride, first, first + region.size(axis) - 1).run(in, voxels, out, progress);
		size[axis] = region.size(axis);
	}
}
