package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.plot.Legend.Corner;
import io.github.radiomicsnomogram.plot.Scene.Ink;
import io.github.radiomicsnomogram.plot.Scene.Stroke;
import io.github.radiomicsnomogram.survival.DecisionCurve;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Net benefit of models against treating all and treating nobody. Bars at the lower edge show where a model is better
 * than both.
 *
 * @param title above the plot; may be empty
 * @param models one or more, of the same patients
 */
public record DecisionCurveFigure(String title, List<Model> models) implements Figure {

	private static final double ASPECT = 0.8, BELOW_ZERO = 0.2, BAR = 2.2;
	private static final int MOST_RANGES = 3;
	private static final Stroke ALL = Stroke.of(Palette.PALE, Print.CURVE), NOBODY = Stroke.of(Ink.BLACK, Print.AXIS);

	/** A model's decision curve. */
	public record Model(String label, DecisionCurve curve) {}

	public DecisionCurveFigure {
		models = List.copyOf(models);
	}

	@Override
	public Scene draw(final double width) {
		final List<DecisionCurve.Point> first = models.get(0).curve.points();
		final double[] thresholds = first.stream().mapToDouble(DecisionCurve.Point::threshold).toArray();
		final double high = Math.max(models.get(0).curve.risk(), models.stream().flatMapToDouble(m -> m.curve.points().stream()
			.mapToDouble(DecisionCurve.Point::netBenefit)).max().orElse(0));
		final double low = -BELOW_ZERO * high;
		final Scale x = Scale.covering(0, thresholds[thresholds.length - 1], 5, "Threshold probability");
		final Scale y = Scale.exact(low, high * 1.04, 6, "Net benefit");
		final double left = Plot.leftOf(y), top = Plot.above(title);
		final Drawing page = new Drawing();
		final Plot plot = new Plot(page, left, top, width - 8, top + (width - left) * ASPECT, x, y);
		if (!title.isEmpty()) plot.title(title);
		plot.line(new double[] { x.low(), x.high() }, new double[2], NOBODY);
		plot.line(thresholds, first.stream().mapToDouble(DecisionCurve.Point::treatAll).toArray(), ALL);
		final Legend legend = new Legend();
		for (int i = 0; i < models.size(); i++) {
			plot.line(models.get(i).curve.points().stream().mapToDouble(DecisionCurve.Point::threshold).toArray(), models.get(i)
				.curve.points().stream().mapToDouble(DecisionCurve.Point::netBenefit).toArray(), Palette.stroke(i));
			legend.line(models.get(i).label, Palette.stroke(i));
		}
		legend.line("Treat all", ALL).line("Treat none", NOBODY);
		for (int i = 0; i < models.size(); i++)
			ranges(plot, models.get(i), i, legend);
		plot.axes();
		final double below = plot.bottom + Plot.BELOW + Print.MARGIN;
		return page.scene(width, Math.ceil(below + legend.draw(plot, Corner.TOP_RIGHT, below)));
	}

	private static void ranges(final Plot plot, final Model model, final int i, final Legend legend) {
		final List<DecisionCurve.Range> ranges = model.curve.winning();
		final double y = plot.bottom - 3 - i * (BAR + 1.5);
		for (final DecisionCurve.Range r : ranges)
			plot.page.line(plot.x(r.from()), y, Math.max(plot.x(r.to()), plot.x(r.from()) + 0.5), y, Stroke.of(Palette.ink(i),
				BAR));
		if (ranges.isEmpty()) legend.note(model.label + ": nowhere best");
		else if (ranges.size() <= MOST_RANGES) legend.note(model.label + " best at " + ranges.stream().map(r -> Print.fixed(
			100 * r.from(), 0) + "–" + Print.fixed(100 * r.to(), 0) + "%").collect(Collectors.joining(", ")));
		else legend.note("Bars below: " + model.label + " best");
	}
}
