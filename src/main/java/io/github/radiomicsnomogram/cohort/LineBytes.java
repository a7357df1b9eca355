package io.github.radiomicsnomogram.cohort;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream into lines that end in a line feed. */
final class LineBytes implements AutoCloseable {

	private static final int BUFFER = 1 << 16;

	private final InputStream in;

	LineBytes(final InputStream in) {
		this.in = new BufferedInputStream(in, BUFFER);
	}

	/** The next line with its end; null if there is none that ends. */
	byte[] next() throws IOException {
		final ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int b = in.read(); b >= 0; b = in.read()) {
			line.write(b);
			if (b == '\n') return line.toByteArray();
		}
		return null;
	}

	@Override
	public void close() throws IOException {
		in.close();
	}
}
