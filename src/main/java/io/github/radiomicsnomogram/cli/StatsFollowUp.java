package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.SurvivalTimes;

import java.util.List;

import picocli.CommandLine.Option;

/** Follow-up as options. */
final class StatsFollowUp {

	@Option(names = "--time", required = true, paramLabel = "COLUMN", description = "Follow-up times.")
	private String time;

	@Option(names = "--event", required = true, paramLabel = "COLUMN[=VALUE]", description = {
		"1 or yes for an event, 0 or no for a censored time; or the value that means an event, e.g. status=2." })
	private String event;

	String time() {
		return time;
	}

	String event() {
		return event;
	}

	/** Both columns. */
	List<String> columns() {
		return List.of(time, event);
	}

	/** The cohort with a column for the event. */
	Cohort in(final Cohort cohort) {
		cohort.table().column(time);
		return StatsCells.withFlag(cohort, event);
	}

	/** The follow-up of patients none of whom lacks it. */
	SurvivalTimes times(final Cohort complete) {
		return new SurvivalTimes(complete.numeric(time), complete.flags(event));
	}

	/** As R writes it. */
	String formula() {
		return "Surv(" + time + ", " + event.replace("=", " == ") + ")";
	}
}
