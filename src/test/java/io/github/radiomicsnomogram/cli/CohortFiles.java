package io.github.radiomicsnomogram.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tables of cases in src/test/resources/cohort, and how results compare with those of pyradiomics beside them. */
final class CohortFiles {

	/** Where they are. */
	static final Path FOLDER = Path.of("src/test/resources/cohort");

	/**
	 * The relative difference that is allowed: sums of another order. 7e-16 are reached for Contrast and MeshVolume, 2e-15
	 * for MCC, an eigenvalue.
	 */
	static final double TOLERANCE = 1e-12;

	private CohortFiles() {}

	/** Two texts of a cell must be the same, or the same number or tuple of numbers. */
	static void assertSameCell(final String expected, final String actual, final String where) {
		if (expected.equals(actual)) return;
		if (expected.startsWith("(") && actual.startsWith("(")) {
			final String[] e = expected.substring(1, expected.length() - 1).split(", "), a = actual.substring(1, actual.length() -
				1).split(", ");
			assertEquals(e.length, a.length, where);
			for (int i = 0; i < e.length; i++)
				assertSameCell(e[i], a[i], where);
			return;
		}
		assertEquals(number(expected, where), number(actual, where), TOLERANCE * Math.abs(number(expected, where)), where);
	}

	private static double number(final String text, final String where) {
		try {
			return Double.parseDouble(text.equals("nan") ? "NaN" : text);
		}
		catch (final NumberFormatException e) {
			throw new AssertionError(where + ": '" + text + "' is no number", e);
		}
	}

	/** Whether a column tells versions, which are our own. */
	static boolean isVersion(final String column) {
		return column.contains("diagnostics_Versions_");
	}

	/** Columns without those of versions. */
	static List<String> withoutVersions(final List<String> columns) {
		final List<String> rest = new ArrayList<>(columns);
		rest.removeIf(CohortFiles::isVersion);
		return rest;
	}

	/** Two values must be the same; where Python writes NaN, which is no JSON, there must be null. */
	static void assertSame(final JsonElement expected, final JsonElement actual, final String where) {
		if (expected instanceof JsonArray array) {
			assertEquals(array.size(), actual.getAsJsonArray().size(), where);
			for (int i = 0; i < array.size(); i++)
				assertSame(array.get(i), actual.getAsJsonArray().get(i), where + " " + i);
		}
		else if (expected instanceof JsonObject object) assertSameObject(object, actual.getAsJsonObject(), where);
		else if (expected.equals(new JsonPrimitive("NaN"))) assertTrue(actual.isJsonNull(), where);
		else if (expected instanceof JsonPrimitive number && number.isNumber()) assertSameCell(number.getAsString(), actual
			.getAsString(), where);
		else assertEquals(expected, actual, where);
	}

	private static void assertSameObject(final JsonObject expected, final JsonObject actual, final String where) {
		assertEquals(keys(expected), keys(actual), where);
		for (final String key : keys(expected))
			assertSame(expected.get(key), actual.get(key), where + " " + key);
	}

	private static List<String> keys(final JsonObject object) {
		final List<String> keys = withoutVersions(List.copyOf(object.keySet()));
		keys.removeAll(List.of("diagnostics_Reasons", "diagnostics_Failure", "diagnostics_Maps"));
		return keys;
	}
}
