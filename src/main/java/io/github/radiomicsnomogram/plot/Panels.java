package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.plot.Scene.Anchor;
import io.github.radiomicsnomogram.plot.Scene.Ink;
import io.github.radiomicsnomogram.plot.Scene.Style;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Figures side by side and below each other, with letters A, B, C, ... in reading order if there are more than one. The
 * figures of a row share its width.
 *
 * @param rows from top to bottom
 * @param notes lines of text below; may be empty
 */
public record Panels(List<List<Figure>> rows, List<String> notes) implements Figure {

	private static final double GUTTER = 12, LETTER_SIZE = 10;

	public Panels {
		rows = rows.stream().map(List::copyOf).toList();
		notes = List.copyOf(notes);
	}

	/** Figures in one row. */
	public static Panels row(final Figure... figures) {
		return new Panels(List.of(Arrays.asList(figures)), List.of());
	}

	/**
	 * Figures in rows of a number of columns; those of a last row that is not full are as wide as the others.
	 *
	 * @param columns 1 or more
	 */
	public static Panels grid(final List<? extends Figure> figures, final int columns) {
		final List<List<Figure>> rows = new ArrayList<>();
		for (int from = 0; from < figures.size(); from += columns) {
			final List<Figure> row = new ArrayList<>(figures.subList(from, Math.min(figures.size(), from + columns)));
			while (from > 0 && row.size() < columns)
				row.add(w -> new Scene(w, 0, List.of()));
			rows.add(row);
		}
		return new Panels(rows, List.of());
	}

	@Override
	public Scene draw(final double width) {
		final Drawing page = new Drawing();
		final boolean letters = rows.stream().mapToInt(List::size).sum() > 1;
		double y = 0;
		char letter = 'A';
		for (final List<Figure> row : rows) {
			final double each = (width - GUTTER * (row.size() - 1)) / row.size();
			final List<Scene> scenes = row.stream().map(f -> f.draw(each)).toList();
			for (int k = 0; k < scenes.size(); k++) {
				if (scenes.get(k).items().isEmpty()) continue;
				page.place(scenes.get(k), k * (each + GUTTER), y);
				if (letters) page.text(k * (each + GUTTER) + 2, y + LETTER_SIZE, String.valueOf(letter++), LETTER_SIZE, Style.BOLD,
					Anchor.START, Ink.BLACK);
			}
			y += scenes.stream().mapToDouble(Scene::height).max().orElse(0) + GUTTER;
		}
		y -= GUTTER;
		for (final int i : IntStream.range(0, notes.size()).toArray())
			page.text(Print.MARGIN, y + Print.TEXT * (1 + Print.LINE_HEIGHT * i), notes.get(i), Print.TEXT, Anchor.START);
		return page.scene(width, Math.ceil(y + notes.size() * Print.TEXT * Print.LINE_HEIGHT));
	}
}
