package io.github.radiomicsnomogram.survival;

import static io.github.radiomicsnomogram.survival.Golden.assertAllClose;
import static io.github.radiomicsnomogram.survival.Golden.number;
import static io.github.radiomicsnomogram.survival.Golden.numbers;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import io.github.radiomicsnomogram.io.CsvTable;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * A simulated cohort of 120 patients with ties, strata, a factor, missing values and correlated features, and R's results
 * for it, both written by src/test/scripts/survival_oracle.R, where each R call stands.
 */
final class OwnOracle {

	/** Features f1 to f12. */
	static final List<String> FEATURES = IntStream.rangeClosed(1, 12).mapToObj(j -> "f" + j).toList();

	private OwnOracle() {}

	private static Path resource(final String name) {
		try {
			return Path.of(OwnOracle.class.getResource("/survival/" + name).toURI());
		}
		catch (final URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}

	/** R's results on one topic. */
	static JsonElement topic(final String name) throws IOException {
		return JsonParser.parseString(Files.readString(resource("oracle.json"))).getAsJsonObject().get(name);
	}

	static JsonObject object(final String name) throws IOException {
		return topic(name).getAsJsonObject();
	}

	static Cohort cohort() {
		return new Cohort(CsvTable.read(resource("cohort.csv")));
	}

	static SurvivalTimes times() {
		final Cohort cohort = cohort();
		return new SurvivalTimes(cohort.numeric("time"), cohort.flags("event"));
	}

	static double[][] features() {
		return columns(FEATURES);
	}

	static double[][] columns(final List<String> names) {
		final Cohort cohort = cohort();
		return names.stream().map(cohort::numeric).toArray(double[][]::new);
	}

	/** Rows whose value in a column is this one. */
	static int[] rows(final String column, final String value) {
		final List<String> cells = cohort().table().cells(column);
		return IntStream.range(0, cells.size()).filter(i -> cells.get(i).equals(value)).toArray();
	}

	static double[] pick(final String column, final int[] rows) {
		final double[] v = cohort().numeric(column);
		return Arrays.stream(rows).mapToDouble(i -> v[i]).toArray();
	}

	static double[][] matrix(final JsonElement e) {
		return StreamSupport.stream(e.getAsJsonArray().spliterator(), false).map(Golden::numbers).toArray(double[][]::new);
	}

	static List<String> texts(final JsonArray array) {
		return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsString).toList();
	}

	static double value(final JsonObject r, final String key) {
		return number(r.get(key));
	}

	/** Compares a property of a list's elements, each within a share of the largest. */
	static <T> void check(final JsonObject r, final String key, final List<T> actual, final ToDoubleFunction<T> property,
		final double tolerance)
	{
		assertAllClose(numbers(r.get(key)), actual.stream().mapToDouble(property).toArray(), tolerance, key);
	}
}
