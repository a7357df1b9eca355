package io.github.radiomicsnomogram.io.dicom;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The bytes of a file from front to back, inflated from a point on where that is asked for. Knows where it is and how
 * much is left, so that a length can be checked before memory is taken for it.
 */
final class DicomInput implements AutoCloseable {

	/** Where an inflated data set is given up, in bytes and as multiple of the file: a small file must stay small work. */
	private static final long INFLATED = 1L << 26;
	private static final long INFLATED_RATIO = 64;

	private static final int BUFFER = 1 << 14;

	private InputStream in;
	private long position;
	private long limit;
	/** Null until something is to be inflated. */
	private Inflater inflater;

	private DicomInput(final InputStream in, final long size) {
		this.in = in;
		limit = size;
	}

	static DicomInput open(final Path file) throws IOException {
		final long size = Files.size(file);
		return new DicomInput(new BufferedInputStream(Files.newInputStream(file), BUFFER), size);
	}

	/** Inflates everything from here on; positions start at 0 again. */
	void inflate() {
		inflater = new Inflater(true);
		in = new BufferedInputStream(new InflaterInputStream(in, inflater, BUFFER), BUFFER);
		position = 0;
		limit = Math.max(INFLATED, INFLATED_RATIO * limit);
	}

	/** Whether {@link #inflate()} was called. */
	boolean isInflated() {
		return inflater != null;
	}

	/** Bytes before this point. */
	long position() {
		return position;
	}

	/** Where the bytes end: exactly for a file, at most for an inflated data set. */
	long limit() {
		return limit;
	}

	boolean isAtEnd() throws IOException {
		return peek(1).length == 0;
	}

	/** The next bytes, fewer at the end; stays where it is. */
	byte[] peek(final int n) throws IOException {
		in.mark(n);
		final byte[] bytes = in.readNBytes(n);
		in.reset();
		return bytes;
	}

	/** The next n bytes. Takes memory only as they come, so a wrong length does no harm. */
	byte[] read(final int n) throws IOException {
		final byte[] bytes = in.readNBytes(n);
		position += bytes.length;
		if (bytes.length < n || position > limit) throw new EOFException();
		return bytes;
	}

	void skip(final long n) throws IOException {
		if (n > limit - position) throw new EOFException();
		try {
			in.skipNBytes(n);
		}
		finally {
			position += n;
		}
	}

	@Override
	public void close() throws IOException {
		try {
			in.close();
		}
		finally {
			if (inflater != null) inflater.end();
		}
	}
}
