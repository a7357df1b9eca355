package io.github.radiomicsnomogram.cli;

import java.io.PrintWriter;

/** A line on a terminal that is written over; the same text is written once. May be used from any thread. */
final class StatusLine {

	private final PrintWriter err;
	private String shown = "";

	StatusLine(final PrintWriter err) {
		this.err = err;
	}

	/** Takes the place of what is there. */
	synchronized void show(final String text) {
		if (text.equals(shown)) return;
		err.print("\r" + text + " ".repeat(Math.max(0, shown.length() - text.length())));
		err.flush();
		shown = text;
	}

	/** Takes the line away. */
	synchronized void clear() {
		if (!shown.isEmpty()) err.print("\r" + " ".repeat(shown.length()) + "\r");
		err.flush();
		shown = "";
	}
}
