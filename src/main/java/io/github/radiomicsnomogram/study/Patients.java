package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.model.ClinicalVariable;
import io.github.radiomicsnomogram.survival.SurvivalTimes;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Patients as numbers: what a training or an evaluation works on. Immutable; arrays inside are never changed.
 */
public final class Patients {

	private final List<String> ids;
	private final SurvivalTimes times;
	private final Map<String, double[]> features;
	private final List<Coded> clinical;
	private final int[] folds;
	private final int[] treated;
	/** Which patient of the whole cohort each row is: a resampled one comes several times. */
	private final int[] source;

	/**
	 * A clinical variable.
	 *
	 * @param variable what it is
	 * @param codes a number, or the index of the level, of each patient; NaN if missing; not to be changed
	 */
	record Coded(ClinicalVariable variable, double[] codes) {

		String id() {
			return variable.id();
		}

		boolean isNumeric() {
			return variable.levels().isEmpty();
		}
	}

	Patients(final List<String> ids, final SurvivalTimes times, final Map<String, double[]> features,
		final List<Coded> clinical, final int[] folds, final int[] treated, final int[] source)
	{
		this.ids = List.copyOf(ids);
		this.times = times;
		this.features = new LinkedHashMap<>(features);
		this.clinical = List.copyOf(clinical);
		this.folds = folds;
		this.treated = treated;
		this.source = source;
	}

	/** Number of patients. */
	public int size() {
		return ids.size();
	}

	/** Ids. */
	public List<String> ids() {
		return ids;
	}

	/** Follow-up. */
	public SurvivalTimes times() {
		return times;
	}

	/** Names of the features. */
	public List<String> features() {
		return List.copyOf(features.keySet());
	}

	/** A feature's values; not to be changed. */
	double[] feature(final String name) {
		final double[] v = features.get(name);
		if (v == null) throw new InputException("There is no column '" + name + "' of the model's signature.");
		return v;
	}

	double[][] columns(final List<String> names) {
		return names.stream().map(this::feature).toArray(double[][]::new);
	}

	/** Clinical variables. */
	List<Coded> clinical() {
		return clinical;
	}

	/** A clinical variable, if there is one of that id. */
	Optional<Coded> clinical(final String id) {
		return clinical.stream().filter(c -> c.id().equals(id)).findFirst();
	}

	/** Given folds, if any. */
	Optional<int[]> folds() {
		return Optional.ofNullable(folds);
	}

	/** 1 treated, 0 not, -1 not known; if there is a treatment. */
	Optional<int[]> treated() {
		return Optional.ofNullable(treated);
	}

	int[] source() {
		return source;
	}

	/** The patients of these rows, in this order; a row may come several times. */
	Patients rows(final int[] rows) {
		final Map<String, double[]> x = new LinkedHashMap<>();
		features.forEach((name, v) -> x.put(name, pick(v, rows)));
		final List<Coded> c = clinical.stream().map(v -> new Coded(v.variable(), pick(v.codes(), rows))).toList();
		return new Patients(Arrays.stream(rows).mapToObj(ids::get).toList(), times.rows(rows), x, c, pick(folds, rows), pick(
			treated, rows), pick(source, rows));
	}

	/** The same patients with the outcomes of others: row i gets the follow-up of row order[i]. */
	Patients withOutcomesOf(final int[] order) {
		return new Patients(ids, times.rows(order), features, clinical, folds, treated, source);
	}

	/** The same patients with some features only. */
	Patients withFeatures(final List<String> names) {
		final Map<String, double[]> x = new LinkedHashMap<>();
		names.forEach(n -> x.put(n, features.get(n)));
		return new Patients(ids, times, x, clinical, folds, treated, source);
	}

	/** Rows without a missing value in some variables: clinical ids, or others, which count as complete. */
	int[] complete(final List<String> variables) {
		final List<Coded> used = clinical.stream().filter(c -> variables.contains(c.id())).toList();
		return IntStream.range(0, size()).filter(i -> used.stream().noneMatch(c -> Double.isNaN(c.codes()[i]))).toArray();
	}

	static double[] pick(final double[] values, final int[] rows) {
		return Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
	}

	private static int[] pick(final int[] values, final int[] rows) {
		return values == null ? null : Arrays.stream(rows).map(i -> values[i]).toArray();
	}

	/** Everything that a training sees, as text: two trainings on equal texts give equal models. */
	String text() {
		final StringBuilder text = new StringBuilder(String.join(",", ids)).append('\n').append(Arrays.toString(times
			.times())).append(Arrays.toString(times.eventFlags())).append('\n');
		features.forEach((name, v) -> text.append(name).append(Arrays.toString(v)).append('\n'));
		clinical.forEach(c -> text.append(c.id()).append(Arrays.toString(c.codes())).append('\n'));
		return text.append(Arrays.toString(folds)).append('\n').toString();
	}
}
