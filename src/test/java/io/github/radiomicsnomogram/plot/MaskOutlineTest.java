package io.github.radiomicsnomogram.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class MaskOutlineTest {

	@Test
	void aVoxelHasFourCorners() {
		final List<double[]> rings = MaskOutline.rings(mask(".....", "..#..", "....."), 0);
		assertEquals(1, rings.size());
		assertArrayEquals(new double[] { 2, 1, 3, 1, 3, 2, 2, 2 }, rings.get(0));
	}

	@Test
	void straightEdgesHaveNoCorners() {
		assertArrayEquals(new double[] { 1, 0, 4, 0, 4, 2, 2, 2, 2, 1, 1, 1 }, MaskOutline.rings(mask(".###", "..##"), 0)
			.get(0));
	}

	@Test
	void holesAreCurvesOfTheirOwn() {
		final List<double[]> rings = MaskOutline.rings(mask("####", "#..#", "####"), 0);
		assertEquals(2, rings.size());
		assertEquals(12, signedArea(rings.get(0)));
		assertEquals(-2, signedArea(rings.get(1)), "the other way round");
	}

	@Test
	void voxelsThatTouchAtACornerAreApart() {
		assertEquals(2, MaskOutline.rings(mask("#.", ".#"), 0).size());
		assertEquals(2, MaskOutline.rings(mask(".#", "#."), 0).size());
		assertEquals(2, MaskOutline.rings(mask("###.", "#.#.", "##.#"), 0).size(), "the hole opens at a corner");
	}

	@Test
	void slicesWithoutVoxelsHaveNoCurves() {
		assertEquals(List.of(), MaskOutline.rings(mask("#"), 1));
		assertEquals(List.of(), MaskOutline.rings(mask("#"), -1));
	}

	/** Filling the curves by the even-odd rule gives the mask again; areas add up; every step runs along one axis. */
	@Test
	void curvesOfRandomMasksFillTheMask() {
		final Random random = new Random(20260705);
		for (int n = 0; n < 300; n++) {
			final int nx = 1 + random.nextInt(12), ny = 1 + random.nextInt(12), nz = 1 + random.nextInt(3);
			final byte[] inside = new byte[nx * ny * nz];
			for (int i = 0; i < inside.length; i++)
				inside[i] = (byte) (random.nextInt(100) < 20 + 60 * (n % 2) ? 1 : 0);
			inside[random.nextInt(inside.length)] = 1;
			final Mask mask = Mask.of("m", Geometry.axisAligned(new long[] { nx + 3, ny + 3, nz + 3 }, new double[] { 1, 1,
				1 }), new BoundingBox(2, 1, 3, nx + 1, ny, nz + 2), inside);
			for (int z = 3; z < nz + 3; z++)
				checkSlice(mask, z);
		}
	}

	private static void checkSlice(final Mask mask, final int z) {
		final List<double[]> rings = MaskOutline.rings(mask, z);
		int count = 0;
		for (int y = 0; y < mask.geometry().size(1); y++)
			for (int x = 0; x < mask.geometry().size(0); x++) {
				final boolean in = mask.contains(x, y, z);
				if (in) count++;
				assertEquals(in, evenOdd(rings, x + 0.5, y + 0.5), x + ", " + y);
			}
		assertEquals(count, rings.stream().mapToDouble(MaskOutlineTest::signedArea).sum());
		for (final double[] r : rings)
			for (int i = 0; i < r.length; i += 2) {
				final int next = (i + 2) % r.length, after = (i + 4) % r.length;
				assertTrue(r[i] == r[next] ^ r[i + 1] == r[next + 1], "along one axis");
				assertTrue((r[i] == r[next]) != (r[next] == r[after]), "each point is a corner");
			}
	}

	/** Naive reference: crossings of a ray to the right. */
	private static boolean evenOdd(final List<double[]> rings, final double x, final double y) {
		boolean in = false;
		for (final double[] r : rings)
			for (int i = 0; i < r.length; i += 2) {
				final int j = (i + 2) % r.length;
				if (r[i] == r[j] && r[i] > x && (r[i + 1] > y) != (r[j + 1] > y)) in = !in;
			}
		return in;
	}

	private static double signedArea(final double[] r) {
		double twice = 0;
		for (int i = 0; i < r.length; i += 2) {
			final int j = (i + 2) % r.length;
			twice += r[i] * r[j + 1] - r[j] * r[i + 1];
		}
		return twice / 2;
	}

	private static Mask mask(final String... rows) {
		final byte[] inside = new byte[rows.length * rows[0].length()];
		for (int i = 0; i < inside.length; i++)
			inside[i] = (byte) (rows[i / rows[0].length()].charAt(i % rows[0].length()) == '#' ? 1 : 0);
		return Mask.of("m", Geometry.axisAligned(new long[] { rows[0].length(), rows.length, 2 }, new double[] { 1, 1, 1 }),
			new BoundingBox(0, 0, 0, rows[0].length() - 1, rows.length - 1, 0), inside);
	}
}
