package io.github.radiomicsnomogram.io.dicom;

/**
 * How a plane's pixels are stored (PS3.5, 8.1).
 *
 * @param rows of the plane, 1 to 65535
 * @param columns of the plane, 1 to 65535
 * @param allocated bits that each pixel takes: 8, 16 or 32
 * @param stored bits that count
 * @param highBit the most significant of them
 * @param signed whether they are a two's complement number
 */
record PixelFormat(int rows, int columns, int allocated, int stored, int highBit, boolean signed) {

	/**
	 * The format that a frame says, if it is one sample of grey.
	 *
	 * @throws BadDicom if something is missing, colour, zero or contradictory
	 */
	static PixelFormat of(final Frame frame) throws BadDicom {
		final int samples = frame.has(Tag.SAMPLES_PER_PIXEL) ? frame.integer(Tag.SAMPLES_PER_PIXEL) : 1;
		final String photometric = frame.text(Tag.PHOTOMETRIC_INTERPRETATION).orElse("MONOCHROME2");
		if (samples != 1 || !photometric.startsWith("MONOCHROME")) throw new BadDicom("it is no greyscale image: " +
			Tag.SAMPLES_PER_PIXEL + " is " + samples + ", " + Tag.PHOTOMETRIC_INTERPRETATION + " is " +
			DicomAttributes.shown(photometric) + ". Colour can't be measured; take the original images");
		final int rows = frame.integer(Tag.ROWS), columns = frame.integer(Tag.COLUMNS);
		if (rows < 1 || columns < 1) throw new BadDicom(Tag.ROWS + " is " + rows + " and " + Tag.COLUMNS + " is " + columns +
			": an image needs at least one of each");
		final int allocated = frame.integer(Tag.BITS_ALLOCATED);
		if (allocated != 8 && allocated != 16 && allocated != 32) throw new BadDicom(Tag.BITS_ALLOCATED + " is " +
			allocated + "; 8, 16 and 32 can be read");
		final int stored = frame.integer(Tag.BITS_STORED);
		final int highBit = frame.has(Tag.HIGH_BIT) ? frame.integer(Tag.HIGH_BIT) : stored - 1;
		if (stored < 1 || stored > allocated || highBit < stored - 1 || highBit >= allocated) throw new BadDicom(
			Tag.BITS_STORED + " is " + stored + " and " + Tag.HIGH_BIT + " is " + highBit + ", which don't fit in " +
				Tag.BITS_ALLOCATED + ", " + allocated);
		final int representation = frame.integer(Tag.PIXEL_REPRESENTATION);
		if (representation != 0 && representation != 1) throw new BadDicom(Tag.PIXEL_REPRESENTATION + " is " +
			representation + "; it must be 0 (unsigned) or 1 (signed)");
		return new PixelFormat(rows, columns, allocated, stored, highBit, representation == 1);
	}

	/** Pixels in a plane. */
	long pixels() {
		return (long) rows * columns;
	}

	/** Bytes of an unpacked plane. */
	long bytes() {
		return pixels() * (allocated / 8);
	}

	/** The lowest number that can be stored. */
	long lowest() {
		return signed ? -(1L << stored - 1) : 0;
	}

	/** The highest number that can be stored. */
	long highest() {
		return signed ? (1L << stored - 1) - 1 : (1L << stored) - 1;
	}
}
