package io.github.radiomicsnomogram.survival;

import io.github.radiomicsnomogram.InputException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The patients and numbers of a model, from a cohort and terms written as in an R formula: a column name, factor(name),
 * log(name), sqrt(name), exp(name), an interaction a:b, or strata(name). Factors get treatment contrasts: one 0/1 column
 * for each level but the reference. Patients with a missing value in any variable of the model are left out, as R's
 * na.omit does.
 *
 * @param data the complete patients
 * @param rows their rows in the cohort
 * @param omitted how many patients were left out
 */
public record ModelFrame(CoxData data, int[] rows, int omitted) {

	private static final Pattern CALL = Pattern.compile("(factor|strata|log|sqrt|exp)\\((.+)\\)");
	private static final Map<String, DoubleUnaryOperator> FUNCTIONS = Map.of("log", Math::log, "sqrt", Math::sqrt, "exp",
		Math::exp);

	/**
	 * @param cohort patients
	 * @param time column of follow-up times
	 * @param event column of 1 (event) and 0 (censored)
	 * @param terms as above
	 * @throws InputException if a column is missing or holds what it must not
	 */
	public static ModelFrame of(final Cohort cohort, final String time, final String event, final List<String> terms) {
		final double[] t = cohort.numeric(time);
		final List<Term> parsed = new ArrayList<>();
		int[] strata = null;
		for (final String term : terms) {
			final Matcher m = CALL.matcher(term.trim());
			if (m.matches() && m.group(1).equals("strata")) strata = cross(strata, cohort.factor(m.group(2).trim()));
			else parsed.add(term(cohort, term.trim()));
		}
		final List<String> flags = cohort.table().cells(event);
		final boolean[] complete = new boolean[cohort.size()];
		for (int i = 0; i < complete.length; i++) {
			final int row = i;
			complete[i] = !Double.isNaN(t[i]) && !Cohort.isMissing(flags.get(i)) && parsed.stream()
				.noneMatch(p -> p.isMissing(row)) && (strata == null || strata[i] >= 0);
		}
		final int[] rows = IntStream.range(0, complete.length).filter(i -> complete[i]).toArray();
		if (rows.length == 0) throw new InputException("Table '" + cohort.table().name() +
			"': no patient has a value in every variable of the model.");
		final boolean[] events = cohort.rows(rows).flags(event);
		final SurvivalTimes times = new SurvivalTimes(Arrays.stream(rows).mapToDouble(i -> t[i]).toArray(), events);
		final int[] s = strata;
		return new ModelFrame(new CoxData(times, design(parsed, rows), s == null ? null : Arrays.stream(rows).map(i -> s[i])
			.toArray(), null, null), rows, cohort.size() - rows.length);
	}

	private static int[] cross(final int[] before, final Factor f) {
		final int[] codes = f.codes();
		if (before == null) return codes;
		final int[] crossed = new int[codes.length];
		for (int i = 0; i < codes.length; i++)
			crossed[i] = before[i] < 0 || codes[i] < 0 ? -1 : before[i] * f.levels().size() + codes[i];
		return crossed;
	}

	/** A term's columns over the whole cohort; NaN where missing. */
	private record Term(String name, List<String> names, List<double[]> columns) {

		boolean isMissing(final int row) {
			return columns.stream().anyMatch(c -> Double.isNaN(c[row]));
		}

		Term interact(final Term other) {
			final List<String> n = new ArrayList<>();
			final List<double[]> c = new ArrayList<>();
			for (int b = 0; b < other.names.size(); b++)
				for (int a = 0; a < names.size(); a++) {
					n.add(names.get(a) + ":" + other.names.get(b));
					final double[] x = columns.get(a), y = other.columns.get(b);
					c.add(IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).toArray());
				}
			return new Term(name + ":" + other.name, n, c);
		}
	}

	private static Term term(final Cohort cohort, final String text) {
		final String[] parts = text.split(":");
		if (parts.length > 1 && !cohort.table().header().contains(text)) return Arrays.stream(parts).map(p -> term(cohort, p
			.trim())).reduce(Term::interact).orElseThrow();
		final Matcher m = CALL.matcher(text);
		if (m.matches() && !cohort.table().header().contains(text)) {
			final String column = m.group(2).trim();
			if (m.group(1).equals("factor")) return dummies(text, cohort.factor(column));
			final double[] values = Arrays.stream(cohort.numeric(column)).map(FUNCTIONS.get(m.group(1))).toArray();
			return new Term(text, List.of(text), List.of(values));
		}
		if (cohort.isNumeric(text)) return new Term(text, List.of(text), List.of(cohort.numeric(text)));
		return dummies(text, cohort.factor(text));
	}

	private static Term dummies(final String name, final Factor factor) {
		final List<String> names = new ArrayList<>();
		final List<double[]> columns = new ArrayList<>();
		final int[] codes = factor.codes();
		for (int level = 1; level < factor.levels().size(); level++) {
			final int l = level;
			names.add(name + factor.levels().get(level));
			columns.add(Arrays.stream(codes).mapToDouble(c -> c < 0 ? Double.NaN : c == l ? 1 : 0).toArray());
		}
		return new Term(name, names, columns);
	}

	private static DesignMatrix design(final List<Term> terms, final int[] rows) {
		final List<String> names = new ArrayList<>();
		final List<Integer> termOfColumn = new ArrayList<>();
		final List<double[]> columns = new ArrayList<>();
		for (int t = 0; t < terms.size(); t++)
			for (int j = 0; j < terms.get(t).names().size(); j++) {
				names.add(terms.get(t).names().get(j));
				termOfColumn.add(t);
				final double[] whole = terms.get(t).columns().get(j);
				columns.add(Arrays.stream(rows).mapToDouble(i -> whole[i]).toArray());
			}
		return new DesignMatrix(rows.length, terms.stream().map(Term::name).toList(), names, termOfColumn.stream().mapToInt(
			Integer::intValue).toArray(), columns.toArray(double[][]::new));
	}
}
