package io.github.radiomicsnomogram.cohort;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonWriter;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Python's words for numbers, texts, truth values, None, tuples, lists and dictionaries, which a table holds in a
 * cell, to write them as JSON. Numbers keep their digits; nan and inf become null.
 */
final class PythonLiteral {

	private static final Pattern TOKEN = Pattern.compile(
		"\\G\\s*([\\[\\](){},:]|'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s\\[\\](){},:'\"]+)");
	private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?(e[-+]?[0-9]+)?");

	private final Matcher tokens;
	private final int end;
	private String token;

	private PythonLiteral(final String text) {
		tokens = TOKEN.matcher(text);
		end = text.stripTrailing().length();
	}

	/** Writes a value; what is no literal is written as text. */
	static void write(final String text, final JsonWriter json) throws IOException {
		final PythonLiteral literal = new PythonLiteral(text);
		JsonElement value;
		try {
			literal.advance();
			value = literal.value();
			if (literal.tokens.end() != literal.end) value = new JsonPrimitive(text);
		}
		catch (final IllegalStateException e) {
			value = new JsonPrimitive(text);
		}
		write(value, json);
	}

	private void advance() {
		if (!tokens.find()) throw new IllegalStateException("ends too early");
		token = tokens.group(1);
	}

	private JsonElement value() {
		switch (token.charAt(0)) {
			case '[':
				return items("]");
			case '(':
				return items(")");
			case '{':
				return entries();
			case '\'', '"':
				return new JsonPrimitive(unquoted());
			default:
				return word();
		}
	}

	/** A number is kept as a text in a list of its own, so that its digits stay as they are. */
	private JsonElement word() {
		if (token.equals("True") || token.equals("False")) return new JsonPrimitive(token.equals("True"));
		if (token.matches("None|nan|-?inf")) return JsonNull.INSTANCE;
		if (!NUMBER.matcher(token).matches()) throw new IllegalStateException("no literal: " + token);
		return new JsonPrimitive(new Digits(token));
	}

	private String unquoted() {
		return token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1");
	}

	private JsonArray items(final String last) {
		final JsonArray items = new JsonArray();
		for (advance(); !token.equals(last); advance()) {
			items.add(value());
			advance();
			if (token.equals(last)) break;
			require(",");
		}
		return items;
	}

	private JsonObject entries() {
		final JsonObject entries = new JsonObject();
		for (advance(); !token.equals("}"); advance()) {
			final String key = unquoted();
			advance();
			require(":");
			advance();
			entries.add(key, value());
			advance();
			if (token.equals("}")) break;
			require(",");
		}
		return entries;
	}

	private void require(final String wanted) {
		if (!token.equals(wanted)) throw new IllegalStateException(token + " in place of " + wanted);
	}

	private static void write(final JsonElement value, final JsonWriter json) throws IOException {
		if (value instanceof JsonObject object) {
			json.beginObject();
			for (final Map.Entry<String, JsonElement> e : object.entrySet())
				write(e.getValue(), json.name(e.getKey()));
			json.endObject();
		}
		else if (value instanceof JsonArray array) {
			json.beginArray();
			for (final JsonElement item : array)
				write(item, json);
			json.endArray();
		}
		else if (value instanceof JsonPrimitive primitive && primitive.isNumber()) json.jsonValue(primitive.getAsString());
		else if (value instanceof JsonPrimitive primitive && primitive.isBoolean()) json.value(primitive.getAsBoolean());
		else if (value.isJsonNull()) json.nullValue();
		else json.value(value.getAsString());
	}

	/** A number as it was written. */
	private static final class Digits extends Number {

		private static final long serialVersionUID = 1L;

		private final String text;

		Digits(final String text) {
			this.text = text;
		}

		@Override
		public int intValue() {
			return (int) doubleValue();
		}

		@Override
		public long longValue() {
			return (long) doubleValue();
		}

		@Override
		public float floatValue() {
			return (float) doubleValue();
		}

		@Override
		public double doubleValue() {
			return Double.parseDouble(text);
		}

		@Override
		public String toString() {
			return text;
		}
	}
}
