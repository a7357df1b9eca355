package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.plot.Drawing.Mark;
import io.github.radiomicsnomogram.plot.Legend.Corner;
import io.github.radiomicsnomogram.plot.Scene.Stroke;
import io.github.radiomicsnomogram.survival.IntraclassCorrelation.Estimate;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Intraclass correlations of features with 95 % intervals, the best first, and a threshold.
 *
 * @param title above the plot; may be empty
 * @param estimates one a feature, in any order; those without a value are left out
 * @param threshold that a feature must reach
 * @param label of the vertical axis: "ICC(2,1)"
 */
public record IccFigure(String title, List<Estimate> estimates, double threshold, String label) implements Figure {

	private static final double ASPECT = 0.62, RADIUS = 1.3;

	public IccFigure {
		estimates = List.copyOf(estimates);
	}

	@Override
	public Scene draw(final double width) {
		final List<Estimate> sorted = estimates.stream().filter(e -> !Double.isNaN(e.value())).sorted((a, b) -> Double.compare(
			b.value(), a.value())).toList();
		final double least = sorted.stream().mapToDouble(e -> Double.isNaN(e.lower()) ? e.value() : e.lower()).min().orElse(
			0);
		final Scale y = Scale.covering(Math.max(-1, Math.min(least, threshold)), 1, 5, label);
		final Scale x = Scale.exact(0, sorted.size() + 1.0, 6, "Features, ordered by ICC");
		final double left = Plot.leftOf(y), top = Plot.above(title);
		final Drawing page = new Drawing();
		final Plot plot = new Plot(page, left, top, width - 8, top + (width - left) * ASPECT, x, y);
		if (!title.isEmpty()) plot.title(title);
		for (int i = 0; i < sorted.size(); i++) {
			final Estimate e = sorted.get(i);
			final double at = i + 1;
			if (hasInterval(e)) plot.line(new double[] { at, at }, new double[] { e.lower(), e.upper() }, Stroke.of(Palette.PALE, 0.7));
		}
		plot.guide(x.low(), threshold, x.high(), threshold);
		for (int i = 0; i < sorted.size(); i++) {
			final boolean good = sorted.get(i).value() >= threshold;
			plot.mark(good ? Mark.CIRCLE : Mark.TRIANGLE, i + 1, sorted.get(i).value(), RADIUS, good ? Palette.BLUE
				: Palette.VERMILION, Stroke.NONE);
		}
		plot.axes();
		final int good = (int) IntStream.range(0, sorted.size()).filter(i -> sorted.get(i).value() >= threshold).count();
		final double below = plot.bottom + Plot.BELOW + Print.MARGIN;
		final Legend legend = new Legend().mark("ICC ≥ " + Print.tick(threshold) + ": " + good + " of " + sorted.size(),
			Mark.CIRCLE, Palette.BLUE, Stroke.NONE).mark("ICC < " + Print.tick(threshold) + ": " + (sorted.size() - good), Mark.TRIANGLE,
				Palette.VERMILION, Stroke.NONE);
		if (sorted.stream().anyMatch(IccFigure::hasInterval)) legend.line("95% CI", Stroke.of(Palette.PALE, 0.7));
		return page.scene(width, Math.ceil(below + legend.draw(plot, Corner.BOTTOM_LEFT, below)));
	}

	/** Values from a table may come without one. */
	private static boolean hasInterval(final Estimate e) {
		return e.lower() < e.upper();
	}
}
