package io.github.radiomicsnomogram.io.dicom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Parallel planes in the order of their place along their normal, and which of them lie at one place. */
final class SlicePositions {

	/** Two planes closer than this lie at one place, unless the planes of the image are much closer together. */
	private static final double SAME_PLACE = 0.01;

	private static final double SAME_PLACE_SHARE = 0.05;
	private static final double CLOSEST = 1e-5;

	private final List<Slice> sorted;
	private final Vector normal;

	/**
	 * @param slices at least one, of one orientation, in an order that doesn't depend on chance: of planes at one place
	 *          the first comes first
	 */
	SlicePositions(final List<Slice> slices) {
		normal = slices.get(0).normal();
		sorted = new ArrayList<>(slices);
		sorted.sort(Comparator.comparingDouble(this::along));
	}

	/** The planes, ascending along row x column. */
	List<Slice> sorted() {
		return List.copyOf(sorted);
	}

	/** mm along the normal. */
	double along(final Slice slice) {
		return slice.position().dot(normal);
	}

	/** The planes in groups that each lie at one place, in order. */
	List<List<Slice>> places() {
		final double mean = (along(sorted.get(sorted.size() - 1)) - along(sorted.get(0))) / Math.max(1, sorted.size() - 1);
		final double same = Math.max(CLOSEST, Math.min(SAME_PLACE, SAME_PLACE_SHARE * mean));
		final List<List<Slice>> places = new ArrayList<>();
		double last = Double.NEGATIVE_INFINITY;
		for (final Slice slice : sorted) {
			if (along(slice) - last > same) places.add(new ArrayList<>());
			places.get(places.size() - 1).add(slice);
			last = along(slice);
		}
		return places;
	}

	/** The largest number of planes at one place. */
	int multiplicity() {
		return places().stream().mapToInt(List::size).max().orElse(0);
	}
}
