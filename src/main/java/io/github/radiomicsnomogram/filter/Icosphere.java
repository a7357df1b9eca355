package io.github.radiomicsnomogram.filter;

import java.util.Arrays;

/**
 * Points spread over a sphere: the corners of an icosahedron whose triangles are divided in four again and again, each
 * new corner being pushed out to the sphere. Order of the corners and order of the additions are those of trimesh,
 * because sums over the corners, and samples that equal the centre, depend on the last bit.
 */
final class Icosphere {

	private static final double A = 0.5257311121191336, B = 0.85065080835204;

	private static final double[][] CORNERS = { { -A, B, 0 }, { A, B, 0 }, { -A, -B, 0 }, { A, -B, 0 }, { 0, -A, B },
		{ 0, A, B }, { 0, -A, -B }, { 0, A, -B }, { B, 0, -A }, { B, 0, A }, { -B, 0, -A }, { -B, 0, A } };

	private static final int[][] FACES = { { 0, 11, 5 }, { 0, 5, 1 }, { 0, 1, 7 }, { 0, 7, 10 }, { 0, 10, 11 }, { 1, 5,
		9 }, { 5, 11, 4 }, { 11, 10, 2 }, { 10, 7, 6 }, { 7, 1, 8 }, { 3, 9, 4 }, { 3, 4, 2 }, { 3, 2, 6 }, { 3, 6, 8 }, {
			3, 8, 9 }, { 4, 9, 5 }, { 2, 4, 11 }, { 6, 2, 10 }, { 8, 6, 7 }, { 9, 8, 1 } };

	private Icosphere() {}

	/**
	 * The points.
	 *
	 * @param subdivision how often each triangle is divided; 0 gives 12 points, n gives 10 * 4^n + 2
	 * @param radius of the sphere
	 * @return x, y, z of each point; a new array
	 */
	static double[][] points(final int subdivision, final double radius) {
		double[][] points = Arrays.stream(CORNERS).map(double[]::clone).toArray(double[][]::new);
		int[][] faces = FACES;
		for (int i = 0; i < subdivision; i++) {
			final long[] edges = edges(faces);
			final int corners = points.length;
			points = withMidpoints(points, edges);
			faces = divided(faces, edges, corners);
			pushOut(points, radius);
		}
		if (subdivision <= 0) pushOut(points, radius);
		return points;
	}

	/** The edges, each once, ordered by their larger corner, then by their smaller one. */
	private static long[] edges(final int[][] faces) {
		final long[] edges = new long[3 * faces.length];
		int n = 0;
		for (final int[] face : faces)
			for (int k = 0; k < 3; k++)
				edges[n++] = key(face[k], face[(k + 1) % 3]);
		return Arrays.stream(edges).sorted().distinct().toArray();
	}

	private static long key(final int a, final int b) {
		return (long) Math.max(a, b) << Integer.SIZE | Math.min(a, b);
	}

	private static double[][] withMidpoints(final double[][] points, final long[] edges) {
		final double[][] all = Arrays.copyOf(points, points.length + edges.length);
		for (int e = 0; e < edges.length; e++) {
			final double[] p = points[(int) edges[e]], q = points[(int) (edges[e] >> Integer.SIZE)];
			all[points.length + e] = new double[] { (p[0] + q[0]) / 2, (p[1] + q[1]) / 2, (p[2] + q[2]) / 2 };
		}
		return all;
	}

	private static int[][] divided(final int[][] faces, final long[] edges, final int corners) {
		final int[][] parts = new int[4 * faces.length][];
		int n = 0;
		for (final int[] f : faces) {
			final int ab = corners + Arrays.binarySearch(edges, key(f[0], f[1]));
			final int bc = corners + Arrays.binarySearch(edges, key(f[1], f[2]));
			final int ca = corners + Arrays.binarySearch(edges, key(f[2], f[0]));
			parts[n++] = new int[] { f[0], ab, ca };
			parts[n++] = new int[] { ab, f[1], bc };
			parts[n++] = new int[] { ca, bc, f[2] };
			parts[n++] = new int[] { ab, bc, ca };
		}
		return parts;
	}

	private static void pushOut(final double[][] points, final double radius) {
		for (final double[] p : points) {
			final double length = Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]);
			for (int d = 0; d < 3; d++)
				p[d] += p[d] / length * (radius - length);
		}
	}
}
