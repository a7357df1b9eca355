package io.github.radiomicsnomogram.phantom;

import java.util.Random;

/**
 * A spiculated mass: a lobulated body around a centre, thin spicules that leave it, an enhancing rim and a necrotic
 * core off the centre. All in mm. Levels are distances to a surface, roughly: positive inside.
 */
final class Lesion {

	private static final double RADIUS = 10.5;
	private static final double FLATTENING = 0.82;
	private static final int LOBES = 14;
	private static final int SPICULES = 18;

	private final double[] centre;
	private final double[][] lobes = new double[LOBES][];
	private final double[] lobeHeight = new double[LOBES];
	private final double[][] spicules = new double[SPICULES][];
	private final double[] spiculeLength = new double[SPICULES];
	private final SmoothNoise blobs;

	/**
	 * @param seed of the shape and the heterogeneity
	 * @param centre in mm
	 */
	Lesion(final long seed, final double... centre) {
		this.centre = centre;
		final Random random = new Random(seed);
		for (int i = 0; i < LOBES; i++) {
			lobes[i] = direction(random);
			lobeHeight[i] = 0.5 * (random.nextDouble() - 0.45);
		}
		for (int i = 0; i < SPICULES; i++) {
			spicules[i] = direction(random);
			spiculeLength[i] = 3 + 6 * random.nextDouble();
		}
		blobs = new SmoothNoise(seed + 1, 3.2);
	}

	private static double[] direction(final Random random) {
		final double z = 2 * random.nextDouble() - 1, angle = 2 * Math.PI * random.nextDouble();
		final double r = Math.sqrt(1 - z * z);
		return new double[] { r * StrictMath.cos(angle), r * StrictMath.sin(angle), z };
	}

	/** Centre along an axis. */
	double centre(final int axis) {
		return centre[axis];
	}

	/** How deep a point lies in the body. */
	double body(final double x, final double y, final double z) {
		final double dx = x - centre[0], dy = y - centre[1], dz = (z - centre[2]) / FLATTENING;
		final double r = Math.sqrt(dx * dx + dy * dy + dz * dz);
		return surface(dx, dy, dz, r) - r;
	}

	/** Distance from the centre to the body's surface in a direction of length r. */
	private double surface(final double dx, final double dy, final double dz, final double r) {
		if (r == 0) return RADIUS;
		double sum = 1;
		for (int i = 0; i < LOBES; i++) {
			final double cos = (dx * lobes[i][0] + dy * lobes[i][1] + dz * lobes[i][2]) / r;
			sum += lobeHeight[i] * StrictMath.exp(9 * (cos - 1));
		}
		return RADIUS * sum;
	}

	/** How deep a point lies in the nearest spicule. */
	double spicule(final double x, final double y, final double z) {
		final double dx = x - centre[0], dy = y - centre[1], dz = z - centre[2];
		final double squared = dx * dx + dy * dy + dz * dz;
		double best = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < SPICULES; i++) {
			final double along = dx * spicules[i][0] + dy * spicules[i][1] + dz * spicules[i][2];
			final double rest = RADIUS + spiculeLength[i] - along;
			if (along <= 0 || rest <= 0) continue;
			final double width = 0.5 + 0.12 * rest;
			best = Math.max(best, width - Math.sqrt(Math.max(0, squared - along * along)));
		}
		return best;
	}

	/** HU of the body at a point: rim, blobs, core. */
	double hu(final double x, final double y, final double z) {
		final double depth = body(x, y, z);
		final double rim = StrictMath.exp(-(depth - 2) * (depth - 2) / 8);
		final double enhanced = 80 + 18 * rim + 26 * blobs.at(x, y, z);
		final double dx = x - centre[0] + 1.8, dy = y - centre[1] - 1.2, dz = z - centre[2] + 0.8;
		final double core = 4.6 + 1.3 * blobs.at(y, z, x) - Math.sqrt(dx * dx + dy * dy + dz * dz);
		final double share = Math.min(1, Math.max(0, core / 3 + 0.5));
		return enhanced + share * (34 - enhanced);
	}
}
