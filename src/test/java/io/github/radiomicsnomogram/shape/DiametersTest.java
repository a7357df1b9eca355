package io.github.radiomicsnomogram.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** The fast diameters against PyRadiomics' way: every pair of mesh vertices. */
class DiametersTest {

	/** PyRadiomics subtracts rounded coordinates; the difference is a few units in the last place. */
	private static final double ROUNDING = 1e-14;

	private final Random random = new Random(20261123);

	private double[] spacing() {
		return random.nextInt(3) == 0 ? new double[] { 1, 1, 1 } : new double[] { 0.3 + 3 * random.nextDouble(), 0.3 + 3 *
			random.nextDouble(), 0.3 + 3 * random.nextDouble() };
	}

	private static void check(final Masks mask, final double[] spacing) {
		final Diameters fast = Diameters.of(mask.grid(), spacing), naive = naive(mask, spacing);
		assertEquals(naive.slice(), fast.slice(), naive.slice() * ROUNDING, "slice");
		assertEquals(naive.column(), fast.column(), naive.column() * ROUNDING, "column");
		assertEquals(naive.row(), fast.row(), naive.row() * ROUNDING, "row");
		assertEquals(naive.maximum3D(), fast.maximum3D(), naive.maximum3D() * ROUNDING, "3D");
	}

	private static Diameters naive(final Masks mask, final double[] spacing) {
		final List<double[]> vertices = new ArrayList<>();
		for (int z = -1; z < mask.size()[2]; z++)
			for (int y = -1; y < mask.size()[1]; y++)
				for (int x = -1; x < mask.size()[0]; x++) {
					final boolean inside = mask.at(x, y, z);
					if (mask.at(x + 1, y, z) != inside) vertices.add(vertex(x + 0.5, y, z, spacing));
					if (mask.at(x, y + 1, z) != inside) vertices.add(vertex(x, y + 0.5, z, spacing));
					if (mask.at(x, y, z + 1) != inside) vertices.add(vertex(x, y, z + 0.5, spacing));
				}
		final double[] best = new double[4];
		for (final double[] a : vertices)
			for (final double[] b : vertices) {
				final double d = Masks.square(a[0] - b[0]) + Masks.square(a[1] - b[1]) + Masks.square(a[2] - b[2]);
				for (int axis = 0; axis < 3; axis++)
					if (a[axis] == b[axis]) best[axis] = Math.max(best[axis], d);
				best[3] = Math.max(best[3], d);
			}
		return new Diameters(Math.sqrt(best[3]), Math.sqrt(best[2]), Math.sqrt(best[1]), Math.sqrt(best[0]));
	}

	/** In PyRadiomics' coordinates, where the ROI's first voxel is 1. */
	private static double[] vertex(final double x, final double y, final double z, final double[] spacing) {
		return new double[] { (x + 1) * spacing[0], (y + 1) * spacing[1], (z + 1) * spacing[2] };
	}

	@Test
	void irregularMasks() {
		for (int i = 0; i < 150; i++) {
			final Masks mask = Masks.noise(random, 1 + random.nextInt(9), 1 + random.nextInt(9), 1 + random.nextInt(9), 0.05 +
				0.9 * random.nextDouble());
			if (!mask.isEmpty()) check(mask, spacing());
		}
	}

	@Test
	void bodiesInSeveralParts() {
		for (int i = 0; i < 40; i++) {
			final Masks mask = Masks.blobs(random, 5 + random.nextInt(15), 5 + random.nextInt(15), 5 + random.nextInt(15));
			if (!mask.isEmpty()) check(mask, spacing());
		}
	}

	/** All antipodes are about equally far: little can be left out early. */
	@Test
	void balls() {
		for (final double r : new double[] { 0.5, 1, 2.5, 5, 7.9, 12 })
			check(Masks.ellipsoid(r, r, r, random.nextDouble()), r < 5 ? spacing() : new double[] { 1, 1, 1 });
		check(Masks.ellipsoid(12, 8, 5, 0.4), new double[] { 5, 7.5, 12 });
	}

	@Test
	void boxesLinesAndPlanes() {
		for (final int[] n : new int[][] { { 1, 1, 1 }, { 9, 1, 1 }, { 1, 9, 1 }, { 1, 1, 9 }, { 7, 6, 1 }, { 7, 1, 6 }, { 1, 7,
			6 }, { 6, 5, 4 }, { 140, 2, 1 } })
			check(Masks.box(n[0], n[1], n[2]), spacing());
		check(Masks.where(9, 9, 9, (x, y, z) -> x == y && y == z), spacing());
		check(Masks.where(9, 9, 9, (x, y, z) -> x + y == z), spacing());
		check(Masks.where(9, 9, 9, (x, y, z) -> x % 2 == 0 && y % 3 == 0 && z % 4 == 0), spacing());
	}

	@Test
	void rowsOfSeveralWords() {
		for (int i = 0; i < 12; i++)
			check(Masks.noise(random, 60 + random.nextInt(80), 1 + random.nextInt(3), 1 + random.nextInt(3), 0.3), spacing());
	}

	/** A box's diameters join the outermost vertices: half a voxel further out along one axis, wherever that pays most. */
	@Test
	void aBoxHasItsClosedForm() {
		final Diameters d = Diameters.of(Masks.box(5, 4, 3).grid(), new double[] { 1, 2, 3 });
		assertEquals(Math.sqrt(4 * 4 + 6 * 6 + 9 * 9), d.maximum3D(), 1e-14);
		assertEquals(Math.max(Math.hypot(5, 6), Math.hypot(4, 8)), Diameters.ofSlice(Masks.box(5, 4, 1).grid(), new double[] {
			1, 2 }), 1e-14);
		assertEquals(Math.max(Math.hypot(5, 6), Math.hypot(4, 8)), d.slice(), 1e-14);
		assertEquals(Math.max(Math.hypot(5, 6), Math.hypot(4, 9)), d.column(), 1e-14);
		assertEquals(Math.max(Math.hypot(8, 6), Math.hypot(6, 9)), d.row(), 1e-14);
	}

	@Test
	void turningSwapsThePlanes() {
		final Masks mask = Masks.blobs(random, 17, 12, 9);
		final double[] s = { 0.7, 1.9, 1.2 };
		final Diameters d = Diameters.of(mask.grid(), s);
		final Diameters turned = Diameters.of(mask.permuted(2, 0, 1).grid(), new double[] { s[2], s[0], s[1] });
		assertEquals(d.maximum3D(), turned.maximum3D(), ROUNDING * d.maximum3D());
		assertEquals(d.slice(), turned.row(), ROUNDING * d.slice());
		assertEquals(d.row(), turned.column(), ROUNDING * d.row());
		assertEquals(d.column(), turned.slice(), ROUNDING * d.column());
		for (int axis = 0; axis < 3; axis++)
			assertEquals(d, Diameters.of(mask.flipped(axis).grid(), s));
		assertEquals(d, Diameters.of(mask.shifted(3, 1, 2).grid(), s));
	}
}
