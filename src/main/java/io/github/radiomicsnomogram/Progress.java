package io.github.radiomicsnomogram;

import java.util.concurrent.CancellationException;

/**
 * The caller's ear and brake for long work: it hears how far the work is, and may stop it. The engine calls it from
 * the thread that called the engine, or from its workers; implementations must allow that.
 */
public interface Progress {

	/** Hears nothing and never cancels. */
	Progress NONE = new Progress() {

		@Override
		public void update(final double fraction, final String message) {
			// Nobody listens.
		}

		@Override
		public boolean isCancelled() {
			return false;
		}
	};

	/**
	 * @param fraction share of the work that is done, 0 to 1
	 * @param message what is being done now
	 */
	void update(double fraction, String message);

	/** Whether the user asked to stop. */
	boolean isCancelled();

	/**
	 * Gives up the work if the user asked for it.
	 *
	 * @throws CancellationException if {@link #isCancelled()}
	 */
	default void check() {
		if (isCancelled()) throw new CancellationException("Cancelled");
	}
}
