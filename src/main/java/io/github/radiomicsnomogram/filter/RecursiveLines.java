package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.Progress;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Runs a {@link RecursiveGaussian} along all lines of a block in one direction. Many neighbouring lines go side by side,
 * so that the processor works on several at once; each line's arithmetic is that of ITK's RecursiveSeparableImageFilter:
 * double precision, rounded to single precision at the end.
 */
final class RecursiveLines {

	/** Values of a table of which two stay about in the processor's second cache. */
	private static final int TABLE = 1 << 15;

	/** Fewest and most lines that go side by side: with less, loops are too short; more gain nothing. */
	private static final int FEWEST = 64, MOST = 256;

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

	/**
	 * Filters all lines of a block.
	 *
	 * @param in values of the block, x fastest
	 * @param voxels of the block
	 * @param out gets the wanted places of all lines, x fastest, from its beginning on
	 */
	void run(final LineSource in, final int voxels, final float[] out, final Progress progress) {
		final int lines = voxels / length;
		final int perGroup = stride == 1 ? lines : stride;
		final int most = Math.max(FEWEST, Math.min(MOST, TABLE / length));
		final int banksPerGroup = (perGroup + most - 1) / most;
		final int width = (perGroup + banksPerGroup - 1) / banksPerGroup;
		final Queue<Bank> idle = new ConcurrentLinkedQueue<>();
		Tasks.forEach(lines / perGroup * banksPerGroup, voxels, progress, (first, end) -> {
			final Bank bank = Optional.ofNullable(idle.poll()).orElseGet(() -> new Bank(width));
			for (int b = first; b < end; b++) {
				final int lane = b % banksPerGroup * width;
				bank.run(in, out, b / banksPerGroup, lane, Math.min(width, perGroup - lane));
			}
			idle.add(bank);
		});
	}

	/** Some lines side by side; rows hold what lies at one place of each line. */
	private final class Bank {

		private final double[][] data;
		private final double[][] causal;
		private final double[][] anticausal;
		private final double[] weights = new double[ORDER];

		Bank(final int width) {
			data = new double[length][width];
			causal = new double[to + 1][width];
			anticausal = new double[ORDER + 1][width];
		}

		/** Filters lines from the given one on in a group of lines side by side, or of those one behind another. */
		void run(final LineSource in, final float[] out, final int group, final int lane, final int lanes) {
			if (stride == 1) in.rows(lane * length, length, data, lanes);
			else for (int i = 0; i < length; i++)
				in.row((group * length + i) * stride + lane, data[i], lanes);
			for (int i = 0; i <= to; i++)
				causal(i);
			for (int i = length - 1; i >= from; i--) {
				anticausal(i);
				if (i <= to) add(causal[i], rolling(i));
			}
			final int wanted = to - from + 1;
			if (stride == 1) LinesToRows.write(causal, from, out, lane * wanted, wanted, lanes);
			else for (int i = 0; i < wanted; i++)
				round(causal[from + i], out, (group * wanted + i) * stride + lane, lanes);
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
	}

	private static void add(final double[] y, final double[] more) {
		for (int l = 0; l < y.length; l++)
			y[l] += more[l];
	}

	private static void round(final double[] row, final float[] out, final int at, final int n) {
		for (int l = 0; l < n; l++)
			out[at + l] = (float) row[l];
	}

	/** One place of all lines: y = w0 x0 + ... + w3 x3 - (d0 y1 + ... + d3 y4); two loops, which Java makes faster. */
	private static void step(final double[] y, final double[] x0, final double[] x1, final double[] x2, final double[] x3,
		final double[] w, final double[] y1, final double[] y2, final double[] y3, final double[] y4, final double[] d)
	{
		final double w0 = w[0], w1 = w[1], w2 = w[2], w3 = w[3], d0 = d[0], d1 = d[1], d2 = d[2], d3 = d[3];
		for (int l = 0; l < y.length; l++)
			y[l] = x0[l] * w0 + x1[l] * w1 + x2[l] * w2 + x3[l] * w3;
		for (int l = 0; l < y.length; l++)
			y[l] -= y1[l] * d0 + y2[l] * d1 + y3[l] * d2 + y4[l] * d3;
	}
}
