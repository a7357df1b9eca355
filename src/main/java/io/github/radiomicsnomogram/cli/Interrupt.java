package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.Progress;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * While it is open, Ctrl-C asks the work to stop, and the process waits for it to leave everything in order; on a terminal
 * a line that is written over tells how far the work is.
 */
final class Interrupt implements Progress, AutoCloseable {

	private static final int PATIENCE_SECONDS = 20;

	private final CountDownLatch over = new CountDownLatch(1);
	private final Thread hook = new Thread(this::stop, "interrupt");
	private final Optional<StatusLine> line;
	private volatile boolean cancelled;

	/** Tells nothing: the work has a voice of its own. */
	Interrupt() {
		this(Optional.empty());
	}

	/**
	 * @param err where somebody who watches is told of progress
	 * @param watched whether somebody does
	 */
	Interrupt(final PrintWriter err, final boolean watched) {
		this(watched ? Optional.of(new StatusLine(err)) : Optional.empty());
	}

	private Interrupt(final Optional<StatusLine> line) {
		this.line = line;
		Runtime.getRuntime().addShutdownHook(hook);
	}

	private void stop() {
		cancelled = true;
		try {
			over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void update(final double fraction, final String message) {
		line.ifPresent(l -> l.show(String.format(Locale.ROOT, "%3.0f %%  %s", 100 * fraction, message)));
	}

	@Override
	public boolean isCancelled() {
		return cancelled;
	}

	@Override
	public void close() {
		line.ifPresent(StatusLine::clear);
		over.countDown();
		if (!cancelled) Runtime.getRuntime().removeShutdownHook(hook);
	}
}
