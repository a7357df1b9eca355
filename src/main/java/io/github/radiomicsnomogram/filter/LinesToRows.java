package io.github.radiomicsnomogram.filter;

/**
 * Turns lines that lie one behind another into rows, where they lie side by side, and back. Eight rows are filled at
 * once: to go along one row only would fetch each line from memory again for each of its places.
 */
final class LinesToRows {

	private static final int AT_ONCE = 8;

	private LinesToRows() {}

	/**
	 * Lines to rows.
	 *
	 * @param lines values of the lines
	 * @param at where in them the first line begins
	 * @param length of a line
	 * @param rows gets place i of line l at {@code rows[i][l]}
	 * @param n number of lines
	 */
	static void read(final float[] lines, final int at, final int length, final double[][] rows, final int n) {
		int i = 0;
		for (; i <= length - AT_ONCE; i += AT_ONCE)
			readEight(lines, at + i, length, rows, i, n);
		for (; i < length; i++)
			for (int l = 0; l < n; l++)
				rows[i][l] = lines[at + l * length + i];
	}

	private static void readEight(final float[] lines, final int at, final int length, final double[][] rows,
		final int i, final int n)
	{
		final double[] r0 = rows[i], r1 = rows[i + 1], r2 = rows[i + 2], r3 = rows[i + 3];
		final double[] r4 = rows[i + 4], r5 = rows[i + 5], r6 = rows[i + 6], r7 = rows[i + 7];
		int p = at;
		for (int l = 0; l < n; l++) {
			r0[l] = lines[p];
			r1[l] = lines[p + 1];
			r2[l] = lines[p + 2];
			r3[l] = lines[p + 3];
			r4[l] = lines[p + 4];
			r5[l] = lines[p + 5];
			r6[l] = lines[p + 6];
			r7[l] = lines[p + 7];
			p += length;
		}
	}

	/**
	 * Rows to lines, rounded to single precision.
	 *
	 * @param rows place i of line l is at {@code rows[first + i][l]}
	 * @param first row that is wanted
	 * @param lines gets the values of the lines
	 * @param at where in them the first line begins
	 * @param length of a line: so many rows are wanted
	 * @param n number of lines
	 */
	static void write(final double[][] rows, final int first, final float[] lines, final int at, final int length,
		final int n)
	{
		int i = 0;
		for (; i <= length - AT_ONCE; i += AT_ONCE)
			writeEight(rows, first + i, lines, at + i, length, n);
		for (; i < length; i++)
			for (int l = 0; l < n; l++)
				lines[at + l * length + i] = (float) rows[first + i][l];
	}

	private static void writeEight(final double[][] rows, final int i, final float[] lines, final int at,
		final int length, final int n)
	{
		final double[] r0 = rows[i], r1 = rows[i + 1], r2 = rows[i + 2], r3 = rows[i + 3];
		final double[] r4 = rows[i + 4], r5 = rows[i + 5], r6 = rows[i + 6], r7 = rows[i + 7];
		int p = at;
		for (int l = 0; l < n; l++) {
			lines[p] = (float) r0[l];
			lines[p + 1] = (float) r1[l];
			lines[p + 2] = (float) r2[l];
			lines[p + 3] = (float) r3[l];
			lines[p + 4] = (float) r4[l];
			lines[p + 5] = (float) r5[l];
			lines[p + 6] = (float) r6[l];
			lines[p + 7] = (float) r7[l];
			p += length;
		}
	}
}
