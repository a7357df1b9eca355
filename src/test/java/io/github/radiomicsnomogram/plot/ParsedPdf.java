package io.github.radiomicsnomogram.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

/** A strict reader of our PDF files: by the table of objects, whose every offset must be right. */
final class ParsedPdf {

	private static final Pattern LENGTH = Pattern.compile("/Length (\\d+)");

	private final List<String> objects = new ArrayList<>();

	ParsedPdf(final byte[] bytes) {
		final String text = new String(bytes, StandardCharsets.ISO_8859_1);
		assertTrue(text.endsWith("%%EOF\n"));
		final Matcher start = Pattern.compile("startxref\n(\\d+)\n%%EOF\n$").matcher(text);
		assertTrue(start.find());
		final String[] table = text.substring(Integer.parseInt(start.group(1))).split("\n");
		assertEquals("xref", table[0]);
		final int count = Integer.parseInt(table[1].substring(2));
		assertEquals("0000000000 65535 f ", table[2]);
		for (int i = 1; i < count; i++) {
			assertTrue(table[2 + i].matches("\\d{10} 00000 n "), table[2 + i]);
			final int at = Integer.parseInt(table[2 + i].substring(0, 10));
			final String head = i + " 0 obj\n";
			assertEquals(head, text.substring(at, at + head.length()));
			objects.add(text.substring(at + head.length(), text.indexOf("endobj\n", at)));
		}
		assertTrue(text.contains("trailer\n<< /Size " + count + " /Root 1 0 R >>"));
	}

	List<String> objects() {
		return objects;
	}

	/** An object by its number, from 1. */
	String object(final int number) {
		return objects.get(number - 1);
	}

	/** The content of a stream, one character a byte. */
	String stream(final int number) {
		final String object = object(number);
		final Matcher length = LENGTH.matcher(object);
		assertTrue(length.find());
		final int from = object.indexOf("stream\n") + "stream\n".length(), n = Integer.parseInt(length.group(1));
		assertEquals("\nendstream\n", object.substring(from + n));
		try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(object.substring(from, from + n)
			.getBytes(StandardCharsets.ISO_8859_1))))
		{
			return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
