package io.github.radiomicsnomogram.io.dicom;

/**
 * Unpacks a frame of lossless JPEG (ITU-T T.81, annex H): each sample is predicted from those left of and above it, and
 * the difference is coded by Huffman's method. Reads what DICOM allows: Huffman coding, one component, 2 to 16 bits, all
 * seven predictors.
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T Recommendation T.81</a>
 */
final class LosslessJpeg {

	private static final Encoding BIG = Encoding.EXPLICIT_BIG;
	private static final int DHT = 0xC4, SOI = 0xD8, SOS = 0xDA, DRI = 0xDD, RST0 = 0xD0, RST7 = 0xD7;
	/** Bits of a difference that needs no more bits: 32768. */
	private static final int WHOLE = 16;

	private final byte[] in;
	private final int rows;
	private final int columns;
	private final int precision;
	private final HuffmanTable[] tables = new HuffmanTable[4];
	private int restart;
	private int predictor;
	private HuffmanTable table;
	private int at;
	/** The next bits of the stream, from the highest of {@link #count} on. */
	private long bits;
	private int count;

	private LosslessJpeg(final Codestream stream) {
		in = stream.bytes();
		rows = stream.rows();
		columns = stream.columns();
		precision = stream.precision();
	}

	/**
	 * Unpacks a frame.
	 *
	 * @param stream whose header fits the format
	 * @param format of the frame
	 * @return little-endian pixels
	 * @throws BadDicom if the stream is damaged
	 */
	static byte[] decode(final Codestream stream, final PixelFormat format) throws BadDicom {
		final LosslessJpeg decoder = new LosslessJpeg(stream);
		decoder.readSegments();
		return decoder.samples(format.allocated() / 8, Math.toIntExact(format.bytes()));
	}

	private void readSegments() throws BadDicom {
		if (precision < 2) throw Codestream.damaged("its precision is " + precision);
		at = 2;
		while (at + 4 <= in.length) {
			final int marker = in[at + 1] & 0xFF;
			if (marker == 0xFF || marker == SOI) {
				at += marker == 0xFF ? 1 : 2;
				continue;
			}
			final int end = at + 2 + BIG.u16(in, at + 2), from = at + 4;
			if (end < from || end > in.length) break;
			at = end;
			if (marker == DHT) readTables(from, end);
			else if (marker == DRI && end >= from + 2) restart = BIG.u16(in, from);
			else if (marker == SOS) {
				readScan(from, end);
				return;
			}
		}
		throw Codestream.damaged("it has no scan");
	}

	private void readTables(final int from, final int end) throws BadDicom {
		int i = from;
		while (i < end) {
			final int id = in[i] & 0xFF;
			if (id >= tables.length || i + 17 > end) throw Codestream.damaged("a Huffman table is no lossless JPEG's");
			tables[id] = HuffmanTable.of(in, i + 1, end);
			i += 17 + tables[id].symbols();
		}
	}

	private void readScan(final int from, final int end) throws BadDicom {
		if (end - from < 6 || in[from] != 1) throw Codestream.damaged("its scan isn't of one component");
		final int id = in[from + 2] >> 4 & 0xF;
		table = id < tables.length ? tables[id] : null;
		predictor = in[from + 3];
		final int dropped = in[from + 5] & 0xF;
		if (table == null) throw Codestream.damaged("its Huffman table is missing");
		if (predictor < 1 || predictor > 7) throw Codestream.damaged("its predictor is " + predictor);
		if (dropped > 0) throw new BadDicom(Tag.PIXEL_DATA + " holds a lossless JPEG picture without its lowest bits (" +
			dropped + ", by a point transform), so it isn't lossless. Take the original images");
		if (restart % columns != 0) throw Codestream.damaged("it restarts within a row");
	}

	private byte[] samples(final int bytes, final int length) throws BadDicom {
		final byte[] pixels = new byte[length];
		int[] above = new int[columns], row = new int[columns];
		int to = 0;
		boolean first = true;
		for (int y = 0; y < rows; y++) {
			if (restart > 0 && y > 0 && y * (long) columns % restart == 0) {
				readRestart();
				first = true;
			}
			readRow(row, above, first);
			first = false;
			for (final int value : row)
				for (int b = 0; b < bytes; b++)
					pixels[to++] = (byte) (value >> 8 * b);
			final int[] swap = above;
			above = row;
			row = swap;
		}
		return pixels;
	}

	private void readRow(final int[] row, final int[] above, final boolean first) throws BadDicom {
		row[0] = (first ? 1 << precision - 1 : above[0]) + difference() & 0xFFFF;
		for (int x = 1; x < columns; x++) {
			final int a = row[x - 1];
			final int predicted = first ? a : predicted(a, above[x], above[x - 1]);
			row[x] = predicted + difference() & 0xFFFF;
		}
	}

	/** From the samples to the left, above, and above left. */
	private int predicted(final int a, final int b, final int c) {
		return switch (predictor) {
			case 1 -> a;
			case 2 -> b;
			case 3 -> c;
			case 4 -> a + b - c;
			case 5 -> a + (b - c >> 1);
			case 6 -> b + (a - c >> 1);
			default -> a + b >> 1;
		};
	}

	private int difference() throws BadDicom {
		if (count < 32) fill();
		final int entry = table.entry((int) (count >= 16 ? bits >>> count - 16 : bits << 16 - count) & 0xFFFF);
		final int length = entry >>> 8, size = entry & 0xFF;
		if (length == 0) throw Codestream.damaged("a code isn't in its Huffman table");
		count -= length;
		if (size == 0) return requireBits(0);
		if (size == WHOLE) return requireBits(1 << 15);
		count -= size;
		requireBits(0);
		final int extra = (int) (bits >>> count) & (1 << size) - 1;
		return extra < 1 << size - 1 ? extra - (1 << size) + 1 : extra;
	}

	private int requireBits(final int value) throws BadDicom {
		if (count < 0) throw Codestream.damaged("its scan ends too early");
		return value;
	}

	/** Takes bytes until a marker or the end; a zero byte after 0xFF only says that it is no marker. */
	private void fill() {
		while (count <= 48 && at < in.length) {
			final int b = in[at] & 0xFF;
			if (b == 0xFF) {
				if (at + 1 >= in.length || in[at + 1] != 0) return;
				at++;
			}
			at++;
			bits = bits << 8 | b;
			count += 8;
		}
	}

	private void readRestart() throws BadDicom {
		bits = 0;
		count = 0;
		while (at + 1 < in.length && in[at] == (byte) 0xFF && in[at + 1] == (byte) 0xFF)
			at++;
		final int marker = at + 1 < in.length && in[at] == (byte) 0xFF ? in[at + 1] & 0xFF : 0;
		if (marker < RST0 || marker > RST7) throw Codestream.damaged("a restart marker is missing");
		at += 2;
	}
}
