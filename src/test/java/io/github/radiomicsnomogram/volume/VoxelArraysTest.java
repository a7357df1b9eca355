package io.github.radiomicsnomogram.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;

import java.util.Random;
import java.util.stream.Stream;

import net.imglib2.converter.Converters;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VoxelArraysTest {

	private static final long[] SIZE = { 5, 4, 3 };

	static Stream<Img<? extends RealType<?>>> images() {
		return Stream.of(ArrayImgs.doubles(SIZE), ArrayImgs.floats(SIZE), ArrayImgs.shorts(SIZE), ArrayImgs.unsignedBytes(
			SIZE), ArrayImgs.bytes(SIZE), ArrayImgs.ints(SIZE), ArrayImgs.unsignedInts(SIZE), PlanarImgs.doubles(SIZE), PlanarImgs.floats(SIZE), PlanarImgs
				.shorts(SIZE), PlanarImgs.unsignedBytes(SIZE), PlanarImgs.unsignedShorts(SIZE), PlanarImgs.ints(SIZE));
	}

	/** Rows that are copied hold what a cursor finds in a converted image, which is never copied by rows. */
	@ParameterizedTest
	@MethodSource("images")
	void copiesAreTheValues(final Img<? extends RealType<?>> image) {
		final Random random = new Random(5);
		image.forEach(v -> v.setReal(random.nextInt(250) - (v.getMinValue() < 0 ? 125 : 0)));
		final Geometry grid = Geometry.axisAligned(SIZE, new double[] { 1, 1, 1 });
		final Volume direct = new Volume(image, grid, VoxelType.FLOAT64, ImageInfo.of("direct", "")), view = new Volume(
			Converters.convert(image, (from, to) -> to.setReal(from.getRealDouble()), new DoubleType()), grid, VoxelType.FLOAT64,
			ImageInfo.of("view", ""));
		for (final BoundingBox box : new BoundingBox[] { grid.box(), new BoundingBox(1, 2, 1, 4, 3, 2), new BoundingBox(3, 0,
			2, 3, 0, 2) })
			assertArrayEquals(VoxelArrays.doubles(view, box), VoxelArrays.doubles(direct, box));
	}

	/** Crops, and crops of crops, are read through to the image behind them. */
	@ParameterizedTest
	@MethodSource("images")
	void cropsAreTheImagesParts(final Img<? extends RealType<?>> image) {
		final Random random = new Random(6);
		image.forEach(v -> v.setReal(random.nextInt(250) - (v.getMinValue() < 0 ? 125 : 0)));
		final Geometry grid = Geometry.axisAligned(SIZE, new double[] { 1, 1, 1 });
		final Volume whole = new Volume(image, grid, VoxelType.FLOAT64, ImageInfo.of("whole", ""));
		final Volume crop = whole.cropped(new BoundingBox(1, 1, 0, 4, 3, 2)), inner = crop.cropped(new BoundingBox(1, 0, 1, 2,
			2, 2));
		assertArrayEquals(VoxelArrays.doubles(whole, new BoundingBox(2, 1, 1, 3, 3, 2)), VoxelArrays.doubles(inner));
		assertArrayEquals(VoxelArrays.doubles(whole, new BoundingBox(3, 2, 2, 3, 3, 2)), VoxelArrays.doubles(inner,
			new BoundingBox(1, 1, 1, 1, 2, 1)));
	}

	/** Axes that are swapped or turned round are no mere shift. */
	@ParameterizedTest
	@MethodSource("images")
	void turnedViewsAreReadVoxelByVoxel(final Img<? extends RealType<?>> image) {
		final Random random = new Random(7);
		image.forEach(v -> v.setReal(random.nextInt(100)));
		final var turned = Views.zeroMin(Views.invertAxis(Views.permute(image, 0, 1), 2));
		final double[] values = VoxelArrays.doubles(new Volume(turned, Geometry.axisAligned(new long[] { 4, 5, 3 },
			new double[] { 1, 1, 1 }), VoxelType.FLOAT64, ImageInfo.of("turned", "")));
		int i = 0;
		for (int z = 0; z < 3; z++)
			for (int y = 0; y < 5; y++)
				for (int x = 0; x < 4; x++)
					assertEquals(image.getAt(y, x, 2 - z).getRealDouble(), values[i++]);
	}

	@Test
	void tooManyVoxelsAreCounted() {
		final String message = assertThrows(InputException.class, () -> VoxelArrays.count(new BoundingBox(0, 0, 0, 1999, 1999,
			599), ImageInfo.of("big", "HU"))).getMessage();
		assertTrue(message.contains("'big': 2000 x 2000 x 600 voxels"), message);
	}
}
