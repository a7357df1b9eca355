package io.github.radiomicsnomogram.io.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class PixelDecoderTest {

	private static final int N = 64;

	/** Bit by bit, as the standard says it. */
	private static BigInteger naive(final byte[] raw, final int i, final PixelFormat f, final boolean big) {
		final int bytes = f.allocated() / 8;
		BigInteger cell = BigInteger.ZERO;
		for (int b = 0; b < bytes; b++)
			cell = cell.shiftLeft(8).or(BigInteger.valueOf(raw[i * bytes + (big ? b : bytes - 1 - b)] & 0xFF));
		BigInteger value = BigInteger.ZERO;
		for (int bit = 0; bit < f.stored(); bit++)
			if (cell.testBit(f.highBit() - f.stored() + 1 + bit)) value = value.setBit(bit);
		return f.signed() && value.testBit(f.stored() - 1) ? value.subtract(BigInteger.ONE.shiftLeft(f.stored())) : value;
	}

	@Test
	void takesTheStoredBitsOfAnyFormat() {
		final Random random = new Random(1);
		int tried = 0;
		for (final int allocated : new int[] { 8, 16, 32 })
			for (int stored = 1; stored <= allocated; stored++)
				for (int high = stored - 1; high < allocated; high++)
					for (final boolean signed : new boolean[] { false, true }) {
						final PixelFormat format = new PixelFormat(1, N, allocated, stored, high, signed);
						final byte[] raw = new byte[N * allocated / 8];
						random.nextBytes(raw);
						check(raw, format, random.nextBoolean());
						tried++;
					}
		assertEquals(2 * (36 + 136 + 528), tried);
	}

	@Test
	void takesPlanesOfAnyLength() {
		final Random random = new Random(4);
		for (final int allocated : new int[] { 8, 16, 32 })
			for (final int pixels : new int[] { 1, 4095, 4096, 4097, 10000 }) {
				final byte[] raw = new byte[pixels * allocated / 8];
				random.nextBytes(raw);
				check(raw, new PixelFormat(1, pixels, allocated, allocated - 1, allocated - 1, true), true);
			}
	}

	private static void check(final byte[] raw, final PixelFormat format, final boolean big) {
		final int n = format.columns();
		final double[] found = new double[n];
		new PixelDecoder(raw, big, format, Rescale.NONE).into(found, 0);
		for (int i = 0; i < n; i++)
			assertEquals(naive(raw, i, format, big).doubleValue(), found[i], format.toString());
		if (!Rescale.NONE.isExactInteger(format)) return;
		final int[] ints = new int[n];
		new PixelDecoder(raw, big, format, Rescale.NONE).into(ints, 0);
		for (int i = 0; i < n; i++)
			assertEquals(naive(raw, i, format, big).intValueExact(), ints[i], format.toString());
		final short[] shorts = new short[n];
		assertEquals(IntStream.of(ints).allMatch(v -> v == (short) v), new PixelDecoder(raw, big, format, Rescale.NONE).into(
			shorts, 0));
		for (int i = 0; i < n; i++)
			assertEquals((short) ints[i], shorts[i], format.toString());
	}

	@Test
	void givesTheRangeOfWhatItDecodes() {
		final Random random = new Random(6);
		for (final int allocated : new int[] { 8, 16, 32 })
			for (int stored = 1; stored <= allocated; stored++)
				for (final boolean signed : new boolean[] { false, true })
					for (final double slope : new double[] { 1, -0.3 }) {
						final PixelFormat format = new PixelFormat(1, 4100, allocated, stored, random.nextInt(allocated - stored + 1) +
							stored - 1, signed);
						final byte[] raw = new byte[(int) format.bytes()];
						random.nextBytes(raw);
						final PixelDecoder decoder = new PixelDecoder(raw, random.nextBoolean(), format, new Rescale(slope, 7, "", true));
						final double[] values = new double[4100];
						decoder.into(values, 0);
						assertArrayEquals(new double[] { DoubleStream.of(values).min().orElseThrow(), DoubleStream.of(values).max()
							.orElseThrow() }, decoder.range(), format.toString());
					}
	}

	@Test
	void tellsWhetherValuesFitIn16Bits() {
		final PixelFormat format = new PixelFormat(1, 2, 16, 16, 15, false);
		final byte[] raw = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 0).putShort((short) 33791)
			.array();
		final Rescale hu = new Rescale(1, -1024, "HU", true);
		final short[] shorts = new short[3];
		assertTrue(new PixelDecoder(raw, false, format, hu).into(shorts, 1));
		assertArrayEquals(new short[] { 0, -1024, 32767 }, shorts);
		assertFalse(new PixelDecoder(raw, false, format, new Rescale(1, -1023, "HU", true)).into(shorts, 0));
		assertFalse(new PixelDecoder(raw, false, format, new Rescale(-2, 0, "HU", true)).into(shorts, 0));
	}

	@Test
	void knowsWhenNumbersStayWhole() {
		final PixelFormat shorts = new PixelFormat(1, 1, 16, 16, 15, false), ints = new PixelFormat(1, 1, 32, 32, 31, false);
		assertTrue(new Rescale(2, -1024, "", true).isExactInteger(shorts));
		assertFalse(new Rescale(0.5, -1024, "", true).isExactInteger(shorts));
		assertFalse(new Rescale(1, -1024.5, "", true).isExactInteger(shorts));
		assertFalse(new Rescale(40000, 0, "", true).isExactInteger(shorts));
		assertFalse(Rescale.NONE.isExactInteger(ints));
		assertTrue(new Rescale(1, Integer.MIN_VALUE, "", true).isExactInteger(ints));
	}

	@Test
	void unpacksRunLengths() throws BadDicom {
		final Random random = new Random(2);
		for (final int allocated : new int[] { 8, 16, 32 }) {
			final PixelFormat format = new PixelFormat(7, 31, allocated, allocated, allocated - 1, false);
			final byte[] plane = new byte[(int) format.bytes()];
			for (int i = 0; i < plane.length; i++)
				plane[i] = (byte) (random.nextInt(3) == 0 ? random.nextInt() : 5);
			assertArrayEquals(plane, RleDecoder.decode(packed(plane, allocated / 8), format));
		}
	}

	/** RLE Lossless of a little-endian plane: 16 numbers, then a segment for each byte of a pixel, highest first. */
	static byte[] packed(final byte[] plane, final int bytes) {
		final ByteBuffer header = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes);
		final ByteArrayOutputStream segments = new ByteArrayOutputStream();
		for (int b = bytes - 1; b >= 0; b--) {
			header.putInt(64 + segments.size());
			for (int i = b; i < plane.length;) {
				int run = 1;
				while (run < 128 && i + run * bytes < plane.length && plane[i + run * bytes] == plane[i])
					run++;
				// A literal of one byte, or a run; and now and then a byte that means nothing.
				segments.write(run == 1 ? 0 : 1 - run);
				segments.write(plane[i]);
				if (run == 3) segments.write(-128);
				i += run * bytes;
			}
			if (segments.size() % 2 == 1) segments.write(-128);
		}
		return DicomWriter.concat(header.array(), segments.toByteArray());
	}

	@Test
	void refusesBrokenRunLengths() {
		final PixelFormat format = new PixelFormat(8, 8, 16, 16, 15, false);
		final byte[] good = packed(new byte[128], 2);
		for (int n = 0; n < good.length - 1; n++) {
			final byte[] cut = java.util.Arrays.copyOf(good, n);
			assertThrows(BadDicom.class, () -> RleDecoder.decode(cut, format));
		}
		final PixelFormat huge = new PixelFormat(65535, 65535, 16, 16, 15, false);
		assertThrows(BadDicom.class, () -> RleDecoder.decode(good, huge));
		final Random random = new Random(3);
		for (int i = 0; i < 2000; i++) {
			final byte[] mutated = good.clone();
			mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
			try {
				assertEquals(128, RleDecoder.decode(mutated, format).length);
			}
			catch (final BadDicom e) {
				assertTrue(e.getMessage().startsWith("PixelData (7FE0,0010)"));
			}
		}
	}
}
