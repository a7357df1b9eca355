package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/** JSON that says of a number all that there is to say. */
public final class Json {

	private Json() {}

	/** A number; null if it has no value, "Inf" or "-Inf" if it is infinite. */
	public static JsonElement number(final double v) {
		if (Double.isNaN(v)) return JsonNull.INSTANCE;
		if (Double.isInfinite(v)) return new JsonPrimitive(v > 0 ? "Inf" : "-Inf");
		// Whole numbers without a fraction, as R writes them.
		return v == Math.rint(v) && Math.abs(v) < 1e15 ? new JsonPrimitive((long) v) : new JsonPrimitive(v);
	}

	public static JsonArray numbers(final double[] values) {
		final JsonArray array = new JsonArray(values.length);
		for (final double v : values)
			array.add(number(v));
		return array;
	}

	public static JsonArray numbers(final int[] values) {
		final JsonArray array = new JsonArray(values.length);
		for (final int v : values)
			array.add(v);
		return array;
	}

	/** One number for each of some things. */
	public static <T> JsonArray numbers(final List<T> things, final ToDoubleFunction<T> value) {
		return numbers(things.stream().mapToDouble(value).toArray());
	}

	public static JsonArray texts(final List<String> values) {
		final JsonArray array = new JsonArray(values.size());
		values.forEach(array::add);
		return array;
	}

	/** {name: value}, in order. */
	public static JsonObject named(final List<String> names, final IntToDoubleFunction value) {
		final JsonObject object = new JsonObject();
		for (int i = 0; i < names.size(); i++)
			object.add(names.get(i), number(value.applyAsDouble(i)));
		return object;
	}

	/** A matrix, row by row, with the names of rows and columns. */
	public static JsonObject matrix(final List<String> rows, final List<String> columns, final double[][] data) {
		final JsonObject object = new JsonObject();
		object.add("rows", texts(rows));
		object.add("cols", texts(columns));
		object.add("data", rows(data));
		return object;
	}

	public static JsonArray rows(final double[][] data) {
		final JsonArray array = new JsonArray(data.length);
		for (final double[] row : data)
			array.add(numbers(row));
		return array;
	}
}
