package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.model.Examples;
import io.github.radiomicsnomogram.model.ImageFacts;
import io.github.radiomicsnomogram.model.Prediction;
import io.github.radiomicsnomogram.model.PrognosticModel;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.file.Path;
import java.util.List;

/** Writes the figures into a folder, to be looked at. */
final class FiguresDemo {

	private FiguresDemo() {}

	public static void main(final String... args) {
		final Path folder = Path.of(args[0]);
		Figures.writePng(NomogramFigure.of(Examples.zhang()), 2, folder.resolve("alone.png"));
		Figures.writePng(NomogramFigure.of(Examples.high()), 2, folder.resolve("high.png"));
		Figures.writePng(NomogramFigure.of(Examples.lowWithoutNodes()), 2, folder.resolve("low.png"));
		Figures.writeSvg(NomogramFigure.of(Examples.high()), folder.resolve("high.svg"));
		final List<Prediction> cases = FigureCases.predictions();
		for (final int i : new int[] { 2, 7, 37, 74, 75, 76 })
			Figures.writePng(NomogramFigure.of(cases.get(i)), 1.5, folder.resolve("case" + i +
				".png"));
		for (int i = 1; i < args.length; i++) {
			final Path dir = Path.of(args[i]);
			final ImageFiles files = ImageFiles.with();
			final Volume volume = files.read(dir.resolve("image.nrrd"), Progress.NONE);
			final Mask mask = files.readMask(dir.resolve("mask.nrrd"), 1, Progress.NONE);
			final PrognosticModel m = Examples.zhang();
			final ImageFacts facts = ImageFacts.of(volume, mask, m.roi());
			final Prediction p = m.predict(Examples.extraction(m, 3.5 + 40 * (i % 2), 0.6, 0.2, 4e6), facts, Examples.clinical(m, "ki67", "20", "aln",
				"positive"));
			p.warnings().forEach(w -> System.out.println(dir.getFileName() + " " + w.code() + ": " + w));
			final Scene scene = OverlayFigure.of(volume, mask, p);
			Figures.writePng(scene, 2, folder.resolve(dir.getFileName() + ".png"));
			Figures.writeSvg(scene, folder.resolve(dir.getFileName() + ".svg"));
		}
	}
}
