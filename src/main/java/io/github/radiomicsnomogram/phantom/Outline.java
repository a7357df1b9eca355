package io.github.radiomicsnomogram.phantom;

/**
 * A closed polygon in one slice, drawn as ImageJ draws: vertices at corners of pixels, pixel {@code (i, j)} covers the
 * square from {@code (i, j)} to {@code (i + 1, j + 1)}.
 *
 * @param slice zero-based
 * @param x vertices, in pixels
 * @param y vertices, in pixels
 */
public record Outline(int slice, int[] x, int[] y) {

	/** Copies the arrays. */
	public Outline {
		if (x.length != y.length || x.length < 3) throw new IllegalArgumentException("a polygon needs 3 points or more");
		x = x.clone();
		y = y.clone();
	}

	@Override
	public int[] x() {
		return x.clone();
	}

	@Override
	public int[] y() {
		return y.clone();
	}

	/** Whether a pixel's centre lies inside, by the even-odd rule; on an edge it belongs to the polygon at its left. */
	boolean covers(final int column, final int row) {
		final double px = column + 0.5, py = row + 0.5;
		boolean inside = false;
		for (int i = 0, j = x.length - 1; i < x.length; j = i++)
			if (y[i] > py != y[j] > py && px <= x[i] + (py - y[i]) * (x[j] - x[i]) / (y[j] - y[i])) inside = !inside;
		return inside;
	}
}
