package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.io.AtomicFiles;
import io.github.radiomicsnomogram.survival.report.Report;

import java.nio.file.Path;
import java.util.Locale;

import picocli.CommandLine.Option;

/** A verb whose result is a report: text on stdout and, on request, a JSON file. */
abstract class StatsReportVerb extends Verb {

	@Option(names = "--json", paramLabel = "FILE", description = "Also write all numbers to this file.")
	private Path json;

	/** Computes. */
	abstract Report report();

	@Override
	final void execute() {
		if (json != null) AtomicFiles.requireWritable(json);
		final Report report = report();
		if (json != null) AtomicFiles.writeText(json, report.jsonText());
		out().print(report.summary());
	}

	/**
	 * One of an enum's constants, written as R writes it: small letters, - for _.
	 *
	 * @throws picocli.CommandLine.ParameterException if there is no such constant; it lists them
	 */
	final <E extends Enum<E>> E choice(final Class<E> type, final String option, final String text) {
		final StringBuilder known = new StringBuilder();
		for (final E e : type.getEnumConstants()) {
			final String name = e.name().toLowerCase(Locale.ROOT).replace('_', '-');
			if (name.equals(text)) return e;
			known.append(known.length() == 0 ? "" : ", ").append(name);
		}
		throw usage(option + " must be one of " + known + ", not '" + text + "'.");
	}
}
