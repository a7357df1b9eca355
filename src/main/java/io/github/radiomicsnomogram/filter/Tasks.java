package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.Progress;

import java.util.ArrayList;
import java.util.List;

import net.imglib2.parallel.Parallelization;

/** Splits independent lines or planes over the caller's {@link net.imglib2.parallel.TaskExecutor}. */
final class Tasks {

	/** Below this many voxels a task costs more than it saves. */
	private static final long WORTH_A_TASK = 1L << 15;

	private static final int MOST_TASKS = 64;

	private Tasks() {}

	/** Work on the lines from (included) to (excluded). */
	@FunctionalInterface
	interface Work {

		void run(int from, int to);
	}

	/**
	 * Works on all lines, in parts that don't depend on the number of threads.
	 *
	 * @param lines how many there are
	 * @param voxels in all of them
	 * @throws java.util.concurrent.CancellationException if the caller stopped it
	 */
	static void forEach(final int lines, final long voxels, final Progress progress, final Work work) {
		final int parts = (int) Math.max(1, Math.min(Math.min(lines, MOST_TASKS), voxels / WORTH_A_TASK));
		progress.check();
		if (parts == 1) {
			work.run(0, lines);
			return;
		}
		final List<int[]> ranges = new ArrayList<>();
		for (int i = 0; i < parts; i++)
			ranges.add(new int[] { (int) ((long) lines * i / parts), (int) ((long) lines * (i + 1) / parts) });
		Parallelization.getTaskExecutor().forEach(ranges, range -> {
			if (!progress.isCancelled()) work.run(range[0], range[1]);
		});
		progress.check();
	}
}
