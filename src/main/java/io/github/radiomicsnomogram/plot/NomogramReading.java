package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.model.CoxTerm;
import io.github.radiomicsnomogram.model.Nomogram;
import io.github.radiomicsnomogram.model.Nomogram.Variable;
import io.github.radiomicsnomogram.model.PredictedSurvival;
import io.github.radiomicsnomogram.model.Prediction;
import io.github.radiomicsnomogram.model.PrognosticModel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a nomogram says of some values: points, their total, linear predictor, survival at the horizon.
 *
 * @param entries one a variable, in the nomogram's order
 * @param total points; empty if a value is missing
 * @param linearPredictor not centred; empty as the total
 * @param survival at the horizon; empty as the total, or without a baseline
 */
public record NomogramReading(List<Entry> entries, OptionalDouble total, OptionalDouble linearPredictor,
	Optional<PredictedSurvival> survival)
{

	private static final MathContext DIGITS = new MathContext(4);

	/**
	 * A value.
	 *
	 * @param variable whose
	 * @param value number, or index of the level; empty if missing
	 * @param text as people write it, without unit; "" if missing
	 * @param points empty if missing; below 0 or above 100 beyond the axis
	 */
	public record Entry(Variable variable, OptionalDouble value, String text, OptionalDouble points) {}

	public NomogramReading {
		entries = List.copyOf(entries);
	}

	/**
	 * Reads values.
	 *
	 * @param model that has a nomogram
	 * @param values by the ids of the nomogram's variables ({@link CoxTerm#SIGNATURE} for the score): a number, or the
	 *          index of the level; what is not there, or NaN, is missing
	 * @throws InputException for an id that the nomogram does not have, or a level that there is not
	 * @throws IllegalArgumentException if the model is a signature alone
	 */
	public static NomogramReading of(final PrognosticModel model, final Map<String, Double> values) {
		final Nomogram nomogram = model.nomogram().orElseThrow(() -> new IllegalArgumentException("model " + model.id() +
			" has no nomogram"));
		final List<String> ids = nomogram.variables().stream().map(Variable::id).toList();
		values.keySet().stream().filter(id -> !ids.contains(id)).findFirst().ifPresent(id -> {
			throw new InputException("The nomogram of model " + model.id() + " has no variable '" + id + "'; it has " + String
				.join(", ", ids) + ".");
		});
		final List<Entry> entries = new ArrayList<>();
		for (final Variable v : nomogram.variables())
			entries.add(entry(nomogram, v, values.getOrDefault(v.id(), Double.NaN)));
		if (entries.stream().anyMatch(e -> e.points.isEmpty())) return new NomogramReading(entries, OptionalDouble.empty(),
			OptionalDouble.empty(), Optional.empty());
		final double total = entries.stream().mapToDouble(e -> e.points.getAsDouble()).sum();
		final double predictor = nomogram.linearPredictor(total);
		return new NomogramReading(entries, OptionalDouble.of(total), OptionalDouble.of(predictor), model.baseline().map(b -> b
			.at(predictor)));
	}

	private static Entry entry(final Nomogram nomogram, final Variable v, final double value) {
		if (Double.isNaN(value)) return new Entry(v, OptionalDouble.empty(), "", OptionalDouble.empty());
		if (!v.levels().isEmpty() && !(value >= 0 && value < v.levels().size() && value == Math.rint(value)))
			throw new InputException("'" + v.label() + "' has the levels 0 to " + (v.levels().size() - 1) + " (" + String.join(
				", ", v.levels()) + "), not " + value + ".");
		return new Entry(v, OptionalDouble.of(value), v.levels().isEmpty() ? rounded(value) : v.levels().get(
			(int) value), OptionalDouble.of(nomogram.points(v, value)));
	}

	/** No more digits than a hand on a slider can mean. */
	private static String rounded(final double value) {
		return Ticks.label(new BigDecimal(value).round(DIGITS).doubleValue());
	}

	/** What the nomogram says of a patient; the prediction's own numbers. */
	public static NomogramReading of(final Prediction p) {
		final List<Variable> variables = p.model().nomogram().orElseThrow(() -> new IllegalArgumentException("model " + p
			.model().id() + " has no nomogram")).variables();
		final List<Entry> entries = new ArrayList<>();
		for (int i = 0; i < variables.size(); i++) {
			final Prediction.VariablePoints v = p.points().get(i);
			final boolean signature = v.id().equals(CoxTerm.SIGNATURE) && v.value().isPresent();
			entries.add(new Entry(variables.get(i), v.value(), signature ? Shown.score(p) : v.text(), v.points()));
		}
		return new NomogramReading(entries, p.pointsTotal(), p.linearPredictor(), p.survival());
	}
}
