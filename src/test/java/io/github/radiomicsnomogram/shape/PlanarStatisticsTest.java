package io.github.radiomicsnomogram.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.RoiVoxels;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;

class PlanarStatisticsTest {

	/** The voxels that belong to a ROI; the image's values don't matter here. */
	static RoiVoxels roi(final Masks mask, final double... spacing) {
		final int nx = mask.size()[0], ny = mask.size()[1], nz = mask.size()[2];
		final Geometry geometry = Geometry.axisAligned(new long[] { nx, ny, nz }, spacing);
		final Volume image = new Volume(ArrayImgs.bytes(nx, ny, nz), geometry, VoxelType.INT8, ImageInfo.of("image", ""));
		return new RoiVoxels(image, Mask.of("roi", geometry, new BoundingBox(0, 0, 0, nx - 1, ny - 1, nz - 1), mask
			.inside()));
	}

	@Test
	void aRectangleHasItsClosedForm() {
		final PlanarStatistics s = PlanarStatistics.of(roi(Masks.box(70, 4, 1), 0.5, 2, 9), 2);
		assertEquals(280, s.pixels());
		assertEquals(280, s.pixelSurface());
		assertEquals(280 - 4 / 8.0, s.surface(), 1e-12);
		assertEquals(2 * 69 * 0.5 + 2 * 3 * 2 + 4 * Math.hypot(0.25, 1), s.perimeter(), 1e-12);
		assertEquals(Math.max(Math.hypot(70 * 0.5, 6), Math.hypot(69 * 0.5, 8)), s.diameter(), 1e-12);
		assertEquals(4 * Math.sqrt(4899 / 12.0 * 0.25), s.axes().majorLength(), 1e-12);
		assertEquals(4 * Math.sqrt(15 / 12.0 * 4), s.axes().minorLength(), 1e-12);
	}

	/** The outline segment by segment, and all pairs of its ends. */
	@Test
	void irregularMasksAgreeWithMarchingSquares() {
		final Random random = new Random(17);
		for (int i = 0; i < 200; i++) {
			final Masks mask = Masks.noise(random, 1 + random.nextInt(i % 9 == 0 ? 90 : 9), 1 + random.nextInt(9), 1, random
				.nextDouble());
			if (mask.isEmpty()) continue;
			final double x = 0.3 + random.nextDouble(), y = 0.3 + random.nextDouble();
			final PlanarStatistics s = PlanarStatistics.of(roi(mask, x, y, 1), 2);
			final double[] naive = naive(mask, x, y);
			assertEquals(naive[0], s.perimeter(), 1e-13 * naive[0]);
			assertEquals(naive[1], s.surface(), 1e-13 * s.pixelSurface());
			assertEquals(Math.sqrt(naive[2]), s.diameter(), 1e-13 * s.diameter());
		}
	}

	/** Perimeter, surface by the shoelace formula, squared diameter. */
	private static double[] naive(final Masks mask, final double x, final double y) {
		final double[] sums = new double[3];
		final List<double[]> ends = new ArrayList<>();
		for (int v = -1; v < mask.size()[1]; v++)
			for (int u = -1; u < mask.size()[0]; u++) {
				final boolean[] in = { mask.at(u, v, 0), mask.at(u + 1, v, 0), mask.at(u + 1, v + 1, 0), mask.at(u, v + 1, 0) };
				final double[][] middle = { { u + 0.5, v }, { u + 1, v + 0.5 }, { u + 0.5, v + 1 }, { u, v + 0.5 } };
				for (int from = 0; from < 4; from++) {
					final boolean starts = in[from] && !in[(from + 1) % 4];
					if (!starts) continue;
					int to = (from + 3) % 4;
					while (in[to])
						to = (to + 3) % 4;
					final double[] a = { middle[from][0] * x, middle[from][1] * y }, b = { middle[to][0] * x, middle[to][1] * y };
					sums[0] += Math.hypot(a[0] - b[0], a[1] - b[1]);
					sums[1] += (a[1] * b[0] - a[0] * b[1]) / 2;
					ends.add(a);
				}
			}
		sums[1] = Math.abs(sums[1]);
		for (final double[] a : ends)
			for (final double[] b : ends)
				sums[2] = Math.max(sums[2], Masks.square(a[0] - b[0]) + Masks.square(a[1] - b[1]));
		return sums;
	}

	@Test
	void aDiscComesCloseToTheContinuousOne() {
		final PlanarStatistics s = PlanarStatistics.of(roi(Masks.where(64, 64, 1, (u, v, w) -> Masks.square(u - 31.2) + Masks
			.square(v - 31.4) <= 900), 1, 1, 1), 2);
		assertEquals(900 * Math.PI, s.surface(), 0.01 * s.surface());
		assertEquals(60, s.diameter(), 1);
		assertTrue(s.sphericity() > 0.9 && s.sphericity() < 1, "" + s.sphericity());
	}

	/** The slice may lie across any axis; PyRadiomics' force2Ddimension. */
	@Test
	void anyAxisCanBeTheFlatOne() {
		final Masks slice = Masks.noise(new Random(4), 11, 8, 1, 0.6);
		final PlanarStatistics s = PlanarStatistics.of(roi(slice, 0.5, 2, 9), 2);
		assertEquals(s, PlanarStatistics.of(roi(slice.permuted(0, 2, 1), 0.5, 9, 2), 1));
		assertEquals(s, PlanarStatistics.of(roi(slice.permuted(2, 0, 1), 9, 0.5, 2), 0));
		assertThrows(IllegalArgumentException.class, () -> PlanarStatistics.of(roi(slice, 1, 1, 1), 0));
	}
}
