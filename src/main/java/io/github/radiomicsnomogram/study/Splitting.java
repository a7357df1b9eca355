package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.study.StudySettings.AtRandom;
import io.github.radiomicsnomogram.study.StudySettings.ByColumn;
import io.github.radiomicsnomogram.study.StudySettings.ByTime;
import io.github.radiomicsnomogram.study.StudySettings.Split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Which patients train and which validate.
 *
 * @param training rows
 * @param validation rows; may be empty
 */
record Splitting(int[] training, int[] validation) {

	private static final String DATE = "\\d{4}-\\d{2}(-\\d{2})?";

	/**
	 * @param rows that may be used
	 * @param event flags by row of the table, for a stratified split
	 */
	static Splitting of(final Split split, final CsvTable table, final int[] rows, final boolean[] event,
		final List<String> warnings)
	{
		final Splitting s;
		if (split instanceof ByColumn c) s = byColumn(c, table, rows, warnings);
		else if (split instanceof AtRandom r) s = atRandom(r, rows, event);
		else if (split instanceof ByTime t) s = byTime(t, table, rows);
		else s = new Splitting(rows, new int[0]);
		if (s.training.length == 0) throw new InputException("The split leaves no patient for training; look at the section split of the study file.");
		return s;
	}

	private static Splitting byColumn(final ByColumn c, final CsvTable table, final int[] rows,
		final List<String> warnings)
	{
		final List<String> cells = table.cells(c.column());
		final int[] training = Arrays.stream(rows).filter(i -> cells.get(i).trim().equals(c.training())).toArray();
		final int[] validation = Arrays.stream(rows).filter(i -> cells.get(i).trim().equals(c.validation())).toArray();
		final int other = rows.length - training.length - validation.length;
		if (training.length == 0) throw new InputException("Table '" + table.name() + "', column '" + c.column() +
			"': no patient has the value '" + c.training() + "'; there are: " + String.join(", ", cells.stream().distinct().limit(
				8).toList()) + ".");
		if (other > 0) warnings.add(other + " patients have neither '" + c.training() + "' nor '" + c.validation() +
			"' in column '" + c.column() + "' and are left out.");
		return new Splitting(training, validation);
	}

	private static Splitting atRandom(final AtRandom r, final int[] rows, final boolean[] event) {
		final Random random = new Random(r.seed());
		final List<Integer> training = new ArrayList<>(), validation = new ArrayList<>();
		for (int part = 0; part < (r.stratified() ? 2 : 1); part++) {
			final boolean wanted = part == 0;
			final List<Integer> dealt = new ArrayList<>(Arrays.stream(rows).filter(i -> !r.stratified() || event[i] == wanted)
				.boxed().toList());
			Collections.shuffle(dealt, random);
			final int n = (int) Math.round(r.fraction() * dealt.size());
			training.addAll(dealt.subList(0, n));
			validation.addAll(dealt.subList(n, dealt.size()));
		}
		return new Splitting(training.stream().sorted().mapToInt(Integer::intValue).toArray(), validation.stream().sorted()
			.mapToInt(Integer::intValue).toArray());
	}

	private static Splitting byTime(final ByTime t, final CsvTable table, final int[] rows) {
		final List<String> cells = table.cells(t.column()).stream().map(String::trim).toList();
		final boolean dates = t.until().matches(DATE);
		final boolean[] early = new boolean[cells.size()];
		IntStream.of(rows).forEach(i -> {
			try {
				if (dates && !cells.get(i).matches(DATE)) throw new NumberFormatException();
				early[i] = dates ? cells.get(i).compareTo(t.until()) <= 0 : Double.parseDouble(cells.get(i)) <= Double
					.parseDouble(t.until());
			}
			catch (final NumberFormatException e) {
				throw new InputException("Table '" + table.name() + "', row " + (i + 1) + ", column '" + t.column() + "': '" + cells
					.get(i) + "' can't be compared with split.training_until, '" + t.until() +
					"'. Write dates as 2019-12-31, or numbers.", e);
			}
		});
		return new Splitting(Arrays.stream(rows).filter(i -> early[i]).toArray(), Arrays.stream(rows).filter(i -> !early[i])
			.toArray());
	}
}
