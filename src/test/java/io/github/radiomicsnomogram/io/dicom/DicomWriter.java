package io.github.radiomicsnomogram.io.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;

/** Writes DICOM files for tests, good ones and, when told so, odd ones. */
final class DicomWriter {

	static final String CT = "1.2.840.10008.5.1.4.1.1.2";

	private record Element(Vr vr, Object value) {}

	private final Map<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);
	private TransferSyntax syntax = TransferSyntax.EXPLICIT_LITTLE;
	private String syntaxUid;
	private String sopClass = CT;
	private Encoding encoding;
	private boolean preamble = true;
	private boolean meta = true;
	private boolean openSequences;
	private byte[] tail = {};

	/** A data set or item without attributes. */
	static DicomWriter empty() {
		return new DicomWriter();
	}

	/** A CT slice of 4 columns x 3 rows at a position along z, whose stored pixels are 1000 + 100 n + 0..11. */
	static DicomWriter slice(final int n, final double z) {
		return empty().set(Tag.IMAGE_TYPE, "ORIGINAL\\PRIMARY\\AXIAL").set(Tag.SOP_CLASS_UID, CT).set(Tag.SOP_INSTANCE_UID,
			"1.2.3.9." + n).set(Tag.MODALITY, "CT").set(Tag.SERIES_DESCRIPTION, "Thorax").set(Tag.SERIES_INSTANCE_UID, "1.2.3.4")
			.set(Tag.SERIES_NUMBER, "5").set(Tag.ACQUISITION_NUMBER, "1").set(Tag.IMAGE_POSITION_PATIENT, "-10\\-20\\" + z).set(
				Tag.IMAGE_ORIENTATION_PATIENT, "1\\0\\0\\0\\1\\0").set(Tag.SAMPLES_PER_PIXEL, 1).set(Tag.PHOTOMETRIC_INTERPRETATION,
					"MONOCHROME2").set(Tag.ROWS, 3).set(Tag.COLUMNS, 4).set(Tag.PIXEL_SPACING, "0.5\\0.75").set(Tag.BITS_ALLOCATED,
						16).set(Tag.BITS_STORED, 16).set(Tag.HIGH_BIT, 15).set(Tag.PIXEL_REPRESENTATION, 0).set(Tag.RESCALE_INTERCEPT,
							"-1024").set(Tag.RESCALE_SLOPE, "1").set(Tag.SLICE_THICKNESS, "2").pixels(ramp(n, 12));
	}

	/** A series of {@link #slice(int, double)} 2 mm apart from z = 0, one file each, in a folder. */
	static void series(final Path folder, final int slices) {
		for (int n = 0; n < slices; n++)
			slice(n, 2 * n).write(folder.resolve("s" + n + ".dcm"));
	}

	static short[] ramp(final int n, final int length) {
		final short[] pixels = new short[length];
		for (int i = 0; i < length; i++)
			pixels[i] = (short) (1000 + 100 * n + i);
		return pixels;
	}

	/** Text, a whole number (of the size of its representation), bytes, or a list of items. */
	DicomWriter set(final Tag tag, final Object value) {
		return set(tag.number(), tag.vr(), value);
	}

	DicomWriter set(final int tag, final Vr vr, final Object value) {
		elements.put(tag, new Element(vr, value));
		return this;
	}

	DicomWriter remove(final Tag tag) {
		elements.remove(tag.number());
		return this;
	}

	DicomWriter pixels(final short[] pixels) {
		return set(Tag.PIXEL_DATA, pixels);
	}

	DicomWriter as(final TransferSyntax transferSyntax) {
		syntax = transferSyntax;
		return this;
	}

	/** Writes the data set in another encoding than the transfer syntax says. */
	DicomWriter really(final Encoding other) {
		encoding = other;
		return this;
	}

	/** Names another transfer syntax; null leaves it out. */
	DicomWriter claim(final String uid) {
		syntaxUid = uid == null ? "" : uid;
		return this;
	}

	/** Names the class of the file before the data set. */
	DicomWriter of(final String uid) {
		sopClass = uid;
		return this;
	}

	DicomWriter withoutPreamble() {
		preamble = false;
		return this;
	}

	DicomWriter withoutMeta() {
		meta = false;
		return this;
	}

	DicomWriter withOpenSequences() {
		openSequences = true;
		return this;
	}

	/** Bytes after the data set, or in place of its last element. */
	DicomWriter append(final byte[] bytes) {
		tail = bytes;
		return this;
	}

	Path write(final Path file) {
		try {
			return Files.write(file, bytes());
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	byte[] bytes() {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		if (preamble) out.writeBytes(Arrays.copyOf(new byte[128], 128));
		if (preamble) out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
		if (meta) out.writeBytes(meta());
		final byte[] body = body(encoding == null ? syntax.encoding() : encoding);
		out.writeBytes(syntax.isDeflated() ? deflated(body) : body);
		return out.toByteArray();
	}

	private byte[] meta() {
		final DicomWriter group = empty().set(Tag.MEDIA_STORAGE_SOP_CLASS_UID, sopClass);
		final String uid = syntaxUid == null ? syntax.uid() : syntaxUid;
		if (!uid.isEmpty()) group.set(Tag.TRANSFER_SYNTAX_UID, uid);
		final byte[] rest = group.body(Encoding.EXPLICIT_LITTLE);
		final byte[] length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(rest.length).array();
		return concat(empty().set(0x00020000, Vr.UL, length).body(Encoding.EXPLICIT_LITTLE), rest);
	}

	private static byte[] deflated(final byte[] body) {
		final Deflater deflater = new Deflater(9, true);
		deflater.setInput(body);
		deflater.finish();
		final byte[] packed = new byte[body.length + 100];
		return Arrays.copyOf(packed, deflater.deflate(packed));
	}

	private byte[] body(final Encoding as) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		elements.forEach((tag, element) -> out.writeBytes(element(as, tag, element)));
		out.writeBytes(tail);
		return out.toByteArray();
	}

	private byte[] element(final Encoding as, final int tag, final Element element) {
		if (element.value instanceof Fragments f) return concat(header(as, tag, element.vr, PixelData.UNDEFINED), f.bytes(as));
		if (element.vr == Vr.SQ && openSequences) return concat(header(as, tag, Vr.SQ, PixelData.UNDEFINED), value(as,
			element), header(as, 0xFFFEE0DD, Vr.NONE, 0));
		final byte[] value = value(as, element);
		return concat(header(as, tag, element.vr, value.length), value);
	}

	/** Packed pixels: a table of offsets, empty if not given, and fragments. */
	record Fragments(byte[] table, List<byte[]> packed) {

		Fragments(final byte[]... packed) {
			this(new byte[0], List.of(packed));
		}

		Fragments withTable(final byte[] offsets) {
			return new Fragments(offsets, packed);
		}

		byte[] bytes(final Encoding as) {
			byte[] all = concat(header(as, 0xFFFEE000, Vr.NONE, table.length), table);
			for (final byte[] p : packed)
				all = concat(all, header(as, 0xFFFEE000, Vr.NONE, p.length), p);
			return concat(all, header(as, 0xFFFEE0DD, Vr.NONE, 0));
		}
	}

	/** Header of a data element, of any length. */
	static byte[] header(final Encoding as, final int tag, final Vr vr, final long length) {
		final boolean item = tag >>> 16 == 0xFFFE;
		final boolean longForm = as.isExplicit() && !item && vr.isLongForm();
		final ByteBuffer b = ByteBuffer.allocate(longForm ? 12 : 8).order(as.isBig() ? ByteOrder.BIG_ENDIAN
			: ByteOrder.LITTLE_ENDIAN);
		b.putShort((short) (tag >>> 16)).putShort((short) tag);
		if (!as.isExplicit() || item) return b.putInt((int) length).array();
		b.put(vr.name().getBytes(StandardCharsets.US_ASCII));
		return (longForm ? b.putShort((short) 0).putInt((int) length) : b.putShort((short) length)).array();
	}

	private byte[] value(final Encoding as, final Element element) {
		final ByteOrder order = as.isBig() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
		if (element.value instanceof byte[] bytes) return bytes;
		if (element.value instanceof Integer i) {
			return element.vr == Vr.US || element.vr == Vr.SS ? ByteBuffer.allocate(2).order(order).putShort(i.shortValue())
				.array() : ByteBuffer.allocate(4).order(order).putInt(i).array();
		}
		if (element.value instanceof short[] shorts) {
			final ByteBuffer b = ByteBuffer.allocate(2 * shorts.length).order(order);
			b.asShortBuffer().put(shorts);
			return b.array();
		}
		if (element.value instanceof List<?> items) return items(as, items);
		final byte[] text = element.value.toString().getBytes(StandardCharsets.ISO_8859_1);
		final byte[] padded = Arrays.copyOf(text, (text.length + 1) / 2 * 2);
		if (padded.length > text.length && element.vr != Vr.UI) padded[text.length] = ' ';
		return padded;
	}

	private byte[] items(final Encoding as, final List<?> items) {
		byte[] all = {};
		for (final Object item : items) {
			final DicomWriter writer = (DicomWriter) item;
			writer.openSequences = openSequences;
			final byte[] body = writer.body(as);
			all = openSequences ? concat(all, header(as, 0xFFFEE000, Vr.NONE, PixelData.UNDEFINED), body, header(as, 0xFFFEE00D,
				Vr.NONE, 0)) : concat(all, header(as, 0xFFFEE000, Vr.NONE, body.length), body);
		}
		return all;
	}

	static byte[] concat(final byte[]... parts) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (final byte[] part : parts)
			out.writeBytes(part);
		return out.toByteArray();
	}
}
