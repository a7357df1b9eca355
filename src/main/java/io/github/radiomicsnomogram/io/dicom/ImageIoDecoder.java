package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.io.dicom.Codestream.Coding;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Unpacks compressed frames with whatever decoders Java's ImageIO finds: JPEG of 8 bits is in Java itself, JPEG 2000
 * comes from a library that need not be there.
 */
final class ImageIoDecoder {

	private static final String JAVA = "java.desktop";

	/** So often a decoder may read behind the end of its stream. */
	private static final int MOST_BEYOND = 1000;

	private ImageIoDecoder() {}

	/** Whether there is a decoder. */
	static boolean canDecode(final Coding coding) {
		return provider(coding).isPresent();
	}

	private static Optional<ImageReaderSpi> provider(final Coding coding) {
		final String format = switch (coding) {
			case JPEG -> "JPEG";
			case JPEG_2000 -> "JPEG2000";
			default -> "";
		};
		if (format.isEmpty()) return Optional.empty();
		final Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
		while (readers.hasNext()) {
			final ImageReaderSpi provider = readers.next().getOriginatingProvider();
			// For common JPEG Java's own, so that values don't depend on what else is installed.
			if (coding != Coding.JPEG || JAVA.equals(provider.getClass().getModule().getName())) return Optional.of(provider);
		}
		return Optional.empty();
	}

	/**
	 * Unpacks one frame of one sample a pixel.
	 *
	 * @param stream whose header fits the format
	 * @param format of the frame
	 * @return little-endian pixels; nothing if there is no decoder
	 * @throws BadDicom if it is damaged
	 */
	static Optional<byte[]> decode(final Codestream stream, final PixelFormat format) throws BadDicom {
		final Optional<ImageReaderSpi> provider = provider(stream.coding());
		if (provider.isEmpty()) return Optional.empty();
		final Raster raster = raster(stream, provider.get());
		if (raster.getWidth() != format.columns() || raster.getHeight() != format.rows() || raster.getNumBands() != 1)
			throw Codestream.damaged("its decoder gives another picture than its header says");
		return Optional.of(pixels(raster, format));
	}

	/** The stream for a decoder. One that reads on and on behind its end, or takes that for a truncation, is stopped. */
	private static final class EndingStream extends MemoryCacheImageInputStream {

		private int beyond;

		EndingStream(final byte[] bytes) {
			super(new ByteArrayInputStream(bytes));
		}

		@Override
		public int read() throws IOException {
			final int b = super.read();
			if (b < 0 && ++beyond > MOST_BEYOND) throw new IllegalStateException("it ends too early");
			return b;
		}

		@Override
		public int read(final byte[] into, final int offset, final int length) throws IOException {
			final int n = super.read(into, offset, length);
			if (n < 0 && ++beyond > MOST_BEYOND) throw new IllegalStateException("it ends too early");
			return n;
		}
	}

	/** Decoders of damaged streams may throw anything. */
	private static Raster raster(final Codestream stream, final ImageReaderSpi provider) throws BadDicom {
		try {
			final ImageReader reader = provider.createReaderInstance();
			try {
				reader.setInput(new EndingStream(stream.bytes()), true, true);
				return reader.readRaster(0, null);
			}
			finally {
				reader.dispose();
			}
		}
		catch (final OutOfMemoryError e) {
			throw e;
		}
		catch (final IOException | RuntimeException | Error e) {
			throw Codestream.damaged(DicomAttributes.shown(stream.coding().title() + ": " + (e.getMessage() == null ? e.getClass()
				.getSimpleName() : e.getMessage())));
		}
	}

	private static byte[] pixels(final Raster raster, final PixelFormat format) {
		final int bytes = format.allocated() / 8, width = format.columns();
		final byte[] pixels = new byte[Math.toIntExact(format.bytes())];
		final int[] row = new int[width];
		int at = 0;
		for (int y = 0; y < format.rows(); y++) {
			raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
			for (final int sample : row)
				for (int b = 0; b < bytes; b++)
					pixels[at++] = (byte) (sample >> 8 * b);
		}
		return pixels;
	}
}
