package io.github.radiomicsnomogram.model;

import io.github.radiomicsnomogram.InputException;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A patient's clinical values for one model, as far as they are known. A value that is not known is absent, never
 * replaced. Immutable.
 */
public final class ClinicalValues {

	/** Nothing is known. */
	public static final ClinicalValues NONE = new ClinicalValues(new TreeMap<>());

	private final TreeMap<String, Double> values;

	private ClinicalValues(final TreeMap<String, Double> values) {
		this.values = values;
	}

	/**
	 * Reads what a user typed.
	 *
	 * @param model whose variables these are
	 * @param typed text by variable id; blank or null text means not known
	 * @throws InputException if the model has no such variable, or the text is no allowed value of it
	 */
	public static ClinicalValues parse(final PrognosticModel model, final Map<String, String> typed) {
		final TreeMap<String, Double> values = new TreeMap<>();
		typed.forEach((id, text) -> {
			final List<String> known = model.clinical().stream().map(ClinicalVariable::id).toList();
			if (!known.contains(id)) throw new InputException("Model '" + model.id() + "' has no clinical variable '" + id +
				"'; it has: " + (known.isEmpty() ? "none" : String.join(", ", known)) + ".");
			if (text != null && !text.isBlank()) values.put(id, model.clinicalVariable(id).parse(text));
		});
		return new ClinicalValues(values);
	}

	/**
	 * The value of a variable, if it is known: the number of a numeric variable, the index of the level of another one (0
	 * = reference).
	 */
	public OptionalDouble value(final String id) {
		final Double v = values.get(id);
		return v == null ? OptionalDouble.empty() : OptionalDouble.of(v);
	}

	@Override
	public boolean equals(final Object o) {
		return o instanceof ClinicalValues c && values.equals(c.values);
	}

	@Override
	public int hashCode() {
		return values.hashCode();
	}

	@Override
	public String toString() {
		return values.toString();
	}
}
