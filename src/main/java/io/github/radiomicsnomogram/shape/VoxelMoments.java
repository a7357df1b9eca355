package io.github.radiomicsnomogram.shape;

import java.math.BigInteger;
import java.util.List;

/** Number of voxels of a ROI and the sums of their indices and of products of these. Whole numbers, therefore exact. */
final class VoxelMoments {

	private long n;
	private final long[] sum = new long[3];

	/** Sums of xx, yy, zz, xy, xz, yz. */
	private final long[] products = new long[6];

	private VoxelMoments() {}

	static VoxelMoments of(final BitGrid grid) {
		final List<VoxelMoments> slabs = Slabs.run(grid.nz(), grid.voxels(), (from, to) -> {
			final VoxelMoments m = new VoxelMoments();
			for (int z = from; z < to; z++)
				for (int y = 0; y < grid.ny(); y++)
					m.addRow(grid, z, y);
			return m;
		});
		final VoxelMoments all = new VoxelMoments();
		slabs.forEach(all::add);
		return all;
	}

	private void addRow(final BitGrid grid, final long z, final long y) {
		final int row = grid.row((int) z, (int) y);
		long count = 0, x = 0, xx = 0;
		for (int w = 0; w < grid.words(); w++)
			for (long bits = grid.word(row, w); bits != 0;) {
				final int start = Long.numberOfTrailingZeros(bits), run = Long.numberOfTrailingZeros(~(bits >>> start));
				final long first = (long) w * Long.SIZE + start, end = first + run;
				count += run;
				x += (first + end - 1) * run / 2;
				xx += squaresBelow(end) - squaresBelow(first);
				bits = start + run == Long.SIZE ? 0 : bits & -1L << start + run;
			}
		if (count == 0) return;
		n += count;
		sum[0] += x;
		sum[1] += y * count;
		sum[2] += z * count;
		products[0] += xx;
		products[1] += y * y * count;
		products[2] += z * z * count;
		products[3] += x * y;
		products[4] += x * z;
		products[5] += y * z * count;
	}

	/** 0 + 1 + 4 + ... + (k - 1)^2. */
	private static long squaresBelow(final long k) {
		return (k - 1) * k * (2 * k - 1) / 6;
	}

	private void add(final VoxelMoments other) {
		n += other.n;
		for (int i = 0; i < sum.length; i++)
			sum[i] += other.sum[i];
		for (int i = 0; i < products.length; i++)
			products[i] += other.products[i];
	}

	/** Number of voxels. */
	long count() {
		return n;
	}

	/**
	 * Covariance of the voxel indices, times the squared number of voxels.
	 *
	 * @return 3 x 3, axes x, y, z
	 */
	BigInteger[][] scatter() {
		final BigInteger xy = scatter(0, 1, products[3]), xz = scatter(0, 2, products[4]), yz = scatter(1, 2, products[5]);
		return new BigInteger[][] { { scatter(0, 0, products[0]), xy, xz }, { xy, scatter(1, 1, products[1]), yz }, { xz, yz,
			scatter(2, 2, products[2]) } };
	}

	private BigInteger scatter(final int a, final int b, final long product) {
		return BigInteger.valueOf(n).multiply(BigInteger.valueOf(product)).subtract(BigInteger.valueOf(sum[a]).multiply(
			BigInteger.valueOf(sum[b])));
	}
}
