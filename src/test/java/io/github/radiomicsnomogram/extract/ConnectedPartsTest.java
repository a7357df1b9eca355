package io.github.radiomicsnomogram.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

class ConnectedPartsTest {

	@Test
	void cornersConnect() {
		final byte[] diagonal = new byte[27];
		diagonal[0] = diagonal[13] = diagonal[26] = 1;
		assertEquals(1, ConnectedParts.count(diagonal, 3, 3, 3));
	}

	@Test
	void aGapSeparates() {
		assertEquals(2, ConnectedParts.count(new byte[] { 1, 0, 1 }, 3, 1, 1));
		assertEquals(2, ConnectedParts.count(new byte[] { 1, 0, 1 }, 1, 1, 3));
		final byte[] ends = new byte[24];
		ends[3] = ends[4] = 1;
		assertEquals(2, ConnectedParts.count(ends, 4, 6, 1), "the end of a row and the start of the next are no neighbours");
	}

	/** Against a flood of each part, voxel by voxel. */
	@Test
	void countsAsAFloodDoes() {
		final Random random = new Random(1);
		for (int run = 0; run < 300; run++) {
			final int nx = 1 + random.nextInt(9), ny = 1 + random.nextInt(8), nz = 1 + random.nextInt(7);
			final byte[] inside = new byte[nx * ny * nz];
			final double density = random.nextDouble();
			for (int i = 0; i < inside.length; i++)
				inside[i] = (byte) (random.nextDouble() < density * density ? 1 : 0);
			assertEquals(floods(inside.clone(), nx, ny, nz), ConnectedParts.count(inside, nx, ny, nz));
		}
	}

	private static int floods(final byte[] open, final int nx, final int ny, final int nz) {
		int n = 0;
		for (int i = 0; i < open.length; i++)
			if (open[i] != 0) {
				n++;
				flood(open, i % nx, i / nx % ny, i / nx / ny, nx, ny, nz);
			}
		return n;
	}

	private static void flood(final byte[] open, final int x, final int y, final int z, final int nx, final int ny,
		final int nz)
	{
		if (x < 0 || y < 0 || z < 0 || x >= nx || y >= ny || z >= nz || open[(z * ny + y) * nx + x] == 0) return;
		open[(z * ny + y) * nx + x] = 0;
		for (int d = 0; d < 27; d++)
			flood(open, x + d % 3 - 1, y + d / 3 % 3 - 1, z + d / 9 - 1, nx, ny, nz);
	}

	@Test
	void countsWithoutRecursion() {
		final byte[] full = new byte[64 * 64 * 64];
		Arrays.fill(full, (byte) 1);
		assertEquals(1, ConnectedParts.count(full, 64, 64, 64));
	}
}
