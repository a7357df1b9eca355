package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.plot.Drawing.Mark;
import io.github.radiomicsnomogram.plot.Legend.Corner;
import io.github.radiomicsnomogram.plot.Scene.Ink;
import io.github.radiomicsnomogram.plot.Scene.Stroke;
import io.github.radiomicsnomogram.survival.RocCurve;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Receiver operating characteristics in one square, with areas and 95 % intervals (DeLong), and the points of cut-offs.
 *
 * @param title above the plot; may be empty
 * @param curves one or more
 */
public record RocFigure(String title, List<Curve> curves) implements Figure {

	private static final double RADIUS = 2.4;

	/**
	 * A curve.
	 *
	 * @param label of the score or the cohort
	 * @param roc its points and area
	 * @param cutoff threshold of the score that is marked; may be empty
	 */
	public record Curve(String label, RocCurve roc, OptionalDouble cutoff) {}

	public RocFigure {
		curves = List.copyOf(curves);
	}

	@Override
	public Scene draw(final double width) {
		final Scale x = Scale.share("1 − specificity"), y = Scale.share("Sensitivity");
		final double left = Plot.leftOf(y), top = Plot.above(title), side = width - left - 8;
		final Drawing page = new Drawing();
		final Plot plot = new Plot(page, left, top, left + side, top + side, x, y);
		if (!title.isEmpty()) plot.title(title);
		plot.guide(0, 0, 1, 1);
		final Legend legend = new Legend();
		for (int i = 0; i < curves.size(); i++) {
			final RocCurve roc = curves.get(i).roc;
			final List<RocCurve.Point> points = roc.points();
			plot.line(points.stream().mapToDouble(p -> 1 - p.specificity()).toArray(), points.stream().mapToDouble(
				RocCurve.Point::sensitivity).toArray(), Palette.stroke(i));
			final double[] ci = roc.interval();
			legend.line(curves.get(i).label + ": AUC " + Print.interval(roc.auc(), ci[0], ci[1]), Palette.stroke(i));
		}
		for (int i = 0; i < curves.size(); i++)
			cutoff(plot, curves.get(i), i, legend);
		plot.axes();
		final double below = plot.bottom + Plot.BELOW + Print.MARGIN;
		return page.scene(width, Math.ceil(below + legend.draw(plot, Corner.BOTTOM_RIGHT, below)));
	}

	private void cutoff(final Plot plot, final Curve curve, final int i, final Legend legend) {
		if (curve.cutoff.isEmpty()) return;
		final RocCurve.Point p = curve.roc.at(curve.cutoff.getAsDouble());
		final Mark mark = Mark.values()[i % Mark.values().length];
		plot.mark(mark, 1 - p.specificity(), p.sensitivity(), RADIUS, Palette.ink(i), Stroke.of(Ink.WHITE, 0.5));
		legend.mark(curve.label + " at " + Print.fixed(curve.cutoff.getAsDouble(), 3) + ": sens. " + Print.fixed(p
			.sensitivity(), 2) + ", spec. " + Print.fixed(p.specificity(), 2), mark, Palette.ink(i), Stroke.NONE);
	}
}
