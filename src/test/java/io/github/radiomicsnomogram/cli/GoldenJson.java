package io.github.radiomicsnomogram.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares a report's JSON with R's, key by key. */
final class GoldenJson {

	private final double tolerance;
	private final Set<String> without;
	private final List<String> wrong = new ArrayList<>();
	private int numbers;
	private double largest;

	private GoldenJson(final double tolerance, final Set<String> without) {
		this.tolerance = tolerance;
		this.without = without;
	}

	/**
	 * Every number that R gives must be there, and equal.
	 *
	 * @param tolerance share of the number, or of the largest one in the same array or object of numbers
	 * @param without keys of R's that the report need not have
	 * @return the largest difference found
	 */
	static double assertEqual(final JsonElement expected, final JsonElement actual, final double tolerance,
		final Set<String> without)
	{
		final GoldenJson c = new GoldenJson(tolerance, without);
		c.compare("", expected, actual, 0);
		assertEquals(List.of(), c.wrong);
		assertTrue(c.numbers > 0, "nothing was compared");
		return c.largest;
	}

	private void compare(final String path, final JsonElement e, final JsonElement a, final double scale) {
		if (e.isJsonObject()) object(path, e.getAsJsonObject(), a);
		else if (e.isJsonArray()) array(path, e.getAsJsonArray(), a);
		else if (isNumber(e)) number(path, value(e), a, scale);
		else if (!e.equals(a)) wrong.add(path + ": expected " + e + ", got " + a);
	}

	private void object(final String path, final JsonObject e, final JsonElement a) {
		if (!a.isJsonObject()) {
			wrong.add(path + ": no object but " + a);
			return;
		}
		final double scale = scale(e.asMap().values());
		for (final Map.Entry<String, JsonElement> entry : e.entrySet()) {
			if (without.contains(entry.getKey())) continue;
			if (a.getAsJsonObject().has(entry.getKey())) compare(path + "/" + entry.getKey(), entry.getValue(), a
				.getAsJsonObject().get(entry.getKey()), scale);
			else wrong.add(path + "/" + entry.getKey() + ": missing");
		}
	}

	private void array(final String path, final JsonArray e, final JsonElement a) {
		if (!a.isJsonArray() || a.getAsJsonArray().size() != e.size()) {
			wrong.add(path + ": expected " + e.size() + " elements, got " + a);
			return;
		}
		final double scale = scale(e.asList());
		for (int i = 0; i < e.size(); i++)
			compare(path + "[" + i + "]", e.get(i), a.getAsJsonArray().get(i), scale);
	}

	/** Largest number of an array; 0 for objects, whose numbers are of different kinds. */
	private static double scale(final Iterable<JsonElement> elements) {
		double largest = 0;
		for (final JsonElement e : elements) {
			if (!isNumber(e)) return 0;
			if (Double.isFinite(value(e))) largest = Math.max(largest, Math.abs(value(e)));
		}
		return largest;
	}

	private void number(final String path, final double e, final JsonElement a, final double scale) {
		if (!isNumber(a)) {
			wrong.add(path + ": expected " + e + ", got " + a);
			return;
		}
		numbers++;
		final double actual = value(a);
		if (Double.isNaN(e) && Double.isNaN(actual) || e == actual) return;
		final double difference = Math.abs(e - actual) / Math.max(Math.max(Math.abs(e), scale), 1e-300);
		if (difference > largest) largest = difference;
		if (!(difference <= tolerance)) wrong.add(path + ": expected " + e + ", got " + actual);
	}

	private static boolean isNumber(final JsonElement e) {
		return e.isJsonNull() || e.isJsonPrimitive() && (e.getAsJsonPrimitive().isNumber() || Set.of("Inf", "-Inf", "NaN")
			.contains(e.getAsString()));
	}

	private static double value(final JsonElement e) {
		if (e.isJsonNull()) return Double.NaN;
		return switch (e.getAsString()) {
			case "Inf" -> Double.POSITIVE_INFINITY;
			case "-Inf" -> Double.NEGATIVE_INFINITY;
			case "NaN" -> Double.NaN;
			default -> e.getAsDouble();
		};
	}
}
