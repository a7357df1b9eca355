package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.volume.Geometry;

import java.util.Arrays;

/** How a format refuses a file: its name goes before what is wrong with it. */
@FunctionalInterface
interface Refusal {

	/** Unit vectors that span less volume lie in a plane. */
	double FLAT = 1e-6;

	/**
	 * @param what is wrong, going on from the file's name: "has no sizes"
	 * @param advice what to do, a sentence
	 */
	InputException bad(String what, String advice);

	/** The grid that a header describes, if its numbers are finite and span a volume. */
	default Geometry grid(final long[] size, final double[] spacing, final double[] origin, final double[] direction) {
		final double[] m = direction;
		final double determinant = m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6]) + m[2] * (m[3] * m[7] -
			m[4] * m[6]);
		if (!(Math.abs(determinant) >= FLAT)) throw bad("has axes that don't span a volume: " + Arrays.toString(direction),
			"Export it again.");
		try {
			return new Geometry(size, spacing, origin, direction);
		}
		catch (final IllegalArgumentException e) {
			throw bad("has an impossible grid: " + e.getMessage(), "Export it again.");
		}
	}
}
