package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.model.Examples;

import java.nio.file.Path;

/** Writes the figures into a folder, to be looked at. */
final class FiguresDemo {

	private FiguresDemo() {}

	public static void main(final String... args) {
		final Path folder = Path.of(args[0]);
		Figures.writePng(NomogramFigure.of(Examples.zhang()), 2, folder.resolve("alone.png"));
		Figures.writePng(NomogramFigure.of(Examples.high()), 2, folder.resolve("high.png"));
		Figures.writePng(NomogramFigure.of(Examples.lowWithoutNodes()), 2, folder.resolve("low.png"));
		Figures.writeSvg(NomogramFigure.of(Examples.high()), folder.resolve("high.svg"));
	}
}
