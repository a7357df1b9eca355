package io.github.radiomicsnomogram.io.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the packed frames of a file lie: the items of encapsulated pixels (PS3.5, A.4). A frame is one fragment or
 * several: all of them in a file of one frame, else by the table of offsets, or from a stream's first marker to the
 * next.
 */
final class Fragments {

	private static final int ITEM = 0xFFFEE000;
	private static final int SEQUENCE_END = 0xFFFEE0DD;
	/** Bytes of an item's header. */
	private static final int HEAD = 8;
	/** Bytes that tell whether a fragment begins a stream. */
	private static final int MARKERS = 4;

	private final long[] offsets;
	private final long[] lengths;
	/** First fragment of each frame, and the number of fragments. */
	private final int[] firsts;

	private Fragments(final List<long[]> items, final int[] firsts) {
		offsets = items.stream().mapToLong(i -> i[0]).toArray();
		lengths = items.stream().mapToLong(i -> i[1]).toArray();
		this.firsts = firsts;
	}

	/**
	 * Walks over the fragments of a file.
	 *
	 * @param frames number of frames that the file has
	 * @throws BadDicom if the fragments run over the file's end, or can't be told apart by frames
	 */
	static Fragments of(final DicomFile file, final int frames) throws IOException, BadDicom {
		try (DicomInput in = DicomInput.open(file.path())) {
			in.skip(file.pixels().offset());
			return walk(in, frames, file.syntax() == TransferSyntax.RLE);
		}
		catch (final EOFException e) {
			throw new BadDicom(Tag.PIXEL_DATA + " ends before its last fragment: the file is cut off (truncated). " +
				"Copy or export it again");
		}
	}

	private static Fragments walk(final DicomInput in, final int frames, final boolean rle) throws IOException, BadDicom {
		final List<long[]> items = new ArrayList<>();
		final List<Integer> starts = new ArrayList<>();
		byte[] table = null;
		while (true) {
			final byte[] head = in.read(HEAD);
			final int tag = Encoding.EXPLICIT_LITTLE.tag(head, 0);
			if (tag == SEQUENCE_END) break;
			if (tag != ITEM) throw new BadDicom(Tag.PIXEL_DATA + " holds " + Tag.describe(tag) + " where a fragment must begin");
			final long length = Encoding.EXPLICIT_LITTLE.u32(head, 4);
			if (table == null) {
				// The first item is a table of offsets, often empty.
				table = length == 4L * frames ? in.read((int) length) : new byte[0];
				in.skip(length - table.length);
				continue;
			}
			if (!rle && Codestream.startsAt(in.peek(MARKERS))) starts.add(items.size());
			items.add(new long[] { in.position(), length });
			in.skip(length);
		}
		return new Fragments(items, frames(items, table == null ? new byte[0] : table, starts, frames, rle));
	}

	private static int[] frames(final List<long[]> items, final byte[] table, final List<Integer> starts,
		final int frames, final boolean rle) throws BadDicom
	{
		final int n = items.size();
		final int[] firsts = new int[frames + 1];
		firsts[frames] = n;
		if (n == frames) {
			requireInOrder(items, table);
			Arrays.setAll(firsts, i -> i);
		}
		else if (rle || n < frames) throw new BadDicom(Tag.PIXEL_DATA + " has " + n + " fragments for " + frames + (frames == 1
			? " frame" : " frames") + (rle ? "; with RLE each frame is one fragment" : "") + ". Copy or export it again");
		else if (frames > 1 && !byTable(items, table, firsts)) {
			if (starts.size() != frames || starts.get(0) != 0) throw new BadDicom(Tag.PIXEL_DATA + " has " + n +
				" fragments for " + frames + " frames, and neither its table of offsets nor their first bytes tell which " +
				"fragments make a frame. Export it again");
			for (int i = 0; i < frames; i++)
				firsts[i] = starts.get(i);
		}
		return firsts;
	}

	/** A table of as many fragments as frames isn't needed, but one that puts them in another order contradicts theirs. */
	private static void requireInOrder(final List<long[]> items, final byte[] table) throws BadDicom {
		final long[] told = new long[table.length / 4];
		Arrays.setAll(told, i -> Encoding.EXPLICIT_LITTLE.u32(table, 4 * i) + items.get(0)[0]);
		final long[] sorted = told.clone();
		Arrays.sort(sorted);
		final long[] places = items.stream().mapToLong(i -> i[0]).toArray();
		if (Arrays.equals(sorted, places) && !Arrays.equals(told, places)) throw new BadDicom(Tag.PIXEL_DATA +
			" has a table of offsets that puts its fragments in another order than they have: which frame is which can't be " +
			"told. Export it again");
	}

	/** Offsets count from the header of the first fragment to that of a frame's first one. */
	private static boolean byTable(final List<long[]> items, final byte[] table, final int[] firsts) {
		if (table.length == 0) return false;
		int item = 0;
		for (int i = 0; i < firsts.length - 1; i++) {
			final long offset = Encoding.EXPLICIT_LITTLE.u32(table, 4 * i) + items.get(0)[0];
			while (item < items.size() && items.get(item)[0] < offset)
				item++;
			if (item == items.size() || items.get(item)[0] != offset || i > 0 && item <= firsts[i - 1] || i == 0 && item > 0)
				return false;
			firsts[i] = item;
		}
		return true;
	}

	/**
	 * The packed bytes of a frame; not more than the file has.
	 *
	 * @throws BadDicom if they are too many
	 */
	byte[] read(final DicomFile file, final int frame) throws IOException, BadDicom {
		long all = 0;
		for (int i = firsts[frame]; i < firsts[frame + 1]; i++)
			all += lengths[i];
		if (all > Integer.MAX_VALUE - 16) throw new BadDicom(Tag.PIXEL_DATA + " is too large for one plane");
		final byte[] packed = new byte[(int) all];
		int at = 0;
		for (int i = firsts[frame]; i < firsts[frame + 1]; i++) {
			final byte[] part = PixelReader.plain(file.path(), offsets[i], (int) lengths[i], new byte[0]);
			System.arraycopy(part, 0, packed, at, part.length);
			at += part.length;
		}
		return packed;
	}
}
