package io.github.radiomicsnomogram.filter;

/** Values of a block of voxels, read into rows: a row holds what lies at one place of many lines. */
interface LineSource {

	/** Reads n values that lie one behind another, of as many lines side by side. */
	void row(int at, double[] row, int n);

	/** Reads whole lines that lie one behind another: place i of line l, at {@code at + l * length + i}, to {@code rows[i][l]}. */
	void rows(int at, int length, double[][] rows, int n);

	/** Values in single precision. */
	static LineSource of(final float[] values) {
		return new LineSource() {

			@Override
			public void row(final int at, final double[] row, final int n) {
				for (int l = 0; l < n; l++)
					row[l] = values[at + l];
			}

			@Override
			public void rows(final int at, final int length, final double[][] rows, final int n) {
				LinesToRows.read(values, at, length, rows, n);
			}
		};
	}

	/** Values in double precision; of images that few have, so lines aren't read in the fastest way. */
	static LineSource of(final double[] values) {
		return new LineSource() {

			@Override
			public void row(final int at, final double[] row, final int n) {
				System.arraycopy(values, at, row, 0, n);
			}

			@Override
			public void rows(final int at, final int length, final double[][] rows, final int n) {
				for (int i = 0; i < length; i++)
					for (int l = 0; l < n; l++)
						rows[i][l] = values[at + l * length + i];
			}
		};
	}
}
