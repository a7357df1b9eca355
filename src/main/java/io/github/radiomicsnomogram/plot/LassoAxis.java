package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.plot.Scene.Anchor;
import io.github.radiomicsnomogram.plot.Scene.Ink;
import io.github.radiomicsnomogram.plot.Scene.Stroke;
import io.github.radiomicsnomogram.plot.Scene.Style;
import io.github.radiomicsnomogram.survival.CoxNetCrossValidation;
import io.github.radiomicsnomogram.survival.CoxNetPath;

import java.util.Arrays;

/**
 * What the figures of a path of penalties share: -log lambda to the right, so that models grow as one reads, and the
 * number of coefficients above.
 */
final class LassoAxis {

	/** Room above for the numbers and their title. */
	static final double ABOVE = Print.TICK + Print.TEXT + Print.TITLE + 10;

	private static final int NUMBERS = 7;
	private static final double PAD = 0.02;
	private static final Stroke MIN = new Stroke(Ink.BLACK, 0.7, 3), ONE_SE = new Stroke(Palette.GREY, 0.7, 1.2);

	private LassoAxis() {}

	/** Positions of the penalties. */
	static double[] x(final double[] lambda) {
		return Arrays.stream(lambda).map(l -> -Math.log(l)).toArray();
	}

	static Scale scale(final double[] x) {
		final double pad = PAD * Math.max(1e-9, x[x.length - 1] - x[0]);
		return Scale.exact(x[0] - pad, x[x.length - 1] + pad, 6, "−log λ");
	}

	/** A title above the axis. */
	static void title(final Plot plot, final String title) {
		plot.page.text((plot.left + plot.right) / 2, Print.MARGIN + Print.TITLE, title, Print.fit(title, Print.TITLE,
			Style.BOLD, plot.right - plot.left), Style.BOLD, Anchor.MIDDLE, Ink.BLACK);
	}

	/** The axis above. */
	static void numbers(final Plot plot, final CoxNetPath path, final double[] x) {
		final Drawing page = plot.page;
		page.line(plot.left, plot.top, plot.right, plot.top, Print.AXIS_STROKE);
		for (int k = 0; k < NUMBERS; k++) {
			final int i = (int) Math.round((x.length - 1) * (double) k / (NUMBERS - 1));
			final double at = plot.x(x[i]);
			page.line(at, plot.top, at, plot.top - Print.TICK, Print.AXIS_STROKE);
			page.text(at, plot.top - Print.TICK - 2, Integer.toString(path.nonZero(i)), Print.TEXT, Style.PLAIN, Anchor.MIDDLE,
				Ink.BLACK);
		}
		page.text((plot.left + plot.right) / 2, plot.top - Print.TICK - Print.TEXT - 5, "Number of non-zero coefficients",
			Print.TITLE, Anchor.MIDDLE);
	}

	/** Lines at both chosen penalties, told of in the legend. */
	static void choices(final Plot plot, final CoxNetCrossValidation cv, final double low, final double high,
		final Legend legend)
	{
		choice(plot, cv, cv.indexMin(), low, high, MIN, "λ.min", legend);
		choice(plot, cv, cv.index1se(), low, high, ONE_SE, "λ.1se", legend);
	}

	private static void choice(final Plot plot, final CoxNetCrossValidation cv, final int index, final double low,
		final double high, final Stroke stroke, final String name, final Legend legend)
	{
		final double at = -Math.log(cv.lambda()[index]);
		plot.line(new double[] { at, at }, new double[] { low, high }, stroke);
		legend.line(name + " = " + Print.fixed(cv.lambda()[index], 3) + " (" + cv.path().nonZero(index) + ")", stroke);
	}
}
