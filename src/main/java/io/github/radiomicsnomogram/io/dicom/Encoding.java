package io.github.radiomicsnomogram.io.dicom;

/** How data elements are written: with or without representations, and in which byte order. */
enum Encoding {
		IMPLICIT_LITTLE(false, false), EXPLICIT_LITTLE(true, false), EXPLICIT_BIG(true, true);

	private final boolean explicit;
	private final boolean big;

	Encoding(final boolean explicit, final boolean big) {
		this.explicit = explicit;
		this.big = big;
	}

	/** Whether each element says its representation. */
	boolean isExplicit() {
		return explicit;
	}

	/** Whether the most significant byte comes first. */
	boolean isBig() {
		return big;
	}

	/** Unsigned 16-bit number at an offset. */
	int u16(final byte[] b, final int at) {
		return big ? (b[at] & 0xFF) << 8 | b[at + 1] & 0xFF : (b[at + 1] & 0xFF) << 8 | b[at] & 0xFF;
	}

	/** Unsigned 32-bit number at an offset. */
	long u32(final byte[] b, final int at) {
		final long first = u16(b, at), second = u16(b, at + 2);
		return big ? first << 16 | second : second << 16 | first;
	}

	/** Element number at an offset: group in the upper, element in the lower 16 bits. */
	int tag(final byte[] b, final int at) {
		return u16(b, at) << 16 | u16(b, at + 2);
	}

	/**
	 * The encoding that the first element of a data set shows. Its group is small, so the byte order is told by which of
	 * its two bytes is 0; a length field never looks like two capital letters there.
	 *
	 * @param head the first bytes of the data set
	 * @param otherwise what to say if there are fewer than 6
	 */
	static Encoding of(final byte[] head, final Encoding otherwise) {
		if (head.length < 6) return otherwise;
		if (Vr.of(head[4], head[5]) == Vr.NONE) return IMPLICIT_LITTLE;
		return head[0] == 0 && head[1] != 0 ? EXPLICIT_BIG : EXPLICIT_LITTLE;
	}
}
