package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.filter.WaveletArithmetic.Taps;

import java.util.ArrayList;
import java.util.List;

/**
 * Filters a block of voxels along one axis, which goes on periodically. Output {@code p} is
 * {@code sum over t of filter[t] * in[p + taps / 2 - t]}, summed up in the order of PyWavelets: by ascending t, except
 * where the filter reaches over the end of the axis; then what lies over the end comes first, by descending t.
 */
final class WaveletPass {

	private final Span[] in;
	private final int axis;
	private final Span out;
	private final int taps;

	/**
	 * @param in where the block lies along x, y, z
	 * @param axis to filter along
	 * @param out the part that is wanted; what it needs must be in the block
	 * @param taps length of the filters, even
	 */
	WaveletPass(final Span[] in, final int axis, final Span out, final int taps) {
		this.in = in;
		this.axis = axis;
		this.out = out;
		this.taps = taps;
	}

	/** Where the filtered block lies along x, y, z. */
	Span[] spans() {
		final Span[] spans = in.clone();
		spans[axis] = out;
		return spans;
	}

	/**
	 * Filters.
	 *
	 * @param block values, x fastest
	 * @param filters low or high pass, or both
	 * @return for each filter the values of the filtered block
	 */
	<A> List<A> run(final WaveletArithmetic<A> arithmetic, final A block, final List<A> filters, final Progress progress) {
		int step = 1;
		for (int d = 0; d < axis; d++)
			step *= in[d].length();
		final int lines = in[0].length() * in[1].length() * in[2].length() / (step * in[axis].length());
		final int place = step;
		final int voxels = Math.multiplyExact(lines * step, out.length());
		final List<A> results = new ArrayList<>();
		for (int f = 0; f < filters.size(); f++)
			results.add(arithmetic.zeros(voxels));
		final List<Taps> parts = parts(step);
		final int chunks = (step + WaveletLines.AT_ONCE - 1) / WaveletLines.AT_ONCE;
		final int together = Math.max(1, WaveletLines.AT_ONCE / (step == 1 ? out.length() : step));
		final int groups = (lines + together - 1) / together;
		final int inLine = step * in[axis].length(), outLine = step * out.length();
		Tasks.forEach(groups * chunks, (long) voxels * taps, progress, (first, end) -> {
			final WaveletLines<A> some = new WaveletLines<>(arithmetic, parts, place, block, inLine, filters, results, outLine);
			for (int unit = first; unit < end; unit++) {
				final int line = unit / chunks * together;
				some.run(line, Math.min(together, lines - line), unit % chunks, chunks);
			}
		});
		return results;
	}

	/** All outputs of a line (a plane, a block), as many as possible at once. */
	private List<Taps> parts(final int step) {
		final List<Taps> parts = new ArrayList<>();
		for (int k = 0; k < out.length(); k++) {
			final Taps next = new Taps(k * step, step, sources(k, step), order(out.place(k)));
			final Taps last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
			if (step == 1 && last != null && last.isFollowedBy(next)) parts.set(parts.size() - 1, last.longer(1));
			else parts.add(next);
		}
		return parts;
	}

	private int[] sources(final int k, final int step) {
		final int[] from = new int[taps];
		for (int t = 0; t < taps; t++) {
			final int index = in[axis].indexOf(out.place(k) + taps / 2 - t);
			if (index >= in[axis].length()) throw new IllegalArgumentException("the block is too small");
			from[t] = index * step;
		}
		return from;
	}

	private int[] order(final int place) {
		final int over = place + taps / 2 - in[axis].period();
		final int[] order = new int[taps];
		for (int i = 0; i < taps; i++)
			order[i] = i <= over ? over - i : i;
		return order;
	}
}
