package io.github.radiomicsnomogram.plot;

/** Moves labels apart. */
final class Spread {

	private static final int ROUNDS = 200;

	private Spread() {}

	/**
	 * Positions that differ by a distance at least, near the wanted ones.
	 *
	 * @param wanted ascending
	 * @param distance between neighbours
	 * @param low smallest position, if there is room
	 * @param high largest position, if there is room
	 */
	static double[] apart(final double[] wanted, final double distance, final double low, final double high) {
		final double[] at = wanted.clone();
		for (int round = 0; round < ROUNDS; round++) {
			for (int i = 1; i < at.length; i++) {
				final double lacking = distance - (at[i] - at[i - 1]);
				if (lacking <= 0) continue;
				at[i - 1] -= lacking / 2;
				at[i] += lacking / 2;
			}
			for (int i = 0; i < at.length; i++)
				at[i] = Math.max(low, Math.min(high, at[i]));
		}
		for (int i = 1; i < at.length; i++)
			at[i] = Math.max(at[i], at[i - 1] + distance);
		return at;
	}
}
