package io.github.radiomicsnomogram.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.RoiVoxels;

import java.util.Arrays;

import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;

class PhantomTest {

	private static final Phantom PHANTOM = Phantom.generate();

	@Test
	void isTheSameEveryTime() {
		final Phantom again = Phantom.generate();
		assertEquals(PHANTOM.mask(), again.mask());
		assertArrayEquals(values(PHANTOM), values(again));
	}

	private static double[] values(final Phantom phantom) {
		return Views.flatIterable(phantom.volume().voxels()).stream().mapToDouble(v -> v.getRealDouble()).toArray();
	}

	@Test
	void looksLikeCt() {
		final double[] hu = values(PHANTOM);
		assertEquals(-1024, Arrays.stream(hu).min().orElseThrow());
		final double highest = Arrays.stream(hu).max().orElseThrow();
		assertTrue(highest > 350 && highest < 3071, () -> "bone " + highest);
		assertEquals(-102, Arrays.stream(hu).filter(v -> v > -150 && v < -60).average().orElseThrow(), 5, "fat");
	}

	@Test
	void theLesionEnhancesAndHoldsNoAirAndNoBone() {
		final double[] hu = new RoiVoxels(PHANTOM.volume(), PHANTOM.mask()).values();
		final double mean = Arrays.stream(hu).average().orElseThrow();
		assertTrue(mean > 60 && mean < 130, () -> "mean " + mean);
		assertTrue(Arrays.stream(hu).allMatch(v -> v > -100 && v < 250));
	}

	@Test
	void theMuscleIsEven() {
		final double[] hu = new RoiVoxels(PHANTOM.volume(), PHANTOM.muscle()).values();
		assertEquals(58, Arrays.stream(hu).average().orElseThrow(), 3);
		assertTrue(Arrays.stream(hu).allMatch(v -> v > -50 && v < 150));
	}

	@Test
	void theLesionLiesWellInsideTheImage() {
		final BoundingBox box = PHANTOM.mask().box();
		for (final int low : new int[] { box.x0(), box.y0(), box.z0() })
			assertTrue(low >= 5, box::toString);
		assertTrue(box.x1() < 83 && box.y1() < 83 && box.z1() < 31, box::toString);
	}

	@Test
	void eachSliceOfTheLesionHasOneOutline() {
		final BoundingBox box = PHANTOM.mask().box();
		final int[] slices = PHANTOM.outlines().stream().mapToInt(Outline::slice).toArray();
		assertEquals(box.z0(), slices[0]);
		for (int i = 1; i < slices.length; i++)
			assertEquals(slices[i - 1] + 1, slices[i]);
		assertEquals(box.z1(), slices[slices.length - 1]);
	}

	@Test
	void anOutlineCoversPixelsWhoseCentreItEncloses() {
		final Outline triangle = new Outline(0, new int[] { 0, 4, 0 }, new int[] { 0, 0, 4 });
		assertTrue(triangle.covers(0, 0));
		assertTrue(triangle.covers(1, 1));
		assertTrue(triangle.covers(2, 1), "its right edge runs through this centre");
		assertFalse(triangle.covers(3, 3));
		assertFalse(triangle.covers(4, 0));
	}
}
