package io.github.radiomicsnomogram.io.dicom;

/**
 * Looks through the headers of a JPEG 2000 stream (ITU-T T.800, annex A) for what would make a decoder work or take
 * memory without end: a few bytes can claim millions of packets. Markers that no scan needs are refused.
 */
final class Jpeg2000Headers {

	private static final Encoding BIG = Encoding.EXPLICIT_BIG;
	private static final int COD = 0xFF52, QCD = 0xFF5C, COM = 0xFF64, TLM = 0xFF55, PLT = 0xFF58, PLM = 0xFF57, CRG = 0xFF63;
	private static final int SIZ = 0xFF51, SOT = 0xFF90, SOD = 0xFF93, EOC = 0xFFD9;
	private static final int MOST_LEVELS = 32;
	/** Exponent of the largest precinct, which is taken where none is given. */
	private static final int WHOLE = 15;

	/** Layers of code blocks in a tile: a picture of 4096 x 4096 in 16 layers has a quarter. */
	private static final long MOST_RECORDS = 1 << 20;

	private final byte[] in;
	private final long width;
	private final long height;
	private final long tiles;

	private Jpeg2000Headers(final byte[] in, final long width, final long height, final long tiles) {
		this.in = in;
		this.width = width;
		this.height = height;
		this.tiles = tiles;
	}

	/**
	 * Checks a stream.
	 *
	 * @param in that begins with SOC and SIZ
	 * @param width of a tile, at most that of the picture
	 * @param height of a tile
	 * @param tiles of the picture
	 * @throws BadDicom if it asks for more than its bytes can hold, or a marker is unusual
	 */
	static void check(final byte[] in, final long width, final long height, final long tiles) throws BadDicom {
		new Jpeg2000Headers(in, width, height, tiles).check();
	}

	private void check() throws BadDicom {
		long at = 2, tilePart = -1;
		boolean coded = false;
		while (at + 4 <= in.length) {
			final int marker = BIG.u16(in, (int) at);
			if (marker == EOC) break;
			if (marker == SOD) {
				requireStuffed((int) at + 2);
				// To the next tile part; a length of 0 says that this is the last.
				final long length = BIG.u32(in, (int) tilePart + 6);
				if (length == 0) break;
				if (length < at + 2 - tilePart) throw Codestream.damaged("a tile is shorter than its header");
				at = tilePart + length;
				if (at > in.length) throw Codestream.damaged("it ends too early");
				tilePart = -1;
				continue;
			}
			final int length = BIG.u16(in, (int) at + 2);
			if (length < 2 || at + 2 + length > in.length) throw Codestream.damaged("a header is cut off");
			if (marker == SOT) {
				if (tilePart >= 0 || length != 10) throw Codestream.damaged("a tile begins within a header");
				tilePart = at;
			}
			else if (marker == COD) {
				checkPackets((int) at + 4, length - 2);
				coded = true;
			}
			else requireUsual(marker);
			at += 2 + length;
			if (at + 2 <= in.length && BIG.u16(in, (int) at) == SOD && tilePart < 0) throw Codestream.damaged("a tile is missing");
		}
		if (!coded) throw Codestream.damaged("its coding style is missing");
	}

	/** After a byte of ones packets have a zero bit; a decoder that finds another such byte may read ones for ever. */
	private void requireStuffed(final int from) throws BadDicom {
		for (int i = from; i + 1 < in.length; i++)
			if (in[i] == -1 && in[i + 1] == -1) throw Codestream.damaged("its packets hold what none may");
	}

	private static void requireUsual(final int marker) throws BadDicom {
		switch (marker) {
			case SIZ, QCD, COM, TLM, PLT, PLM, CRG -> {}
			default -> throw Codestream.damaged(String.format("a header holds the marker %04X, which isn't read here", marker));
		}
	}

	/** Each packet takes a byte at least, so that there can't be more of them than bytes. */
	private void checkPackets(final int at, final int length) throws BadDicom {
		if (length < 10) throw Codestream.damaged("its coding style is cut off");
		final boolean precincts = (in[at] & 1) != 0;
		final int layers = BIG.u16(in, at + 2), levels = in[at + 5] & 0xFF;
		final int blockX = in[at + 6] & 0xFF, blockY = in[at + 7] & 0xFF;
		if (layers == 0 || levels > MOST_LEVELS || blockX > 8 || blockY > 8 || blockX + blockY > 8 || precincts && length < 11 +
			levels) throw Codestream.damaged("its coding style is none");
		long packets = 0;
		for (int r = 0; r <= levels; r++) {
			final int exponents = precincts ? in[at + 10 + r] & 0xFF : WHOLE << 4 | WHOLE;
			final int down = levels - r;
			packets += number(width, down, exponents & 0xF) * number(height, down, exponents >> 4);
		}
		if (packets * layers * tiles > in.length) throw Codestream.damaged("it claims " + packets * layers * tiles +
			" packets, more than its " + in.length + " bytes can hold");
		// Their exponents are two more than written.
		checkBlocks(layers, blockX + 2, blockY + 2);
	}

	/** A decoder keeps records of each layer of each block of pixels, from the start. */
	private void checkBlocks(final int layers, final int blockX, final int blockY) throws BadDicom {
		final long blocks = ((width >> blockX) + 1) * ((height >> blockY) + 1);
		if (blocks * layers > MOST_RECORDS) throw Codestream.damaged("it claims " + blocks + " blocks of pixels in " + layers +
			" layers");
	}

	/** Precincts along an axis of a picture that is halved some times. */
	private static long number(final long size, final int halvings, final int exponent) {
		final long halved = (size >> Math.min(halvings, 62)) + 1;
		return Math.max(1, halved >> exponent);
	}
}
