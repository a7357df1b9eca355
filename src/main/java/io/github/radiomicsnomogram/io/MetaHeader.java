package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.InputException;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The text at the start of a MetaImage file: lines "key = value" up to the one that says where the voxels are.
 *
 * @param file for messages
 * @param fields by key, as written
 * @param dataFiles lines that follow "ElementDataFile = LIST"
 * @param length of the header in bytes
 * @see <a href="https://itk.org/Wiki/MetaIO/Documentation">MetaIO</a>
 */
record MetaHeader(Path file, Map<String, String> fields, List<String> dataFiles, long length) {

	/** The field that ends a header. */
	static final String DATA_FILE = "ElementDataFile";

	private static final int LONGEST = 1 << 20;
	private static final int LONGEST_LIST = 1 << 24;

	static MetaHeader read(final Path file) throws IOException {
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
			return new Parser(file, in).parse();
		}
	}

	/** The value of the first of some keys that is there. */
	Optional<String> field(final String... keys) {
		for (final String key : keys)
			if (fields.containsKey(key)) return Optional.of(fields.get(key));
		return Optional.empty();
	}

	String required(final String key) {
		return field(key).orElseThrow(() -> bad("has no " + key, "Export it again."));
	}

	/** Whether a field says true, as anything that begins with T, t or 1 does. */
	boolean isTrue(final String... keys) {
		return field(keys).filter(v -> v.matches("[Tt1].*")).isPresent();
	}

	/** The numbers of a field. */
	double[] numbers(final String key, final int count) {
		final String[] words = required(key).split("\\s+");
		if (words.length != count) throw bad("gives " + words.length + " numbers in " + key + " where " + count + " belong",
			"Export it again.");
		final double[] values = new double[count];
		for (int i = 0; i < count; i++)
			values[i] = number(key, words[i]);
		return values;
	}

	/** A whole number. */
	long whole(final String key, final long otherwise) {
		if (field(key).isEmpty()) return otherwise;
		final double value = number(key, required(key));
		if (value != Math.rint(value) || Math.abs(value) > 1L << 53) throw bad("has '" + required(key) + "' in " + key +
			" where a whole number belongs", "Correct it.");
		return (long) value;
	}

	private double number(final String key, final String text) {
		try {
			return Double.parseDouble(text);
		}
		catch (final NumberFormatException e) {
			throw bad("has '" + text + "' in " + key + " where a number belongs", "Correct it.");
		}
	}

	InputException bad(final String what, final String advice) {
		return bad(file, what, advice);
	}

	private static InputException bad(final Path file, final String what, final String advice) {
		return new InputException("MetaImage file '" + file + "' " + what + ". " + advice);
	}

	/** Reads line by line and counts bytes. */
	private static final class Parser {

		private final Path file;
		private final InputStream in;
		private long length;
		private boolean ended;

		Parser(final Path file, final InputStream in) {
			this.file = file;
			this.in = in;
		}

		MetaHeader parse() throws IOException {
			final Map<String, String> fields = new LinkedHashMap<>();
			while (!fields.containsKey(DATA_FILE)) {
				final String line = line(LONGEST);
				if (line.isEmpty() && ended) throw bad(file, "has no line '" + DATA_FILE + " = ...' that ends its header",
					"It is truncated or of another kind; check which file this is.");
				if (!line.isBlank()) accept(line, fields);
			}
			final List<String> files = new ArrayList<>();
			if (fields.get(DATA_FILE).startsWith("LIST")) for (String line = line(LONGEST_LIST); !ended || !line.isEmpty(); line =
				line(LONGEST_LIST))
				if (!line.isBlank()) files.add(line.strip());
			return new MetaHeader(file, fields, files, length);
		}

		private void accept(final String line, final Map<String, String> fields) {
			final int equals = line.indexOf('='), colon = line.indexOf(':');
			final int at = equals < 0 ? colon : colon < 0 ? equals : Math.min(equals, colon);
			if (at < 1) throw bad(file, "has a header line that is no 'key = value': '" + shown(line) + "'",
				"Check which file this is.");
			fields.put(line.substring(0, at).strip(), line.substring(at + 1).strip());
		}

		private static String shown(final String line) {
			return line.substring(0, Math.min(60, line.length())).replaceAll("\\p{Cntrl}", "?");
		}

		private String line(final int longest) throws IOException {
			final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			int b = in.read();
			while (b >= 0 && b != '\n') {
				bytes.write(b);
				if (length + bytes.size() > longest) throw bad(file, "has a header longer than " + longest + " bytes",
					"It is damaged or of another kind; check which file this is.");
				b = in.read();
			}
			length += bytes.size() + (b < 0 ? 0 : 1);
			ended = b < 0;
			return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
		}
	}
}
