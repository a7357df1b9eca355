package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.plot.Legend.Corner;
import io.github.radiomicsnomogram.plot.Scene.Ink;
import io.github.radiomicsnomogram.plot.Scene.Stroke;
import io.github.radiomicsnomogram.survival.Pretty;

import java.util.Arrays;

/**
 * What a training finds in permuted outcomes, as a histogram, and what it found in the true ones.
 *
 * @param title above the plot; may be empty
 * @param permuted performance of each permutation; NaN are left out
 * @param observed performance
 * @param p of the permutation test
 * @param label of the performance: "C-index"
 */
public record PermutationFigure(String title, double[] permuted, double observed, double p, String label) implements
	Figure
{

	private static final double ASPECT = 0.68;
	private static final int BINS = 20;

	public PermutationFigure {
		permuted = Arrays.stream(permuted).filter(v -> !Double.isNaN(v)).toArray();
	}

	@Override
	public double[] permuted() {
		return permuted.clone();
	}

	@Override
	public Scene draw(final double width) {
		final double low = Math.min(observed, Arrays.stream(permuted).min().orElse(observed));
		final double high = Math.max(observed, Arrays.stream(permuted).max().orElse(observed));
		final double[] cuts = Pretty.of(low, high, BINS);
		final int[] count = new int[cuts.length - 1];
		for (final double v : permuted)
			count[bin(cuts, v)]++;
		final int most = Math.max(1, Arrays.stream(count).max().orElse(1));
		final Scale x = Scale.exact(cuts[0] - (cuts[1] - cuts[0]), 2 * cuts[cuts.length -
			1] - cuts[cuts.length - 2], 6, label), y = Scale.exact(0, most * 1.08, 5,
			"Permutations");
		final double left = Plot.leftOf(y), top = Plot.above(title);
		final Drawing page = new Drawing();
		final Plot plot = new Plot(page, left, top, width - 10, top + (width - left) * ASPECT, x, y);
		if (!title.isEmpty()) plot.title(title);
		for (int b = 0; b < count.length; b++) {
			if (count[b] == 0) continue;
			page.box(plot.x(cuts[b]), plot.y(count[b]), plot.x(cuts[b + 1]), plot.bottom, Palette.PALE, Stroke.of(Ink.WHITE,
				0.5));
			plot.line(new double[] { cuts[b], cuts[b], cuts[b + 1], cuts[b + 1] }, new double[] { 0, count[b], count[b], 0 },
				Stroke.of(Palette.GREY, 0.4));
		}
		final Stroke line = new Stroke(Palette.VERMILION, 1.3, 0);
		plot.line(new double[] { observed, observed }, new double[] { 0, most * 1.08 }, line);
		plot.axes();
		final double below = plot.bottom + Plot.BELOW + Print.MARGIN;
		final double more = new Legend().line("Observed: " + Print.fixed(observed, 3), line).note(permuted.length +
			" permutations, " + Print.p(p)).draw(plot, Corner.TOP_RIGHT, below);
		return page.scene(width, Math.ceil(below + more));
	}

	/** Bins are closed on the left, the last one on both sides. */
	private static int bin(final double[] cuts, final double v) {
		int b = 0;
		while (b < cuts.length - 2 && v >= cuts[b + 1])
			b++;
		return b;
	}
}
