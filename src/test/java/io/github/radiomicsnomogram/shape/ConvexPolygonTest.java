package io.github.radiomicsnomogram.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class ConvexPolygonTest {

	private final Random random = new Random(7);

	/** Exact: both sides take the same root-free distance of the same pair. */
	@Test
	void diameterIsThatOfAllPairs() {
		for (int i = 0; i < 2000; i++) {
			final int n = 1 + random.nextInt(12), range = 1 + random.nextInt(15);
			final int[] low = new int[n], high = new int[n];
			final ConvexPolygon polygon = new ConvexPolygon(n);
			for (int u = 0; u < n; u++) {
				low[u] = random.nextInt(range);
				high[u] = low[u] + random.nextInt(range);
				polygon.add(u, low[u], high[u]);
			}
			final double scaleU = 0.1 + random.nextDouble(), scaleV = 0.1 + random.nextDouble();
			assertEquals(naive(low, high, scaleU, scaleV), polygon.squaredDiameter(scaleU, scaleV, 0));
		}
	}

	private static double naive(final int[] low, final int[] high, final double scaleU, final double scaleV) {
		double best = 0;
		for (int a = 0; a < low.length; a++)
			for (int b = 0; b < low.length; b++)
				for (final int va : new int[] { low[a], high[a] })
					for (final int vb : new int[] { low[b], high[b] })
						best = Math.max(best, Masks.square((a - b) * scaleU) + Masks.square((va - vb) * scaleV));
		return best;
	}

	@Test
	void aKnownValueIsKeptIfItIsLarger() {
		final ConvexPolygon polygon = new ConvexPolygon(3);
		assertTrue(polygon.isEmpty());
		assertEquals(4, polygon.squaredDiameter(1, 1, 4));
		polygon.add(0, 0, 0);
		assertEquals(0, polygon.squaredDiameter(1, 1, 0));
		polygon.add(1, 0, 1);
		assertEquals(4, polygon.squaredDiameter(1, 1, 4));
		assertEquals(2, polygon.squaredDiameter(1, 1, 1));
	}

	@Test
	void pointsOnAnEdgeAreNoCorners() {
		final ConvexPolygon polygon = new ConvexPolygon(5);
		for (int u = 0; u < 5; u++)
			polygon.add(u, u, 2 * u);
		assertEquals(2, polygon.low().size());
		assertEquals(2, polygon.high().size());
	}
}
