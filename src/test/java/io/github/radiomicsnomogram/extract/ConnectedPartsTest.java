package io.github.radiomicsnomogram.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

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

	@Test
	void countsWithoutRecursion() {
		final byte[] full = new byte[64 * 64 * 64];
		Arrays.fill(full, (byte) 1);
		assertEquals(1, ConnectedParts.count(full, 64, 64, 64));
	}
}
