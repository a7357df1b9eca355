package io.github.radiomicsnomogram.io.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/** Where the packed frames of a file lie: the items of encapsulated pixels (PS3.5, A.4), one for each frame. */
final class Fragments {

	private static final int ITEM = 0xFFFEE000;
	private static final int SEQUENCE_END = 0xFFFEE0DD;

	private final long[] offsets;
	private final long[] lengths;

	private Fragments(final long[] offsets, final long[] lengths) {
		this.offsets = offsets;
		this.lengths = lengths;
	}

	/**
	 * Walks over the fragments of a file.
	 *
	 * @param frames number of frames that the file has
	 * @throws BadDicom if the fragments run over the file's end, or are not one for each frame
	 */
	static Fragments of(final DicomFile file, final int frames) throws IOException, BadDicom {
		final PixelData pixels = file.pixels();
		try (DicomInput in = DicomInput.open(file.path())) {
			in.skip(pixels.offset());
			return walk(in, frames);
		}
		catch (final EOFException e) {
			throw new BadDicom(Tag.PIXEL_DATA + " ends before its last fragment: the file is cut off (truncated). " +
				"Copy or export it again");
		}
	}

	private static Fragments walk(final DicomInput in, final int frames) throws IOException, BadDicom {
		long[] offsets = new long[16], lengths = new long[16];
		int n = 0;
		while (true) {
			final byte[] head = in.read(8);
			final int tag = Encoding.EXPLICIT_LITTLE.tag(head, 0);
			if (tag == SEQUENCE_END) break;
			if (tag != ITEM) throw new BadDicom(Tag.PIXEL_DATA + " holds " + Tag.describe(tag) + " where a fragment must begin");
			if (n == offsets.length) {
				offsets = Arrays.copyOf(offsets, 2 * n);
				lengths = Arrays.copyOf(lengths, 2 * n);
			}
			offsets[n] = in.position();
			lengths[n] = Encoding.EXPLICIT_LITTLE.u32(head, 4);
			in.skip(lengths[n++]);
		}
		// The first item is a table of offsets, often empty.
		if (n - 1 != frames) throw new BadDicom(Tag.PIXEL_DATA + " has " + Math.max(0, n - 1) + " fragments for " + frames +
			(frames == 1 ? " frame" : " frames") + "; with RLE each frame is one fragment");
		return new Fragments(Arrays.copyOfRange(offsets, 1, n), Arrays.copyOfRange(lengths, 1, n));
	}

	/** First byte in the file of a frame. */
	long offset(final int frame) {
		return offsets[frame];
	}

	/** Bytes of a packed frame; not more than the file has. */
	long length(final int frame) {
		return lengths[frame];
	}
}
