package io.github.radiomicsnomogram.shape;

/**
 * Largest distance between two of many points in space. Exact: boxes of points are halved, and a pair of boxes is
 * skipped when no point of the one can be farther from a point of the other than the best pair known (branch and bound
 * in the way of Har-Peled 2001, <a href="https://doi.org/10.1145/378583.378662">doi:10.1145/378583.378662</a>). Close to
 * linear for the corners of a convex body: even on a sphere, where all antipodes are about equally far, each box has few
 * partners.
 */
final class FarthestPair {

	private static final int LEAF = 12;

	/** Coordinates axis by axis; every box owns a range of the points. */
	private final int[][] p;
	private final double[] scale;
	private double best;

	private FarthestPair(final int[][] points, final double[] scale, final double atLeast) {
		p = new int[][] { points[0].clone(), points[1].clone(), points[2].clone() };
		this.scale = scale;
		best = atLeast;
	}

	/**
	 * @param points coordinates axis by axis, {@code points[axis][i]}; not changed
	 * @param scale length of a unit along each axis
	 * @param atLeast squared distance that is known already
	 * @return the larger one of atLeast and the largest squared distance
	 */
	static double squared(final int[][] points, final double[] scale, final double atLeast) {
		final int n = points[0].length;
		if (n == 0) return atLeast;
		final FarthestPair pair = new FarthestPair(points, scale, atLeast);
		pair.guess(n);
		final Box root = pair.new Box(0, n);
		pair.compare(root, root);
		return pair.best;
	}

	/** From a point to the one farthest from it, and on from there, as long as that gets farther. */
	private void guess(final int n) {
		int from = 0;
		while (true) {
			final double before = best;
			int farthest = from;
			for (int i = 0; i < n; i++) {
				final double d = squaredDistance(from, i);
				if (d > best) {
					best = d;
					farthest = i;
				}
			}
			if (best == before) return;
			from = farthest;
		}
	}

	private void compare(final Box a, final Box b) {
		if (a.squaredReach(b) <= best) return;
		if (a.isLeaf() && b.isLeaf()) comparePoints(a, b);
		else if (a == b) {
			compare(a.left, a.right);
			compare(a.left, a.left);
			compare(a.right, a.right);
		}
		else {
			final Box split = b.isLeaf() || !a.isLeaf() && a.to - a.from > b.to - b.from ? a : b, other = split == a ? b : a;
			final boolean leftFirst = split.left.squaredReach(other) > split.right.squaredReach(other);
			compare(leftFirst ? split.left : split.right, other);
			compare(leftFirst ? split.right : split.left, other);
		}
	}

	private void comparePoints(final Box a, final Box b) {
		for (int i = a.from; i < a.to; i++)
			for (int j = b.from; j < b.to; j++)
				best = Math.max(best, squaredDistance(i, j));
	}

	private double squaredDistance(final int i, final int j) {
		final double x = (p[0][i] - p[0][j]) * scale[0], y = (p[1][i] - p[1][j]) * scale[1], z = (p[2][i] - p[2][j]) *
			scale[2];
		return x * x + y * y + z * z;
	}

	/** A range of the points, with the smallest box around them. */
	private final class Box {

		private final int from, to;
		private final int[] low = new int[3], high = new int[3];
		private final Box left, right;

		Box(final int from, final int to) {
			this.from = from;
			this.to = to;
			int widest = 0;
			for (int d = 0; d < 3; d++) {
				low[d] = high[d] = p[d][from];
				for (int i = from + 1; i < to; i++) {
					low[d] = Math.min(low[d], p[d][i]);
					high[d] = Math.max(high[d], p[d][i]);
				}
				if ((high[d] - low[d]) * scale[d] > (high[widest] - low[widest]) * scale[widest]) widest = d;
			}
			final int middle = to - from > LEAF ? partition(widest, (low[widest] + high[widest]) / 2) : from;
			final boolean leaf = middle == from || middle == to;
			left = leaf ? null : new Box(from, middle);
			right = leaf ? null : new Box(middle, to);
		}

		/** Moves the points up to a limit before the others. */
		private int partition(final int axis, final int limit) {
			int k = from;
			for (int i = from; i < to; i++)
				if (p[axis][i] <= limit) {
					for (final int[] c : p) {
						final int swap = c[i];
						c[i] = c[k];
						c[k] = swap;
					}
					k++;
				}
			return k;
		}

		boolean isLeaf() {
			return left == null;
		}

		/** No two points of the boxes are farther from each other than this, squared. */
		double squaredReach(final Box other) {
			double sum = 0;
			for (int d = 0; d < 3; d++) {
				final double reach = Math.max(high[d] - other.low[d], other.high[d] - low[d]) * scale[d];
				sum += reach * reach;
			}
			return sum;
		}
	}
}
