package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.Progress;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** While it is open, Ctrl-C asks the work to stop, and the process waits for it to leave everything in order. */
final class Interrupt implements Progress, AutoCloseable {

	private static final int PATIENCE_SECONDS = 20;

	private final CountDownLatch over = new CountDownLatch(1);
	private final Thread hook = new Thread(this::stop, "interrupt");
	private volatile boolean cancelled;

	Interrupt() {
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
		// Only asked whether to stop.
	}

	@Override
	public boolean isCancelled() {
		return cancelled;
	}

	@Override
	public void close() {
		over.countDown();
		if (!cancelled) Runtime.getRuntime().removeShutdownHook(hook);
	}
}
