package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.plot.Drawing.Mark;
import io.github.radiomicsnomogram.plot.Scene.Anchor;
import io.github.radiomicsnomogram.plot.Scene.Ink;
import io.github.radiomicsnomogram.plot.Scene.Stroke;
import io.github.radiomicsnomogram.plot.Scene.Style;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A rectangle of a page with two axes. Lines end at its edges. Remembers where lines run, to find a free place for a
 * legend.
 */
final class Plot {

	/** Room below for ticks, labels and title. */
	static final double BELOW = Print.TICK + 1.5 + Print.TEXT * 1.1 + 3 + Print.TITLE * 1.1;
	private static final double GAP = 2;
	/** How far a title may be longer than its axis, at either end. */
	private static final double OVER = 5;
	private static final double STEP = 2, COARSE = 3;

	final Drawing page;
	final double left, top, right, bottom;
	private final Scale xScale;
	private final Scale yScale;
	/** Points x, y along what is drawn, along guide lines, and over bands. */
	private final List<double[]> taken = new ArrayList<>(), guided = new ArrayList<>(), tinted = new ArrayList<>();

	Plot(final Drawing page, final double left, final double top, final double right, final double bottom,
		final Scale xScale, final Scale yScale)
	{
		this.page = page;
		this.left = left;
		this.top = top;
		this.right = right;
		this.bottom = bottom;
		this.xScale = xScale;
		this.yScale = yScale;
	}

	/** Room that a vertical axis takes on its left. */
	static double leftOf(final Scale y) {
		return Print.MARGIN + Print.TITLE * 1.1 + 3 + widest(y.labels()) + GAP + Print.TICK;
	}

	static double widest(final String... labels) {
		return Arrays.stream(labels).mapToDouble(l -> Helvetica.width(l, Print.TEXT, Style.PLAIN)).max().orElse(0);
	}

	double x(final double v) {
		return left + (v - xScale.low()) / (xScale.high() - xScale.low()) * (right - left);
	}

	double y(final double v) {
		return bottom - (v - yScale.low()) / (yScale.high() - yScale.low()) * (bottom - top);
	}

	/** The page's x of values. */
	double[] xs(final double... v) {
		return Arrays.stream(v).map(this::x).toArray();
	}

	/** The page's y of values. */
	double[] ys(final double... v) {
		return Arrays.stream(v).map(this::y).toArray();
	}

	/** Axes on the left and below, with titles. */
	void axes() {
		xAxis();
		yAxis();
	}

	void xAxis() {
		page.line(left, bottom, right, bottom, Print.AXIS_STROKE);
		double free = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < xScale.ticks().length; i++) {
			final double at = x(xScale.ticks()[i]), half = Helvetica.width(xScale.labels()[i], Print.TEXT, Style.PLAIN) / 2;
			page.line(at, bottom, at, bottom + Print.TICK, Print.AXIS_STROKE);
			if (at - half < free) continue;
			page.text(at, bottom + Print.TICK + 1.5 + Print.TEXT * 0.8, xScale.labels()[i], Print.TEXT, Anchor.MIDDLE);
			free = at + half + GAP;
		}
		page.text((left + right) / 2, bottom + BELOW - Print.TITLE * 0.25, xScale.title(), Print.fit(xScale.title(),
			Print.TITLE, Style.PLAIN, right - left + 2 * OVER), Anchor.MIDDLE);
	}

	void yAxis() {
		page.line(left, bottom, left, top, Print.AXIS_STROKE);
		for (int i = 0; i < yScale.ticks().length; i++) {
			final double at = y(yScale.ticks()[i]);
			page.line(left, at, left - Print.TICK, at, Print.AXIS_STROKE);
			page.text(left - Print.TICK - GAP, at + Print.TEXT * 0.35, yScale.labels()[i], Print.TEXT, Anchor.END);
		}
		page.turned(left - Print.TICK - GAP - widest(yScale.labels()) - 4, (top + bottom) / 2, yScale.title(), Print.fit(
			yScale.title(), Print.TITLE, Style.PLAIN, bottom - top + 2 * OVER), Anchor.MIDDLE, 90);
	}

	/** A title above, over the axis. */
	void title(final String title) {
		page.text((left + right) / 2, top - 5, title, Print.fit(title, Print.TITLE, Style.BOLD, right - left + 2 * OVER),
			Style.BOLD, Anchor.MIDDLE, Ink.BLACK);
	}

	/** Room that a title takes above. */
	static double above(final String title) {
		return title.isEmpty() ? Print.MARGIN + 2 : Print.MARGIN + Print.TITLE + 6;
	}

	/** A line through points in the axes' units; what lies outside is cut off. */
	void line(final double[] vx, final double[] vy, final Stroke stroke) {
		final List<double[]> run = new ArrayList<>();
		for (int i = 1; i < vx.length; i++) {
			final double[] s = clipped(x(vx[i - 1]), y(vy[i - 1]), x(vx[i]), y(vy[i]));
			if (s == null || !run.isEmpty() && !meets(run.get(run.size() - 1), s)) flush(run, stroke);
			if (s == null) continue;
			if (run.isEmpty()) run.add(new double[] { s[0], s[1] });
			run.add(new double[] { s[2], s[3] });
			take(taken, s);
		}
		flush(run, stroke);
	}

	private static boolean meets(final double[] end, final double[] segment) {
		return end[0] == segment[0] && end[1] == segment[1];
	}

	private void flush(final List<double[]> run, final Stroke stroke) {
		if (run.size() > 1) page.path(run.stream().mapToDouble(p -> p[0]).toArray(), run.stream().mapToDouble(p -> p[1])
			.toArray(), stroke);
		run.clear();
	}

	/** The part of a segment within the rectangle (Liang and Barsky 1984, doi:10.1145/357332.357333), or null. */
	private double[] clipped(final double x0, final double y0, final double x1, final double y1) {
		if (Double.isNaN(x0 + y0 + x1 + y1)) return null;
		final double[] p = { x0 - x1, x1 - x0, y0 - y1, y1 - y0 }, q = { x0 - left, right - x0, y0 - top, bottom - y0 };
		double from = 0, to = 1;
		for (int k = 0; k < 4; k++) {
			if (p[k] == 0 && q[k] < 0) return null;
			if (p[k] < 0) from = Math.max(from, q[k] / p[k]);
			else if (p[k] > 0) to = Math.min(to, q[k] / p[k]);
		}
		if (from > to) return null;
		return new double[] { from == 0 ? x0 : x0 + from * (x1 - x0), from == 0 ? y0 : y0 + from * (y1 - y0), to == 1 ? x1
			: x0 + to * (x1 - x0), to == 1 ? y1 : y0 + to * (y1 - y0) };
	}

	/** A line to read along, cut off at the edges; texts may stand on it if there is no other place. */
	void guide(final double x0, final double y0, final double x1, final double y1) {
		final double[] s = clipped(x(x0), y(y0), x(x1), y(y1));
		if (s == null) return;
		page.line(s[0], s[1], s[2], s[3], Print.GUIDE);
		take(guided, s);
	}

	private static void take(final List<double[]> points, final double... segment) {
		final double dx = segment[2] - segment[0], dy = segment[3] - segment[1];
		final int steps = 1 + (int) (Math.hypot(dx, dy) / STEP);
		for (int k = 0; k <= steps; k++)
			points.add(new double[] { segment[0] + dx * k / steps, segment[1] + dy * k / steps });
	}

	/** The area between two curves, cut off at the lower and upper edge. */
	void band(final double[] vx, final double[] low, final double[] high, final Ink fill) {
		final int n = vx.length;
		final double[] ring = new double[4 * n];
		for (int i = 0; i < n; i++) {
			ring[2 * i] = ring[4 * n - 2 - 2 * i] = Math.max(left, Math.min(right, x(vx[i])));
			ring[2 * i + 1] = clampY(y(low[i]));
			ring[4 * n - 1 - 2 * i] = clampY(y(high[i]));
		}
		page.area(ring, fill, Stroke.NONE);
		for (int i = 1; i < n; i++)
			take(x(vx[i - 1]), x(vx[i]), clampY(y(high[i])), clampY(y(low[i])));
	}

	/** A filled rectangle. */
	private void take(final double from, final double to, final double upper, final double lower) {
		for (double px = from; px < to; px += COARSE)
			for (double py = upper; py <= lower; py += COARSE)
				tinted.add(new double[] { px, py });
	}

	private double clampY(final double at) {
		return Math.max(top, Math.min(bottom, at));
	}

	/** A mark at a point in the axes' units. */
	void mark(final Mark mark, final double vx, final double vy, final double radius, final Ink fill,
		final Stroke stroke)
	{
		page.mark(mark, x(vx), y(vy), radius, fill, stroke);
		take(taken, x(vx) - radius, y(vy), x(vx) + radius, y(vy));
	}

	/** How much of what is drawn, but guide lines and bands, lies within a rectangle of the page. */
	int crowd(final double x0, final double y0, final double x1, final double y1) {
		return count(taken, x0, y0, x1, y1);
	}

	/** How much of a rectangle of the page, from 0 to 1, lies on bands; more where they overlap. */
	double tint(final double x0, final double y0, final double x1, final double y1) {
		return count(tinted, x0, y0, x1, y1) * COARSE * COARSE / ((x1 - x0) * (y1 - y0));
	}

	/** How much of the guide lines lies within a rectangle of the page. */
	int guides(final double x0, final double y0, final double x1, final double y1) {
		return count(guided, x0, y0, x1, y1);
	}

	private static int count(final List<double[]> points, final double x0, final double y0, final double x1,
		final double y1)
	{
		int n = 0;
		for (final double[] p : points)
			if (p[0] >= x0 && p[0] <= x1 && p[1] >= y0 && p[1] <= y1) n++;
		return n;
	}
}
