package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.survival.IntraclassCorrelation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * How repeatable features are when the same lesions are drawn again: intraclass correlations of every feature, within
 * each reader and between readers.
 *
 * @param comparisons of repeated measurements, each of every feature
 * @param worst of all comparisons, feature by feature: ICC(2,1), single measurement, absolute agreement
 * @param threshold that a feature's worst must reach
 * @param warnings what was left out, and why
 */
public record Reproducibility(List<Comparison> comparisons, Map<String, Double> worst, double threshold,
	List<String> warnings)
{

	/**
	 * Measurements of the same subjects that are compared.
	 *
	 * @param name "reader 1, sessions 1 and 2"
	 * @param subjects that have all of the measurements
	 * @param features correlation of each feature
	 */
	public record Comparison(String name, int subjects, Map<String, IntraclassCorrelation> features) {

		public Comparison {
			features = new LinkedHashMap<>(features);
		}
	}

	/**
	 * One extraction of all subjects.
	 *
	 * @param reader who drew the lesions
	 * @param session of the reader
	 * @param values of each subject, in the order of the features
	 */
	public record Measurement(String reader, String session, Map<String, double[]> values) {

		public Measurement {
			values = new LinkedHashMap<>(values);
		}
	}

	public Reproducibility {
		comparisons = List.copyOf(comparisons);
		worst = new LinkedHashMap<>(worst);
		warnings = List.copyOf(warnings);
	}

	/** Features whose worst correlation reaches the threshold. */
	public List<String> repeatable() {
		return worst.entrySet().stream().filter(e -> e.getValue() >= threshold).map(Map.Entry::getKey).toList();
	}

	/**
	 * A table with one row a measurement.
	 *
	 * @param subject column of the patient
	 * @param reader column; "" if there is one reader
	 * @param session column; "" if each reader has one
	 * @param features columns or patterns
	 */
	public static List<Measurement> ofLong(final CsvTable table, final String subject, final String reader,
		final String session, final List<String> features)
	{
		final PatientReader cells = new PatientReader(table);
		final List<String> columns = cells.columns(features, new HashSet<>(List.of(subject, reader, session)));
		final List<String> subjects = cells.ids(subject);
		final List<String> readers = reader.isEmpty() ? null : cells.ids(reader), sessions = session.isEmpty() ? null : cells
			.ids(session);
		final double[][] x = cells.features(columns).values().toArray(double[][]::new);
		final Map<List<String>, Map<String, double[]>> groups = new LinkedHashMap<>();
		for (int i = 0; i < subjects.size(); i++) {
			final int row = i;
			final List<String> key = List.of(readers == null ? "1" : readers.get(i), sessions == null ? "1" : sessions.get(i));
			if (groups.computeIfAbsent(key, k -> new LinkedHashMap<>()).put(subjects.get(i), Arrays.stream(x).mapToDouble(
				v -> v[row]).toArray()) != null) throw new InputException("Table '" + table.name() + "': subject '" + subjects.get(
					i) + "' is measured twice by reader '" + key.get(0) + "' in session '" + key.get(1) +
					"'. Name the columns of reader and session.");
		}
		final List<Measurement> list = new ArrayList<>();
		groups.forEach((k, v) -> list.add(new Measurement(k.get(0), k.get(1), v)));
		return list;
	}

	/**
	 * Tables of the same features, each a measurement; they count as readers.
	 *
	 * @param subject column of the patient
	 */
	public static List<Measurement> ofTables(final List<CsvTable> tables, final String subject,
		final List<String> features)
	{
		return tables.stream().map(t -> new Measurement(t.name(), "1", ofLong(t, subject, "", "", features).get(0).values()))
			.toList();
	}

	/**
	 * A table with one row a subject and a column for each measurement of each feature; they count as readers.
	 *
	 * @param suffixes that follow the feature's name: "_reader1", "_reader2"
	 */
	public static List<Measurement> ofWide(final CsvTable table, final String subject, final List<String> suffixes,
		final List<String> features)
	{
		final List<String> bases = bases(table, suffixes, features);
		return suffixes.stream().map(s -> new Measurement(s, "1", ofLong(table, subject, "", "", bases.stream().map(b -> b + s)
			.toList()).get(0).values())).toList();
	}

	/** Names of a wide table's features without the suffix. */
	public static List<String> bases(final CsvTable table, final List<String> suffixes, final List<String> features) {
		final String first = suffixes.get(0);
		return new PatientReader(table).columns(features.stream().map(f -> f + first).toList(), Set.of()).stream().map(c -> c
			.substring(0, c.length() - first.length())).toList();
	}

	/**
	 * Compares measurements: the sessions of each reader, and the readers in each session.
	 *
	 * @param names of the features, in the order of the measurements' values
	 * @throws InputException if nothing was measured twice, or by fewer than 2 subjects
	 */
	public static Reproducibility of(final List<Measurement> measurements, final List<String> names,
		final double threshold)
	{
		final List<String> warnings = new ArrayList<>();
		final List<Comparison> comparisons = new ArrayList<>();
		for (final String reader : distinct(measurements.stream().map(Measurement::reader).toList())) {
			final List<Measurement> own = measurements.stream().filter(m -> m.reader().equals(reader)).toList();
			if (own.size() > 1) comparisons.add(compare("within " + reader, own, names, warnings));
		}
		for (final String session : distinct(measurements.stream().map(Measurement::session).toList())) {
			final List<Measurement> own = measurements.stream().filter(m -> m.session().equals(session)).toList();
			if (own.size() > 1) comparisons.add(compare("between readers, session " + session, own, names, warnings));
		}
		if (comparisons.isEmpty()) throw new InputException("No subject was measured twice. Give the columns of reader or session, or several tables.");
		final Map<String, Double> worst = new LinkedHashMap<>();
		for (final String name : names)
			worst.put(name, comparisons.stream().mapToDouble(c -> c.features().get(name).agreement().value()).min()
				.orElseThrow());
		return new Reproducibility(comparisons, worst, threshold, warnings);
	}

	private static Set<String> distinct(final List<String> values) {
		return new TreeSet<>(values);
	}

	private static Comparison compare(final String name, final List<Measurement> measurements, final List<String> names,
		final List<String> warnings)
	{
		final Set<String> all = new LinkedHashSet<>(), common = new LinkedHashSet<>(measurements.get(0).values().keySet());
		for (final Measurement m : measurements) {
			all.addAll(m.values().keySet());
			common.retainAll(m.values().keySet());
		}
		if (common.size() < all.size()) warnings.add(name + ": " + (all.size() - common.size()) + " of " + all.size() +
			" subjects lack a measurement and are left out.");
		if (common.size() < 2) throw new InputException("Reproducibility " + name + ": " + common.size() +
			" subjects have all measurements; 2 or more are needed. Do the ids match?");
		final Map<String, IntraclassCorrelation> features = new LinkedHashMap<>();
		IntStream.range(0, names.size()).forEach(j -> features.put(names.get(j), IntraclassCorrelation.of(common.stream().map(
			s -> measurements.stream().mapToDouble(m -> m.values().get(s)[j]).toArray()).toArray(double[][]::new))));
		return new Comparison(name, common.size(), features);
	}

	/** One row a feature: the worst correlation and whether it reaches the threshold; what train --icc reads. */
	public String table() {
		final CsvText csv = new CsvText("feature", "icc21", "repeatable");
		worst.forEach((name, v) -> csv.row(name, v, v >= threshold));
		return csv.toString();
	}

	/** One row a comparison and feature. */
	public String details() {
		final CsvText csv = new CsvText("comparison", "subjects", "feature", "icc11", "icc11_lo", "icc11_hi", "icc21",
			"icc21_lo", "icc21_hi", "icc31", "icc31_lo", "icc31_hi", "icc2k");
		for (final Comparison c : comparisons)
			c.features().forEach((name, i) -> csv.row(c.name(), c.subjects(), name, i.oneWay().value(), i.oneWay().lower(), i
				.oneWay().upper(), i.agreement().value(), i.agreement().lower(), i.agreement().upper(), i.consistency().value(), i
					.consistency().lower(), i.consistency().upper(), i.agreementMean()));
		return csv.toString();
	}
}
