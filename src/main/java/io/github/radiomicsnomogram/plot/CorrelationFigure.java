package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.plot.Scene.Anchor;
import io.github.radiomicsnomogram.plot.Scene.Ink;
import io.github.radiomicsnomogram.plot.Scene.Stroke;
import io.github.radiomicsnomogram.plot.Scene.Style;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A matrix of correlations as a heat map with its scale. The coefficients stand in the cells where they can be read.
 *
 * @param title above the map; may be empty
 * @param names of the variables
 * @param matrix their correlations; NaN is grey
 * @param order in which the variables stand, from the top
 * @param coefficient what the numbers are: "Pearson's r"
 */
public record CorrelationFigure(String title, List<String> names, double[][] matrix, int[] order, String coefficient)
	implements Figure
{

	private static final double SCALE_WIDTH = 7, SCALE_ROOM = 40, LARGEST_CELL = 42, NUMBER_CELL = 13, SMALLEST_TEXT = 3.2;
	private static final int SCALE_STEPS = 40;
	private static final double NAME_SHARE = 0.45;

	public CorrelationFigure {
		names = List.copyOf(names);
		matrix = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
		order = order.clone();
	}

	/** Variables in the order given. */
	public static CorrelationFigure given(final String title, final List<String> names, final double[][] matrix,
		final String coefficient)
	{
		return new CorrelationFigure(title, names, matrix, IntStream.range(0, names.size()).toArray(), coefficient);
	}

	/** Variables that resemble each other side by side: average linkage of 1 - |r|. */
	public static CorrelationFigure clustered(final String title, final List<String> names, final double[][] matrix,
		final String coefficient)
	{
		return new CorrelationFigure(title, names, matrix, AverageLinkage.order(matrix), coefficient);
	}

	@Override
	public Scene draw(final double width) {
		final int n = names.size();
		// Names are as large as cells allow, and cells as large as names allow.
		double size = Print.TEXT, cell = 0;
		for (int round = 0; round < 8; round++) {
			final double room = room(size, width);
			cell = Math.min(LARGEST_CELL, (width - room - SCALE_ROOM - 3 * Print.MARGIN) / Math.max(1, n));
			size = Math.min(Print.TEXT, cell * 0.92);
		}
		final boolean named = size >= SMALLEST_TEXT;
		if (!named) cell = (width - SCALE_ROOM - 3 * Print.MARGIN) / n;
		final double left = Print.MARGIN + (named ? room(size, width) + 4 : 0), top = Plot.above(title);
		final Drawing page = new Drawing();
		if (!title.isEmpty()) page.text(left + n * cell / 2, Print.MARGIN + Print.TITLE, title, Print.TITLE, Style.BOLD,
			Anchor.MIDDLE, Ink.BLACK);
		cells(page, left, top, cell);
		if (named) names(page, left, top, cell, size, room(size, width));
		scale(page, left + n * cell + 10, top, n * cell);
		return page.scene(width, Math.ceil(top + n * cell + Print.MARGIN + (named ? room(size, width) + 6 : 0)));
	}

	/** What the names take; longer ones become smaller. */
	private double room(final double size, final double width) {
		return Math.min(NAME_SHARE * width, names.stream().mapToDouble(s -> Helvetica.width(s, size, Style.PLAIN)).max()
			.orElse(0));
	}

	private void cells(final Drawing page, final double left, final double top, final double cell) {
		final int n = names.size();
		final double gap = cell > 4 ? 0.4 : 0;
		for (int i = 0; i < n; i++)
			for (int j = 0; j < n; j++) {
				final double r = matrix[order[i]][order[j]], x = left + j * cell, y = top + i * cell;
				final Ink ink = Palette.diverging(r);
				page.box(x, y, x + cell - gap, y + cell - gap, ink, gap > 0 ? Stroke.NONE : Stroke.of(ink, 0.1));
				if (cell < NUMBER_CELL) continue;
				final double size = Math.min(Print.SMALL, cell * 0.38);
				page.text(x + cell / 2, y + cell / 2 + size * 0.35, Print.fixed(r, 2), size, Style.PLAIN, Anchor.MIDDLE, Palette
					.on(ink));
			}
		page.box(left, top, left + n * cell - gap, top + n * cell - gap, Ink.NONE, Stroke.of(Ink.BLACK, 0.4));
	}

	private void names(final Drawing page, final double left, final double top, final double cell, final double largest,
		final double room)
	{
		final int n = names.size();
		for (int i = 0; i < n; i++) {
			final String name = names.get(order[i]);
			final double middle = (i + 0.5) * cell, size = Print.fit(name, largest, Style.PLAIN, room + 1e-9);
			page.text(left - 3, top + middle + size * 0.35, name, size, Anchor.END);
			page.turned(left + middle + size * 0.35, top + n * cell + 3, name, size, Anchor.END, 90);
		}
	}

	private void scale(final Drawing page, final double x, final double top, final double height) {
		final double h = Math.min(height, 120);
		for (int k = 0; k < SCALE_STEPS; k++) {
			final double y = top + 4 + (h - 8) * k / SCALE_STEPS;
			final Ink ink = Palette.diverging(1 - 2 * (k + 0.5) / SCALE_STEPS);
			page.box(x, y, x + SCALE_WIDTH, y + (h - 8) / SCALE_STEPS, ink, Stroke.of(ink, 0.2));
		}
		page.box(x, top + 4, x + SCALE_WIDTH, top + h - 4, Ink.NONE, Stroke.of(Ink.BLACK, 0.4));
		for (int k = -2; k <= 2; k++) {
			final double y = top + 4 + (h - 8) * (1 - k / 2.0) / 2;
			page.line(x + SCALE_WIDTH, y, x + SCALE_WIDTH + 2, y, Stroke.of(Ink.BLACK, 0.4));
			page.text(x + SCALE_WIDTH + 3.5, y + Print.SMALL * 0.35, Print.fixed(k / 2.0, 1), Print.SMALL, Anchor.START);
		}
		page.turned(x + SCALE_WIDTH + 22, top + h / 2, coefficient, Print.SMALL, Anchor.MIDDLE, 90);
	}
}
