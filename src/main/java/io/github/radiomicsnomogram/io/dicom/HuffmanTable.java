package io.github.radiomicsnomogram.io.dicom;

/** A Huffman table of lossless JPEG (ITU-T T.81, annex C), spread out for all 16 bits that may come next. */
final class HuffmanTable {

	private static final int LONGEST = 16;

	private final short[] entries;
	private final int symbols;

	private HuffmanTable(final short[] entries, final int symbols) {
		this.entries = entries;
		this.symbols = symbols;
	}

	/**
	 * Reads a table: the number of codes of each length from 1 to 16, then their symbols.
	 *
	 * @param from first byte of these numbers
	 * @param end of the segment
	 * @throws BadDicom if there are more codes than a length has, or a symbol is more than 16
	 */
	static HuffmanTable of(final byte[] in, final int from, final int end) throws BadDicom {
		final short[] entries = new short[1 << LONGEST];
		int next = 0, symbol = from + LONGEST;
		for (int length = 1; length <= LONGEST; length++)
			for (int n = in[from + length - 1] & 0xFF; n > 0; n--) {
				final int codes = 1 << LONGEST - length;
				if (symbol >= end || next + codes > entries.length || (in[symbol] & 0xFF) > LONGEST) throw Codestream.damaged(
					"a Huffman table is no lossless JPEG's");
				java.util.Arrays.fill(entries, next, next + codes, (short) (length << 8 | in[symbol++]));
				next += codes;
			}
		return new HuffmanTable(entries, symbol - from - LONGEST);
	}

	/** Length in the upper and symbol in the lower byte of the code that 16 bits begin with; 0 if there is none. */
	int entry(final int bits) {
		return entries[bits];
	}

	/** Number of codes. */
	int symbols() {
		return symbols;
	}
}
