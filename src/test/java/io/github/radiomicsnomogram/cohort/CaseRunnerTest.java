package io.github.radiomicsnomogram.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseRunnerTest {

	private static final List<Case> CASES = IntStream.rangeClosed(1, 20).mapToObj(i -> Case.of(i, Path.of("i" + i), Path.of(
		"m" + i), LabelChoice.DEFAULT, OptionalInt.empty())).toList();

	private static List<ResultRow> row(final Case c) {
		return List.of(ResultRow.of(c.columns(), List.of(new ResultCell("n", Integer.toString(c.number()),
			ResultCell.Kind.NUMBER, ""))));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 4 })
	void whatGoesWrongWithACaseIsItsResult(final int jobs) {
		final Map<Integer, List<ResultRow>> results = new TreeMap<>();
		new CaseRunner(jobs, (c, progress) -> {
			if (c.number() == 3) throw new InputException("no such file");
			if (c.number() == 4) throw new IllegalStateException("bug");
			if (c.number() == 5) throw new OutOfMemoryError();
			return row(c);
		}, (c, rows) -> results.put(c.number(), rows)).run(CASES, Progress.NONE);
		assertEquals(20, results.size());
		assertEquals("no such file", results.get(3).get(0).failure());
		assertEquals(CASES.get(2).columns(), results.get(3).get(0).front());
		assertTrue(results.get(4).get(0).failure().startsWith("A fault of Radiomics Nomogram"), results.get(4).toString());
		assertTrue(results.get(5).get(0).failure().startsWith("Out of memory"), results.get(5).toString());
		assertEquals(row(CASES.get(19)), results.get(20));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3 })
	void whoeverStopsItHearsOfNothingAfterwards(final int jobs) {
		final AtomicInteger finished = new AtomicInteger();
		final Progress stop = new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				// Not listened to.
			}

			@Override
			public boolean isCancelled() {
				return finished.get() >= 5;
			}
		};
		assertThrows(CancellationException.class, () -> new CaseRunner(jobs, (c, progress) -> row(c), (c, rows) -> finished
			.incrementAndGet()).run(CASES, stop));
		final int then = finished.get();
		assertTrue(then >= 5 && then < 5 + jobs, "finished " + then);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 8 })
	void aListenerThatFailsEndsTheRunAtOnce(final int jobs) {
		final List<Integer> heard = new ArrayList<>();
		final InputException e = assertThrows(InputException.class, () -> new CaseRunner(jobs, (c, progress) -> row(c), (c,
			rows) -> {
			heard.add(c.number());
			throw new InputException("disk full");
		}).run(CASES, Progress.NONE));
		assertEquals("disk full", e.getMessage());
		assertEquals(1, heard.size(), heard.toString());
	}

	@Test
	void theFailureIsToldEvenIfAnEarlierCaseOnlyStopped() {
		final CountDownLatch failed = new CountDownLatch(1);
		final InputException e = assertThrows(InputException.class, () -> new CaseRunner(2, (c, progress) -> {
			if (c.number() == 1) awaitUntilCancelled(failed, progress);
			return row(c);
		}, (c, rows) -> {
			failed.countDown();
			throw new InputException("disk full");
		}).run(CASES, Progress.NONE));
		assertEquals("disk full", e.getMessage());
	}

	private static void awaitUntilCancelled(final CountDownLatch failed, final Progress progress) {
		try {
			failed.await();
		}
		catch (final InterruptedException e) {
			throw new IllegalStateException(e);
		}
		while (true)
			progress.check();
	}

	@Test
	void threadsAreShared() {
		final List<Integer> threads = new ArrayList<>();
		Parallelization.runWithNumThreads(8, () -> new CaseRunner(4, (c, progress) -> {
			synchronized (threads) {
				threads.add(Parallelization.getTaskExecutor().getParallelism());
			}
			return row(c);
		}, (c, rows) -> {}).run(CASES, Progress.NONE));
		assertEquals(List.of(2), threads.stream().distinct().toList());
	}
}
