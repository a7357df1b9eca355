package io.github.radiomicsnomogram.io.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;

/** Reads the pixels of single planes from their files. Safe for many threads. */
final class PixelReader {

	private final Map<Path, PackedFrames> packed;
	private final Map<Path, SoftReference<byte[]>> inflated = new HashMap<>();

	private PixelReader(final Map<Path, PackedFrames> packed) {
		this.packed = packed;
	}

	/**
	 * A reader of some planes.
	 *
	 * @throws BadDicom with the name of a file whose packed frames can't be found
	 */
	static PixelReader of(final List<Slice> slices) throws IOException, BadDicom {
		final Map<Path, PackedFrames> packed = new HashMap<>();
		for (final Slice slice : slices) {
			final DicomFile file = slice.frame().file();
			if (!file.pixels().isEncapsulated() || packed.containsKey(file.path())) continue;
			try {
				packed.put(file.path(), PackedFrames.of(file, slice.frame().count()));
			}
			catch (final BadDicom e) {
				throw new BadDicom("'" + file.path() + "': " + e.getMessage());
			}
		}
		return new PixelReader(packed);
	}

	/**
	 * Checks that a frame has pixels at all, and whole numbers.
	 *
	 * @throws BadDicom if it has none
	 */
	static void requirePixels(final Frame frame) throws BadDicom {
		final PixelData pixels = frame.file().pixels();
		if (pixels == null || pixels.length() == 0) throw new BadDicom(Tag.PIXEL_DATA + (pixels == null ? " is missing"
			: " is empty") + ": the file has no pixels, so it is no image. Copy or export it again");
		if (pixels.tag() != Tag.PIXEL_DATA) throw new BadDicom("its pixels are floating-point numbers (" + pixels.tag() +
			"), which can't be read here. Export it as integers with a rescale slope");
	}

	/**
	 * Checks, without reading them, that a frame's pixels can be there and can be decoded.
	 *
	 * @throws BadDicom if they are missing, too few, or packed in a way that can't be read
	 */
	static void check(final Frame frame, final PixelFormat format) throws BadDicom {
		final DicomFile file = frame.file();
		final PixelData pixels = file.pixels();
		PackedFrames.check(file, format.rows(), format.columns(), frame.count(), format.allocated() / 8);
		if (pixels.isEncapsulated()) return;
		if (format.bytes() > Integer.MAX_VALUE - 16 || pixels.usable() / format.bytes() < frame.count())
			throw tooFew(frame, format, pixels);
	}

	private static BadDicom tooFew(final Frame frame, final PixelFormat format, final PixelData pixels) {
		return new BadDicom(Tag.PIXEL_DATA + " has " + pixels.usable() + " bytes, but Rows x Columns x bytes" + (frame
			.count() == 1 ? "" : " x frames") + " = " + format.rows() + " x " + format.columns() + " x " + format.allocated() /
				8 + (frame.count() == 1 ? "" : " x " + frame.count()) + " are needed" + (pixels.length() > pixels.available()
					? ": the file is cut off (truncated)" : "") + ". Copy or export it again");
	}

	/** That a frame's values are not those of the scanner, if they were once compressed with loss. */
	static Optional<String> loss(final Frame frame) {
		final boolean told = frame.text(Tag.LOSSY_IMAGE_COMPRESSION).orElse("").equals("01");
		if (!told && !frame.file().syntax().isLossy()) return Optional.empty();
		return Optional.of("its pixels were compressed with loss (" + (told ? Tag.LOSSY_IMAGE_COMPRESSION + " is 01"
			: Tag.TRANSFER_SYNTAX_UID.keyword() + " of " + frame.file().syntax().title()) + "): values are near those of the scanner, not the same");
	}

	/** What is odd about the length of a checked frame's pixels, though they are all there. */
	static Optional<String> warning(final Frame frame, final PixelFormat format) {
		final PixelData pixels = frame.file().pixels();
		if (pixels.isEncapsulated()) return Optional.empty();
		final long needed = format.bytes() * frame.count();
		if (pixels.length() > pixels.available()) return Optional.of(Tag.PIXEL_DATA + " claims " + pixels.length() +
			" bytes, more than the file has; its length field is wrong, but all " + needed + " bytes of pixels are there");
		return pixels.length() > needed + 1 ? Optional.of(Tag.PIXEL_DATA + " has " + pixels.length() + " bytes, " +
			(pixels.length() - needed) + " more than Rows, Columns and NumberOfFrames give; the rest was left out") : Optional
				.empty();
	}

	/**
	 * The unpacked bytes of a plane, in the byte order of {@link #isBig(Slice)}.
	 *
	 * @param buffer to be used for them if it has their length
	 * @throws BadDicom if they end early or are damaged
	 */
	byte[] read(final Slice slice, final byte[] buffer) throws IOException, BadDicom {
		final DicomFile file = slice.frame().file();
		final PixelData pixels = file.pixels();
		final int index = slice.frame().index();
		try {
			if (pixels.isEncapsulated()) return packed.get(file.path()).unpack(index, slice.format());
			final int bytes = (int) slice.format().bytes();
			final long from = pixels.offset() + (long) index * bytes;
			if (isBig(slice) && slice.format().allocated() == 8 && pixels.vr() == Vr.OW) return swapped(file, from, bytes);
			if (!pixels.isDeflated()) return plain(file.path(), from, bytes, buffer);
			return slice.frame().count() == 1 ? inflated(file, from, bytes) : part(file, slice.frame().count(), index, bytes);
		}
		catch (final EOFException | ZipException e) {
			throw new BadDicom(Tag.PIXEL_DATA + " ends too early or is damaged: the file is cut off (truncated). " +
				"Copy or export it again");
		}
	}

	/**
	 * A frame of many of a deflated file. They are inflated together, as each would have to be from the file's beginning on,
	 * and kept as long as memory allows.
	 */
	private byte[] part(final DicomFile file, final int count, final int index, final int bytes) throws IOException {
		if ((long) count * bytes > Integer.MAX_VALUE - 16) return inflated(file, file.pixels().offset() + (long) index * bytes,
			bytes);
		final byte[] all;
		synchronized (inflated) {
			final SoftReference<byte[]> kept = inflated.get(file.path());
			final byte[] known = kept == null ? null : kept.get();
			all = known != null ? known : inflated(file, file.pixels().offset(), count * bytes);
			if (known == null) inflated.put(file.path(), new SoftReference<>(all));
		}
		return Arrays.copyOfRange(all, index * bytes, (index + 1) * bytes);
	}

	/** Whether the most significant byte of a pixel comes first. */
	static boolean isBig(final Slice slice) {
		return slice.frame().file().encoding().isBig() && !slice.frame().file().pixels().isEncapsulated();
	}

	/** Bytes of a file as they are. */
	static byte[] plain(final Path file, final long from, final int n, final byte[] reusable) throws IOException {
		final byte[] bytes = reusable.length == n ? reusable : new byte[n];
		try (SeekableByteChannel channel = Files.newByteChannel(file)) {
			channel.position(from);
			final ByteBuffer buffer = ByteBuffer.wrap(bytes);
			while (buffer.hasRemaining())
				if (channel.read(buffer) < 0) throw new EOFException();
		}
		return bytes;
	}

	/** Bytes of a file's inflated data set. */
	static byte[] inflated(final DicomFile file, final long from, final int n) throws IOException {
		try (DicomInput in = DicomInput.open(file.path())) {
			in.skip(file.pixels().inflateFrom());
			in.inflate();
			in.skip(from);
			return in.read(n);
		}
	}

	/**
	 * Big-endian words of two 8-bit pixels have the first pixel in the lower byte, which comes second. A frame of an odd
	 * number of pixels begins or ends within a word.
	 */
	private static byte[] swapped(final DicomFile file, final long from, final int n) throws IOException {
		final int before = (int) (from - file.pixels().offset() & 1);
		final byte[] words = plain(file.path(), from - before, (before + n + 1) / 2 * 2, new byte[0]);
		final byte[] bytes = new byte[n];
		for (int i = 0; i < n; i++)
			bytes[i] = words[before + i ^ 1];
		return bytes;
	}
}
