package io.github.radiomicsnomogram.shape;

/**
 * Convex hull of points with whole coordinates in a plane, and its diameter. Predicates are whole-number arithmetic,
 * so they are exact; neither the hull nor its antipodal pairs depend on the voxel spacing (both stay under scaling of an
 * axis), only the distances do. Points come in sorted order and the hull is linear (Andrew 1979,
 * <a href="https://doi.org/10.1016/0020-0190(79)90072-3">doi:10.1016/0020-0190(79)90072-3</a>); its diameter too, by
 * rotating calipers (Shamos 1978). Reusable, one thread at a time.
 */
final class ConvexPolygon {

	private final Chain low, high;
	private final int[] u, v;
	private int size;

	/**
	 * @param capacity largest number of different u
	 */
	ConvexPolygon(final int capacity) {
		low = new Chain(capacity, 1);
		high = new Chain(capacity, -1);
		u = new int[2 * capacity];
		v = new int[2 * capacity];
	}

	/** Forgets all points. */
	void clear() {
		low.size = 0;
		high.size = 0;
	}

	/** Adds the points (u, low) and (u, high), which hold all with this u; u grows from call to call. */
	void add(final int atU, final int lowV, final int highV) {
		low.add(atU, lowV);
		high.add(atU, highV);
	}

	/** Whether no point was added. */
	boolean isEmpty() {
		return low.size == 0;
	}

	/** Corners that are not larger in v than another point of the same u, by growing u. */
	Chain low() {
		return low;
	}

	/** Corners that are not smaller in v than another point of the same u, by growing u. */
	Chain high() {
		return high;
	}

	/**
	 * Largest distance between two points, squared.
	 *
	 * @param scaleU length of a unit of u
	 * @param scaleV length of a unit of v
	 * @param atLeast a value that is known already; less than it may not be found exactly
	 * @return the larger one of atLeast and the squared diameter
	 */
	double squaredDiameter(final double scaleU, final double scaleV, final double atLeast) {
		if (isEmpty() || squaredDiagonal(scaleU, scaleV) <= atLeast) return atLeast;
		close();
		double best = atLeast;
		for (int i = 0, j = 1 % size; i < size; i++) {
			final int next = (i + 1) % size;
			best = Math.max(best, squaredDistance(i, j, scaleU, scaleV));
			while (true) {
				final int after = (j + 1) % size;
				final long turn = cross(u[next] - u[i], v[next] - v[i], u[after] - u[j], v[after] - v[j]);
				if (turn < 0) break;
				best = Math.max(best, squaredDistance(i, after, scaleU, scaleV));
				if (turn == 0) {
					best = Math.max(best, squaredDistance(next, after, scaleU, scaleV));
					break;
				}
				j = after;
			}
			best = Math.max(best, squaredDistance(next, j, scaleU, scaleV));
		}
		return best;
	}

	private double squaredDiagonal(final double scaleU, final double scaleV) {
		int lowest = Integer.MAX_VALUE, highest = Integer.MIN_VALUE;
		for (int i = 0; i < low.size; i++)
			lowest = Math.min(lowest, low.v[i]);
		for (int i = 0; i < high.size; i++)
			highest = Math.max(highest, high.v[i]);
		return square((low.u[low.size - 1] - low.u[0]) * scaleU) + square((highest - lowest) * scaleV);
	}

	/** Both chains as one polygon, counter-clockwise. */
	private void close() {
		size = 0;
		for (int i = 0; i < low.size; i++)
			put(low.u[i], low.v[i]);
		for (int i = high.size - 1; i >= 0; i--)
			if (!(high.u[i] == u[size - 1] && high.v[i] == v[size - 1]) && !(i == 0 && high.v[0] == v[0])) put(high.u[i],
				high.v[i]);
	}

	private void put(final int atU, final int atV) {
		u[size] = atU;
		v[size++] = atV;
	}

	private double squaredDistance(final int i, final int j, final double scaleU, final double scaleV) {
		return square((u[i] - u[j]) * scaleU) + square((v[i] - v[j]) * scaleV);
	}

	private static double square(final double d) {
		return d * d;
	}

	private static long cross(final int au, final int av, final int bu, final int bv) {
		return (long) au * bv - (long) av * bu;
	}

	/** One side of a hull: points that turn strictly one way. */
	static final class Chain {

		private final int sign;
		private final int[] u, v;
		private int size;

		private Chain(final int capacity, final int sign) {
			this.sign = sign;
			u = new int[capacity];
			v = new int[capacity];
		}

		private void add(final int atU, final int atV) {
			while (size > 1 && sign * cross(u[size - 1] - u[size - 2], v[size - 1] - v[size - 2], atU - u[size - 1], atV -
				v[size - 1]) <= 0)
				size--;
			u[size] = atU;
			v[size++] = atV;
		}

		/** Number of points. */
		int size() {
			return size;
		}

		/** First coordinate of a point. */
		int u(final int i) {
			return u[i];
		}

		/** Second coordinate of a point. */
		int v(final int i) {
			return v[i];
		}
	}
}
