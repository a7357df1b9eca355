package io.github.radiomicsnomogram.cohort;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.Software;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import net.imglib2.parallel.Parallelization;

/**
 * Works through cases, several at a time; whatever goes wrong with one becomes its result, and the others go on. No
 * more images are in memory than cases are at work. The caller's threads ({@code Parallelization}) are shared out
 * between them.
 */
public final class CaseRunner {

	/** What is to be done with a case. */
	@FunctionalInterface
	public interface Work {

		/**
		 * @return a row for each ROI
		 * @throws InputException if none has results
		 */
		List<ResultRow> rows(Case c, Progress progress);

		/** Whether all that a row of an earlier run names is still there. */
		default boolean isKept(final ResultRow row) {
			return true;
		}
	}

	/** Hears of finished cases; called from any thread, one call at a time. */
	@FunctionalInterface
	public interface Listener {

		/**
		 * @param c that is done
		 * @param rows its results
		 */
		void finished(Case c, List<ResultRow> rows);
	}

	private final int jobs;
	private final Work work;
	private final Listener listener;

	/**
	 * @param jobs number of cases at a time, at least 1
	 */
	public CaseRunner(final int jobs, final Work work, final Listener listener) {
		if (jobs < 1) throw new IllegalArgumentException(jobs + " jobs");
		this.jobs = jobs;
		this.work = work;
		this.listener = listener;
	}

	/**
	 * Works through cases; returns when all are done.
	 *
	 * @param stop asked whether to stop
	 * @throws CancellationException if the caller stopped it; what is finished has been told to the listener
	 * @throws RuntimeException what the listener threw; it hears of nothing afterwards
	 */
	public void run(final List<Case> cases, final Progress stop) {
		final Quiet quiet = new Quiet(stop, new AtomicReference<>());
		if (jobs == 1 || cases.size() <= 1) cases.forEach(c -> one(c, quiet));
		else runJobs(cases, Math.min(jobs, cases.size()), quiet);
	}

	private void runJobs(final List<Case> cases, final int workers, final Quiet quiet) {
		final int threads = Math.max(1, Parallelization.getTaskExecutor().getParallelism() / workers);
		final ExecutorService pool = Executors.newFixedThreadPool(workers);
		try {
			final List<Future<?>> futures = new ArrayList<>();
			for (final Case c : cases)
				futures.add(pool.submit(() -> Parallelization.runWithNumThreads(threads, () -> one(c, quiet))));
			for (final Future<?> future : futures)
				future.get();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw quiet.halt(new CancellationException("Interrupted"));
		}
		catch (final ExecutionException e) {
			// Cases that only stopped because another failed may come first in the list.
			throw quiet.halt(e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause()));
		}
		finally {
			end(pool);
		}
	}

	/** Waits for the workers, which stop soon: nobody is told of a case after {@link #run}. */
	private static void end(final ExecutorService pool) {
		pool.shutdown();
		try {
			pool.awaitTermination(1, TimeUnit.HOURS);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private void one(final Case c, final Quiet quiet) {
		quiet.check();
		final List<ResultRow> rows = rows(c, quiet);
		synchronized (listener) {
			if (quiet.failure().get() != null) throw new CancellationException("Another case ended the run");
			try {
				listener.finished(c, rows);
			}
			catch (final RuntimeException e) {
				throw quiet.halt(e);
			}
		}
	}

	private List<ResultRow> rows(final Case c, final Progress stop) {
		try {
			return work.rows(c, stop);
		}
		catch (final CancellationException e) {
			throw e;
		}
		catch (final InputException e) {
			return List.of(ResultRow.failed(c.columns(), e.getMessage()));
		}
		catch (final OutOfMemoryError e) {
			return List.of(ResultRow.failed(c.columns(), "Out of memory (" + Runtime.getRuntime().maxMemory() / (1 << 20) +
				" MB). Work on fewer cases at a time, or give Java more: java -Xmx8g -jar ..."));
		}
		catch (final RuntimeException e) {
			return List.of(ResultRow.failed(c.columns(), "A fault of " + Software.NAME + " " + Software.version() + ": " + e));
		}
	}

	/**
	 * The progress of one case, which is nobody's concern among many.
	 *
	 * @param failure what ended the whole run; empty while it goes on
	 */
	private record Quiet(Progress whole, AtomicReference<RuntimeException> failure) implements Progress {

		@Override
		public void update(final double fraction, final String message) {
			// Told case by case.
		}

		@Override
		public boolean isCancelled() {
			return failure.get() != null || whole.isCancelled();
		}

		/** Ends the run; gives the first failure, which may be another one. */
		RuntimeException halt(final RuntimeException e) {
			failure.compareAndSet(null, e);
			return failure.get();
		}
	}
}
