package io.github.radiomicsnomogram.preprocess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;

class MaskResamplingTest {

	private static final double[] PLAIN = { 1, 0, 0, 0, 1, 0, 0, 0, 1 };

	private static Geometry grid(final long n, final double spacing, final double x, final double... direction) {
		return new Geometry(new long[] { n, n, n }, new double[] { spacing, spacing, 2 * spacing }, new double[] { x, 10, -5 },
			direction);
	}

	private static Volume image(final Geometry g) {
		return new Volume(ArrayImgs.bytes(g.size()), g, VoxelType.INT8, ImageInfo.of("ct", ""));
	}

	private static Mask full(final Geometry g) {
		final byte[] inside = new byte[(int) g.voxels()];
		Arrays.fill(inside, (byte) 1);
		return Mask.of("gtv", g, g.box(), inside);
	}

	@Test
	void leavesAMaskOnTheSameGridAlone() {
		final Geometry g = grid(4, 1, 0, PLAIN);
		final Mask mask = full(g);
		assertSame(mask, MaskResampling.onto(image(g), mask).mask());
		final MaskResampling near = MaskResampling.onto(image(g), full(grid(4, 1, 5e-5, PLAIN)));
		assertEquals(g, near.mask().geometry());
		assertEquals(List.of(), near.report());
	}

	@Test
	void tellsWhatItDid() {
		// The ROI's last column of 4 x 4 voxels and its half voxels at the end lie outside.
		final MaskResampling shifted = MaskResampling.onto(image(grid(4, 1, 0, PLAIN)), full(grid(4, 1, 1, PLAIN)));
		assertEquals(48, shifted.mask().voxelCount());
		final List<String> report = shifted.report();
		assertTrue(report.get(0).startsWith("The ROI 'gtv' lies on another grid than the image 'ct' (origin along x: 0.0 against 1.0 " +
			"mm) and was resampled to the image's, each voxel taking the nearest one of the ROI's grid: 64 voxels (128.000 mm3) " +
			"became 48 voxels (96.0000 mm3).\n  image: size 4 x 4 x 4, spacing [1.0, 1.0, 2.0] mm, origin [0.0, 10.0, -5.0] mm"),
			report.get(0));
		assertTrue(report.get(0).contains("\n  ROI:   size 4 x 4 x 4, spacing [1.0, 1.0, 2.0] mm, origin [1.0, 10.0, -5.0] mm"),
			report.get(0));
		assertEquals(List.of(
			"A part of the ROI 'gtv' lies outside the image and was lost: the centres of 16 of its 64 voxels (32.0000 mm3)."), report.subList(1, report.size()));
		assertEquals(1, MaskResampling.onto(image(grid(8, 0.5, 0, PLAIN)), full(grid(2, 1, 0, PLAIN))).report().size());
	}

	@Test
	void refusesAMaskThatLiesElsewhere() {
		final String message = assertThrows(InputException.class, () -> MaskResampling.onto(image(grid(4, 1, 0, PLAIN)), full(
			grid(4, 1, 100, PLAIN)))).getMessage();
		assertTrue(message.contains("all its 64 voxels"), message);
	}

	/** The image's voxels lie in the ROI's only voxel, whose centre is outside. */
	@Test
	void takesLargeVoxelsThatReachIntoTheImage() {
		final MaskResampling large = MaskResampling.onto(image(grid(4, 1, 0, PLAIN)), full(new Geometry(new long[] { 1, 1, 1 },
			new double[] { 20, 20, 20 }, new double[] { 9, 10, -5 }, PLAIN)));
		assertEquals(64, large.mask().voxelCount());
		assertTrue(large.report().get(1).contains("the centres of 1 of its 1 voxels"), large.report().toString());
	}

	/** A grid that is flipped and permuted holds the same voxels in another order: none is lost, none moves. */
	@Test
	void findsEachVoxelOfAFlippedGrid() {
		final Geometry g = Geometry.axisAligned(new long[] { 3, 4, 5 }, new double[] { 1, 2, 3 });
		final Geometry flipped = new Geometry(new long[] { 4, 3, 5 }, new double[] { 2, 1, 3 }, new double[] { 2, 0, 12 },
			new double[] { 0, -1, 0, 1, 0, 0, 0, 0, -1 });
		final Random random = new Random(1);
		final byte[] inside = new byte[60];
		for (int i = 0; i < 60; i++)
			inside[i] = (byte) random.nextInt(2);
		final Mask mask = Mask.of("m", flipped, flipped.box(), inside);
		final MaskResampling result = MaskResampling.onto(image(g), mask);
		for (int z = 0; z < 5; z++)
			for (int y = 0; y < 4; y++)
				for (int x = 0; x < 3; x++)
					assertEquals(mask.contains(y, 2 - x, 4 - z), result.mask().contains(x, y, z));
		assertEquals(1, result.report().size());
	}
}
