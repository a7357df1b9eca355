package io.github.radiomicsnomogram.io;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.AbstractList;

/**
 * The planes of an image as they come from a stream. Only the last one is remembered, and only as long as somebody looks
 * at it; who goes back has the stream read again from its beginning. Safe for many threads, though two that look at
 * different planes are slow.
 *
 * @param <A> array of a plane
 */
final class StreamedPlanes<A> extends AbstractList<A> {

	/** Opens the stream at the first voxel. */
	@FunctionalInterface
	interface Opener {

		InputStream open() throws IOException;
	}

	/** Reads the next plane. */
	@FunctionalInterface
	interface Reader<A> {

		/** @param z which one it is */
		A read(InputStream in, int z) throws IOException;
	}

	private final Path file;
	private final int n;
	private final long bytes;
	private final Opener opener;
	private final Reader<A> reader;
	private InputStream in;
	/** The plane that comes next in the stream. */
	private int next;
	private WeakReference<A> last = new WeakReference<>(null);

	/**
	 * @param file for messages
	 * @param n number of planes
	 * @param bytes of each in the stream
	 */
	StreamedPlanes(final Path file, final int n, final long bytes, final Opener opener, final Reader<A> reader) {
		this.file = file;
		this.n = n;
		this.bytes = bytes;
		this.opener = opener;
		this.reader = reader;
	}

	@Override
	public synchronized A get(final int z) {
		final A known = z == next - 1 ? last.get() : null;
		if (known != null) return known;
		try {
			final A plane = read(z);
			last = new WeakReference<>(plane);
			return plane;
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(file, e);
		}
	}

	private A read(final int z) throws IOException {
		boolean open = false;
		try {
			if (in == null || z < next) {
				close();
				in = opener.open();
				next = 0;
			}
			in.skipNBytes((z - next) * bytes);
			final A plane = reader.read(in, z);
			next = z + 1;
			// Packed data end with a checksum, which is compared only when more is asked for.
			if (next == n) in.read();
			open = next < n;
			return plane;
		}
		finally {
			if (!open) close();
		}
	}

	private void close() throws IOException {
		if (in != null) in.close();
		in = null;
	}

	@Override
	public int size() {
		return n;
	}
}
