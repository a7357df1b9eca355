package io.github.radiomicsnomogram.io.dicom;

/**
 * The pixels whose centres lie inside polygons, by the even-odd rule over all edges together. Pixel (c, r) is the point
 * (c, r). It is inside if an odd number of edges cross its row with {@code c <= x}, where an edge crosses the rows from
 * its lower end (included) to its upper end (excluded). So of polygons that share an edge each centre on it belongs to
 * exactly one.
 */
final class EvenOddFill {

	private final int x0, y0, width, height;
	/** 1 where the parity changes: at the last pixel left of an odd number of crossings. */
	private final byte[] changes;

	/**
	 * @param x0 first column of the part that is wanted
	 * @param y0 first row of it
	 */
	EvenOddFill(final int x0, final int y0, final int width, final int height) {
		this.x0 = x0;
		this.y0 = y0;
		this.width = width;
		this.height = height;
		changes = new byte[Math.multiplyExact(width, height)];
	}

	/** Adds the edges of a polygon, with the one that closes it; coordinates are continuous column and row indices. */
	void add(final double[] x, final double[] y) {
		for (int i = 0, j = x.length - 1; i < x.length; j = i++)
			// Always from the end with the smaller row: then an edge that two polygons share gives both the same number.
			if (y[i] < y[j]) edge(x[i], y[i], x[j], y[j]);
			else if (y[j] < y[i]) edge(x[j], y[j], x[i], y[i]);
	}

	private void edge(final double xLow, final double yLow, final double xHigh, final double yHigh) {
		final int first = (int) Math.max(y0, Math.ceil(yLow));
		final int last = (int) Math.min(y0 + height - 1.0, Math.ceil(yHigh) - 1);
		for (int r = first; r <= last; r++) {
			final double x = xLow + (r - yLow) * (xHigh - xLow) / (yHigh - yLow);
			final int c = (int) Math.min(x0 + width - 1.0, Math.floor(x)) - x0;
			if (c >= 0) changes[(r - y0) * width + c] ^= 1;
		}
	}

	/**
	 * Sets the pixels inside, and leaves the others.
	 *
	 * @param plane of another, larger part
	 * @param offset of this part's first pixel in it
	 * @param stride pixels from row to row in it
	 */
	void set(final byte[] plane, final int offset, final int stride) {
		for (int r = 0; r < height; r++) {
			int parity = 0;
			for (int c = width - 1; c >= 0; c--) {
				parity ^= changes[r * width + c];
				plane[offset + r * stride + c] |= (byte) parity;
			}
		}
	}
}
