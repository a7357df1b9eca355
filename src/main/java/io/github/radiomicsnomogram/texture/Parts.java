package io.github.radiomicsnomogram.texture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import net.imglib2.parallel.Parallelization;
import net.imglib2.parallel.TaskExecutor;

/** Work cut into parts for several threads. */
final class Parts {

	/** Numbers from a first one to one that is not included. */
	record Range(int from, int to) {}

	/** Fewer voxels than this are not worth a second task where little is done for each. */
	private static final int WORTH = 1 << 15;

	private Parts() {}

	/** Runs a loop over the numbers from 0 to n - 1 in the caller's executor, in ranges. */
	static void forEach(final int n, final Consumer<Range> loop) {
		forEach(n, n, loop);
	}

	/** Runs a loop over n things that hold so many voxels together. */
	static void forEach(final int n, final int voxels, final Consumer<Range> loop) {
		final TaskExecutor executor = Parallelization.getTaskExecutor();
		final int most = Math.min(voxels / WORTH, executor.suggestNumberOfTasks());
		if (most < 2) loop.accept(new Range(0, n));
		else executor.forEach(of(n, most), loop);
	}

	/** The numbers from 0 to n - 1 in at most so many ranges of about the same length. */
	static List<Range> of(final int n, final int most) {
		final int parts = Math.max(1, Math.min(n, most));
		final List<Range> ranges = new ArrayList<>(parts);
		for (int p = 0; p < parts; p++)
			ranges.add(new Range((int) ((long) n * p / parts), (int) ((long) n * (p + 1) / parts)));
		return ranges;
	}

	/**
	 * A list in at most so many pieces of about the same length.
	 *
	 * @param unit what lengths are multiples of, but for the last one
	 */
	static <T> List<List<T>> of(final List<T> list, final int most, final int unit) {
		return of((list.size() + unit - 1) / unit, most).stream().map(r -> list.subList(r.from() * unit, Math.min(r.to() *
			unit, list.size()))).toList();
	}
}
