package io.github.radiomicsnomogram.plot;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;

/**
 * The skeleton of a PDF file: numbered objects, streams, the table of where they are. The first object is the catalog.
 * No dates and no random identifiers, so that the same content gives the same bytes.
 */
final class PdfFile {

	/** The second line's bytes above 127 tell programs that the file is not text. */
	private static final byte[] HEAD = { '%', 'P', 'D', 'F', '-', '1', '.', '4', '\n', '%', (byte) 0xe2, (byte) 0xe3,
		(byte) 0xcf, (byte) 0xd3, '\n' };

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final List<Integer> offsets = new ArrayList<>();

	PdfFile() {
		out.writeBytes(HEAD);
	}

	/** Adds an object; objects are numbered from 1 in the order they are added. */
	void object(final String content) {
		begin();
		text(content + "\nendobj\n");
	}

	/**
	 * Adds a stream, compressed.
	 *
	 * @param entries of its dictionary, besides length and filter
	 */
	void stream(final String entries, final byte[] content) {
		final byte[] packed = deflate(content);
		begin();
		text("<< " + entries + " /Length " + packed.length + " /Filter /FlateDecode >>\nstream\n");
		out.writeBytes(packed);
		text("\nendstream\nendobj\n");
	}

	/** The file, with the objects so far. */
	byte[] bytes() {
		final int table = out.size();
		text("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
		for (final int offset : offsets)
			text(String.format(Locale.ROOT, "%010d 00000 n \n", offset));
		text("trailer\n<< /Size " + (offsets.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n");
		return out.toByteArray();
	}

	private void begin() {
		offsets.add(out.size());
		text(offsets.size() + " 0 obj\n");
	}

	private void text(final String text) {
		out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	private static byte[] deflate(final byte[] content) {
		final Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
		deflater.setInput(content);
		deflater.finish();
		final ByteArrayOutputStream packed = new ByteArrayOutputStream();
		final byte[] buffer = new byte[8192];
		while (!deflater.finished())
			packed.write(buffer, 0, deflater.deflate(buffer));
		deflater.end();
		return packed.toByteArray();
	}
}
