package io.github.radiomicsnomogram.shape;

/**
 * The 256 ways in which a surface can pass between eight neighbouring voxels (marching cubes, Lorensen &amp; Cline 1987,
 * <a href="https://doi.org/10.1145/37402.37422">doi:10.1145/37402.37422</a>), with every vertex half way between two
 * voxels. Corner {@code k} of a cube, a bit of its case, and edge {@code e} lie as follows:
 *
 * <pre>
 *      0 --e0-- 1            corners 0-3 in one slice, 4-7 in the next one,
 *     e3        e1 -> x      e4-e7 are the next slice's e0-e3,
 *      3 --e2-- 2            e8-e11 run from 0-4, 1-5, 2-6, 3-7
 *          | y
 * </pre>
 *
 * The table has the cases in which corner 7 lies outside; the others are their complements with the triangles turned
 * round. On a face with two opposite corners inside, the table keeps these apart; a complement joins them. So two such
 * cubes can leave a gap between them and the surface is not always closed; that is PyRadiomics' surface, and its volume
 * then depends on the origin, a corner of the padded box. Where a polygon is not plane, its area depends on the
 * triangles it is cut into; the table cuts as PyRadiomics does.
 */
final class CubeCases {

	/** Three edges a triangle, for the cases 0 to 127; counter-clockwise from outside. */
	private static final String TRIANGLES = """
		- 083 019 183198 12a 08312a 0292a9 2832a88a9
		23b 08b0b2 01923b 19b1b28b9 13a3ba 08a0a18ba 0393b99ba 8a98ba
		478 043347 019478 147173194 12a478 04312a347 0292a9478 2732972a9479
		23b478 04224b47b 01923b478 19229b47b4b9 13a3ba478 04114b1ba47b 0393b94789ba 47b4b99ba
		495 083495 015054 153358485 12a495 08312a495 0242542a5 2532a5348354
		23b495 08b0b2495 01505423b 15225828b485 13a3ba495 08a0a14958ba 03b0540b55ba 48558a8ba
		579789 093357395 017078157 157173 12a579789 09312a357395 0282582a5578 2532a5357
		23b579789 09227b297579 01815717823b 15717b1b2 13a3ba579789 05707b0950a10ba 03b0570780a50ba 57b5ba
		5a6 0835a6 0195a6 1831985a6 126165 083126165 026069596 258265283598
		23b5a6 08b0b25a6 01923b5a6 19b1b25a68b9 1353653b6 05108b0b55b6 0360590653b6 59669b8b9
		4785a6 0433475a6 0194785a6 1471731945a6 126165478 043126165347 026069478596 269293397479596
		23b4785a6 04224b47b5a6 01923b4785a6 19229b47b4b95a6 1353653b6478 04b0b11b547b5b6 0360590653b6478 47959669b7b9
		49a4a6 08349a4a6 01a0640a6 1681831a6486 124149264 083124149264 024264 248264283
		23b49a4a6 08b0b249a4a6 01a0640a623b 14816418b1a61b2 1393693b6496 08114916418b1b6 0360643b6 48668b
		67a78a89a 07309a0a767a 0181781a767a 1731a767a 126168189678 093129269397679 026067078 267273
		23b67a78a89a 07209727b67a79a 0181781a723b67a 16717b1a61b2 1361693b6678689 09167b 03b0670780b6 67b
		""";

	/** Corners by their offsets along z, y, x. */
	private static final int[][] CORNERS = { { 0, 0, 0 }, { 0, 0, 1 }, { 0, 1, 1 }, { 0, 1, 0 }, { 1, 0, 0 }, { 1, 0, 1 },
		{ 1, 1, 1 }, { 1, 1, 0 } };

	private static final int[][] EDGES = { { 0, 1 }, { 1, 2 }, { 2, 3 }, { 3, 0 }, { 4, 5 }, { 5, 6 }, { 6, 7 }, { 7, 4 },
		{ 0, 4 }, { 1, 5 }, { 2, 6 }, { 3, 7 } };

	static final int COUNT = 256;

	/** For each case and triangle, the doubled area vector (z, y, x) in squared half voxels, one after the other. */
	private static final int[][] NORMALS = new int[COUNT][];

	/** Sum of the area vectors of a case. */
	private static final int[] NORMAL = new int[3 * COUNT];

	/** Six times the volume, in cubed half voxels, between the triangles of a case and the cube's corner 0. */
	private static final int[] VOLUME = new int[COUNT];

	static {
		final String[] half = TRIANGLES.strip().split("\\s+");
		for (int c = 0; c < half.length; c++) {
			addCase(c, half[c], 1);
			addCase(~c & 0xff, half[c], -1);
		}
	}

	private CubeCases() {}

	private static void addCase(final int cubeCase, final String edges, final int sign) {
		final int triangles = edges.length() / 3;
		NORMALS[cubeCase] = new int[3 * triangles];
		for (int t = 0; t < triangles; t++) {
			final int[] a = vertex(edges.charAt(3 * t)), b = vertex(edges.charAt(3 * t + 1)), c = vertex(edges.charAt(3 * t +
				2));
			final int[] ab = cross(a, b), bc = cross(b, c), ca = cross(c, a);
			VOLUME[cubeCase] += sign * (ab[0] * c[0] + ab[1] * c[1] + ab[2] * c[2]);
			for (int d = 0; d < 3; d++) {
				final int normal = sign * (ab[d] + bc[d] + ca[d]);
				NORMALS[cubeCase][3 * t + d] = normal;
				NORMAL[3 * cubeCase + d] += normal;
			}
		}
	}

	/** The middle of an edge, in half voxels along z, y, x. */
	private static int[] vertex(final char edge) {
		final int[] ends = EDGES[Character.digit(edge, 16)];
		final int[] middle = new int[3];
		for (int d = 0; d < 3; d++)
			middle[d] = CORNERS[ends[0]][d] + CORNERS[ends[1]][d];
		return middle;
	}

	private static int[] cross(final int[] a, final int[] b) {
		return new int[] { a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0] };
	}

	/**
	 * Area of the surface in a cube.
	 *
	 * @param cubeCase 0 to 255
	 * @param spacing mm along x, y, z
	 * @return square mm
	 */
	static double area(final int cubeCase, final double[] spacing) {
		final int[] n = NORMALS[cubeCase];
		double sum = 0;
		for (int t = 0; t < n.length; t += 3) {
			final double z = n[t] * spacing[1] * spacing[0], y = n[t + 1] * spacing[2] * spacing[0], x = n[t + 2] *
				spacing[2] * spacing[1];
			sum += Math.sqrt(z * z + y * y + x * x);
		}
		return sum / 8;
	}

	/**
	 * Signed volume between the surface in a cube and the grid's origin, times 48, in voxels. Whole, therefore exact.
	 *
	 * @param cubeCase 0 to 255
	 * @param z place of the cube's corner 0, in voxels; y, x likewise
	 */
	static int volume48(final int cubeCase, final int z, final int y, final int x) {
		final int n = 3 * cubeCase;
		return VOLUME[cubeCase] + 2 * (z * NORMAL[n] + y * NORMAL[n + 1] + x * NORMAL[n + 2]);
	}
}
