package io.github.radiomicsnomogram.io.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * The frames of a segmentation: of 1 bit a pixel, running on over the frames' borders, or of 8 or 16. Frames are read
 * when they are asked for.
 */
final class SegPixels {

	private final DicomFile file;
	private final int rows;
	private final int columns;
	private final int allocated;
	private final int frames;
	/** Where packed frames lie; null if they aren't packed. */
	private final PackedFrames packed;
	/** All frames of a deflated data set, else null. */
	private final byte[] inflated;

	/**
	 * Checks that all frames can be there.
	 *
	 * @throws BadDicom if pixels are missing, too few, or packed in a way that can't be read
	 */
	SegPixels(final DicomFile file, final int frames) throws IOException, BadDicom {
		this.file = file;
		this.frames = frames;
		rows = required(Tag.ROWS);
		columns = required(Tag.COLUMNS);
		allocated = required(Tag.BITS_ALLOCATED);
		if (rows < 1 || columns < 1) throw new BadDicom(Tag.ROWS + " is " + rows + " and " + Tag.COLUMNS + " is " + columns);
		if (allocated != 1 && allocated != 8 && allocated != 16) throw new BadDicom(Tag.BITS_ALLOCATED + " is " + allocated +
			"; a segmentation has 1, 8 or 16");
		checkPixels();
		packed = file.pixels().isEncapsulated() ? PackedFrames.of(file, frames) : null;
		inflated = file.pixels().isDeflated() && packed == null ? inflate() : null;
	}

	private int required(final Tag tag) throws BadDicom {
		return file.attributes().integer(tag).orElseThrow(() -> new BadDicom(tag + " is missing"));
	}

	private void checkPixels() throws BadDicom {
		final PixelData pixels = file.pixels();
		if (pixels == null || pixels.tag() != Tag.PIXEL_DATA) throw new BadDicom(Tag.PIXEL_DATA + " is missing");
		final boolean encapsulated = pixels.isEncapsulated();
		if (encapsulated && allocated == 1) throw new BadDicom(Tag.BITS_ALLOCATED + " is 1, which can't be unpacked here");
		PackedFrames.check(file, rows, columns, frames, Math.max(1, allocated / 8));
		if (Math.max((long) rows * columns, bits() / 8) > Integer.MAX_VALUE - 16) throw new BadDicom("a frame of " + rows + " rows and " + columns +
			" columns is too large");
		if (encapsulated) return;
		final long needed = (Math.multiplyExact(bits(), (long) frames) + 7) / 8;
		if (pixels.usable() < needed) throw new BadDicom(Tag.PIXEL_DATA + " has " + pixels.usable() + " bytes, but " + frames +
			" frames of " + rows + " rows, " + columns + " columns and " + allocated + " bit need " + needed +
			": the file is cut off (truncated) or damaged. Copy or export it again");
	}

	private byte[] inflate() throws IOException, BadDicom {
		final long needed = (bits() * frames + 7) / 8;
		if (needed > Integer.MAX_VALUE - 16) throw new BadDicom("its " + needed + " deflated bytes are too many");
		try {
			return PixelReader.inflated(file, file.pixels().offset(), (int) needed);
		}
		catch (final EOFException | ZipException e) {
			throw cut();
		}
	}

	private static BadDicom cut() {
		return new BadDicom(Tag.PIXEL_DATA + " ends too early or is damaged: the file is cut off (truncated). " +
			"Copy or export it again");
	}

	private long bits() {
		return (long) rows * columns * allocated;
	}

	int rows() {
		return rows;
	}

	int columns() {
		return columns;
	}

	int allocated() {
		return allocated;
	}

	/**
	 * Which pixels of a frame have values in a range.
	 *
	 * @return 1 inside, 0 outside, row by row
	 */
	byte[] between(final int frame, final int lowest, final int highest) throws IOException, BadDicom {
		final long firstBit = frame * bits();
		final byte[] bytes = packed == null ? plain(firstBit / 8, (firstBit + bits() + 7) / 8) : packed.unpack(frame, new PixelFormat(rows, columns, allocated,
			allocated, allocated - 1, false));
		// Only now: the bytes that it takes are really there.
		final byte[] inside = new byte[rows * columns];
		final int shift = packed == null ? (int) (firstBit % 8) : 0;
		final boolean big = file.encoding().isBig() && packed == null;
		for (int i = 0; i < inside.length; i++) {
			final int value = switch (allocated) {
				case 1 -> bytes[(shift + i) / 8] >> (shift + i) % 8 & 1;
				case 8 -> bytes[i] & 0xFF;
				default -> big ? (bytes[2 * i] & 0xFF) << 8 | bytes[2 * i + 1] & 0xFF : (bytes[2 * i + 1] & 0xFF) << 8 | bytes[2 *
					i] & 0xFF;
			};
			if (value >= lowest && value <= highest) inside[i] = 1;
		}
		return inside;
	}

	/** Bytes of the value. In big-endian words the byte that comes second is the first. */
	private byte[] plain(final long from, final long to) throws IOException, BadDicom {
		final boolean swap = file.encoding().isBig() && allocated <= 8 && file.pixels().vr() == Vr.OW;
		final long start = swap ? from / 2 * 2 : from, end = swap ? Math.min((to + 1) / 2 * 2, file.pixels().usable()) : to;
		final byte[] bytes = raw(start, (int) (end - start));
		if (!swap) return bytes;
		final byte[] swapped = new byte[(int) (to - from)];
		for (int i = 0; i < swapped.length; i++) {
			final int at = (int) (from - start) + i ^ 1;
			swapped[i] = at < bytes.length ? bytes[at] : 0;
		}
		return swapped;
	}

	private byte[] raw(final long from, final int n) throws IOException, BadDicom {
		if (inflated != null) return Arrays.copyOfRange(inflated, (int) from, (int) from + n);
		try {
			return PixelReader.plain(file.path(), file.pixels().offset() + from, n, new byte[0]);
		}
		catch (final EOFException e) {
			throw cut();
		}
	}
}
