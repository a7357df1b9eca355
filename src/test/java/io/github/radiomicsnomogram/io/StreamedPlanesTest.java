package io.github.radiomicsnomogram.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Reach;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamedPlanesTest {

	private static final int NX = 5, NY = 4, NZ = 6;

	private int opened, closed;

	private ByteArrayInputStream open(final byte[] bytes) {
		opened++;
		return new ByteArrayInputStream(bytes) {

			@Override
			public void close() {
				closed++;
			}
		};
	}

	private Volume image(final StoredType type, final ByteOrder order, final byte[] bytes, final Reach reach) {
		final long[] size = { NX, NY, NZ };
		try {
			return new Volume(new VoxelReader(Path.of("a.raw"), type, order, size).read(() -> open(bytes), reach, Progress.NONE),
				new Geometry(size, new double[] { 1, 1, 1 }, new double[3], new double[] { 1, 0, 0, 0, 1, 0, 0, 0, 1 }), type
					.type(), ImageInfo.of("a", ""));
		}
		catch (final IOException e) {
			throw new AssertionError(e);
		}
	}

	/** Small numbers, which fit every type that needs more room in its file than in memory. */
	private static byte[] bytes(final StoredType type, final ByteOrder order) {
		final byte[] bytes = new byte[NX * NY * NZ * type.bytes()];
		new Random(1).nextBytes(bytes);
		if (type.bytes() == 8 && type != StoredType.FLOAT64) for (int i = 0; i < bytes.length; i++)
			if (i % 8 != (order == ByteOrder.BIG_ENDIAN ? 7 : 0)) bytes[i] = 0;
		return bytes;
	}

	private static double[] slice(final Volume image, final int z) {
		return VoxelArrays.doubles(image, new BoundingBox(0, 0, z, NX - 1, NY - 1, z));
	}

	@ParameterizedTest
	@EnumSource
	void slicesInTurnAreThoseOfTheWholeAndTakeOnePass(final StoredType type) {
		for (final ByteOrder order : new ByteOrder[] { ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN }) {
			final byte[] bytes = bytes(type, order);
			final Volume whole = image(type, order, bytes, Reach.WHOLE), once = image(type, order, bytes, Reach.ONCE);
			opened = closed = 0;
			for (int z = 0; z < NZ; z++)
				assertArrayEquals(slice(whole, z), slice(once, z));
			assertEquals(1, opened);
			assertEquals(1, closed);
		}
	}

	@Test
	void whoGoesBackReadsAgain() {
		final byte[] bytes = bytes(StoredType.INT16, ByteOrder.BIG_ENDIAN);
		final Volume whole = image(StoredType.INT16, ByteOrder.BIG_ENDIAN, bytes, Reach.WHOLE);
		final Volume once = image(StoredType.INT16, ByteOrder.BIG_ENDIAN, bytes, Reach.ONCE);
		opened = closed = 0;
		for (final int z : new int[] { 4, 1, 3, 5, 0, 5 })
			assertArrayEquals(slice(whole, z), slice(once, z));
		assertEquals(3, opened);
		assertEquals(3, closed);
		assertArrayEquals(VoxelArrays.doubles(whole), VoxelArrays.doubles(once));
	}

	@Test
	void whatIsMissingIsToldByTheSlice() {
		final byte[] all = bytes(StoredType.INT16, ByteOrder.BIG_ENDIAN);
		final byte[] bytes = Arrays.copyOf(all, all.length - 3);
		final Volume once = image(StoredType.INT16, ByteOrder.BIG_ENDIAN, bytes, Reach.ONCE);
		slice(once, NZ - 2);
		final InputException e = assertThrows(InputException.class, () -> slice(once, NZ - 1));
		assertTrue(e.getMessage().contains("is truncated: it holds 237 of 240 bytes"), e.getMessage());
		assertEquals(opened, closed);
		assertEquals(e.getMessage(), assertThrows(InputException.class, () -> image(StoredType.INT16, ByteOrder.BIG_ENDIAN,
			bytes, Reach.WHOLE)).getMessage());
	}
}
