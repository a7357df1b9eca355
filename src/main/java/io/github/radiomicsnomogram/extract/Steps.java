package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.Progress;

/** Progress of work in steps of equal weight, as far as is known. */
final class Steps {

	private static final String ORIGINAL = "original";

	private final Progress whole;
	private final int count;
	private volatile int done;

	Steps(final Progress whole, final int count) {
		this.whole = whole;
		this.count = Math.max(1, count);
	}

	/** The next step, a family's features of an image. */
	Progress next(final String image, final String title) {
		final int index = done;
		done = Math.min(index + 1, count);
		final Progress share = new Share(whole, Math.min(index, count - 1), count, image.equals(ORIGINAL) ? title : image +
			", " + title);
		share.check();
		share.update(0, "");
		return share;
	}

	/** Work between two steps, which gets no share. */
	Progress between(final String title) {
		return new Between(title);
	}

	private record Share(Progress whole, int index, int count, String title) implements Progress {

		@Override
		public void update(final double fraction, final String message) {
			whole.update((index + fraction) / count, message.isEmpty() ? title : title + ": " + message);
		}

		@Override
		public boolean isCancelled() {
			return whole.isCancelled();
		}
	}

	/** Stays where the steps are. */
	private final class Between implements Progress {

		private final String title;

		Between(final String title) {
			this.title = title;
		}

		@Override
		public void update(final double fraction, final String message) {
			whole.update(Math.min(1.0, (double) done / count), message.isEmpty() ? title : title + ": " + message);
		}

		@Override
		public boolean isCancelled() {
			return whole.isCancelled();
		}
	}
}
