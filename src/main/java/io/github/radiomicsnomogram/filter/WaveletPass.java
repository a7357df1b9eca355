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

	/** Outputs that fit well into the processor's cache together with what they need. */
	private static final int AT_ONCE = 1024;

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
	 * @param filter low or high pass
	 * @return the values of the filtered block
	 */
	<A> A run(final WaveletArithmetic<A> arithmetic, final A block, final A filter, final Progress progress) {
		final int[] size = { in[0].length(), in[1].length(), in[2].length() };
		int stride = 1;
		for (int d = 0; d < axis; d++)
			stride *= size[d];
		final int step = stride;
		final int lines = size[0] * size[1] * size[2] / (step * size[axis]);
		final A result = arithmetic.zeros(Math.multiplyExact(lines * step, out.length()));
		final List<Taps> parts = parts(step);
		final int units = lines * parts.size();
		Tasks.forEach(units, (long) lines * step * out.length() * taps, progress, (first, end) -> {
			for (int unit = first; unit < end; unit++) {
				final int line = unit / parts.size();
				final Taps part = parts.get(unit % parts.size());
				final int base = line * step * size[axis];
				final int to = line * step * out.length() + part.to();
				for (int done = 0; done < part.n(); done += AT_ONCE)
					arithmetic.combine(block, base + done, part, filter, result, to + done, Math.min(AT_ONCE, part.n() - done));
			}
		});
		return result;
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
