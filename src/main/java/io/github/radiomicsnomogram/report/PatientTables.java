package io.github.radiomicsnomogram.report;

import static io.github.radiomicsnomogram.report.Numbers.fixed;
import static io.github.radiomicsnomogram.report.Numbers.p;
import static io.github.radiomicsnomogram.report.Numbers.percent;
import static io.github.radiomicsnomogram.report.Numbers.significant;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.model.Training;
import io.github.radiomicsnomogram.study.CohortResult;
import io.github.radiomicsnomogram.study.StudyResult;
import io.github.radiomicsnomogram.survival.ContingencyTable;
import io.github.radiomicsnomogram.survival.Factor;
import io.github.radiomicsnomogram.survival.GroupComparison;
import io.github.radiomicsnomogram.survival.KaplanMeier;
import io.github.radiomicsnomogram.survival.Scaler;
import io.github.radiomicsnomogram.survival.SurvivalTimes;
import io.github.radiomicsnomogram.survival.report.CategoryComparison;
import io.github.radiomicsnomogram.survival.report.ComparisonReport;
import io.github.radiomicsnomogram.survival.report.NumberComparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Who the patients are. */
final class PatientTables {

	private PatientTables() {}

	/** Follow-up and events of each cohort. */
	static Table followUp(final List<CohortResult> cohorts) {
		final Table table = new Table("Follow-up.", false, "Cohort", "Patients", "Events, n (%)",
			"Follow-up, months: median (range)", "Median follow-up by reverse Kaplan–Meier");
		for (final CohortResult c : cohorts) {
			final SurvivalTimes t = c.scores().times();
			final double[] sorted = Arrays.stream(t.times()).sorted().toArray();
			final int n = sorted.length;
			table.row(c.scores().name(), Integer.toString(n), t.events() + " (" + percent((double) t.events() / n) + ")", fixed(
				median(sorted), 1) + " (" + fixed(sorted[0], 1) + "–" + fixed(sorted[n - 1], 1) + ")", fixed(reversed(t).median(),
					1));
		}
		return table;
	}

	private static double median(final double[] sorted) {
		final int n = sorted.length;
		return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
	}

	/** Time to censoring, events censoring it (Schemper and Smith 1996, doi:10.1016/0197-2456(96)00075-X). */
	private static KaplanMeier reversed(final SurvivalTimes t) {
		final boolean[] event = t.eventFlags();
		for (int i = 0; i < event.length; i++)
			event[i] = !event[i];
		return new KaplanMeier(new SurvivalTimes(t.times(), event));
	}

	/** Training and validation patients compared: a publication's Table 1. */
	static Table characteristics(final ComparisonReport report) {
		final List<String> header = new ArrayList<>(List.of("Characteristic"));
		header.addAll(report.groups());
		header.addAll(List.of("P", "P, distribution-free"));
		final Table table = new Table("Characteristics of the patients.", false, header.toArray(String[]::new));
		report.variables().forEach((name, v) -> {
			if (v instanceof NumberComparison n) number(name, n, table);
			else if (v instanceof CategoryComparison c) category(name, c, table);
		});
		table.note("Mean (standard deviation) with Welch's t test and the Mann–Whitney test; number (%) with the chi-squared " +
			"test without continuity correction and Fisher's exact test.");
		report.missing().forEach((name, n) -> table.note(name + ": no value in " + Numbers.count(n, "patient") + "."));
		return table;
	}

	private static void number(final String name, final NumberComparison v, final Table table) {
		final Scaler moments = Scaler.of(v.groups(), v.values().toArray(double[][]::new));
		final List<String> cells = new ArrayList<>(List.of(name));
		for (int g = 0; g < v.groups().size(); g++)
			cells.add(Numbers.spread(moments.means()[g], moments.deviations()[g]));
		cells.add(p(welch(v)));
		cells.add(p(GroupComparison.mannWhitney(v.values().get(0), v.values().get(1)).p()));
		table.row(cells);
	}

	/** NaN for constant values, of which there is no test. */
	private static double welch(final NumberComparison v) {
		try {
			return GroupComparison.welch(v.values().get(0), v.values().get(1)).p();
		}
		catch (final InputException e) {
			return Double.NaN;
		}
	}

	private static void category(final String name, final CategoryComparison v, final Table table) {
		final ContingencyTable t = ContingencyTable.of(v.variable(), v.group());
		final List<String> first = new ArrayList<>(List.of(name));
		first.addAll(Collections.nCopies(v.group().levels().size(), ""));
		first.addAll(List.of(p(t.chiSquared().p()), p(t.fisherP())));
		table.row(first);
		final int[] totals = new int[v.group().levels().size()];
		for (int l = 0; l < v.variable().levels().size(); l++)
			for (int g = 0; g < totals.length; g++)
				totals[g] += count(v.variable(), l, v.group(), g);
		for (int l = 0; l < v.variable().levels().size(); l++) {
			final List<String> cells = new ArrayList<>(List.of(v.variable().levels().get(l)));
			for (int g = 0; g < totals.length; g++) {
				final int n = count(v.variable(), l, v.group(), g);
				cells.add(n + " (" + percent((double) n / totals[g]) + ")");
			}
			cells.addAll(List.of("", ""));
			table.indented(cells);
		}
	}

	/** A clinical variable's label; a feature's column as it is. */
	private static String name(final String id, final StudyResult study) {
		return study.data().training().features().contains(id) ? id : CoxTables.label(id, study);
	}

	private static int count(final Factor a, final int level, final Factor b, final int group) {
		final int[] x = a.codes(), y = b.codes();
		int n = 0;
		for (int i = 0; i < x.length; i++)
			if (x[i] == level && y[i] == group) n++;
		return n;
	}

	/** The model's variables among the training patients. */
	static Table variables(final StudyResult study) {
		final Table table = new Table("Variables of the model among the training patients; levels count as 0, 1, …", false,
			"Variable", "Mean (standard deviation)", "Smallest", "Median", "Largest");
		study.model().training().ifPresent(t -> {
			for (final Training.Summary s : t.variables())
				table.row(name(s.id(), study), Numbers.spread(s.mean(), s.sd()), significant(s.min(), 4), significant(s.median(),
					4), significant(s.max(), 4));
		});
		return table;
	}
}
