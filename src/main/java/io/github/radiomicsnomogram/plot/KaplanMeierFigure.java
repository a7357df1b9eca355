package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.plot.Legend.Corner;
import io.github.radiomicsnomogram.plot.Scene.Anchor;
import io.github.radiomicsnomogram.plot.Scene.Ink;
import io.github.radiomicsnomogram.plot.Scene.Stroke;
import io.github.radiomicsnomogram.plot.Scene.Style;
import io.github.radiomicsnomogram.survival.ConfidenceType;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.KaplanMeier;
import io.github.radiomicsnomogram.survival.LogRank;
import io.github.radiomicsnomogram.survival.SurvivalEstimate;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Survival of groups by Kaplan and Meier, with 95 % bands, ticks for censored patients and the numbers at risk below the
 * axis.
 *
 * @param title above the plot; may be empty
 * @param groups one curve each
 * @param timeLabel of the horizontal axis: "Time (months)"
 * @param survivalLabel of the vertical axis: "Disease-free survival"
 * @param horizon time that is marked by a line; may be empty
 * @param notes lines of text in the plot: log-rank test, hazard ratio
 * @param bands whether the 95 % intervals (on the log scale, as R's survfit) are shown
 */
public record KaplanMeierFigure(String title, List<Group> groups, String timeLabel, String survivalLabel,
	OptionalDouble horizon, List<String> notes, boolean bands) implements Figure
{

	private static final double ASPECT = 0.68, ROW = Print.TEXT * 1.35, CENSORED = 2, GAP = 5;

	/** A group with its curve. */
	public record Group(String label, KaplanMeier curve) {}

	public KaplanMeierFigure {
		groups = List.copyOf(groups);
		notes = List.copyOf(notes);
	}

	/** "Log-rank P = 0.003", a line for the notes. */
	public static String note(final LogRank test) {
		return "Log-rank " + Print.p(test.test().p());
	}

	/** "HR 2.36 (95% CI 1.03–5.40)", a line for the notes, of a model's coefficient. */
	public static String note(final CoxFit fit, final int coefficient) {
		return "HR " + Print.ratio(fit.hazardRatio(coefficient), fit.hazardRatioLower(coefficient), fit.hazardRatioUpper(
			coefficient)).replace("(", "(95% CI ");
	}

	@Override
	public Scene draw(final double width) {
		final double end = groups.stream().flatMapToDouble(g -> Arrays.stream(g.curve.times())).max().orElse(1);
		final Scale x = Scale.time(end, timeLabel), y = Scale.share(survivalLabel);
		final double names = groups.stream().mapToDouble(g -> Helvetica.width(g.label, Print.TEXT, Style.PLAIN)).max().orElse(
			0);
		final double left = Math.max(Plot.leftOf(y), Math.min(width * 0.4, Print.MARGIN + names + 3 * GAP));
		final double top = Plot.above(title), bottom = top + (width - left) * ASPECT;
		final Drawing page = new Drawing();
		final Plot plot = new Plot(page, left, top, width - 10, bottom, x, y);
		if (!title.isEmpty()) plot.title(title);
		horizon.ifPresent(h -> plot.guide(h, 0, h, 1));
		for (int g = 0; g < groups.size(); g++)
			if (bands) band(plot, groups.get(g).curve, g, end);
		for (int g = 0; g < groups.size(); g++)
			curve(plot, groups.get(g).curve, g);
		plot.axes();
		final Legend legend = new Legend();
		for (int g = 0; g < groups.size(); g++)
			legend.line(groups.get(g).label, Palette.stroke(g));
		notes.forEach(legend::note);
		final double below = table(plot, x);
		return page.scene(width, below + legend.draw(plot, Corner.BOTTOM_LEFT, below));
	}

	/** Numbers at risk below the axis; returns where they end. */
	private double table(final Plot plot, final Scale x) {
		double y = plot.bottom + Plot.BELOW + GAP + ROW;
		plot.page.text(Print.MARGIN, y, "Number at risk", Print.TEXT, Style.BOLD, Anchor.START, Ink.BLACK);
		for (int g = 0; g < groups.size(); g++) {
			y += ROW;
			final String label = groups.get(g).label;
			plot.page.text(Print.MARGIN, y, label, Print.fit(label, Print.TEXT, Style.PLAIN, plot.left - Print.MARGIN - 2 *
				GAP), Style.PLAIN, Anchor.START, Palette.ink(g));
			for (final double t : x.ticks())
				plot.page.text(plot.x(t), y, Integer.toString(groups.get(g).curve.atRiskAt(t)), Print.TEXT, Anchor.MIDDLE);
		}
		return Math.ceil(y + Print.MARGIN + 2);
	}

	/** Corners of the curve, from survival 1 at time 0. */
	private static void curve(final Plot plot, final KaplanMeier km, final int g) {
		final double[] t = km.times(), s = km.survival();
		final int[] censored = km.censored();
		final double[] x = new double[2 * t.length + 1], y = new double[x.length];
		y[0] = 1;
		for (int i = 0; i < t.length; i++) {
			x[2 * i + 1] = x[2 * i + 2] = t[i];
			y[2 * i + 1] = y[2 * i];
			y[2 * i + 2] = s[i];
		}
		plot.line(x, y, Palette.stroke(g));
		for (int i = 0; i < t.length; i++)
			if (censored[i] > 0) plot.page.line(plot.x(t[i]), plot.y(s[i]) - CENSORED, plot.x(t[i]), plot.y(s[i]) + CENSORED,
				Stroke.of(Palette.ink(g), Print.AXIS));
	}

	/** The interval as a stair; where survival is 0 it has none and the last one goes on. */
	private static void band(final Plot plot, final KaplanMeier km, final int g, final double end) {
		final double[] t = km.times();
		final double last = Math.min(end, t[t.length - 1]);
		final double[] x = new double[2 * t.length + 2], low = new double[x.length], high = new double[x.length];
		Arrays.fill(low, 1);
		Arrays.fill(high, 1);
		for (int i = 0; i < t.length; i++) {
			final SurvivalEstimate e = km.at(t[i], ConfidenceType.LOG);
			x[2 * i + 1] = x[2 * i + 2] = t[i];
			low[2 * i + 1] = low[2 * i];
			high[2 * i + 1] = high[2 * i];
			low[2 * i + 2] = Double.isNaN(e.lower()) ? low[2 * i] : e.lower();
			high[2 * i + 2] = Double.isNaN(e.upper()) ? high[2 * i] : e.upper();
		}
		x[x.length - 1] = last;
		low[x.length - 1] = low[x.length - 2];
		high[x.length - 1] = high[x.length - 2];
		plot.band(x, low, high, Palette.band(g));
	}
}
