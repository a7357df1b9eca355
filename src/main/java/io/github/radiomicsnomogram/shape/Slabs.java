package io.github.radiomicsnomogram.shape;

import java.util.ArrayList;
import java.util.List;

import net.imglib2.parallel.Parallelization;

/** Cuts a stack of planes into slabs that never depend on the number of threads, and runs them where that pays. */
final class Slabs {

	/** Below this many voxels a task costs more than it saves. */
	private static final long WORTH_A_TASK = 1L << 19;

	private Slabs() {}

	/** Work on the planes from (included) to (excluded). */
	@FunctionalInterface
	interface Work<R> {

		R run(int from, int to);
	}

	/**
	 * Runs work on all planes, in the caller's {@link net.imglib2.parallel.TaskExecutor} if the grid is large.
	 *
	 * @param planes how many there are
	 * @param voxels in all of them
	 * @return the slabs' results, in the order of the planes
	 */
	static <R> List<R> run(final int planes, final long voxels, final Work<R> work) {
		final int tasks = (int) Math.max(1, Math.min(planes, 4 * voxels / WORTH_A_TASK));
		if (tasks == 1) return List.of(work.run(0, planes));
		final List<int[]> slabs = new ArrayList<>();
		for (int i = 0; i < tasks; i++)
			slabs.add(new int[] { (int) ((long) planes * i / tasks), (int) ((long) planes * (i + 1) / tasks) });
		return Parallelization.getTaskExecutor().forEachApply(slabs, slab -> work.run(slab[0], slab[1]));
	}

	/** Work on the planes from (included) to (excluded) that leaves its result elsewhere. */
	@FunctionalInterface
	interface Action {

		void run(int from, int to);
	}

	/** As {@link #run}, without results. */
	static void forEach(final int planes, final long voxels, final Action action) {
		run(planes, voxels, (from, to) -> {
			action.run(from, to);
			return to;
		});
	}
}
