package io.github.radiomicsnomogram.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomicsnomogram.cohort.Case;
import io.github.radiomicsnomogram.cohort.LabelChoice;
import io.github.radiomicsnomogram.cohort.ResultRow;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class BatchProgressTest {

	private static final long MINUTE = 60_000_000_000L;

	private final StringWriter text = new StringWriter();
	private final AtomicLong clock = new AtomicLong(5);
	private final Case some = Case.of(1, Path.of("i"), Path.of("m"), LabelChoice.DEFAULT, OptionalInt.empty());

	private BatchProgress progress(final boolean terminal) {
		return new BatchProgress(new PrintWriter(text, true), terminal, 200, 100, clock::get);
	}

	private List<ResultRow> good() {
		return List.of(ResultRow.of(some.columns(), List.of()));
	}

	@Test
	void aTerminalShowsALineThatIsWrittenOver() {
		final BatchProgress progress = progress(true);
		clock.addAndGet(2 * MINUTE);
		progress.finished(some, good());
		assertEquals("\r101 of 200 cases, 3 h 18 min left", text.toString());
		text.getBuffer().setLength(0);
		progress.finished(some, List.of(ResultRow.failed(some.columns(), "empty")));
		final String blank = "\r" + " ".repeat(33) + "\r";
		assertEquals(blank + "Failed: m: empty" + System.lineSeparator() + "\r102 of 200 cases, 1 failed, 1 h 38 min left", text
			.toString());
		assertEquals(1, progress.failedCases());
	}

	@Test
	void aLogHoldsFailuresOnly() {
		final BatchProgress progress = progress(false);
		progress.finished(some, good());
		progress.finished(some, good());
		progress.end();
		assertEquals("", text.toString());
		assertEquals(102, progress.doneCases());
	}
}
