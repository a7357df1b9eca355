package io.github.radiomicsnomogram.io.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * A data set, or an item of a sequence, to be written as Explicit VR Little Endian with text in UTF-8 (PS3.5, 7.1).
 * Elements come out in the order of their numbers, whatever the order of setting them.
 */
final class DataSet {

	private static final int ITEM = 0xFFFEE000;

	/** Longest text of a number (PS3.5, 6.2: DS). */
	private static final int DECIMAL = 16;

	private final Map<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);

	private record Element(Vr vr, byte[] value) {}

	/** Text as it is, several values separated by backslashes. */
	DataSet text(final int tag, final Vr vr, final String text) {
		final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		final byte[] even = Arrays.copyOf(bytes, (bytes.length + 1) / 2 * 2);
		if (even.length > bytes.length && vr != Vr.UI) even[bytes.length] = ' ';
		return bytes(tag, vr, even);
	}

	DataSet text(final Tag tag, final String text) {
		return text(tag.number(), tag.vr(), text);
	}

	/** Decimal numbers in as many digits as fit. */
	DataSet decimals(final Tag tag, final double... numbers) {
		return text(tag, DoubleStream.of(numbers).mapToObj(DataSet::decimal).collect(Collectors.joining("\\")));
	}

	/** A 16-bit number. */
	DataSet number(final int tag, final int value) {
		return bytes(tag, Vr.US, ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN).putShort((short) value).array());
	}

	DataSet number(final Tag tag, final int value) {
		return number(tag.number(), value);
	}

	/** 32-bit numbers. */
	DataSet longs(final int tag, final int... values) {
		final ByteBuffer b = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
		for (final int value : values)
			b.putInt(value);
		return bytes(tag, Vr.UL, b.array());
	}

	/** Group and element of another attribute. */
	DataSet pointer(final int tag, final int to) {
		return bytes(tag, Vr.AT, ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putShort((short) (to >>> 16)).putShort(
			(short) to).array());
	}

	/** An even number of bytes. */
	DataSet bytes(final int tag, final Vr vr, final byte[] value) {
		elements.put(tag, new Element(vr, value));
		return this;
	}

	DataSet sequence(final int tag, final DataSet... items) {
		final ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (final DataSet item : items) {
			final byte[] body = item.toBytes();
			all.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putShort((short) (ITEM >>> 16)).putShort(
				(short) ITEM).putInt(body.length).array());
			all.writeBytes(body);
		}
		return bytes(tag, Vr.SQ, all.toByteArray());
	}

	DataSet sequence(final Tag tag, final DataSet... items) {
		return sequence(tag.number(), items);
	}

	/** Text that was set, without padding. */
	String textOf(final Tag tag) {
		return new String(elements.get(tag.number()).value, StandardCharsets.UTF_8).strip().replace("\0", "");
	}

	byte[] toBytes() {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			writeTo(out);
		}
		catch (final IOException e) {
			throw new IllegalStateException(e);
		}
		return out.toByteArray();
	}

	void writeTo(final OutputStream out) throws IOException {
		for (final Map.Entry<Integer, Element> entry : elements.entrySet()) {
			final Element e = entry.getValue();
			final ByteBuffer header = ByteBuffer.allocate(e.vr.isLongForm() ? 12 : 8).order(ByteOrder.LITTLE_ENDIAN);
			header.putShort((short) (entry.getKey() >>> 16)).putShort((short) (int) entry.getKey());
			header.put(e.vr.name().getBytes(StandardCharsets.US_ASCII));
			if (e.vr.isLongForm()) header.putShort((short) 0).putInt(e.value.length);
			else header.putShort((short) checked(entry.getKey(), e.value.length));
			out.write(header.array());
			out.write(e.value);
		}
	}

	private static int checked(final int tag, final int length) {
		if (length > 0xFFFE) throw new IllegalArgumentException(Tag.describe(tag) + " has " + length + " bytes");
		return length;
	}

	/** A number in at most 16 characters. */
	static String decimal(final double number) {
		final String shortest = plain(Double.toString(number));
		if (shortest.length() <= DECIMAL) return shortest;
		for (int digits = DECIMAL; digits > 0; digits--) {
			final String rounded = plain(Double.toString(Double.parseDouble(String.format(Locale.ROOT, "%." + (digits - 1) + "e",
				number))));
			if (rounded.length() <= DECIMAL) return rounded;
		}
		throw new IllegalArgumentException("number " + number);
	}

	private static String plain(final String number) {
		return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
	}
}
