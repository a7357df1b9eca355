package io.github.radiomicsnomogram.filter;

/**
 * The samples around each pixel of a part of a slice and what they become, with scikit-image's arithmetic: positions
 * rounded to five decimals, a sample that equals the centre counting as larger, and a pattern being uniform if it
 * changes at most twice from its first to its last sample, not counting from there to the first.
 */
final class Lbp2DCircle {

	/** Decimals of a position: 10 to this power. */
	private static final double DECIMALS = 1e5;

	private final int samples;
	private final Lbp2DMethod method;
	private final Side rows, columns;
	private final Steps[] up, along;

	/**
	 * One side of a slice.
	 *
	 * @param from first wanted pixel
	 * @param count wanted pixels
	 * @param seenFrom first pixel that is given
	 * @param seen pixels that are given; those beyond are 0
	 */
	record Side(int from, int count, int seenFrom, int seen) {}

	/**
	 * @param settings of the filter
	 * @param rows of the slice
	 * @param columns of the slice
	 */
	Lbp2DCircle(final Lbp2DFilter settings, final Side rows, final Side columns) {
		samples = settings.samples();
		method = settings.method();
		this.rows = rows;
		this.columns = columns;
		up = new Steps[samples];
		along = new Steps[samples];
		for (int i = 0; i < samples; i++) {
			final double angle = 2 * Math.PI * i / samples;
			up[i] = new Steps(rows, Math.rint(-settings.radius() * Math.sin(angle) * DECIMALS) / DECIMALS);
			along[i] = new Steps(columns, Math.rint(settings.radius() * Math.cos(angle) * DECIMALS) / DECIMALS);
		}
	}

	/**
	 * What the wanted pixels become.
	 *
	 * @param framed the given pixels, row by row, with a frame of zeros one pixel wide
	 * @return wanted pixels, row by row
	 */
	double[] patterns(final double[] framed) {
		final int width = columns.seen + 2, n = columns.count;
		final double[] patterns = new double[rows.count * n];
		final double[][] circle = new double[samples][n];
		final double[] centres = new double[n];
		for (int r = 0; r < rows.count; r++) {
			System.arraycopy(framed, (r + rows.from - rows.seenFrom + 1) * width + columns.from - columns.seenFrom + 1,
				centres, 0, n);
			for (int i = 0; i < samples; i++)
				sample(framed, width, up[i], r, along[i], circle[i]);
			for (int c = 0; c < n; c++)
				patterns[r * n + c] = method == Lbp2DMethod.VAR ? variance(circle, c) : pattern(circle, c, centres[c]);
		}
		return patterns;
	}

	private static void sample(final double[] framed, final int width, final Steps up, final int r, final Steps along,
		final double[] values)
	{
		final int top = up.low[r] * width, bottom = up.high[r] * width;
		final double dr = up.part[r];
		for (int c = 0; c < values.length; c++) {
			final int left = along.low[c], right = along.high[c];
			final double dc = along.part[c];
			final double above = (1 - dc) * framed[top + left] + dc * framed[top + right];
			final double below = (1 - dc) * framed[bottom + left] + dc * framed[bottom + right];
			values[c] = (1 - dr) * above + dr * below;
		}
	}

	private double variance(final double[][] circle, final int c) {
		double sum = 0, squares = 0;
		for (final double[] values : circle) {
			sum += values[c];
			squares += values[c] * values[c];
		}
		final double variance = (squares - sum * sum / samples) / samples;
		return variance != 0 ? variance : Double.NaN;
	}

	private double pattern(final double[][] circle, final int c, final double centre) {
		if (method == Lbp2DMethod.UNIFORM) return uniform(circle, c, centre);
		int bits = 0;
		for (int i = 0; i < samples; i++)
			if (circle[i][c] - centre >= 0) bits |= 1 << i;
		return method == Lbp2DMethod.ROR ? smallestTurned(bits) : bits;
	}

	private double uniform(final double[][] circle, final int c, final double centre) {
		int set = 0, changes = 0;
		boolean before = circle[0][c] - centre >= 0;
		for (int i = 0; i < samples; i++) {
			final boolean now = circle[i][c] - centre >= 0;
			if (now) set++;
			if (now != before) changes++;
			before = now;
		}
		return changes <= 2 ? set : samples + 1;
	}

	private int smallestTurned(final int bits) {
		int smallest = bits, turned = bits;
		for (int i = 1; i < samples; i++) {
			turned = turned >> 1 | (turned & 1) << samples - 1;
			smallest = Math.min(smallest, turned);
		}
		return smallest;
	}

	/** Where a sample lies along a side, for each wanted pixel: its two neighbours, and how far it is from the first. */
	private static final class Steps {

		final int[] low, high;
		final double[] part;

		Steps(final Side side, final double offset) {
			low = new int[side.count];
			high = new int[side.count];
			part = new double[side.count];
			for (int i = 0; i < side.count; i++) {
				final double place = side.from + i + offset;
				low[i] = framed(Math.floor(place), side);
				high[i] = framed(Math.ceil(place), side);
				part[i] = place - Math.floor(place);
			}
		}

		private static int framed(final double index, final Side side) {
			return (int) Math.max(0, Math.min(index - side.seenFrom + 1, side.seen + 1));
		}
	}
}
