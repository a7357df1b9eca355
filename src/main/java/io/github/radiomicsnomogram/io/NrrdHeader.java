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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The text at the start of a NRRD file: fields, key/value pairs, and where it ends.
 *
 * @param file for messages
 * @param fields by identifier, in lower case and without blanks ("spacedirections")
 * @param dataFiles lines that follow a field "data file: LIST"
 * @param keyValues the key/value pairs, unescaped
 * @param length of the header in bytes, its closing blank line included
 * @see <a href="https://teem.sourceforge.net/nrrd/format.html">Definition of NRRD file format</a>
 */
record NrrdHeader(Path file, Map<String, String> fields, List<String> dataFiles, Map<String, String> keyValues,
	long length)
{

	static final String MAGIC = "NRRD000";

	private static final int LONGEST_LINE = 1 << 20;
	private static final int LONGEST = 1 << 24;

	static NrrdHeader read(final Path file) throws IOException {
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
			return new Parser(file, in).parse();
		}
	}

	Optional<String> field(final String identifier) {
		return Optional.ofNullable(fields.get(identifier));
	}

	String required(final String identifier, final String spelled) {
		return field(identifier).orElseThrow(() -> bad("has no field '" + spelled + "'", "Export it again."));
	}

	/** Numbers separated by blanks. */
	double[] numbers(final String identifier, final String spelled, final int count) {
		final String[] words = required(identifier, spelled).trim().split("\\s+");
		if (words.length != count) throw bad("gives " + words.length + " numbers in '" + spelled + "' where " + count +
			" belong", "Export it again.");
		final double[] values = new double[count];
		for (int i = 0; i < count; i++)
			values[i] = number(words[i], spelled);
		return values;
	}

	double number(final String text, final String spelled) {
		try {
			final String t = text.trim().toLowerCase(Locale.ROOT);
			return t.contains("nan") ? Double.NaN : Double.parseDouble(t);
		}
		catch (final NumberFormatException e) {
			throw bad("has '" + text.trim() + "' in '" + spelled + "' where a number belongs", "Correct it.");
		}
	}

	int integer(final String identifier, final String spelled, final int otherwise) {
		final Optional<String> text = field(identifier);
		if (text.isEmpty()) return otherwise;
		final double value = number(text.get(), spelled);
		if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) throw bad("has '" + text.get() + "' in '" +
			spelled + "' where a whole number belongs", "Correct it.");
		return (int) value;
	}

	InputException bad(final String what, final String advice) {
		return new InputException("NRRD file '" + file + "' " + what + ". " + advice);
	}

	/** Reads line by line and counts bytes. */
	private static final class Parser {

		private final Path file;
		private final InputStream in;
		private final Map<String, String> fields = new LinkedHashMap<>();
		private final Map<String, String> keyValues = new LinkedHashMap<>();
		private final List<String> dataFiles = new ArrayList<>();
		private long length;
		private boolean ended;

		Parser(final Path file, final InputStream in) {
			this.file = file;
			this.in = in;
		}

		NrrdHeader parse() throws IOException {
			final String magic = line();
			if (!magic.startsWith(MAGIC)) throw new InputException("'" + file +
				"' is no NRRD file: it doesn't start with " + MAGIC + ". Check which file this is.");
			String line = line();
			while (!line.isEmpty()) {
				if (isList(fields.getOrDefault("datafile", ""))) dataFiles.add(line);
				else accept(line);
				line = line();
			}
			final boolean detached = fields.containsKey("datafile");
			if (ended && !detached) throw new InputException("NRRD file '" + file +
				"' is truncated: no blank line ends its header. Copy or export it again.");
			return new NrrdHeader(file, fields, dataFiles, keyValues, length);
		}

		private static boolean isList(final String dataFile) {
			return dataFile.equals("LIST") || dataFile.startsWith("LIST ");
		}

		private void accept(final String line) {
			if (line.startsWith("#")) return;
			final int pair = line.indexOf(":=");
			final int field = line.indexOf(": ");
			if (pair >= 0 && (field < 0 || pair < field)) keyValues.put(unescape(line.substring(0, pair)), unescape(line
				.substring(pair + 2)));
			else if (field >= 0) fields.put(identifier(line.substring(0, field)), line.substring(field + 2).trim());
			else if (line.endsWith(":")) fields.put(identifier(line.substring(0, line.length() - 1)), "");
			else throw new InputException("NRRD file '" + file + "' has a header line that is neither field nor key/value pair: '" +
				line.substring(0, Math.min(60, line.length())).replaceAll("\\p{Cntrl}", "?") +
				"'. Correct it, or export the image again.");
		}

		/** Some identifiers are written with or without blanks: "data file", "datafile". */
		private static String identifier(final String text) {
			return text.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
		}

		private static String unescape(final String text) {
			final StringBuilder plain = new StringBuilder();
			for (int i = 0; i < text.length(); i++) {
				final char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
				final boolean escape = text.charAt(i) == '\\' && (next == 'n' || next == '\\');
				plain.append(!escape ? text.charAt(i) : next == 'n' ? '\n' : next);
				if (escape) i++;
			}
			return plain.toString();
		}

		/** The next line without its end; empty at the end of the file, and then {@link #ended}. */
		private String line() throws IOException {
			final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			int b = in.read();
			while (b >= 0 && b != '\n') {
				bytes.write(b);
				if (bytes.size() > LONGEST_LINE) throw new InputException("NRRD file '" + file +
					"' has a header line longer than " + LONGEST_LINE + " bytes. It is damaged; export it again.");
				b = in.read();
			}
			length += bytes.size() + (b < 0 ? 0 : 1);
			if (length > LONGEST) throw new InputException("NRRD file '" + file + "' has a header longer than " + LONGEST +
				" bytes. It is damaged; export it again.");
			ended = b < 0;
			final String text = bytes.toString(StandardCharsets.UTF_8);
			return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
		}
	}
}
