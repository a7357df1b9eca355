package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.filter.WaveletArithmetic.Taps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Filters lines of voxels (or planes, or blocks: whatever goes along the filtered axis). What each tap reads for many
 * neighbouring outputs is copied side by side first, because Java makes vector instructions of loops in which all
 * arrays have one index. For one thread.
 *
 * @param <A> array of the precision
 */
final class WaveletLines<A> {

	/** Outputs that fit well into the processor's first cache together with what they need. */
	static final int AT_ONCE = 1024;

	private final WaveletArithmetic<A> arithmetic;
	private final List<Taps> parts;
	private final A in;
	private final int inLine;
	private final List<A> filters;
	private final List<A> out;
	private final int outLine;
	private final int step;
	private final List<A> rows = new ArrayList<>();
	private final int[] rowFrom;
	private final List<A> sums = new ArrayList<>();

	/**
	 * @param parts outputs of a line
	 * @param step from one place on a line to the next
	 * @param in values of all lines
	 * @param inLine from one line to the next in them
	 * @param filters of the same length
	 * @param out for each filter, gets the filtered lines
	 * @param outLine from one line to the next in each of these
	 */
	WaveletLines(final WaveletArithmetic<A> arithmetic, final List<Taps> parts, final int step, final A in,
		final int inLine, final List<A> filters, final List<A> out, final int outLine)
	{
		this.arithmetic = arithmetic;
		this.parts = parts;
		this.in = in;
		this.inLine = inLine;
		this.filters = filters;
		this.out = out;
		this.outLine = outLine;
		this.step = step;
		rowFrom = new int[parts.get(0).order().length];
		for (int r = 0; r < rowFrom.length; r++)
			rows.add(arithmetic.zeros(AT_ONCE));
		for (int f = 0; f < filters.size(); f++)
			sums.add(arithmetic.zeros(AT_ONCE));
	}

	/**
	 * Filters some lines, or a chunk of each part of one line.
	 *
	 * @param line first of the lines
	 * @param lines whose longest parts together have at most {@link #AT_ONCE} outputs, or 1
	 * @param chunk which {@link #AT_ONCE} outputs of each part; and every so many chunks further on
	 */
	void run(final int line, final int lines, final int chunk, final int chunks) {
		Arrays.fill(rowFrom, -1);
		for (final Taps part : parts)
			for (int done = chunk * AT_ONCE; done < part.n(); done += chunks * AT_ONCE)
				filter(part, line, lines, done, Math.min(AT_ONCE, part.n() - done));
	}

	private void filter(final Taps part, final int line, final int lines, final int done, final int n) {
		for (final A sum : sums)
			arithmetic.clear(sum, lines * n);
		for (int k = 0; k < part.order().length; k += 2) {
			final int a = part.order()[k], b = part.order()[k + 1];
			final A one = row(line, lines, part.from()[a] + done, n);
			final A two = row(line, lines, part.from()[b] + done, n);
			for (int f = 0; f < sums.size(); f++)
				arithmetic.addTwo(one, two, filters.get(f), a, b, sums.get(f), lines * n);
		}
		for (int f = 0; f < sums.size(); f++)
			for (int l = 0; l < lines; l++)
				System.arraycopy(sums.get(f), l * n, out.get(f), (line + l) * outLine + part.to() + done, n);
	}

	/**
	 * Values of each line from a place on, side by side. Whole rows are still there for the next outputs. Two taps that
	 * are added at once have different rows: they lie an odd number of places apart, and the rows' number is even.
	 */
	private A row(final int line, final int lines, final int at, final int n) {
		final int r = at / step % rowFrom.length;
		if (step > 1 && rowFrom[r] == at) return rows.get(r);
		rowFrom[r] = at;
		for (int l = 0; l < lines; l++)
			System.arraycopy(in, (line + l) * inLine + at, rows.get(r), l * n, n);
		return rows.get(r);
	}
}
