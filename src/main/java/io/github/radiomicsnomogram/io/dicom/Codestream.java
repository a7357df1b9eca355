package io.github.radiomicsnomogram.io.dicom;

import java.util.Arrays;

/**
 * What the header of a compressed frame says, read before a decoder takes memory for it.
 *
 * @param bytes the stream from its first marker on
 * @param coding how it is compressed
 * @param rows of the picture
 * @param columns of the picture
 * @param components colours
 * @param precision bits of a sample
 * @param signed whether samples have a sign; JPEG's never do
 */
record Codestream(byte[] bytes, Coding coding, int rows, int columns, int components, int precision, boolean signed) {

	/** Ways to compress a frame. */
	enum Coding {
			JPEG("JPEG"), JPEG_12("12-bit JPEG"), JPEG_LOSSLESS("lossless JPEG"), JPEG_LS("JPEG-LS"), JPEG_2000("JPEG 2000"),
			OTHER("an unusual kind of JPEG");

		private final String title;

		Coding(final String title) {
			this.title = title;
		}

		/** Name for messages. */
		String title() {
			return title;
		}
	}

	private static final Encoding BIG = Encoding.EXPLICIT_BIG;
	private static final int SOI = 0xFFD8, SOC = 0xFF4F, SIZ = 0xFF51;
	private static final int PROGRESSIVE = 0xC2, SOS = 0xDA;
	/** A grey picture needs ten. */
	private static final int MOST_SCANS = 64;
	private static final int JP2_SIGNATURE = 0x6A502020, JP2_CODESTREAM = 0x6A703263;
	/** Bytes of a box's length and type. */
	private static final int BOX = 8;
	/** Bytes of JPEG 2000's SOC, SIZ and the latter's fields up to the first component. */
	private static final int SIZ_END = 45;

	/** A JPEG 2000 picture in more tiles than these is no scan's. */
	private static final long MOST_TILES = 1 << 12;

	/**
	 * Pixels that a JPEG 2000 picture may have whatever its size, and for each of its bytes beyond. A decoder works on each
	 * for most of a microsecond, even if a hostile packet of few bytes claims much.
	 */
	private static final long FREE_PIXELS = 1 << 22;
	private static final long MOST_PIXELS_A_BYTE = 16;

	/** Whether a fragment begins a frame: it starts with a stream's first marker. */
	static boolean startsAt(final byte[] b) {
		return b.length >= 4 && (BIG.u16(b, 0) == SOI && b[2] == (byte) 0xFF || BIG.u16(b, 0) == SOC && BIG.u16(b, 2) == SIZ);
	}

	/**
	 * Reads the header of a stream.
	 *
	 * @throws BadDicom if there is none
	 */
	static Codestream of(final byte[] packed) throws BadDicom {
		final byte[] b = unboxed(packed);
		if (b.length >= 4 && BIG.u16(b, 0) == SOC && BIG.u16(b, 2) == SIZ) return jpeg2000(b);
		if (b.length >= 4 && BIG.u16(b, 0) == SOI) return jpeg(b);
		throw damaged("no compressed picture begins there");
	}

	/** JPEG 2000 within the boxes of a JP2 file, which some programs write against the standard. */
	private static byte[] unboxed(final byte[] b) {
		if (b.length < 2 * BOX || BIG.u32(b, 4) != JP2_SIGNATURE) return b;
		long at = 0;
		while (at + BOX <= b.length) {
			final long length = BIG.u32(b, (int) at);
			if (BIG.u32(b, (int) at + 4) == JP2_CODESTREAM) return Arrays.copyOfRange(b, (int) at + BOX, b.length);
			if (length < BOX) return b;
			at += length;
		}
		return b;
	}

	private static Codestream jpeg2000(final byte[] b) throws BadDicom {
		if (b.length < SIZ_END) throw damaged("it ends within its header");
		final long x1 = BIG.u32(b, 8), y1 = BIG.u32(b, 12), x0 = BIG.u32(b, 16), y0 = BIG.u32(b, 20);
		final long tileX = BIG.u32(b, 24), tileY = BIG.u32(b, 28);
		final int components = BIG.u16(b, 40), depth = b[42] & 0xFF;
		if (x1 <= x0 || y1 <= y0 || x1 - x0 > 0xFFFF || y1 - y0 > 0xFFFF || x1 > Integer.MAX_VALUE || y1 > Integer.MAX_VALUE)
			throw damaged("its picture is " + (x1 - x0) + " x " + (y1 - y0));
		if (tileX == 0 || tileY == 0 || (x1 + tileX - 1) / tileX * ((y1 + tileY - 1) / tileY) > MOST_TILES) throw damaged(
			"its tiles are " + tileX + " x " + tileY);
		final long tiles = (x1 + tileX - 1) / tileX * ((y1 + tileY - 1) / tileY);
		Jpeg2000Headers.check(b, Math.min(tileX, x1 - x0), Math.min(tileY, y1 - y0), tiles);
		if (b[43] != 1 || b[44] != 1) throw damaged("its samples are " + b[43] + " x " + b[44] + " apart");
		return new Codestream(b, Coding.JPEG_2000, (int) (y1 - y0), (int) (x1 - x0), components, (depth & 0x7F) + 1, depth > 0x7F);
	}

	private static Codestream jpeg(final byte[] b) throws BadDicom {
		int at = 2;
		while (at + 4 <= b.length) {
			if (b[at] != (byte) 0xFF) throw damaged("a marker is missing at byte " + at);
			final int marker = b[at + 1] & 0xFF;
			// Bytes that fill up, and markers without a length.
			if (marker == 0xFF || marker == 0x01 || marker >= 0xD0 && marker <= 0xD8) {
				at += marker == 0xFF ? 1 : 2;
				continue;
			}
			if (isFrame(marker)) return frame(b, at, marker);
			if (marker == SOS || marker == 0xD9) break;
			at += 2 + Math.max(2, BIG.u16(b, at + 2));
		}
		throw damaged("it has no frame header");
	}

	private static boolean isFrame(final int marker) {
		return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC || marker == 0xF7;
	}

	/** A decoder of a progressive picture goes through all of its pixels for each scan. */
	private static int scans(final byte[] b, final int from) {
		int scans = 0;
		for (int i = from; i + 1 < b.length; i++)
			if (b[i] == (byte) 0xFF && b[i + 1] == (byte) SOS) scans++;
		return scans;
	}

	private static Codestream frame(final byte[] b, final int at, final int marker) throws BadDicom {
		if (at + 10 > b.length) throw damaged("it ends within its frame header");
		final int precision = b[at + 4] & 0xFF;
		if (marker == PROGRESSIVE && scans(b, at) > MOST_SCANS) throw damaged("it has " + scans(b, at) + " scans");
		final Coding coding = switch (marker) {
			case 0xC0, 0xC1, 0xC2 -> precision == 8 ? Coding.JPEG : Coding.JPEG_12;
			case 0xC3 -> Coding.JPEG_LOSSLESS;
			case 0xF7 -> Coding.JPEG_LS;
			default -> Coding.OTHER;
		};
		return new Codestream(b, coding, BIG.u16(b, at + 5), BIG.u16(b, at + 7), b[at + 9] & 0xFF, precision, false);
	}

	/**
	 * Checks that the stream holds a frame of the data set.
	 *
	 * @throws BadDicom if it doesn't, with both
	 */
	void requireFit(final PixelFormat format) throws BadDicom {
		if (rows != format.rows() || columns != format.columns() || components != 1) throw new BadDicom(Tag.PIXEL_DATA +
			" holds a " + coding.title + " picture of " + rows + " rows, " + columns + " columns and " + components +
			(components == 1 ? " component" : " components") + ", but " + Tag.ROWS + " is " + format.rows() + ", " + Tag.COLUMNS +
			" is " + format.columns() + " and the image is grey: one of them is wrong. Copy or export it again");
		if (coding == Coding.JPEG_2000 && format.pixels() > Math.max(FREE_PIXELS, MOST_PIXELS_A_BYTE * bytes.length))
			throw damaged("its picture is " + columns + " x " + rows + ", far more than can be packed in its " + bytes.length +
				" bytes");
		// More bits hold what lies above the high bit, as an unpacked pixel does; with fewer no sign may be missing.
		final int bits = format.highBit() + 1;
		if (precision >= bits ? precision <= format.allocated() : bits == format.stored() && (signed || !format.signed())) return;
		throw new BadDicom(Tag.PIXEL_DATA + " holds a " + coding.title + " picture of " + precision + " bits, but " +
			Tag.BITS_STORED + " is " + format.stored() + " and " + Tag.HIGH_BIT + " is " + format.highBit() +
			": what its numbers mean can't be told. Decompress the files with another program, or export them uncompressed");
	}

	/** A stream that can't be read. */
	static BadDicom damaged(final String reason) {
		return new BadDicom(Tag.PIXEL_DATA + " holds a compressed picture that is damaged (" + reason +
			"). Copy or export it again");
	}
}
