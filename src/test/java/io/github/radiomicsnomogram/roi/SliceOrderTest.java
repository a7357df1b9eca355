package io.github.radiomicsnomogram.roi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class SliceOrderTest {

	private static final Geometry GRID = Geometry.axisAligned(new long[] { 2, 1, 4 }, new double[] { 1, 1, 1 });

	private static ImageInfo info(final String numbers) {
		return new ImageInfo("ct", "HU", Map.of("InstanceNumber", numbers), List.of());
	}

	@Test
	void ascendingOrUnknownOrderChangesNothing() {
		assertTrue(SliceOrder.of(info("1\\2\\5\\9")).isEmpty());
		assertTrue(SliceOrder.of(ImageInfo.of("ct", "HU")).isEmpty());
		assertTrue(SliceOrder.of(info("1\\1\\2\\3")).isEmpty());
		assertTrue(SliceOrder.of(info("1\\x\\2\\3")).isEmpty());
	}

	@Test
	void aSeriesFromTheHeadDownIsTurned() {
		// Drawn on the first and second slice as shown, which are the last and last but one by position.
		final Mask shown = Mask.of("roi", GRID, new BoundingBox(0, 0, 0, 1, 0, 1), new byte[] { 1, 0, 1, 1 });
		final Mask placed = SliceOrder.of(info("4\\3\\2\\1")).orElseThrow().place(shown);
		assertEquals(new BoundingBox(0, 0, 2, 1, 0, 3), placed.box());
		assertArrayEquals(new byte[] { 1, 1, 1, 0 }, placed.toBytes());
	}

	@Test
	void anyOrderIsFollowed() {
		final Mask shown = Mask.of("roi", GRID, new BoundingBox(1, 0, 1, 1, 0, 2), new byte[] { 1, 1 });
		final Mask placed = SliceOrder.of(info("3\\10\\2\\1")).orElseThrow().place(shown);
		assertTrue(placed.contains(1, 0, 2) && placed.contains(1, 0, 0));
		assertEquals(2, placed.voxelCount());
	}
}
