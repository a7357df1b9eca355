package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.plot.Legend.Corner;
import io.github.radiomicsnomogram.plot.Scene.Anchor;
import io.github.radiomicsnomogram.plot.Scene.Stroke;
import io.github.radiomicsnomogram.plot.Scene.Style;
import io.github.radiomicsnomogram.survival.CoxNetCrossValidation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Coefficients along a path of penalties, with lines at lambda.min and lambda.1se. Those that are not 0 at the chosen
 * penalty are coloured, numbered at the right and named in the legend; the others are grey.
 *
 * @param title above the plot; may be empty
 * @param validation path and penalties
 * @param chosen index of the penalty whose covariates are named
 * @param names of the covariates for people, in the order of the path's
 */
public record LassoPathFigure(String title, CoxNetCrossValidation validation, int chosen, List<String> names) implements
	Figure
{

	private static final double ASPECT = 0.72, NUMBER_ROOM = 20, LEADER = 8;
	private static final Stroke OTHER = Stroke.of(Palette.PALE, 0.6);

	public LassoPathFigure {
		names = List.copyOf(names);
	}

	@Override
	public Scene draw(final double width) {
		final double[] x = LassoAxis.x(validation.path().lambda());
		final double[][] beta = coefficients(x.length);
		final double[] all = Arrays.stream(beta).flatMapToDouble(Arrays::stream).toArray();
		final double low = Arrays.stream(all).min().orElse(0), high = Arrays.stream(all).max().orElse(0);
		final Scale xs = LassoAxis.scale(x), ys = Scale.covering(low, Math.max(high, low + 1e-12), 6, "Coefficient");
		final double left = Plot.leftOf(ys), top = Plot.above(title) + LassoAxis.ABOVE;
		final Drawing page = new Drawing();
		final Plot plot = new Plot(page, left, top, width - NUMBER_ROOM, top + (width - left - 40) * ASPECT, xs, ys);
		LassoAxis.title(plot, title);
		plot.guide(xs.low(), 0, xs.high(), 0);
		final int[] selected = fromTheTop(beta);
		for (int j = 0; j < beta.length; j++)
			if (beta[j][chosen] == 0) plot.line(x, beta[j], OTHER);
		for (int k = 0; k < selected.length; k++)
			plot.line(x, beta[selected[k]], Palette.stroke(k));
		final Legend legend = new Legend();
		LassoAxis.choices(plot, validation, ys.low(), ys.high(), legend);
		for (int k = 0; k < selected.length; k++)
			legend.line((k + 1) + "  " + names.get(selected[k]), Palette.stroke(k));
		plot.axes();
		LassoAxis.numbers(plot, validation.path(), x);
		numbers(plot, Arrays.stream(selected).mapToDouble(j -> plot.y(beta[j][x.length - 1])).toArray());
		final double below = plot.bottom + Plot.BELOW + Print.MARGIN;
		return page.scene(width, Math.ceil(below + legend.draw(plot, Corner.BOTTOM_LEFT, below)));
	}

	/** Coefficients of each covariate along the path. */
	private double[][] coefficients(final int penalties) {
		final double[][] beta = new double[names.size()][penalties];
		for (int l = 0; l < penalties; l++) {
			final double[] b = validation.path().coefficients(l);
			for (int j = 0; j < b.length; j++)
				beta[j][l] = b[j];
		}
		return beta;
	}

	/** Covariates that are not 0 at the chosen penalty, from the one whose curve ends highest. */
	private int[] fromTheTop(final double[][] beta) {
		return IntStream.range(0, beta.length).filter(j -> beta[j][chosen] != 0).boxed().sorted(Comparator.comparingDouble(
			j -> -beta[j][beta[j].length - 1])).mapToInt(Integer::intValue).toArray();
	}

	/** Numbers at the ends of the curves, moved apart where they would touch. */
	private static void numbers(final Plot plot, final double[] ends) {
		final double[] at = Spread.apart(ends, Print.TEXT * 1.1, plot.top, plot.bottom);
		for (int k = 0; k < at.length; k++) {
			plot.page.line(plot.right, ends[k], plot.right + LEADER - 1, at[k], Stroke.of(Palette.ink(k), 0.5));
			plot.page.text(plot.right + LEADER, at[k] + Print.TEXT * 0.35, Integer.toString(k + 1), Print.TEXT, Style.PLAIN,
				Anchor.START, Palette.ink(k));
		}
	}
}
