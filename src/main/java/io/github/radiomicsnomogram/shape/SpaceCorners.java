package io.github.radiomicsnomogram.shape;

import java.util.Arrays;

/**
 * Vertices that may be corners of the convex hull in space: such a corner is a corner of its plane's hull in each of the
 * three directions.
 */
final class SpaceCorners {

	/** Sides of a line; the bits of the planes across are two places higher. */
	private static final int LOW = 1, HIGH = 2;

	/** Bits of a coordinate in a code that sorts vertices by x, then z, then y. */
	private static final int BITS = 21;
	private static final int MASK = (1 << BITS) - 1;

	private final LineExtremes alongX;

	/** For each z and y, whether the first and the last vertex along x are corners in z and in y planes. */
	private final byte[] marks;

	SpaceCorners(final LineExtremes alongX) {
		this.alongX = alongX;
		marks = new byte[alongX.planes() * alongX.lines()];
	}

	/** Marks the corners in the plane of a z. */
	void markPlane(final int z, final ConvexPolygon hull) {
		for (int i = 0; i < hull.low().size(); i++)
			marks[z * alongX.lines() + hull.low().u(i)] |= LOW;
		for (int i = 0; i < hull.high().size(); i++)
			marks[z * alongX.lines() + hull.high().u(i)] |= HIGH;
	}

	/** Marks the corners in the plane of a y. */
	void markAcrossPlanes(final int y, final ConvexPolygon hull) {
		for (int i = 0; i < hull.low().size(); i++)
			marks[hull.low().u(i) * alongX.lines() + y] |= LOW << 2;
		for (int i = 0; i < hull.high().size(); i++)
			marks[hull.high().u(i) * alongX.lines() + y] |= HIGH << 2;
	}

	/**
	 * The vertices that are corners in all their planes.
	 *
	 * @return their x, y and z in half voxels, axis by axis
	 */
	int[][] collect() {
		final long[] codes = codes();
		Arrays.sort(codes);
		final int[][] points = new int[3][2 * codes.length];
		final ConvexPolygon hull = new ConvexPolygon(alongX.planes());
		int n = 0;
		for (int from = 0, to; from < codes.length; from = to) {
			to = from;
			hull.clear();
			while (to < codes.length && codes[to] >>> 2 * BITS == codes[from] >>> 2 * BITS)
				to = addLine(codes, to, hull);
			final int x = (int) (codes[from] >>> 2 * BITS);
			n = addChain(hull.low(), x, points, n);
			n = addChain(hull.high(), x, points, n);
		}
		return new int[][] { Arrays.copyOf(points[0], n), Arrays.copyOf(points[1], n), Arrays.copyOf(points[2], n) };
	}

	/** Adds the vertices of equal x and z, which are sorted by y. */
	private static int addLine(final long[] codes, final int from, final ConvexPolygon hull) {
		int to = from + 1;
		while (to < codes.length && codes[to] >>> BITS == codes[from] >>> BITS)
			to++;
		hull.add((int) (codes[from] >>> BITS) & MASK, (int) codes[from] & MASK, (int) codes[to - 1] & MASK);
		return to;
	}

	private static int addChain(final ConvexPolygon.Chain chain, final int x, final int[][] points, final int from) {
		for (int i = 0; i < chain.size(); i++) {
			points[0][from + i] = x;
			points[1][from + i] = chain.v(i);
			points[2][from + i] = chain.u(i);
		}
		return from + chain.size();
	}

	private long[] codes() {
		final long[] codes = new long[countMarked()];
		int n = 0;
		for (int z = 0, i = 0; z < alongX.planes(); z++)
			for (int y = 0; y < alongX.lines(); y++, i++) {
				if (isMarked(marks[i], LOW)) codes[n++] = code(alongX.lowest(z, y), z, y);
				if (isMarked(marks[i], HIGH)) codes[n++] = code(alongX.highest(z, y), z, y);
			}
		return codes;
	}

	private int countMarked() {
		int n = 0;
		for (final byte m : marks)
			n += (isMarked(m, LOW) ? 1 : 0) + (isMarked(m, HIGH) ? 1 : 0);
		return n;
	}

	/** Whether the vertex of a side is a corner both ways. */
	private static boolean isMarked(final byte mark, final int side) {
		final int both = side | side << 2;
		return (mark & both) == both;
	}

	private static long code(final long x, final long z, final long y) {
		return (x << BITS | z) << BITS | y;
	}
}
