package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.survival.Cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import picocli.CommandLine.Option;

/** A yes/no outcome as options: a column, or what follow-up tells of a time. */
final class StatsOutcome {

	@Option(names = "--outcome", paramLabel = "COLUMN[=VALUE]", description = {
		"1 or yes for a case, 0 or no for a control; or the value that means a case." })
	private String outcome;

	@Option(names = "--time", paramLabel = "COLUMN", description = {
		"In place of --outcome, with --event and --at: cases had the event by then, controls were followed to it without;",
		"others are left out." })
	private String time;

	@Option(names = "--event", paramLabel = "COLUMN[=VALUE]", description = "See --time.")
	private String event;

	@Option(names = "--at", paramLabel = "T", description = "See --time.")
	private double at = Double.NaN;

	/**
	 * Complete patients with a known outcome.
	 *
	 * @param rows as a table
	 * @param cases whether each is a case
	 * @param omitted patients left out for missing values
	 */
	record Known(Cohort rows, boolean[] cases, int omitted) {}

	/** Outcomes in a cohort of those who also have a value in some other columns. */
	Known in(final Cohort cohort, final List<String> others, final StatsReportVerb verb) {
		final boolean follow = time != null && event != null && !Double.isNaN(at);
		if (outcome == null ? !follow : time != null || event != null || !Double.isNaN(at)) throw verb.usage(
			"Give either --outcome or all of --time, --event and --at.");
		final String flag = outcome == null ? event : outcome;
		final Cohort whole = StatsCells.withFlag(cohort, flag);
		final List<String> used = new ArrayList<>(others);
		used.add(flag);
		if (outcome == null) used.add(time);
		final Cohort complete = StatsCells.complete(whole, used);
		final int omitted = cohort.size() - complete.size();
		final boolean[] cases = complete.flags(flag);
		if (outcome != null) return new Known(complete, cases, omitted);
		final double[] t = complete.numeric(time);
		final int[] known = IntStream.range(0, t.length).filter(i -> t[i] >= at || cases[i]).toArray();
		if (known.length == 0) throw new InputException("Nobody's outcome at " + at + " is known.");
		final boolean[] then = new boolean[known.length];
		for (int i = 0; i < then.length; i++)
			then[i] = cases[known[i]] && t[known[i]] <= at;
		return new Known(complete.rows(known), then, omitted);
	}
}
