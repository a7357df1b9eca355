package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.plot.Drawing.Mark;
import io.github.radiomicsnomogram.plot.Scene.Anchor;
import io.github.radiomicsnomogram.plot.Scene.Ink;
import io.github.radiomicsnomogram.plot.Scene.Stroke;
import io.github.radiomicsnomogram.plot.Scene.Style;
import io.github.radiomicsnomogram.survival.CoxFit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Ratios with 95 % intervals on a logarithmic axis beside their table; wants the width of two columns. An interval that leaves the axis ends in an arrow.
 *
 * @param title above; may be empty
 * @param blocks tables below each other: "Univariate", "Multivariate"
 * @param effect what is shown: "Hazard ratio (95% CI)"
 */
public record ForestFigure(String title, List<Block> blocks, String effect) implements Figure {

	private static final double ROW = Print.TEXT * 1.55, GAP = 9, RADIUS = 2, ARROW = 3.5, PLOT_LEAST = 0.3;
	/** Beyond the estimates the axis goes no further than this factor. */
	private static final double FARTHEST = 20;
	/** Where the axis is short. */
	private static final double[] FINE_TICKS = { 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5 };
	private static final int FEWEST_TICKS = 3;
	private static final double[] TICKS = { 1e-4, 1e-3, 0.01, 0.1, 0.2, 0.5, 1, 2, 5, 10, 100, 1000, 1e4 };

	/** Rows below a heading, which may be empty. */
	public record Block(String heading, List<Row> rows) {

		public Block {
			rows = List.copyOf(rows);
		}
	}

	/**
	 * A ratio.
	 *
	 * @param label of the variable
	 * @param ratio estimate; NaN for a heading or a reference level
	 * @param lower limit
	 * @param upper limit
	 * @param p value; NaN for none
	 */
	public record Row(String label, double ratio, double lower, double upper, double p) {

		/** A coefficient of a model. */
		public static Row of(final String label, final CoxFit fit, final int coefficient) {
			return new Row(label, fit.hazardRatio(coefficient), fit.hazardRatioLower(coefficient), fit.hazardRatioUpper(
				coefficient), fit.p(coefficient));
		}

		boolean isShown() {
			return ratio > 0 && !Double.isInfinite(ratio);
		}

		String interval() {
			return Double.isNaN(ratio) ? Print.NONE : Print.ratio(ratio, lower, upper);
		}
	}

	public ForestFigure {
		blocks = List.copyOf(blocks);
	}

	private List<Row> rows() {
		return blocks.stream().flatMap(b -> b.rows.stream()).toList();
	}

	@Override
	public Scene draw(final double width) {
		final double[] range = range();
		final double ratios = Math.max(Plot.widest(rows().stream().map(Row::interval).toArray(String[]::new)), Helvetica.width(
			effect, Print.TEXT, Style.BOLD));
		final double names = Math.max(40, rows().stream().mapToDouble(r -> Helvetica.width(r.label, Print.TEXT, Style.PLAIN))
			.max().orElse(0) + GAP);
		final double pWidth = 24, least = PLOT_LEAST * width;
		final double label = Math.min(names, width - ratios - pWidth - least - 4 * GAP);
		final double ratioX = Print.MARGIN + label + GAP, pX = ratioX + ratios + GAP;
		final double left = pX + pWidth + GAP, right = width - 10;
		final Drawing page = new Drawing();
		double y = Plot.above(title);
		if (!title.isEmpty()) page.text(Print.MARGIN, Print.MARGIN + Print.TITLE, title, Print.TITLE, Style.BOLD, Anchor.START,
			Ink.BLACK);
		y += ROW * 0.8;
		page.text(Print.MARGIN, y, "Variable", Print.TEXT, Style.BOLD, Anchor.START, Ink.BLACK);
		page.text(ratioX, y, effect, Print.TEXT, Style.BOLD, Anchor.START, Ink.BLACK);
		page.text(pX, y, "P", Print.TEXT, Style.BOLD, Anchor.START, Ink.BLACK);
		page.line(Print.MARGIN, y + 3, right, y + 3, Print.AXIS_STROKE);
		final double first = y + 3;
		final double[] columns = { label - GAP, ratioX, pX };
		final List<Double> centres = new ArrayList<>();
		y = table(page, y + 3, columns, centres);
		final Plot plot = new Plot(page, left, first, right, y + 4, logScale(range), new Scale(0, 1, new double[0],
			new String[0], ""));
		page.line(plot.x(0), first, plot.x(0), y + 4, Print.GUIDE);
		plot.xAxis();
		final List<Row> rows = rows();
		for (int i = 0; i < rows.size(); i++)
			if (rows.get(i).isShown()) bar(plot, rows.get(i), centres.get(i));
		return page.scene(width, Math.ceil(plot.bottom + Plot.BELOW + Print.MARGIN));
	}

	private double table(final Drawing page, final double from, final double[] columns, final List<Double> centres) {
		double y = from;
		for (final Block block : blocks) {
			if (!block.heading.isEmpty()) {
				y += ROW;
				page.text(Print.MARGIN, y, block.heading, Print.TEXT, Style.ITALIC, Anchor.START, Ink.BLACK);
			}
			for (final Row row : block.rows) {
				y += ROW;
				final double size = Print.TEXT * Math.min(1, columns[0] / Math.max(1, Plot.widest(row.label)));
				page.text(Print.MARGIN + (block.heading.isEmpty() ? 0 : 5), y, row.label, size, Anchor.START);
				page.text(columns[1], y, row.interval(), Print.TEXT, Anchor.START);
				page.text(columns[2], y, Print.pCell(row.p), Print.TEXT, row.p < 0.05 ? Style.BOLD : Style.PLAIN, Anchor.START,
					Ink.BLACK);
				centres.add(y - Print.TEXT * 0.35);
			}
		}
		return y;
	}

	/** Natural logarithms of the axis' ends. */
	private double[] range() {
		final double[] shown = rows().stream().filter(Row::isShown).flatMapToDouble(r -> DoubleStream.of(r.ratio)).toArray();
		final double least = DoubleStream.of(shown).min().orElse(1), most = DoubleStream.of(shown).max().orElse(1);
		double low = Math.min(1, least), high = Math.max(1, most);
		for (final Row r : rows()) {
			if (!r.isShown()) continue;
			low = Math.min(low, Math.max(r.lower, least / FARTHEST));
			high = Math.max(high, Math.min(r.upper, most * FARTHEST));
		}
		final double pad = 0.05 * Math.max(0.5, Math.log(high / low));
		return new double[] { Math.log(low) - pad, Math.log(high) + pad };
	}

	private Scale logScale(final double[] range) {
		final double[] coarse = within(TICKS, range);
		final double[] ticks = coarse.length < FEWEST_TICKS ? within(FINE_TICKS, range) : coarse;
		return new Scale(range[0], range[1], DoubleStream.of(ticks).map(Math::log).toArray(), DoubleStream.of(ticks).mapToObj(
			Print::tick).toArray(String[]::new), effect.replaceAll(" *\\(.*", ""));
	}

	private static double[] within(final double[] ticks, final double[] range) {
		return DoubleStream.of(ticks).filter(t -> Math.log(t) >= range[0] && Math.log(t) <= range[1]).toArray();
	}

	private static void bar(final Plot plot, final Row row, final double y) {
		final Stroke stroke = Stroke.of(Ink.BLACK, 0.8);
		final double from = end(plot, row.lower, plot.left), to = end(plot, row.upper, plot.right);
		plot.page.line(from, y, to, y, stroke);
		if (from == plot.left) arrow(plot.page, from, y, -ARROW);
		if (to == plot.right) arrow(plot.page, to, y, ARROW);
		plot.page.mark(Mark.SQUARE, plot.x(Math.log(row.ratio)), y, RADIUS, Palette.BLUE, Stroke.NONE);
	}

	/** Where an interval ends; at the plot's edge if it goes on. */
	private static double end(final Plot plot, final double limit, final double edge) {
		if (Double.isNaN(limit)) return edge;
		return Math.max(plot.left, Math.min(plot.right, limit <= 0 ? plot.left : plot.x(Math.log(limit))));
	}

	private static void arrow(final Drawing page, final double x, final double y, final double length) {
		page.area(new double[] { x, y - 2, x + length, y, x, y + 2 }, Ink.BLACK, Stroke.NONE);
	}
}
