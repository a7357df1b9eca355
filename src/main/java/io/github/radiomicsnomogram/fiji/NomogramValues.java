package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.model.CoxTerm;
import io.github.radiomicsnomogram.model.Nomogram;
import io.github.radiomicsnomogram.model.Nomogram.Variable;
import io.github.radiomicsnomogram.model.PrognosticModel;
import io.github.radiomicsnomogram.plot.NomogramReading;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Values on a model's nomogram. Immutable.
 *
 * @param model that has a nomogram
 * @param values by the ids of the nomogram's variables: a number, or the index of a level; what is not there is not known
 * @param subject whose values they are; "" if nobody's
 */
public record NomogramValues(PrognosticModel model, Map<String, Double> values, String subject) {

	private static final double PERCENT = 100;

	public NomogramValues {
		values = new LinkedHashMap<>(values);
	}

	/**
	 * No values.
	 *
	 * @throws InputException if the model is a signature alone
	 */
	static NomogramValues none(final PrognosticModel model) {
		if (model.nomogram().isEmpty()) throw new InputException("Model '" + model.id() +
			"' is a signature alone: it has no Cox model (cox: in the model file), so there is no nomogram to show.");
		return new NomogramValues(model, Map.of(), "");
	}

	/** The nomogram. */
	Nomogram nomogram() {
		return model.nomogram().orElseThrow();
	}

	/** Points, total and survival. */
	public NomogramReading reading() {
		return NomogramReading.of(model, values);
	}

	/** Every variable has a value. */
	boolean isComplete() {
		return nomogram().variables().stream().allMatch(v -> values.containsKey(v.id()));
	}

	/**
	 * With another value of a variable.
	 *
	 * @param text as typed; blank if it is not known
	 * @throws InputException if it is no value of the variable
	 */
	NomogramValues with(final String id, final String text) {
		final Map<String, Double> changed = new LinkedHashMap<>(values);
		if (text.isBlank()) changed.remove(id);
		else changed.put(id, parse(variable(id), text));
		return new NomogramValues(model, changed, subject);
	}

	/** With another value of a variable: a number, or the index of a level. */
	NomogramValues with(final String id, final double value) {
		final Map<String, Double> changed = new LinkedHashMap<>(values);
		changed.put(id, value);
		return new NomogramValues(model, changed, subject);
	}

	private Variable variable(final String id) {
		return nomogram().variables().stream().filter(v -> v.id().equals(id)).findFirst().orElseThrow(
			() -> new InputException("The nomogram of model '" + model.id() + "' has no variable '" + id + "'; it has " + String
				.join(", ", nomogram().variables().stream().map(Variable::id).toList()) + "."));
	}

	private double parse(final Variable v, final String text) {
		if (!v.id().equals(CoxTerm.SIGNATURE)) return model.clinicalVariable(v.id()).parse(text);
		try {
			final double value = Double.parseDouble(text.trim());
			if (Double.isFinite(value)) return value;
		}
		catch (final NumberFormatException e) {
			throw noNumber(v, text, e);
		}
		throw noNumber(v, text, null);
	}

	private static InputException noNumber(final Variable v, final String text, final Exception cause) {
		return new InputException("'" + text.trim() + "' is no value of " + v.label() + " (" + v.id() +
			"): give a number, with a dot as decimal sign.", cause);
	}

	/** "Total points 97.3, linear predictor 2.53, 5-year DFS 49 % (27-67 %, reconstructed baseline)", or what is missing. */
	String summary() {
		final NomogramReading r = reading();
		if (r.total().isEmpty()) return "Not given: " + String.join(", ", r.entries().stream().filter(e -> e.value().isEmpty())
			.map(e -> e.variable().label()).toList());
		return String.format(Locale.ROOT, "Total points %.1f, linear predictor %.3f", r.total().getAsDouble(), r
			.linearPredictor().getAsDouble()) + r.survival().map(s -> ", " + model.endpoint().title() + String.format(Locale.ROOT,
				" %.0f %% (%.0f-%.0f %%, %s baseline)", PERCENT * s.survival(), PERCENT * s.low(), PERCENT * s.high(), s.provenance()
					.id())).orElse(", no " + model.endpoint().title() + ": the model holds no baseline survival");
	}
}
