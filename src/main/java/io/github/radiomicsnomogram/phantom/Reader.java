package io.github.radiomicsnomogram.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Outlines a lesion slice by slice as a person does: along its edge, without the spicules, with an unsteady hand. */
final class Reader {

	private static final int POINTS = 40;
	private static final double STEP = 0.05;
	private static final double REACH = 20;
	private static final int FEWEST_PIXELS = 12;

	private final Lesion lesion;
	private final double pixel;
	private final SmoothNoise hand;

	/**
	 * @param seed of the hand
	 * @param lesion to outline
	 * @param pixel size in mm, in the slice
	 */
	Reader(final long seed, final Lesion lesion, final double pixel) {
		this.lesion = lesion;
		this.pixel = pixel;
		hand = new SmoothNoise(seed, 2.5);
	}

	/** The outline in a slice at height z (mm), if the lesion is large enough there to be seen. */
	Optional<Outline> draw(final int slice, final double z) {
		final double cx = lesion.centre(0), cy = lesion.centre(1);
		final List<int[]> points = new ArrayList<>();
		double area = 0;
		for (int i = 0; i < POINTS; i++) {
			final double angle = 2 * Math.PI * i / POINTS;
			final double cos = StrictMath.cos(angle), sin = StrictMath.sin(angle);
			final double edge = edge(cx, cy, z, cos, sin);
			area += edge * edge * Math.PI / POINTS;
			final double r = edge - 0.6 + 0.7 * hand.at(cx + edge * cos, cy + edge * sin, z);
			final int[] point = { corner(cx + r * cos), corner(cy + r * sin) };
			final int[] last = points.isEmpty() ? null : points.get(points.size() - 1);
			if (last == null || last[0] != point[0] || last[1] != point[1]) points.add(point);
		}
		if (area < FEWEST_PIXELS * pixel * pixel) return Optional.empty();
		return Optional.of(new Outline(slice, points.stream().mapToInt(p -> p[0]).toArray(), points.stream().mapToInt(
			p -> p[1]).toArray()));
	}

	/** Distance from the axis to the body's edge; 0 if the slice misses the body. */
	private double edge(final double cx, final double cy, final double z, final double cos, final double sin) {
		double r = REACH;
		while (r > 0 && lesion.body(cx + r * cos, cy + r * sin, z) < 0)
			r -= STEP;
		return Math.max(0, r);
	}

	/** Nearest corner between pixels; the centre of pixel 0 lies at 0 mm. */
	private int corner(final double mm) {
		return (int) Math.floor(mm / pixel + 1);
	}
}
