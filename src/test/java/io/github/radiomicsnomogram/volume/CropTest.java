package io.github.radiomicsnomogram.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;

import org.junit.jupiter.api.Test;

/** A part of an image keeps its values and its place in the patient. */
class CropTest {

	/** Axes rotated by 90 degrees about z, so that an index along x moves the point along y. */
	private static final Geometry GRID = new Geometry(new long[] { 4, 3, 2 }, new double[] { 0.5, 2, 3 }, new double[] {
		10, 20, 30 }, new double[] { 0, -1, 0, 1, 0, 0, 0, 0, 1 });
	private static final BoundingBox REGION = new BoundingBox(1, 1, 0, 3, 2, 1);

	@Test
	void aCroppedImageHasItsValuesAndItsPlace() {
		final double[] values = new double[24];
		for (int i = 0; i < values.length; i++)
			values[i] = i;
		final Volume volume = VoxelArrays.volume(values, GRID, VoxelType.INT16, ImageInfo.of("image", "HU"));
		final Volume cropped = volume.cropped(REGION);
		assertArrayEquals(new double[] { 5, 6, 7, 9, 10, 11, 17, 18, 19, 21, 22, 23 }, VoxelArrays.doubles(cropped));
		assertArrayEquals(VoxelArrays.doubles(cropped), VoxelArrays.doubles(volume, REGION));
		assertArrayEquals(new double[] { 8, 20.5, 30 }, cropped.geometry().origin());
		assertArrayEquals(GRID.toPatient(2, 2, 1), cropped.geometry().toPatient(1, 1, 1));
		assertEquals(VoxelType.INT16, cropped.type());
	}

	@Test
	void aCroppedMaskHoldsWhatLiesInTheRegion() {
		final byte[] all = new byte[24];
		all[0] = 1;
		all[6] = 1;
		all[23] = 1;
		final Mask mask = Mask.of("roi", GRID, GRID.box(), all);
		final Mask cropped = mask.cropped(REGION);
		assertEquals(2, cropped.voxelCount());
		assertTrue(cropped.contains(1, 0, 0) && cropped.contains(2, 1, 1));
		assertEquals(GRID.cropped(REGION), cropped.geometry());
		assertThrows(InputException.class, () -> mask.cropped(new BoundingBox(1, 0, 0, 1, 0, 1)));
	}

	@Test
	void paddingStopsAtTheGrid() {
		assertEquals(new BoundingBox(0, 0, 0, 3, 2, 1), REGION.padded(5, GRID));
		assertEquals(new BoundingBox(0, 0, 0, 3, 2, 1), REGION.padded(1, GRID));
		assertEquals(REGION, REGION.padded(0, GRID));
		assertEquals(new BoundingBox(0, 0, 0, 3, 2, 1), GRID.box());
	}
}
