package io.github.radiomicsnomogram.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NiftiWriterTest {

	@TempDir
	Path folder;

	/** Columns of an orthonormal matrix from three angles, the last one turned round if asked for. */
	private static double[] directions(final Random random, final boolean leftHanded) {
		final double a = 6 * random.nextDouble(), b = 6 * random.nextDouble(), c = 6 * random.nextDouble();
		final double ca = Math.cos(a), sa = Math.sin(a), cb = Math.cos(b), sb = Math.sin(b), cc = Math.cos(c), sc = Math.sin(c);
		final double s = leftHanded ? -1 : 1;
		return new double[] { ca * cb, ca * sb * sc - sa * cc, s * (ca * sb * cc + sa * sc), sa * cb, sa * sb * sc + ca * cc, s *
			(sa * sb * cc - ca * sc), -sb, cb * sc, s * cb * cc };
	}

	private static Volume image(final VoxelType type, final Geometry g) {
		final double[] values = new double[(int) g.voxels()];
		final int low = type.name().startsWith("U") ? 0 : -60;
		for (int i = 0; i < values.length; i++)
			values[i] = low + i + (type.isInteger() ? 0 : 0.25);
		return VoxelArrays.volume(values, g, type, ImageInfo.of("image", ""));
	}

	/** However 16-bit numbers lie in memory, the file is the same; larger than the writer's buffer. */
	@Test
	void writesStoredNumbersAsTheyAre() throws IOException {
		final Geometry grid = Geometry.axisAligned(new long[] { 301, 207, 3 }, new double[] { 1, 1, 1 });
		final short[] numbers = new short[(int) grid.voxels()];
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = (short) (i * 7919);
		final ArrayImg<ShortType, ?> array = ArrayImgs.shorts(numbers, grid.size());
		final PlanarImg<ShortType, ?> planar = PlanarImgs.shorts(grid.size());
		final ArrayImg<ShortType, ?> larger = ArrayImgs.shorts(303, 209, 5);
		final RandomAccessibleInterval<ShortType> part = Views.zeroMin(Views.interval(larger, new long[] { 1, 2, 1 },
			new long[] { 301, 208, 3 }));
		LoopBuilder.setImages(array, planar, part).forEachPixel((from, a, b) -> {
			a.set(from);
			b.set(from);
		});
		final double[] doubles = new double[numbers.length];
		java.util.Arrays.setAll(doubles, i -> numbers[i]);
		final byte[] expected = written(VoxelArrays.volume(doubles, grid, VoxelType.INT16, ImageInfo.of("", "")));
		for (final RandomAccessibleInterval<ShortType> image : List.of(array, planar, part))
			assertArrayEquals(expected, written(new Volume(image, grid, VoxelType.INT16, ImageInfo.of("", ""))));
	}

	private byte[] written(final Volume image) throws IOException {
		final Path file = folder.resolve("shorts.nii");
		NiftiWriter.write(image, file);
		return Files.readAllBytes(file);
	}

	@ParameterizedTest
	@EnumSource(VoxelType.class)
	void keepsValuesTypeAndGrid(final VoxelType type) {
		final Random random = new Random(type.ordinal());
		for (int round = 0; round < 6; round++) {
			final Geometry g = new Geometry(new long[] { 4, 5, 3 }, new double[] { 0.7, 0.9, 2.5 }, new double[] { -120.3, 80.1,
				-835 }, directions(random, round % 2 == 1));
			final Volume image = image(type, g);
			final Path file = folder.resolve(round % 3 == 0 ? "image.nii" : "image.nii.gz");
			NiftiWriter.write(image, file);
			final Volume read = new NiftiFormat().read(file, Progress.NONE);
			assertEquals(type, read.type());
			// Single precision: 24 bits of 835 are 3e-5.
			assertEquals("", g.firstDifference(read.geometry(), 5e-5).orElse(""));
			assertArrayEquals(VoxelArrays.doubles(image), VoxelArrays.doubles(read));
		}
	}

	/** Without the affine form a reader has the quaternion alone. */
	@Test
	void quaternionGivesTheSameGrid() throws Exception {
		final Random random = new Random(8);
		for (int round = 0; round < 40; round++) {
			final Geometry g = new Geometry(new long[] { 2, 2, 2 }, new double[] { 1, 2, 3 }, new double[] { 1, 2, 3 },
				directions(random, round % 2 == 1));
			final Path file = folder.resolve("q.nii");
			NiftiWriter.write(image(VoxelType.INT16, g), file);
			final byte[] bytes = Files.readAllBytes(file);
			ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(254, (short) 0);
			Files.write(file, bytes);
			// Single precision of the quaternion, amplified near half turns.
			assertEquals("", g.firstDifference(new NiftiFormat().read(file, Progress.NONE).geometry(), 1e-3).orElse(""));
		}
	}
}
