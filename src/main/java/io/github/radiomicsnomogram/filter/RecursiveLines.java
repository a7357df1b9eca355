package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.Progress;

/**
 * Runs a {@link RecursiveGaussian} along all lines of a block in one direction. Many neighbouring lines go side by side,
 * so that the processor works on several at once; each line's arithmetic is that of ITK's RecursiveSeparableImageFilter:
 * double precision, rounded to single precision at the end.
 */
final class RecursiveLines {

	/** Lines that go side by side. */
	private static final int LANES = 64;

	private static final int ORDER = 4;

	private final RecursiveGaussian filter;
	private final int length;
	private final int stride;
	private final int from;
	private final int to;

	/**
	 * @param filter to run
	 * @param length of the lines, at least 4
	 * @param stride from one voxel of a line to the next
	 * @param from first place on each line that is wanted
	 * @param to last place on each line that is wanted
	 */
	RecursiveLines(final RecursiveGaussian filter, final int length, final int stride, final int from, final int to) {
		this.filter = filter;
		this.length = length;
		this.stride = stride;
		this.from = from;
		this.to = to;
	}

	/** Values, in whatever precision they are held. */
	@FunctionalInterface
	interface Source {

		/** Reads n values, each a step behind the one before. */
		void read(int at, int step, double[] row, int n);

		/** Values in single precision. */
		static Source of(final float[] values) {
			return (at, step, row, n) -> {
				if (step == 1) for (int i = 0; i < n; i++)
					row[i] = values[at + i];
				else for (int i = 0; i < n; i++)
					row[i] = values[at + i * step];
			};
		}

		/** Values in double precision. */
		static Source of(final double[] values) {
			return (at, step, row, n) -> {
				for (int i = 0; i < n; i++)
					row[i] = values[at + i * step];
			};
		}
	}

	/**
	 * Filters all lines of a block.
	 *
	 * @param in values of the block, x fastest
	 * @param voxels of the block
	 * @return the wanted places of all lines, x fastest
	 */
	float[] run(final Source in, final int voxels, final Progress progress) {
		final int wanted = to - from + 1;
		final int lines = voxels / length;
		final float[] out = new float[Math.multiplyExact(lines, wanted)];
		final int perGroup = stride == 1 ? lines : stride;
		final int banksPerGroup = (perGroup + LANES - 1) / LANES;
		Tasks.forEach(lines / perGroup * banksPerGroup, voxels, progress, (first, end) -> {
			final Bank bank = new Bank();
			for (int b = first; b < end; b++) {
				final int lane = b % banksPerGroup * LANES;
				bank.run(in, out, b / banksPerGroup, lane, Math.min(LANES, perGroup - lane));
			}
		});
		return out;
	}

	/** Some lines side by side; rows hold what lies at one place of each line. */
	private final class Bank {

		private final double[][] data = new double[length][LANES];
		private final double[][] causal = new double[to + 1][LANES];
		private final double[][] anticausal = new double[ORDER + 1][LANES];
		private final double[] weights = new double[ORDER];

		void run(final Source in, final float[] out, final int group, final int lane, final int lanes) {
			final boolean along = stride == 1;
			final int start = along ? lane * length : group * stride * length + lane;
			for (int i = 0; i < length; i++)
				in.read(start + i * stride, along ? length : 1, data[i], lanes);
			for (int i = 0; i <= to; i++)
				causal(i);
			final int wanted = to - from + 1;
			final int target = along ? lane * wanted : group * stride * wanted + lane;
			for (int i = length - 1; i >= from; i--) {
				anticausal(i);
				if (i <= to) write(i, out, target + (i - from) * stride, along ? wanted : 1, lanes);
			}
		}

		private void causal(final int i) {
			final double[] border = data[0];
			for (int k = 0; k < ORDER; k++)
				weights[k] = k < i ? filter.d()[k] : filter.causalBorder()[k];
			step(causal[i], data[i], data[Math.max(0, i - 1)], data[Math.max(0, i - 2)], data[Math.max(0, i - 3)], filter.n(),
				i < 1 ? border : causal[i - 1], i < 2 ? border : causal[i - 2], i < 3 ? border : causal[i - 3], i < 4 ? border
					: causal[i - 4], weights);
		}

		private void anticausal(final int i) {
			final int end = length - 1;
			for (int k = 0; k < ORDER; k++)
				weights[k] = k < end - i ? filter.d()[k] : filter.anticausalBorder()[k];
			step(rolling(i), data[Math.min(end, i + 1)], data[Math.min(end, i + 2)], data[Math.min(end, i + 3)], data[Math.min(
				end, i + 4)], filter.m(), before(i + 1), before(i + 2), before(i + 3), before(i + 4), weights);
		}

		private double[] rolling(final int i) {
			return anticausal[i % (ORDER + 1)];
		}

		private double[] before(final int i) {
			return i < length ? rolling(i) : data[length - 1];
		}

		private void write(final int i, final float[] out, final int at, final int step, final int lanes) {
			final double[] forth = causal[i];
			final double[] back = rolling(i);
			if (step == 1) for (int l = 0; l < lanes; l++)
				out[at + l] = (float) (forth[l] + back[l]);
			else for (int l = 0; l < lanes; l++)
				out[at + l * step] = (float) (forth[l] + back[l]);
		}
	}

	/** One place of all lines: y = w0 x0 + ... + w3 x3 - (d0 y1 + ... + d3 y4); two loops, which Java makes faster. */
	private static void step(final double[] y, final double[] x0, final double[] x1, final double[] x2, final double[] x3,
		final double[] w, final double[] y1, final double[] y2, final double[] y3, final double[] y4, final double[] d)
	{
		final double w0 = w[0], w1 = w[1], w2 = w[2], w3 = w[3], d0 = d[0], d1 = d[1], d2 = d[2], d3 = d[3];
		for (int l = 0; l < LANES; l++)
			y[l] = x0[l] * w0 + x1[l] * w1 + x2[l] * w2 + x3[l] * w3;
		for (int l = 0; l < LANES; l++)
			y[l] -= y1[l] * d0 + y2[l] * d1 + y3[l] * d2 + y4[l] * d3;
	}
}
