package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.plot.Drawing.Mark;
import io.github.radiomicsnomogram.plot.Legend.Corner;
import io.github.radiomicsnomogram.plot.Scene.Ink;
import io.github.radiomicsnomogram.plot.Scene.Stroke;
import io.github.radiomicsnomogram.survival.CoxNetCrossValidation;

import java.util.stream.IntStream;

/**
 * Cross-validated error along a path of penalties, with its standard error and lines at lambda.min and lambda.1se.
 *
 * @param title above the plot; may be empty
 * @param validation errors
 * @param measure label of the vertical axis: "Partial likelihood deviance"
 */
public record LassoCrossValidationFigure(String title, CoxNetCrossValidation validation, String measure) implements
	Figure
{

	private static final double ASPECT = 0.72, RADIUS = 1.3, CAP = 1.2;
	private static final Stroke BAR = Stroke.of(Palette.PALE, 0.6);

	@Override
	public Scene draw(final double width) {
		final double[] x = LassoAxis.x(validation.lambda()), mean = validation.mean(), se = validation.standardError();
		final double low = IntStream.range(0, x.length).mapToDouble(i -> mean[i] - se[i]).min().orElse(0);
		final double high = IntStream.range(0, x.length).mapToDouble(i -> mean[i] + se[i]).max().orElse(1);
		final Scale xs = LassoAxis.scale(x), ys = Scale.covering(low, high, 6, measure);
		final double left = Plot.leftOf(ys), top = Plot.above(title) + LassoAxis.ABOVE;
		final Drawing page = new Drawing();
		final Plot plot = new Plot(page, left, top, width - 8, top + (width - left - 40) * ASPECT, xs, ys);
		LassoAxis.title(plot, title);
		for (int i = 0; i < x.length; i++) {
			plot.line(new double[] { x[i], x[i] }, new double[] { mean[i] - se[i], mean[i] + se[i] }, BAR);
			for (final int sign : new int[] { -1, 1 }) {
				final double y = plot.y(mean[i] + sign * se[i]);
				page.line(plot.x(x[i]) - CAP, y, plot.x(x[i]) + CAP, y, BAR);
			}
		}
		final Legend legend = new Legend();
		LassoAxis.choices(plot, validation, ys.low(), ys.high(), legend);
		for (int i = 0; i < x.length; i++)
			plot.mark(Mark.CIRCLE, x[i], mean[i], RADIUS, Palette.VERMILION, Stroke.of(Ink.BLACK, 0.25));
		plot.axes();
		LassoAxis.numbers(plot, validation.path(), x);
		final double below = plot.bottom + Plot.BELOW + Print.MARGIN;
		return page.scene(width, Math.ceil(below + legend.draw(plot, Corner.TOP_LEFT, below)));
	}
}
