package io.github.radiomicsnomogram.texture;

/**
 * Grey levels as ints that can be added up over the neighbours of a voxel: the number of neighbours lies above the sum of
 * their levels. Where this doesn't fit into 32 bits the lowest bits of the levels alone are there, and the rest is added
 * up in further pieces.
 */
final class LevelPieces {

	private final int firstBits, moreBits, countShift;
	private final int[][] numbers;

	/**
	 * @param levels ascending
	 * @param neighbours the most that a voxel has
	 */
	LevelPieces(final int[] levels, final int neighbours) {
		final int countBits = Integer.SIZE - Integer.numberOfLeadingZeros(neighbours);
		firstBits = Math.max(0, Integer.SIZE - 1 - 2 * countBits);
		moreBits = Integer.SIZE - 1 - countBits;
		countShift = firstBits == 0 ? 0 : firstBits + countBits;
		final int rest = levels[levels.length - 1] >>> firstBits;
		final int pieces = 1 + (Integer.SIZE - Integer.numberOfLeadingZeros(rest) + moreBits - 1) / moreBits;
		numbers = new int[pieces][levels.length + 1];
		for (int r = 1; r <= levels.length; r++) {
			numbers[0][r] = (1 << countShift) + (levels[r - 1] & (1 << firstBits) - 1);
			for (int p = 1; p < pieces; p++)
				numbers[p][r] = levels[r - 1] >>> shift(p) & (1 << moreBits) - 1;
		}
	}

	private int shift(final int piece) {
		return firstBits + (piece - 1) * moreBits;
	}

	/** Number of pieces; 1 unless levels or neighbours are very many. */
	int size() {
		return numbers.length;
	}

	/** What is to be added up, for each rank; {@code numbers[0]}, for voxels outside the ROI, is 0. */
	int[] numbers(final int piece) {
		return numbers[piece];
	}

	/** Number of neighbours in a sum of the first pieces. */
	int count(final int sumOfFirst) {
		return sumOfFirst >>> countShift;
	}

	/** Sum of levels, of the sums of each piece at a place. */
	long sum(final int[][] sums, final int place) {
		long sum = sums[0][place] & (1 << countShift) - 1;
		for (int p = 1; p < sums.length; p++)
			sum += (long) sums[p][place] << shift(p);
		return sum;
	}
}
