package io.github.radiomicsnomogram.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import org.junit.jupiter.api.Test;

class MaskTest {

	private static final Geometry GRID = Geometry.axisAligned(new long[] { 5, 4, 3 }, new double[] { 1, 1, 2 });

	@Test
	void keepsOnlyTheBoundingBoxOfALabel() {
		final Img<UnsignedByteType> labels = ArrayImgs.unsignedBytes(5, 4, 3);
		labels.getAt(1, 2, 1).set(7);
		labels.getAt(3, 3, 2).set(7);
		labels.getAt(0, 0, 0).set(1);
		final Mask mask = Mask.ofLabel("m", GRID, labels, 7);
		assertEquals(new BoundingBox(1, 2, 1, 3, 3, 2), mask.box());
		assertEquals(2, mask.voxelCount());
		assertTrue(mask.contains(3, 3, 2));
		assertFalse(mask.contains(0, 0, 0));
		assertArrayEquals(new byte[] { 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 }, mask.toBytes());
		assertEquals(1, mask.image().getAt(1, 2, 1).get());
	}

	@Test
	void namesTheLabelsThatAreThere() {
		final Img<UnsignedByteType> labels = ArrayImgs.unsignedBytes(5, 4, 3);
		labels.getAt(1, 2, 1).set(7);
		final String message = assertThrows(InputException.class, () -> Mask.ofLabel("m", GRID, labels, 2)).getMessage();
		assertEquals("The mask 'm' has no voxel with label 2; labels in it: 7.", message);
	}

	@Test
	void shrinksALooseBox() {
		final byte[] inside = new byte[60];
		inside[(1 * 4 + 2) * 5 + 4] = 9;
		final Mask mask = Mask.of("m", GRID, new BoundingBox(0, 0, 0, 4, 3, 2), inside);
		assertEquals(new BoundingBox(4, 2, 1, 4, 2, 1), mask.box());
		assertArrayEquals(new byte[] { 1 }, mask.toBytes());
	}
}
