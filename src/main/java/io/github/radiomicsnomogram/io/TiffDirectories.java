package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.InputException;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * A look at a TIFF file's directories before a decoder trusts them: each lies in the file, and so does what its entries
 * point to; there are no circles, and no more pixels than the file can hold. What passes costs a decoder no more than the
 * file's length lets expect.
 */
public final class TiffDirectories {

	private static final int MOST_PAGES = 1 << 16, MOST_ENTRIES = 1 << 12;
	private static final int WIDTH = 256, HEIGHT = 257, BITS = 258, COMPRESSION = 259, STRIPS = 273, SAMPLES = 277;
	/** ImageJ's own: lengths of its pieces of metadata, and the pieces. */
	private static final int IMAGEJ_COUNTS = 50838, IMAGEJ_DATA = 50839;
	/** From here on tags are private. */
	private static final int PRIVATE = 32768;
	/** Bytes of the types 1 to 13; others count as one. */
	private static final int[] SIZES = { 1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4 };
	/** No compression that a decoder knows does better. */
	private static final long BEST_COMPRESSION = 1032;
	/** Larger images need more than an array. */
	private static final long LARGEST_PAGE = Integer.MAX_VALUE - 16L;

	private final RandomAccessFile in;
	private final long length;
	private final Refusal refusal;
	private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
	private long pixels;
	private boolean packed;

	private TiffDirectories(final RandomAccessFile in, final Refusal refusal) throws IOException {
		this.in = in;
		this.refusal = refusal;
		length = in.length();
	}

	/**
	 * Checks a file that is no BigTIFF.
	 *
	 * @throws InputException if it is damaged; it names the file and the page
	 */
	public static void check(final Path file) {
		final Refusal refusal = (what, advice) -> new InputException("TIFF file '" + file + "' " +
			what + ". " + advice);
		if (!Files.isRegularFile(file)) throw refusal.bad("isn't there", "Check the path.");
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			new TiffDirectories(in, refusal).check();
		}
		catch (final EOFException e) {
			throw refusal.bad("is truncated", "Copy or export it again.");
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(file, e);
		}
	}

	private RuntimeException damaged(final int page, final String what) {
		return refusal.bad("is truncated or damaged: image " + (page + 1) + " " + what, "Copy or export it again.");
	}

	private void check() throws IOException {
		final byte[] head = read(0, 8).array();
		order = head[0] == 'M' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
		long at = read(4, 4).getInt() & 0xffffffffL;
		final Set<Long> seen = new HashSet<>();
		for (int page = 0; at != 0; page++) {
			if (page >= MOST_PAGES) throw damaged(page, "is one more than the " + MOST_PAGES + " that are read");
			if (!seen.add(at)) throw damaged(page, "leads back to one before it");
			if (at + 6 > length) throw refusal.bad("is truncated: it has " + length + " of at least " + (at + 6) +
				" bytes, where image " + (page + 1) + " begins", "Copy or export it again.");
			if (at < 8) throw damaged(page, "lies in the file's header");
			at = directory(page, at);
		}
		if (seen.isEmpty()) throw refusal.bad("holds no image", "Copy or export it again.");
		if (pixels > (packed ? length * BEST_COMPRESSION : length)) throw refusal.bad("is truncated or damaged: its images need " +
			pixels + " bytes of pixels, the file has " + length, "Copy or export it again.");
	}

	/** Where the next one is. */
	private long directory(final int page, final long at) throws IOException {
		final int n = read(at, 2).getShort() & 0xffff;
		if (n < 1 || n > MOST_ENTRIES) throw damaged(page, "has " + n + " entries");
		final ByteBuffer entries = read(at + 2, 12 * n + 4);
		long width = 0, height = 0, bits = 1, samples = 1;
		int compression = 1;
		boolean strips = false;
		for (int i = 0; i < n; i++) {
			final int tag = entries.getShort() & 0xffff, type = entries.getShort() & 0xffff;
			final long count = entries.getInt() & 0xffffffffL;
			final int place = entries.position();
			final long pointer = entries.getInt() & 0xffffffffL;
			final long value = count == 1 && type == 3 ? entries.getShort(place) & 0xffff : pointer;
			final long bytes = count * (type < SIZES.length ? SIZES[type] : 1);
			final boolean used = tag < PRIVATE || tag == IMAGEJ_COUNTS || tag == IMAGEJ_DATA;
			if (used && bytes > 4 && pointer + bytes > length) throw damaged(page, "has a tag " + tag + " of " + bytes +
				" bytes at byte " + pointer + " of " + length);
			switch (tag) {
				case WIDTH -> width = value;
				case HEIGHT -> height = value;
				case BITS -> bits = bytes > 4 ? read(pointer, 2).getShort() & 0xffff : entries.getShort(place) & 0xffff;
				case COMPRESSION -> compression = (int) value;
				case SAMPLES -> samples = value;
				case STRIPS -> strips = true;
				case IMAGEJ_COUNTS -> pieces(page, count, pointer);
				default -> {
					// Of no weight.
				}
			}
		}
		size(page, width, height, bits, samples);
		if (!strips) throw damaged(page, "doesn't say where its pixels are (StripOffsets); tiles can't be read");
		packed |= compression > 1;
		return entries.getInt() & 0xffffffffL;
	}

	private void size(final int page, final long width, final long height, final long bits, final long samples) {
		final boolean plausible = width > 0 && height > 0 && width <= LARGEST_PAGE && height <= LARGEST_PAGE / width &&
			samples > 0 && samples <= 1 << 8 && bits > 0 && bits <= 64;
		if (!plausible) throw damaged(page, "has impossible sizes: " + width + " x " + height + ", " + samples + " x " + bits +
			" bits");
		pixels += width * height * samples * bits / 8;
	}

	/** ImageJ takes memory for each piece as its length says. */
	private void pieces(final int page, final long count, final long pointer) throws IOException {
		if (count == 1) {
			if (pointer > length) throw damaged(page, "has " + pointer + " bytes of metadata");
			return;
		}
		final ByteBuffer lengths = read(pointer, Math.toIntExact(4 * count));
		long sum = 0;
		while (lengths.hasRemaining())
			sum += lengths.getInt() & 0xffffffffL;
		if (sum > length) throw damaged(page, "has " + sum + " bytes of metadata");
	}

	private ByteBuffer read(final long at, final int n) throws IOException {
		if (n > length) throw new EOFException();
		final byte[] bytes = new byte[n];
		in.seek(at);
		in.readFully(bytes);
		return ByteBuffer.wrap(bytes).order(order);
	}
}
