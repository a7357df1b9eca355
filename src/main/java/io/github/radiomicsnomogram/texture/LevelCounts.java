package io.github.radiomicsnomogram.texture;

/**
 * Counts how many voxels have each level. Neighbours often have the same one, and a count has to wait until the last
 * change of it is done; so neighbours are counted in two tables.
 */
final class LevelCounts {

	private final int[] even, odd;

	/** @param max highest level */
	LevelCounts(final int max) {
		even = new int[max + 1];
		odd = new int[max + 1];
	}

	/** Counts the first n levels. */
	void count(final int[] levels, final int n) {
		final int[] a = even, b = odd;
		int i = 0;
		for (; i + 1 < n; i += 2) {
			a[levels[i]]++;
			b[levels[i + 1]]++;
		}
		if (i < n) a[levels[i]]++;
	}

	/** Adds what has been counted to the counts of several threads. */
	void addTo(final int[] counts) {
		synchronized (counts) {
			for (int level = 0; level < counts.length; level++)
				counts[level] += even[level] + odd[level];
		}
	}
}
