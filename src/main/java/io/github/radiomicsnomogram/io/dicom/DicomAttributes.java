package io.github.radiomicsnomogram.io.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The attributes of a data set or of an item of a sequence, by {@link Tag}. Immutable. */
final class DicomAttributes {

	/** No attributes at all. */
	static final DicomAttributes EMPTY = new DicomAttributes(Map.of(), StandardCharsets.ISO_8859_1);

	/** A decimal string (PS3.5, 6.2), nothing that only Java reads as a number. */
	private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d++(\\.\\d*+)?|\\.\\d++)([eE][+-]?\\d++)?");

	private static final int LONGEST_NUMBER = 64;
	private static final int SHOWN = 64;

	private final Map<Tag, Value> values;
	private final Charset charset;

	private DicomAttributes(final Map<Tag, Value> values, final Charset charset) {
		this.values = values;
		this.charset = charset;
	}

	/** A value as it lies in the file, or the items of a sequence. */
	record Value(Vr vr, boolean big, byte[] bytes, List<DicomAttributes> items) {

		boolean isEmpty() {
			return items.isEmpty() && bytes.length == 0;
		}
	}

	/** @param charset of text that may have other letters than ASCII */
	static DicomAttributes of(final Map<Tag, Value> values, final Charset charset) {
		return values.isEmpty() ? EMPTY : new DicomAttributes(Map.copyOf(values), charset);
	}

	/** Whether the attribute is there and not empty. */
	boolean has(final Tag tag) {
		return text(tag).isPresent() || !items(tag).isEmpty();
	}

	/** Items of a sequence, none if it is absent. */
	List<DicomAttributes> items(final Tag tag) {
		final Value value = values.get(tag);
		return value == null ? List.of() : value.items;
	}

	/** First item of a sequence, {@link #EMPTY} if it has none. */
	DicomAttributes item(final Tag tag) {
		final List<DicomAttributes> items = items(tag);
		return items.isEmpty() ? EMPTY : items.get(0);
	}

	/** A value as text without padding; several values stay separated by backslashes. Empty counts as absent. */
	Optional<String> text(final Tag tag) {
		final Value value = values.get(tag);
		if (value == null || value.isEmpty() || value.vr == Vr.SQ) return Optional.empty();
		final String text = isBinary(value.vr) ? binaryText(value) : strip(CharacterSets.decode(value.bytes, charset));
		return text.isEmpty() ? Optional.empty() : Optional.of(text);
	}

	/** Decimal or binary numbers, as many as there are; none if the attribute is absent or empty. */
	double[] numbers(final Tag tag) throws BadDicom {
		final Optional<String> text = text(tag);
		if (text.isEmpty()) return new double[0];
		final String all = text.get();
		final double[] numbers = new double[1 + (int) all.chars().filter(c -> c == '\\').count()];
		int from = 0;
		for (int i = 0; i < numbers.length; i++) {
			final int end = all.indexOf('\\', from), to = end < 0 ? all.length() : end;
			numbers[i] = number(tag, strip(all.substring(from, to)), all);
			from = to + 1;
		}
		return numbers;
	}

	private static double number(final Tag tag, final String part, final String whole) throws BadDicom {
		final double number = part.length() <= LONGEST_NUMBER && DECIMAL.matcher(part).matches() ? Double.parseDouble(part) : Double.NaN;
		if (!Double.isFinite(number)) throw new BadDicom(tag + " is '" + shown(whole) + "', and '" + shown(part) +
			"' is no number" + (part.indexOf(',') >= 0 ? " (DICOM has decimal points, no commas)" : ""));
		return number;
	}

	/** Exactly n numbers, or none if the attribute is absent or empty. */
	double[] numbers(final Tag tag, final int n) throws BadDicom {
		final double[] numbers = numbers(tag);
		if (numbers.length != 0 && numbers.length != n) throw new BadDicom(tag + " is '" + shown(text(tag).orElse("")) +
			"': " + numbers.length + " instead of " + n + (n == 1 ? " number" : " numbers"));
		return numbers;
	}

	/** A single number, if the attribute is there. */
	OptionalDouble number(final Tag tag) throws BadDicom {
		final double[] numbers = numbers(tag, 1);
		return numbers.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(numbers[0]);
	}

	/** A single whole number, if the attribute is there. */
	OptionalInt integer(final Tag tag) throws BadDicom {
		final OptionalDouble number = number(tag);
		if (number.isEmpty()) return OptionalInt.empty();
		final double d = number.getAsDouble();
		if (d != (int) d) throw new BadDicom(tag + " is " + d + ", which is no whole number in range");
		return OptionalInt.of((int) d);
	}

	private static boolean isBinary(final Vr vr) {
		return switch (vr) {
			case US, SS, UL, SL, FL, FD -> true;
			default -> false;
		};
	}

	private static String binaryText(final Value value) {
		final ByteBuffer b = ByteBuffer.wrap(value.bytes).order(value.big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		final int size = value.vr == Vr.US || value.vr == Vr.SS ? 2 : value.vr == Vr.FD ? 8 : 4;
		final StringBuilder text = new StringBuilder();
		while (b.remaining() >= size) {
			if (!text.isEmpty()) text.append('\\');
			switch (value.vr) {
				case US -> text.append(b.getShort() & 0xFFFF);
				case SS -> text.append(b.getShort());
				case UL -> text.append(b.getInt() & 0xFFFFFFFFL);
				case SL -> text.append(b.getInt());
				case FL -> text.append(b.getFloat());
				default -> text.append(b.getDouble());
			}
		}
		return text.toString();
	}

	/** Without blanks and zero bytes at its ends. */
	private static String strip(final String text) {
		int from = 0, to = text.length();
		while (from < to && text.charAt(from) <= ' ')
			from++;
		while (to > from && text.charAt(to - 1) <= ' ')
			to--;
		return text.substring(from, to);
	}

	/** Text from a file that may go into a message: one line, no control characters, not too long. */
	static String shown(final String text) {
		final String line = text.replaceAll("\\p{Cntrl}", "?");
		return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
	}
}
