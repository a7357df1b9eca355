package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.cohort.Case;
import io.github.radiomicsnomogram.cohort.CaseJournal;
import io.github.radiomicsnomogram.cohort.CaseKey;
import io.github.radiomicsnomogram.cohort.CaseRunner;
import io.github.radiomicsnomogram.cohort.ResultRow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;

import picocli.CommandLine.Option;

/**
 * Runs many cases: finished ones go to a journal beside the output, from which a run that was stopped goes on. The
 * journal goes when every case has its results.
 */
final class CaseBatch {

	@Option(names = { "-j", "--jobs" }, paramLabel = "N", defaultValue = "1", description = {
		"Cases to work on at a time (default: 1); they share the threads, and each needs its memory." })
	private int jobs;

	@Option(names = "--resume", description = {
		"Go on with a run that was stopped: finished cases in OUTPUT.partial are kept if nothing has changed for them." })
	private boolean resume;

	/**
	 * What a run is about.
	 *
	 * @param cases in order
	 * @param keys of the cases, in order
	 * @param partial the journal; null for none that lasts
	 */
	record Plan(List<Case> cases, List<String> keys, Path partial) {

		/**
		 * @param settings all that the results of a case depend on beside its cells and files, as text
		 */
		static Plan of(final List<Case> cases, final Function<Case, String> settings, final Path partial) {
			return new Plan(cases, cases.stream().map(c -> CaseKey.of(c, settings.apply(c))).toList(), partial);
		}

		String key(final Case c) {
			return keys.get(c.number() - 1);
		}
	}

	/** Refuses options that can't be. */
	void check(final Verb verb, final boolean lasting) {
		if (jobs < 1) throw verb.usage("--jobs must be 1 or more, not " + jobs + ".");
		if (resume && !lasting) throw verb.usage("--resume needs --out and more than one case.");
	}

	/** The journal of an output; none for the standard output. */
	static Path partial(final Path out) {
		return out == null ? null : out.resolveSibling(out.getFileName() + ".partial");
	}

	/**
	 * Runs a case that has a single ROI.
	 *
	 * @return its results, without which there is nothing to write
	 * @throws InputException if there are none
	 */
	static List<ResultRow> one(final Case c, final CaseRunner.Work work) {
		try (Interrupt interrupt = new Interrupt()) {
			final List<ResultRow> rows = work.rows(c, interrupt);
			if (rows.get(0).isFailed()) throw new InputException(rows.get(0).failure());
			return rows;
		}
	}

	/**
	 * Runs all cases that have no results yet.
	 *
	 * @param write is given all results in the order of cases, which may be gone through any number of times
	 * @throws InputException at the end, if a case failed
	 */
	void run(final Verb verb, final Plan plan, final CaseRunner.Work work, final Consumer<Iterable<ResultRow>> write) {
		final CaseJournal journal = open(plan);
		boolean whole = false;
		try (Interrupt interrupt = new Interrupt()) {
			final BatchProgress progress = compute(verb, plan, journal, interrupt, work);
			write.accept(rows(plan, journal));
			whole = progress.failedCases() == 0;
			if (!whole) {
				journal.markFinished();
				throw new InputException(summary(plan, progress));
			}
		}
		finally {
			if (whole || plan.partial() == null || journal.size() == 0) journal.delete();
			else journal.close();
		}
	}

	private CaseJournal open(final Plan plan) {
		try {
			if (plan.partial() == null) return CaseJournal.open(Files.createTempFile("radiomics", ".partial"));
			final boolean there = Files.exists(plan.partial());
			final CaseJournal journal = CaseJournal.open(plan.partial());
			if (resume || !there) return journal;
			if (journal.isFinished() || journal.size() == 0) {
				journal.delete();
				return CaseJournal.open(plan.partial());
			}
			journal.close();
			throw new InputException("'" + plan.partial() + "' holds " + journal.size() + " finished cases of a run that was" +
				" stopped. Add --resume to go on with it, or delete it to begin again.");
		}
		catch (final IOException e) {
			throw new InputException("Can't write a temporary file: " + e.getMessage(), e);
		}
	}

	private BatchProgress compute(final Verb verb, final Plan plan, final CaseJournal journal, final Interrupt interrupt,
		final CaseRunner.Work work)
	{
		final List<Case> open = new ArrayList<>();
		for (final Case c : plan.cases())
			if (!isDone(c, plan, journal, work)) open.add(c);
		final int kept = plan.cases().size() - open.size();
		final BatchProgress progress = new BatchProgress(verb.err(), verb.isWatched(), plan.cases().size(), kept,
			System::nanoTime);
		if (resume) progress.line(kept + " of " + plan.cases().size() + " cases are kept from the run before.");
		try {
			new CaseRunner(jobs, work, (c, rows) -> {
				journal.add(plan.key(c), rows);
				progress.finished(c, rows);
			}).run(open, interrupt);
		}
		catch (final CancellationException e) {
			progress.line("Stopped: " + progress.doneCases() + " of " + plan.cases().size() + " cases are done" + (plan
				.partial() == null ? "." : "; the same command with --resume goes on."));
			throw e;
		}
		finally {
			progress.end();
		}
		return progress;
	}

	private static boolean isDone(final Case c, final Plan plan, final CaseJournal journal,
		final CaseRunner.Work work)
	{
		return journal.rows(plan.key(c)).map(rows -> rows.stream().allMatch(work::isKept)).orElse(false);
	}

	/** Reads one case's results at a time. */
	private static Iterable<ResultRow> rows(final Plan plan, final CaseJournal journal) {
		return () -> plan.cases().stream().flatMap(c -> journal.rows(plan.key(c)).orElseThrow().stream()).iterator();
	}

	private String summary(final Plan plan, final BatchProgress progress) {
		return progress.failedCases() + " of " + plan.cases().size() + " cases failed (" + progress.failedRois() +
			" rows without results); the results of the others are written." + (plan.partial() == null ? ""
				: " Mend them and run again with --resume: only they are computed again.");
	}
}
