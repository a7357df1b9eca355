package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.plot.Drawing.Mark;
import io.github.radiomicsnomogram.plot.Legend.Corner;
import io.github.radiomicsnomogram.plot.Scene.Ink;
import io.github.radiomicsnomogram.plot.Scene.Stroke;
import io.github.radiomicsnomogram.survival.Calibration;

import java.util.List;

/**
 * Predicted against observed survival: groups by Kaplan and Meier with 95 % intervals, the smooth curve, the ideal line,
 * and how often each prediction occurs, at the lower edge for the first cohort and at the upper one for the second.
 *
 * @param title above the plot; may be empty
 * @param series one or two cohorts
 * @param survival what is predicted: "5-year DFS"
 */
public record CalibrationFigure(String title, List<Series> series, String survival) implements Figure {

	private static final double RADIUS = 2.2, CAP = 1.8, HISTOGRAM = 0.09;
	private static final int BINS = 50;

	/** A cohort's calibration. */
	public record Series(String label, Calibration calibration) {}

	public CalibrationFigure {
		series = List.copyOf(series);
	}

	@Override
	public Scene draw(final double width) {
		final Scale x = Scale.share("Predicted " + survival), y = Scale.share("Observed " + survival);
		final double left = Plot.leftOf(y), top = Plot.above(title), side = width - left - 8;
		final Drawing page = new Drawing();
		final Plot plot = new Plot(page, left, top, left + side, top + side, x, y);
		if (!title.isEmpty()) plot.title(title);
		final Legend legend = new Legend();
		plot.guide(0, 0, 1, 1);
		for (int i = 0; i < series.size(); i++)
			if (i < 2) histogram(plot, series.get(i).calibration, i);
		for (int i = 0; i < series.size(); i++) {
			final Calibration c = series.get(i).calibration;
			plot.line(c.smooth().stream().mapToDouble(Calibration.Point::predicted).toArray(), c.smooth().stream().mapToDouble(
				Calibration.Point::observed).toArray(), Palette.stroke(i));
			groups(plot, c, i);
			legend.line(series.get(i).label + ": slope " + Print.fixed(c.slope(), 2) + ", O/E risk " + Print.fixed(c
				.observedToExpected(), 2) + ", ICI " + Print.fixed(c.ici(), 3), Palette.stroke(i));
		}
		legend.mark("Groups, Kaplan–Meier with 95% CI", Mark.CIRCLE, Palette.GREY, Stroke.NONE).line("Ideal", Print.GUIDE);
		plot.axes();
		final double below = plot.bottom + Plot.BELOW + Print.MARGIN;
		return page.scene(width, Math.ceil(below + legend.draw(plot, Corner.TOP_LEFT, below)));
	}

	private static void groups(final Plot plot, final Calibration c, final int i) {
		final Stroke bar = Stroke.of(Palette.ink(i), 0.7);
		for (final Calibration.Group g : c.groups()) {
			if (Double.isNaN(g.observed())) continue;
			final double x = plot.x(g.predicted());
			if (g.observed() > 0) {
				final double low = g.observed() * Math.exp(-Print.Z95 * g.logError()), high = Math.min(1, g.observed() * Math.exp(
					Print.Z95 * g.logError()));
				plot.line(new double[] { g.predicted(), g.predicted() }, new double[] { low, high }, bar);
				for (final double end : new double[] { low, high })
					plot.page.line(x - CAP, plot.y(end), x + CAP, plot.y(end), bar);
			}
			plot.mark(Mark.values()[i % Mark.values().length], g.predicted(), g.observed(), RADIUS, Palette.ink(i), Stroke.of(
				Ink.WHITE, 0.5));
		}
	}

	/** The most frequent prediction is as high as a share of the plot. */
	private static void histogram(final Plot plot, final Calibration c, final int i) {
		final int[] count = new int[BINS];
		for (final Calibration.Point p : c.smooth())
			count[Math.min(BINS - 1, (int) (p.predicted() * BINS))]++;
		int most = 1;
		for (final int n : count)
			most = Math.max(most, n);
		for (int b = 0; b < BINS; b++) {
			if (count[b] == 0) continue;
			final double h = HISTOGRAM * count[b] / most, x = (b + 0.5) / BINS;
			plot.line(new double[] { x, x }, i == 0 ? new double[] { 0, h } : new double[] { 1, 1 - h }, Stroke.of(new Ink(
				Palette.ink(i).rgb(), 0.55), 1.6));
		}
	}
}
