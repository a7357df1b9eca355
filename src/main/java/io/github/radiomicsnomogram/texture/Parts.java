package io.github.radiomicsnomogram.texture;

import java.util.ArrayList;
import java.util.List;

/** Work cut into parts for several threads. */
final class Parts {

	/** Numbers from a first one to one that is not included. */
	record Range(int from, int to) {}

	private Parts() {}

	/** The numbers from 0 to n - 1 in at most so many ranges of about the same length. */
	static List<Range> of(final int n, final int most) {
		final int parts = Math.max(1, Math.min(n, most));
		final List<Range> ranges = new ArrayList<>(parts);
		for (int p = 0; p < parts; p++)
			ranges.add(new Range((int) ((long) n * p / parts), (int) ((long) n * (p + 1) / parts)));
		return ranges;
	}

	/** A list in at most so many pieces of about the same length. */
	static <T> List<List<T>> of(final List<T> list, final int most) {
		return of(list.size(), most).stream().map(r -> list.subList(r.from(), r.to())).toList();
	}
}
