package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.survival.Agreement;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A few numbers with their names.
 *
 * @param title first line
 * @param values by name, in order
 */
public record NamedNumbers(String title, Map<String, Double> values) implements Report {

	public NamedNumbers {
		values = new LinkedHashMap<>(values);
	}

	/** Bland and Altman's limits of agreement. */
	public static NamedNumbers of(final Agreement.BlandAltman b, final int n) {
		final Map<String, Double> v = new LinkedHashMap<>();
		v.put("n", (double) n);
		v.put("bias", b.bias());
		v.put("sd", b.deviation());
		v.put("lower_limit", b.lower());
		v.put("upper_limit", b.upper());
		v.put("bias_se", b.biasError());
		v.put("limit_se", b.limitError());
		return new NamedNumbers("Bland-Altman limits of agreement, first less second", v);
	}

	@Override
	public String summary() {
		final TextTable table = new TextTable(title);
		values.forEach((name, v) -> table.row("  " + name, TextTable.general(v, 6)));
		return table.toString();
	}

	@Override
	public JsonObject json() {
		final JsonObject o = new JsonObject();
		values.forEach((name, v) -> o.add(name, Json.number(v)));
		return o;
	}
}
