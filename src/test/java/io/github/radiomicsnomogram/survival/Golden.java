package io.github.radiomicsnomogram.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import io.github.radiomicsnomogram.Shared;
import io.github.radiomicsnomogram.io.CsvTable;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** R's results and the data sets that they were computed from. */
final class Golden {

	private static final String FOLDER = "golden/survival/";

	private static final Map<String, Double> SIGNATURE = Map.of("original_firstorder_Kurtosis", -5.570173e-03,
		"original_glcm_Correlation", 1.004042e+00, "original_glcm_MaximumProbability", -9.648413e-01,
		"original_glszm_LargeAreaEmphasis", 1.643472e-08);

	private Golden() {}

	static JsonObject json(final String name) throws IOException {
		return JsonParser.parseString(Files.readString(Shared.path(FOLDER + "expected/" + name + ".json"))).getAsJsonObject();
	}

	static CsvTable expected(final String name) {
		return CsvTable.read(Shared.path(FOLDER + "expected/" + name + ".csv"));
	}

	/** A data set as make_golden.R prepares it. */
	static Cohort data(final String name) {
		final CsvTable table = CsvTable.read(Shared.path(FOLDER + "data/" + name + ".csv"));
		return switch (name) {
			case "lung" -> shifted(new Cohort(table), "status", -1);
			case "veteran" -> new Cohort(table, Map.of("celltype", List.of("squamous", "smallcell", "adeno", "large")));
			case "colon_recurrence" -> new Cohort(table, Map.of("rx", List.of("Obs", "Lev", "Lev+5FU")));
			case "rotterdam" -> new Cohort(table, Map.of("size", List.of("<=20", "20-50", ">50")));
			case "pbc" -> pbc(new Cohort(table));
			case "cohort114" -> withSignature(new Cohort(table));
			default -> new Cohort(table);
		};
	}

	/** The rows of cohort114 of one set, "train" or "validation". */
	static Cohort cohort114(final String set) {
		final Cohort all = data("cohort114");
		final List<String> sets = all.table().cells("set");
		return all.rows(IntStream.range(0, all.size()).filter(i -> sets.get(i).equals(set)).toArray());
	}

	private static Cohort shifted(final Cohort cohort, final String column, final double by) {
		final double[] v = cohort.numeric(column);
		for (int i = 0; i < v.length; i++)
			v[i] += by;
		return cohort.with(column, v);
	}

	private static Cohort pbc(final Cohort cohort) {
		final double[] trt = cohort.numeric("trt");
		final Cohort kept = cohort.rows(IntStream.range(0, trt.length).filter(i -> !Double.isNaN(trt[i])).toArray());
		final double[] status = kept.numeric("status");
		for (int i = 0; i < status.length; i++)
			status[i] = status[i] == 2 ? 1 : 0;
		return kept.with("dead", status);
	}

	private static Cohort withSignature(final Cohort cohort) {
		final double[] sig = new double[cohort.size()];
		for (final String feature : List.of("original_firstorder_Kurtosis", "original_glcm_Correlation",
			"original_glcm_MaximumProbability", "original_glszm_LargeAreaEmphasis"))
		{
			final double[] x = cohort.numeric(feature);
			for (int i = 0; i < sig.length; i++)
				sig[i] += x[i] * SIGNATURE.get(feature);
		}
		return cohort.with("sig", sig);
	}

	static double number(final JsonElement e) {
		if (e.isJsonNull()) return Double.NaN;
		return switch (e.getAsString()) {
			case "Inf" -> Double.POSITIVE_INFINITY;
			case "-Inf" -> Double.NEGATIVE_INFINITY;
			case "NaN" -> Double.NaN;
			default -> e.getAsDouble();
		};
	}

	static double[] numbers(final JsonElement e) {
		final JsonArray array = e.getAsJsonArray();
		return IntStream.range(0, array.size()).mapToDouble(i -> number(array.get(i))).toArray();
	}

	/** Values of an object such as {"age": 1, "sex": 2}, in order. */
	static double[] values(final JsonElement e) {
		return e.getAsJsonObject().entrySet().stream().mapToDouble(x -> number(x.getValue())).toArray();
	}

	static void assertClose(final double expected, final double actual, final double relative, final String what) {
		if (Double.isNaN(expected)) {
			assertTrue(Double.isNaN(actual), what + ": expected no value, got " + actual);
			return;
		}
		if (Double.isInfinite(expected)) {
			assertEquals(expected, actual, what);
			return;
		}
		final double bound = relative * Math.max(Math.abs(expected), 1e-300);
		assertTrue(Math.abs(expected - actual) <= bound, () -> what + ": expected " + expected + ", got " + actual +
			", relative difference " + Math.abs(expected - actual) / Math.abs(expected));
	}

	/** Each value within a share of the largest one, for vectors whose small entries are sums that cancel. */
	static void assertAllClose(final double[] expected, final double[] actual, final double relative, final String what) {
		assertEquals(expected.length, actual.length, what);
		double largest = 0;
		for (final double v : expected)
			if (Double.isFinite(v)) largest = Math.max(largest, Math.abs(v));
		for (int i = 0; i < expected.length; i++) {
			if (!Double.isFinite(expected[i])) assertClose(expected[i], actual[i], 0, what + " " + i);
			else assertEquals(expected[i], actual[i], relative * largest, what + " " + i);
		}
	}
}
