package io.github.radiomicsnomogram.io.dicom;

/**
 * Unpacks a frame of RLE Lossless (PS3.5, annex G): the bytes of each significance are a segment, packed by PackBits,
 * the most significant segment first.
 */
final class RleDecoder {

	private static final int HEADER = 64;

	/** Two packed bytes give at most 128. */
	static final int BEST_RATIO = 64;

	private static final Encoding LITTLE = Encoding.EXPLICIT_LITTLE;

	private RleDecoder() {}

	/**
	 * Unpacks one frame of one sample a pixel.
	 *
	 * @param packed header and segments
	 * @param format of the frame
	 * @return little-endian pixels
	 * @throws BadDicom if the segments don't give exactly the frame
	 */
	static byte[] decode(final byte[] packed, final PixelFormat format) throws BadDicom {
		final int bytes = format.allocated() / 8;
		if (packed.length < HEADER || LITTLE.u32(packed, 0) != bytes) throw bad("a header of " + bytes + " segments", packed);
		if (format.pixels() > (long) BEST_RATIO * packed.length) throw bad(format.pixels() + " pixels", packed);
		final byte[] frame = new byte[Math.toIntExact(format.bytes())];
		for (int segment = 0; segment < bytes; segment++) {
			final long from = LITTLE.u32(packed, 4 + 4 * segment);
			final long to = segment + 1 < bytes ? LITTLE.u32(packed, 8 + 4 * segment) : packed.length;
			if (from < HEADER || to < from || to > packed.length) throw bad("segment " + (segment + 1), packed);
			unpack(packed, (int) from, (int) to, frame, bytes - 1 - segment, bytes);
		}
		return frame;
	}

	private static void unpack(final byte[] packed, final int from, final int to, final byte[] frame, final int first,
		final int step) throws BadDicom
	{
		int i = from, o = first;
		while (o < frame.length) {
			if (i >= to) throw bad("segment " + (step - first), packed);
			final int n = packed[i++];
			final int count = n >= 0 ? n + 1 : n == Byte.MIN_VALUE ? 0 : 1 - n;
			if (i + (n >= 0 ? count : Math.min(count, 1)) > to) throw bad("segment " + (step - first), packed);
			for (int k = 0; k < count && o < frame.length; k++, o += step)
				frame[o] = packed[n >= 0 ? i + k : i];
			i += n >= 0 ? count : Math.min(count, 1);
		}
	}

	private static BadDicom bad(final String what, final byte[] packed) {
		return new BadDicom(Tag.PIXEL_DATA + " has " + packed.length + " bytes of RLE, which don't hold " + what +
			": the file is damaged. Copy or export it again");
	}
}
