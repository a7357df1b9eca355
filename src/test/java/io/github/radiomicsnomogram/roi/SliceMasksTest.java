package io.github.radiomicsnomogram.roi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;

import java.util.Random;

import org.junit.jupiter.api.Test;

class SliceMasksTest {

	private static final int WIDTH = 13, HEIGHT = 11, DEPTH = 5;
	private static final Geometry GRID = Geometry.axisAligned(new long[] { WIDTH, HEIGHT, DEPTH }, new double[] { 1, 2, 3 });

	@Test
	void agreesWithPaintingOneByOne() {
		final Random random = new Random(3);
		for (int trial = 0; trial < 200; trial++) {
			final SliceMasks masks = new SliceMasks(GRID);
			final boolean[][][] naive = new boolean[DEPTH][HEIGHT][WIDTH];
			masks.add(2, 6, 5, 1, 1, null);
			naive[2][5][6] = true;
			for (int patch = 0; patch < 4; patch++)
				addBoth(random, masks, naive);
			final Mask mask = masks.build("m");
			for (int z = 0; z < DEPTH; z++)
				for (int y = 0; y < HEIGHT; y++)
					for (int x = 0; x < WIDTH; x++)
						assertEquals(naive[z][y][x], mask.contains(x, y, z));
		}
	}

	/** Patches that may reach out of the slice, or lie outside of it. */
	private static void addBoth(final Random random, final SliceMasks masks, final boolean[][][] naive) {
		final int z = random.nextInt(DEPTH), x0 = random.nextInt(30) - 10, y0 = random.nextInt(30) - 10;
		final int width = 1 + random.nextInt(9), height = 1 + random.nextInt(9);
		final byte[] inside = new byte[width * height];
		random.nextBytes(inside);
		for (int i = 0; i < inside.length; i++)
			if (random.nextBoolean()) inside[i] = 0;
		long in = 0, out = 0;
		for (int i = 0; i < inside.length; i++) {
			final int x = x0 + i % width, y = y0 + i / width;
			final boolean fits = x >= 0 && y >= 0 && x < WIDTH && y < HEIGHT;
			if (inside[i] == 0) continue;
			if (fits) naive[z][y][x] = true;
			in += fits ? 1 : 0;
			out += fits ? 0 : 1;
		}
		assertEquals(new SliceMasks.Counts(in, out), masks.add(z, x0, y0, width, height, inside));
	}

	@Test
	void takesTheWholePatchWithoutAMaskAndCopiesOneItIsGiven() {
		final SliceMasks masks = new SliceMasks(GRID);
		assertEquals(new SliceMasks.Counts(6, 0), masks.add(1, 2, 3, 3, 2, null));
		final byte[] one = { 1 };
		masks.add(4, 0, 0, 1, 1, one);
		one[0] = 0;
		final Mask mask = masks.build("m");
		assertEquals(new BoundingBox(0, 0, 1, 4, 4, 4), mask.box());
		assertEquals(7, mask.voxelCount());
		assertTrue(mask.contains(0, 0, 4));
		assertFalse(mask.contains(0, 0, 1));
	}

	@Test
	void refusesAnEmptyRoi() {
		final SliceMasks masks = new SliceMasks(GRID);
		assertEquals(new SliceMasks.Counts(0, 4), masks.add(0, -5, 0, 2, 2, null));
		assertEquals("The ROI 'm' is empty: no pixel of the image lies in it. Draw it larger.", assertThrows(
			InputException.class, () -> masks.build("m")).getMessage());
		assertThrows(IllegalArgumentException.class, () -> masks.add(DEPTH, 0, 0, 1, 1, null));
	}
}
