package io.github.radiomicsnomogram.phantom;

/**
 * A contrast-enhanced CT of a breast without noise: HU at any point, in mm. x runs to the patient's left, y to the
 * back, z to the head. Edges of tissues are ramps of one voxel's width, as partial volume makes them.
 */
final class Breast {

	private static final double RAMP = 0.9;
	private static final double SKIN = 2.0;

	private static final double AIR = -1000, SKIN_HU = 42, FAT = -102, GLAND = 38, SPICULE = 62, MUSCLE = 58, VESSEL = 150;
	private static final double LUNG = -860, BONE = 420;

	private final Lesion lesion;
	private final SmoothNoise lobules;
	private final SmoothNoise fat;

	Breast(final long seed, final Lesion lesion) {
		this.lesion = lesion;
		lobules = new SmoothNoise(seed, 6.5);
		fat = new SmoothNoise(seed + 1, 5);
	}

	/** HU at a point. */
	double hu(final double x, final double y, final double z) {
		final double wall = y - chestWall(x);
		final double dome = dome(x, y, z);
		final double body = Math.max(dome, wall);
		if (body < -RAMP) return AIR;
		double hu = mix(AIR, SKIN_HU, body);
		hu = mix(hu, FAT + 8 * fat.at(x, y, z), body - SKIN);
		hu = mix(hu, GLAND + 10 * fat.at(z, x, y), Math.min(gland(x, y, z), dome - 5));
		hu = mix(hu, VESSEL, vessel(x, y, z));
		hu = chest(hu, x, z, wall);
		hu = mix(hu, SPICULE, lesion.spicule(x, y, z));
		final double mass = lesion.body(x, y, z);
		return mass < -RAMP ? hu : mix(hu, lesion.hu(x, y, z), mass);
	}

	/** How deep below the breast's surface. */
	private static double dome(final double x, final double y, final double z) {
		final double u = (x - 33) / 36, v = (y - 53) / 46, w = (z - 22) / 42;
		return 36 * (1 - Math.sqrt(u * u + v * v + w * w));
	}

	/** Where the chest wall begins, along y. */
	private static double chestWall(final double x) {
		return 49 + 0.006 * (x - 20) * (x - 20);
	}

	private double gland(final double x, final double y, final double z) {
		final double u = (x - 32) / 24, v = (y - 30) / 20, w = (z - 22) / 26;
		final double cone = 1 - Math.sqrt(u * u + v * v + w * w);
		return 7 * (cone - 0.35 + 0.75 * lobules.at(x, y, z));
	}

	/** How deep inside a vein that winds through the fat along z. */
	private static double vessel(final double x, final double y, final double z) {
		final double dx = x - 53 - 3 * StrictMath.sin(z / 9), dy = y - 38 - 2.5 * StrictMath.cos(z / 7);
		return 1.4 - Math.sqrt(dx * dx + dy * dy);
	}

	/** Pectoral muscle, a rib and the lung behind the wall. */
	private static double chest(final double before, final double x, final double z, final double wall) {
		double hu = mix(before, MUSCLE, wall - SKIN);
		final double u = (wall - 12.5) / 3, w = (z - 0.35 * x - 4) / 5;
		hu = mix(hu, BONE, 3 * (1 - Math.sqrt(u * u + w * w)));
		return mix(hu, LUNG, wall - 17);
	}

	/** One tissue laid over another where its level is positive. */
	private static double mix(final double under, final double over, final double level) {
		final double share = Math.min(1, Math.max(0, level / RAMP + 0.5));
		return under + share * (over - under);
	}
}
