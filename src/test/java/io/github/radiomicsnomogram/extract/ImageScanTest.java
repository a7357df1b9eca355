package io.github.radiomicsnomogram.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomicsnomogram.io.Digests;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Fast loops against the sums and bytes that are written down voxel by voxel. */
class ImageScanTest {

	private static final Geometry GRID = Geometry.axisAligned(new long[] { 37, 11, 5 }, new double[] { 1, 1, 1 });

	@ParameterizedTest
	@EnumSource(VoxelType.class)
	void tellsChecksumMeanAndRange(final VoxelType type) {
		final Random random = new Random(type.ordinal());
		final double[] values = new double[(int) GRID.voxels()];
		final boolean signed = !type.name().startsWith("U");
		for (int i = 0; i < values.length; i++)
			values[i] = type.isInteger() ? random.nextInt(signed ? 250 : 200) - (signed ? 125 : 0) : (float) (random
				.nextGaussian() * Math.pow(10, random.nextInt(12)));
		final ImageScan scan = ImageScan.of(VoxelArrays.volume(values, GRID, type, ImageInfo.of("image", "")));
		assertEquals(sha1(values, type), scan.sha1());
		assertEquals(exactMean(values), scan.mean());
		assertEquals(Arrays.stream(values).min().orElseThrow(), scan.minimum());
		assertEquals(Arrays.stream(values).max().orElseThrow(), scan.maximum());
	}

	/** Large values that cancel leave the small one, where a plain sum gives 0; 3e-20 is 2 ulp of the mean. */
	@Test
	void meanIsExactWhereASumIsNot() {
		final double[] values = new double[1001];
		for (int i = 0; i < 500; i++) {
			values[i] = 1e13 + i;
			values[1000 - i] = -1e13 - i;
		}
		values[500] = 0.1;
		assertEquals(0.1 / 1001, ImageScan.of(values).mean(), 3e-20);
	}

	@Test
	void checksumOfLabelsIsThatOfTheLabelImage() {
		final byte[] inside = new byte[3 * 4 * 2];
		for (int i = 0; i < inside.length; i++)
			inside[i] = (byte) (i % 3 == 0 ? 1 : 0);
		final Mask mask = Mask.of("roi", GRID, new BoundingBox(5, 2, 1, 7, 5, 2), inside);
		final ByteBuffer bytes = ByteBuffer.allocate((int) GRID.voxels() * 4).order(ByteOrder.LITTLE_ENDIAN);
		for (int z = 0; z < 5; z++)
			for (int y = 0; y < 11; y++)
				for (int x = 0; x < 37; x++)
					bytes.putInt(mask.contains(x, y, z) ? 300 : 0);
		final MessageDigest digest = Digests.sha1();
		digest.update(bytes.array());
		assertEquals(Digests.hex(digest), ImageScan.sha1OfLabels(mask, 300));
	}

	private static double exactMean(final double[] values) {
		BigDecimal sum = BigDecimal.ZERO;
		for (final double v : values)
			sum = sum.add(new BigDecimal(v));
		return sum.round(new MathContext(40)).doubleValue() / values.length;
	}

	private static String sha1(final double[] values, final VoxelType type) {
		final ByteBuffer bytes = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
		for (final double v : values)
			switch (type) {
				case UINT8, INT8 -> bytes.put((byte) (int) v);
				case UINT16, INT16 -> bytes.putShort((short) (int) v);
				case UINT32, INT32 -> bytes.putInt((int) (long) v);
				case FLOAT32 -> bytes.putFloat((float) v);
				case FLOAT64 -> bytes.putDouble(v);
			}
		final MessageDigest digest = Digests.sha1();
		digest.update(bytes.flip());
		return Digests.hex(digest);
	}
}
