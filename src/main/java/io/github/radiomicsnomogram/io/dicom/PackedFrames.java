package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.io.dicom.Codestream.Coding;

import java.io.EOFException;
import java.io.IOException;

/** The frames of a file whose pixels are packed in fragments. Safe for many threads. */
final class PackedFrames {

	/**
	 * Pixels that a file may unpack to whatever its size, and for each of its bytes beyond: an empty picture packs well,
	 * but a small file must stay small work.
	 */
	private static final long FREE_PIXELS = 1L << 26;
	private static final long MOST_PIXELS_A_BYTE = 2000;

	private final DicomFile file;
	private final Fragments fragments;

	private PackedFrames(final DicomFile file, final Fragments fragments) {
		this.file = file;
		this.fragments = fragments;
	}

	/**
	 * The frames of a checked file.
	 *
	 * @throws BadDicom if they can't be found
	 */
	static PackedFrames of(final DicomFile file, final int frames) throws IOException, BadDicom {
		return new PackedFrames(file, Fragments.of(file, frames));
	}

	/**
	 * Checks, without reading them, that frames can be there and be decoded.
	 *
	 * @param rows of a frame
	 * @param columns of a frame
	 * @param frames in the file
	 * @param bytes of an unpacked pixel
	 * @throws BadDicom if there is no decoder, or the file is far too small for them
	 */
	static void check(final DicomFile file, final int rows, final int columns, final int frames, final int bytes)
		throws BadDicom
	{
		final long pixels = (long) rows * columns;
		final boolean packed = file.pixels().isEncapsulated();
		if (!file.syntax().isReadable()) throw new BadDicom(file.syntax().refusal());
		if (packed != file.syntax().isPacked()) throw new BadDicom(Tag.PIXEL_DATA + (packed ? " is packed in fragments"
			: " is not packed") + ", against its " + Tag.TRANSFER_SYNTAX_UID);
		if (!packed) return;
		final long usable = file.pixels().usable();
		final boolean rle = file.syntax() == TransferSyntax.RLE;
		if (rle ? usable / frames < pixels * bytes / RleDecoder.BEST_RATIO : pixels * bytes > Integer.MAX_VALUE - 16 || pixels *
			frames > Math.max(FREE_PIXELS, MOST_PIXELS_A_BYTE * usable)) throw new BadDicom(Tag.PIXEL_DATA + " has " + usable +
				" bytes, but Rows x Columns x bytes" + (frames == 1 ? "" : " x frames") + " = " + rows + " x " + columns + " x " +
				bytes + (frames == 1 ? "" : " x " + frames) + " are needed, far more than can be packed in so few. " +
				"Copy or export it again");
	}

	/**
	 * The unpacked bytes of a frame, little-endian.
	 *
	 * @throws BadDicom if they are damaged, or don't fit the format
	 */
	byte[] unpack(final int frame, final PixelFormat format) throws IOException, BadDicom {
		if (format.bytes() > Integer.MAX_VALUE - 16) throw new BadDicom(Tag.PIXEL_DATA + " is too large for one plane");
		try {
			final byte[] packed = fragments.read(file, frame);
			return file.syntax() == TransferSyntax.RLE ? RleDecoder.decode(packed, format) : decode(packed, format);
		}
		catch (final EOFException e) {
			throw new BadDicom(Tag.PIXEL_DATA + " ends too early or is damaged: the file is cut off (truncated). " +
				"Copy or export it again");
		}
	}

	/** The header is checked first, so that a decoder works on what the data set has told. */
	private byte[] decode(final byte[] packed, final PixelFormat format) throws BadDicom {
		final Codestream stream = Codestream.of(packed);
		stream.requireFit(format);
		if (stream.coding() == Coding.JPEG_LOSSLESS) return LosslessJpeg.decode(stream, format);
		return ImageIoDecoder.decode(stream, format).orElseThrow(() -> new BadDicom(file.syntax().refusal()));
	}
}
