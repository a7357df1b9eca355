package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.extract.ExtractionSettings;
import io.github.radiomicsnomogram.feature.FeatureRegistry;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.model.ClinicalVariable;
import io.github.radiomicsnomogram.model.Range;
import io.github.radiomicsnomogram.study.StudySettings.Candidate;
import io.github.radiomicsnomogram.survival.Cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A study's patients: those who train, with the features that may be learnt from, and those who only validate.
 *
 * @param training patients
 * @param validation patients; empty without a split
 * @param repeatability of each feature, as far as it was asked for
 * @param extraction settings without features that the table tells in PyRadiomics' columns, if it does
 * @param table name of the joined table
 * @param warnings what was left out, and why
 */
public record StudyData(Patients training, Optional<Patients> validation, List<Repeatability> repeatability,
	Optional<ExtractionSettings> extraction, String table, List<String> warnings)
{

	private static final int FEWEST_EVENTS = 5;

	/**
	 * A feature's intraclass correlation and whether it reaches the threshold.
	 *
	 * @param feature name
	 * @param value correlation; NaN if the table doesn't know the feature
	 * @param kept whether it takes part
	 */
	public record Repeatability(String feature, double value, boolean kept) {}

	public StudyData {
		repeatability = List.copyOf(repeatability);
		warnings = List.copyOf(warnings);
	}

	/**
	 * Reads the patients.
	 *
	 * @param tables of features, follow-up and clinical variables, joined by the patient's id
	 * @param icc table of reproducibility, if there is one
	 * @throws InputException if a column is missing or wrong, patients don't match, or there is too little to learn from
	 */
	public static StudyData of(final List<CsvTable> tables, final Optional<CsvTable> icc, final StudySettings s) {
		final List<String> warnings = new ArrayList<>();
		final CsvTable table = TableJoin.join(tables, s.data().id(), s.data().dropUnmatched(), warnings);
		final PatientReader reader = new PatientReader(table);
		final int[] rows = reader.followed(s.data().id(), s.data().time(), s.data().event(), warnings);
		final boolean[] event = new boolean[table.rows().size()];
		final boolean[] flags = reader.times(s.data().time(), s.data().event(), rows).eventFlags();
		for (int i = 0; i < rows.length; i++)
			event[rows[i]] = flags[i];
		final Splitting split = Splitting.of(s.split(), table, rows, event, warnings);
		final List<String> named = featureColumns(reader, s);
		final List<Repeatability> repeatability = repeatability(named, icc, s, warnings);
		final List<String> features = repeatability.isEmpty() ? named : repeatability.stream().filter(Repeatability::kept).map(
			Repeatability::feature).toList();
		final Patients all = patients(reader, s, features, split.training(), rows, table.rows().size());
		final Patients training = whole(all.rows(positions(rows, split.training())), warnings);
		checkEvents(training, s);
		final Optional<Patients> validation = split.validation().length == 0 ? Optional.empty() : Optional.of(all.rows(
			positions(rows, split.validation())));
		return new StudyData(training, validation, repeatability, extraction(table, rows, s, warnings), table.name(), warnings);
	}

	/** Places of some rows among all used ones. */
	private static int[] positions(final int[] rows, final int[] wanted) {
		return Arrays.stream(wanted).map(r -> Arrays.binarySearch(rows, r)).toArray();
	}

	private static List<String> featureColumns(final PatientReader reader, final StudySettings s) {
		final Set<String> others = new HashSet<>(Set.of(s.data().id(), s.data().time(), s.data().event()));
		s.clinical().forEach(c -> others.add(c.column()));
		if (s.split() instanceof StudySettings.ByColumn c) others.add(c.column());
		s.lasso().foldColumn().ifPresent(others::add);
		if (!s.data().exclude().isEmpty()) others.addAll(reader.columns(s.data().exclude(), Set.of()));
		s.treatment().ifPresent(t -> others.add(t.column()));
		// A pattern may catch what is no feature: the names of image and mask, diagnostics.
		final List<String> features = reader.columns(s.data().features(), others).stream().filter(c -> isFeature(c) || s
			.data().features().contains(c)).toList();
		if (features.isEmpty()) throw new InputException("data.features of the study file names no feature column.");
		return features;
	}

	/** Whether a column is named as a feature of any image: wavelet-LLH_glcm_Idm. */
	private static boolean isFeature(final String column) {
		return FeatureRegistry.WITH_SHAPE_2D.feature(column.substring(column.indexOf('_') + 1)).isPresent();
	}

	private static List<Repeatability> repeatability(final List<String> features, final Optional<CsvTable> icc,
		final StudySettings s, final List<String> warnings)
	{
		if (s.reproducibility().isEmpty() || icc.isEmpty()) {
			if (icc.isPresent()) throw new InputException("A table of reproducibility was given, but the study file has no section reproducibility.");
			if (s.reproducibility().isPresent()) warnings.add("No table of reproducibility was given: features are not screened for it.");
			return List.of();
		}
		final StudySettings.Repeatable rule = s.reproducibility().get();
		final List<String> known = icc.get().cells(rule.feature());
		final double[] values = new Cohort(icc.get()).numeric(rule.value());
		final List<Repeatability> list = features.stream().map(f -> {
			final int at = known.indexOf(f);
			final double v = at < 0 ? Double.NaN : values[at];
			return new Repeatability(f, v, v >= rule.threshold());
		}).toList();
		final List<String> lacking = list.stream().filter(r -> Double.isNaN(r.value())).map(Repeatability::feature).toList();
		if (!lacking.isEmpty()) warnings.add(lacking.size() + " features have no value in '" + icc.get().name() +
			"' and are left out: " + PatientReader.some(lacking) + ".");
		if (list.stream().noneMatch(Repeatability::kept)) throw new InputException("No feature reaches reproducibility.threshold, " +
			rule.threshold() + ", in column '" + rule.value() + "' of table '" + icc.get().name() + "'.");
		return list;
	}

	private static Patients patients(final PatientReader reader, final StudySettings s, final List<String> features,
		final int[] training, final int[] rows, final int size)
	{
		final List<Patients.Coded> clinical = new ArrayList<>();
		for (final Candidate c : s.clinical()) {
			final boolean seen = c.kind() == ClinicalVariable.Kind.NUMERIC && c.range().isEmpty();
			final ClinicalVariable v = c.variable(seen ? reader.range(c.column(), training) : new Range(0, 1));
			clinical.add(new Patients.Coded(v, Patients.pick(reader.codes(c.column(), v), rows)));
		}
		final Map<String, double[]> x = reader.features(features);
		x.replaceAll((name, v) -> Patients.pick(v, rows));
		final int[] folds = s.lasso().foldColumn().map(reader::folds).map(f -> pick(f, rows)).orElse(null);
		final int[] treated = s.treatment().map(t -> reader.flags(t.column(), t.treated())).map(f -> pick(f, rows)).orElse(
			null);
		final List<String> ids = reader.ids(s.data().id());
		return new Patients(Arrays.stream(rows).mapToObj(ids::get).toList(), reader.times(s.data().time(), s.data().event(),
			rows), x, clinical, folds, treated, rows.clone());
	}

	private static int[] pick(final int[] values, final int[] rows) {
		return Arrays.stream(rows).map(i -> values[i]).toArray();
	}

	/** Without the features that a training patient lacks. */
	private static Patients whole(final Patients training, final List<String> warnings) {
		final List<String> kept = new ArrayList<>(), lacking = new ArrayList<>();
		for (final String f : training.features())
			(Arrays.stream(training.feature(f)).anyMatch(Double::isNaN) ? lacking : kept).add(f);
		if (lacking.isEmpty()) return training;
		if (kept.isEmpty()) throw new InputException("Every feature lacks a value in some training patient; there is nothing to learn from.");
		warnings.add(lacking.size() + " features lack a value in some training patient and are left out: " + PatientReader
			.some(lacking) + ".");
		return training.withFeatures(kept);
	}

	private static void checkEvents(final Patients training, final StudySettings s) {
		final int events = training.times().events();
		if (events == 0) throw new InputException("All " + training.size() +
			" training patients are censored: without an event there is nothing to learn from. Check column '" + s.data().event() +
			"'.");
		if (events < FEWEST_EVENTS) throw new InputException("Only " + events + " of " + training.size() +
			" training patients had the event; " + FEWEST_EVENTS + " are the least that a study can be computed with, and 10 for each variable of the model are usual.");
		if (s.lasso().foldColumn().isPresent() && Arrays.stream(training.folds().orElseThrow()).anyMatch(f -> f == 0))
			throw new InputException("Column '" + s.lasso().foldColumn().get() + "' lacks the fold of some training patient.");
	}

	/** Settings of all patients, so that a model is never looked at in features of another kind. */
	private static Optional<ExtractionSettings> extraction(final CsvTable table, final int[] rows, final StudySettings s,
		final List<String> warnings)
	{
		return TableSettings.of(table, s.data().id(), rows).map(t -> t.all(table.name(), s.extraction().stated(), warnings));
	}
}
