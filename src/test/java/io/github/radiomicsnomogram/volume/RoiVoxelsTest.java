package io.github.radiomicsnomogram.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import net.imglib2.converter.Converters;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ROI's voxels by spans against a look at each voxel. */
class RoiVoxelsTest {

	private static final long[] SIZE = { 5, 4, 3 };
	private static final Geometry GRID = Geometry.axisAligned(SIZE, new double[] { 1, 1, 1 });

	/** Nearly empty, odd and full ROIs. */
	private static List<Mask> masks() {
		final List<Mask> masks = new ArrayList<>();
		for (final double density : new double[] { 0.05, 0.3, 0.5, 0.9, 1 })
			for (int seed = 0; seed < 5; seed++) {
				final Random random = new Random(seed);
				final byte[] inside = new byte[60];
				for (int i = 0; i < inside.length; i++)
					inside[i] = (byte) (random.nextDouble() < density ? 1 + random.nextInt(255) : 0);
				inside[random.nextInt(60)] = 1;
				masks.add(Mask.of("roi", GRID, GRID.box(), inside));
			}
		final byte[] one = new byte[60];
		one[59] = 1;
		masks.add(Mask.of("corner", GRID, GRID.box(), one));
		return masks;
	}

	@Test
	void spansAreTheUnbrokenPiecesOfRows() {
		for (final Mask mask : masks()) {
			final RoiSpans spans = mask.spans();
			final BoundingBox box = mask.box();
			final byte[] inside = new byte[(int) box.voxels()];
			assertEquals(box.size(1) * box.size(2), spans.rows());
			int voxels = 0;
			for (int row = 0; row < spans.rows(); row++)
				for (int s = spans.first(row), before = -1; s < spans.first(row + 1); before = spans.end(s++)) {
					assertTrue(spans.start(s) > before, "spans that touch are one");
					assertTrue(spans.length(s) > 0 && spans.end(s) <= box.size(0));
					assertEquals(voxels, spans.voxel(s));
					voxels += spans.length(s);
					Arrays.fill(inside, row * box.size(0) + spans.start(s), row * box.size(0) + spans.end(s), (byte) 1);
				}
			assertArrayEquals(mask.toBytes(), inside);
			assertEquals(voxels, spans.voxels());
			assertEquals(voxels, spans.voxel(spans.count()));
			assertEquals(voxels, mask.voxelCount());
		}
	}

	static List<Img<? extends RealType<?>>> images() {
		return VoxelArraysTest.images().toList();
	}

	@ParameterizedTest
	@MethodSource("images")
	void valuesAreThoseOfTheVoxels(final Img<? extends RealType<?>> image) {
		final Random random = new Random(5);
		image.forEach(v -> v.setReal(random.nextInt(250) - (v.getMinValue() < 0 ? 125 : 0)));
		final Volume stored = new Volume(image, GRID, VoxelType.FLOAT64, ImageInfo.of("stored", "")), computed = new Volume(
			Converters.convert(image, (from, to) -> to.setReal(from.getRealDouble()), new DoubleType()), GRID, VoxelType.FLOAT64,
			ImageInfo.of("computed", ""));
		for (final Mask mask : masks()) {
			final double[] expected = naive(image, mask);
			final List<Double> all = new ArrayList<>();
			for (final RoiVoxels roi : List.of(new RoiVoxels(stored, mask), new RoiVoxels(computed, mask), new RoiVoxels(stored,
				mask, slice -> Arrays.stream(slice).forEach(all::add)), new RoiVoxels(stored.cropped(mask.box()), mask.cropped(mask
					.box()))))
			{
				assertArrayEquals(expected, roi.values());
				assertEquals(Arrays.stream(expected).min().getAsDouble(), roi.minimum());
				assertEquals(Arrays.stream(expected).max().getAsDouble(), roi.maximum());
			}
			assertArrayEquals(VoxelArrays.doubles(stored), all.stream().mapToDouble(v -> v).toArray());
		}
	}

	private static double[] naive(final Img<? extends RealType<?>> image, final Mask mask) {
		final List<Double> values = new ArrayList<>();
		for (int z = 0; z < 3; z++)
			for (int y = 0; y < 4; y++)
				for (int x = 0; x < 5; x++)
					if (mask.contains(x, y, z)) values.add(image.getAt(x, y, z).getRealDouble());
		return values.stream().mapToDouble(v -> v).toArray();
	}

	/** The first one in the ROI is named; others outside don't matter. */
	@ParameterizedTest
	@ValueSource(doubles = { Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY })
	void valuesThatAreNotFiniteAreRefused(final double bad) {
		for (final Mask mask : masks()) {
			final double[] values = new Random(6).doubles(60, -1, 1).toArray();
			int first = -1;
			for (int i = 59; i >= 0; i--) {
				final boolean in = mask.contains(i % 5, i / 5 % 4, i / 20);
				if (in && i % 3 == 0) first = i;
				if (!in || i % 3 == 0) values[i] = bad;
			}
			final Volume volume = new Volume(ArrayImgs.doubles(values, SIZE), GRID, VoxelType.FLOAT64, ImageInfo.of("ct", "HU"));
			if (first < 0) assertArrayEquals(naive(ArrayImgs.doubles(values, SIZE), mask), new RoiVoxels(volume, mask).values());
			else {
				final String expected = "Image 'ct': voxel (" + first % 5 + ", " + first / 5 % 4 + ", " + first / 20 +
					"), inside the ROI, is " + bad + ". Replace such voxels, or draw the ROI without them.";
				assertEquals(expected, assertThrows(InputException.class, () -> new RoiVoxels(volume, mask)).getMessage());
				assertEquals(expected, assertThrows(InputException.class, () -> new RoiVoxels(volume, mask, all -> {}))
					.getMessage());
			}
		}
	}
}
