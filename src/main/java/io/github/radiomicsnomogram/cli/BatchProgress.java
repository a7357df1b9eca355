package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.cohort.Case;
import io.github.radiomicsnomogram.cohort.ResultRow;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/** Tells how far a run is: a line for each case that fails and, on a terminal, one that is written over. */
final class BatchProgress {

	private static final long SECOND = 1_000_000_000L;

	private final PrintWriter err;
	private final StatusLine status;
	private final boolean terminal;
	private final int all;
	private final LongSupplier clock;
	private final long begin;
	/** Cases that were done before, and are done now. */
	private final int kept;
	private int done;
	private int failedCases;
	private int failedRois;

	/**
	 * @param terminal whether somebody watches
	 * @param all number of cases
	 * @param kept number of them that need no work
	 * @param clock in nanoseconds
	 */
	BatchProgress(final PrintWriter err, final boolean terminal, final int all, final int kept, final LongSupplier clock) {
		this.err = err;
		status = new StatusLine(err);
		this.terminal = terminal;
		this.all = all;
		this.kept = kept;
		this.clock = clock;
		begin = clock.getAsLong();
	}

	/** A case is done. */
	void finished(final Case c, final List<ResultRow> rows) {
		done++;
		final List<ResultRow> failures = rows.stream().filter(ResultRow::isFailed).toList();
		if (!failures.isEmpty()) failedCases++;
		failedRois += failures.size();
		for (final ResultRow failure : failures)
			line("Failed: " + c.name() + label(c, failure, rows) + ": " + failure.failure());
		if (terminal) status.show(status());
	}

	private static String label(final Case c, final ResultRow row, final List<ResultRow> rows) {
		return rows.size() > 1 || c.labels().isSeveral() ? ", label " + row.front().get(Case.LABEL) : "";
	}

	/** Number of cases without results, or with less than were asked for. */
	int failedCases() {
		return failedCases;
	}

	/** Number of cases with a result of now or before. */
	int doneCases() {
		return kept + done;
	}

	/** Number of rows without results. */
	int failedRois() {
		return failedRois;
	}

	/** A line of its own. */
	void line(final String text) {
		status.clear();
		err.println(text);
	}

	/** Takes the line that is written over away. */
	void end() {
		status.clear();
	}

	private String status() {
		final int left = all - kept - done;
		final long seconds = (clock.getAsLong() - begin) / SECOND * left / Math.max(1, done);
		return doneCases() + " of " + all + " cases" + (failedCases > 0 ? ", " + failedCases + " failed" : "") + (left > 0
			? ", " + time(seconds) + " left" : "");
	}

	private static String time(final long seconds) {
		final Duration d = Duration.ofSeconds(seconds);
		if (seconds < 60) return seconds + " s";
		return d.toHours() > 0 ? d.toHours() + " h " + d.toMinutesPart() + " min" : d.toMinutes() + " min";
	}
}
