package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.plot.Scene.Ink;
import io.github.radiomicsnomogram.plot.Scene.Stroke;
import io.github.radiomicsnomogram.plot.Scene.Style;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A horizontal axis: a line, ticks at given places, and labels of which those are left out that would touch another.
 *
 * @param x places of the ticks on the page
 * @param labels one for each tick
 * @param minor places of short ticks without label
 * @param lines that the labels may take: where one would touch its neighbour, it goes to the next line
 */
record Axis(double[] x, String[] labels, double[] minor, int lines) {

	static final Stroke STROKE = Stroke.of(Ink.BLACK, 0.8);
	private static final double TICK = 4.5, MINOR = 2.5, SIZE = 8.5, GAP = 2.5, LINE_HEIGHT = 1.15;

	/** Ticks of numbers, without minor ones. */
	static Axis of(final double[] x, final double[] values) {
		final String[] labels = new String[values.length];
		for (int i = 0; i < values.length; i++)
			labels[i] = Ticks.label(values[i]);
		return new Axis(x, labels, new double[0], 1);
	}

	/** Ticks of levels: names, on two lines if they need it. */
	static Axis of(final double[] x, final List<String> levels) {
		return new Axis(x, levels.toArray(String[]::new), new double[0], 2);
	}

	/** The same with a number of parts between neighbouring ticks. */
	Axis dividedBy(final int parts) {
		final double[] more = new double[(x.length - 1) * (parts - 1)];
		int n = 0;
		for (int i = 1; i < x.length; i++)
			for (int k = 1; k < parts; k++)
				more[n++] = x[i - 1] + (x[i] - x[i - 1]) * k / parts;
		return new Axis(x, labels, more, lines);
	}

	/**
	 * Draws the axis.
	 *
	 * @param y of its line
	 * @param side 1: ticks and labels below, -1: above
	 */
	void draw(final Sheet sheet, final double y, final int side) {
		double left = Double.POSITIVE_INFINITY, right = Double.NEGATIVE_INFINITY;
		for (final double at : x) {
			left = Math.min(left, at);
			right = Math.max(right, at);
			sheet.line(at, y, at, y + side * TICK, STROKE);
		}
		for (final double at : minor)
			sheet.line(at, y, at, y + side * MINOR, STROKE);
		sheet.line(left, y, right, y, STROKE);
		labels(sheet, side > 0 ? y + TICK + SIZE : y - TICK - 2);
	}

	private void labels(final Sheet sheet, final double baseline) {
		final double[] free = new double[lines];
		Arrays.fill(free, Double.NEGATIVE_INFINITY);
		for (final int i : fromTheLeft()) {
			final double half = TextBlock.width(labels[i], SIZE, Style.PLAIN) / 2;
			for (int line = 0; line < lines; line++) {
				if (x[i] - half < free[line]) continue;
				sheet.tick(x[i], baseline + line * SIZE * LINE_HEIGHT, labels[i], SIZE);
				free[line] = x[i] + half + GAP;
				break;
			}
		}
	}

	/** The ticks' indices by their place: an axis may run from right to left. */
	private int[] fromTheLeft() {
		return IntStream.range(0, x.length).boxed().sorted((a, b) -> Double.compare(x[a], x[b])).mapToInt(
			i -> i).toArray();
	}
}
