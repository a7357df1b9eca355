package io.github.radiomicsnomogram.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.study.ExampleCohort;
import io.github.radiomicsnomogram.study.Study;
import io.github.radiomicsnomogram.study.StudyFile;
import io.github.radiomicsnomogram.study.StudyResult;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyFiguresTest {

	private static final StudyResult STUDY = Study.train(List.of(ExampleCohort.table(ExampleCohort.PATIENTS,
		ExampleCohort.SEED)), Optional.empty(), StudyFile.builtIn("example"), Progress.NONE);
	private static final List<StudyFigure> FIGURES = StudyFigures.of(STUDY);

	@Test
	void aStudyHasItsFigures() {
		final List<String> names = FIGURES.stream().map(StudyFigure::name).toList();
		for (final String name : List.of("correlation", "lasso", "kaplan-meier", "roc", "calibration", "decision-curve",
			"scores", "forest", "nomogram"))
			assertTrue(names.contains(name), name + " in " + names);
		final Set<String> distinct = new HashSet<>(names);
		assertEquals(names.size(), distinct.size(), "files would overwrite each other: " + names);
		for (final StudyFigure f : FIGURES) {
			assertTrue(f.caption().endsWith("."), f.caption());
			assertTrue(f.name().matches("[a-z0-9-]+"), f.name());
		}
	}

	@Test
	void allOfThemAreSoundAndAlwaysTheSame() {
		for (final StudyFigure f : FIGURES) {
			if (!f.name().equals("nomogram")) SceneChecks.assertSound(f.scene());
			SceneChecks.assertSame(f.figure(), f.width());
			assertEquals(f.width(), f.scene().width(), 1e-9);
		}
	}

	@Test
	void theirLegendsSayWhatTheStudyFound() {
		final String roc = String.join(" ", SceneChecks.texts(figure("roc").scene()));
		final double auc = STUDY.validation().orElseThrow().nomogram().orElseThrow().roc().orElseThrow().auc();
		assertTrue(roc.contains("Validation: AUC " + Print.fixed(auc, 2)), roc);
		final String km = String.join(" ", SceneChecks.texts(figure("kaplan-meier").scene()));
		assertTrue(km.contains(KaplanMeierFigure.note(STUDY.training().groups().logRank().orElseThrow())), km);
		final List<String> forest = SceneChecks.texts(figure("forest").scene());
		assertTrue(forest.containsAll(List.of("Univariate", "Multivariate", "Radiomics signature")), forest.toString());
	}

	@Test
	void aFigureIsWrittenInThreeFormats(@TempDir final Path folder) throws IOException {
		final StudyFigure f = figure("kaplan-meier");
		Figures.writeAll(f.scene(), folder, f.name());
		assertEquals(Figures.svg(f.scene()), Files.readString(folder.resolve("kaplan-meier.svg")));
		assertArrayEquals(Figures.pdf(f.scene()), Files.readAllBytes(folder.resolve("kaplan-meier.pdf")));
		final var image = ImageIO.read(folder.resolve("kaplan-meier.png").toFile());
		assertEquals(Math.ceil(f.width() * 300 / 72), image.getWidth());
		assertEquals(0xffffffff, image.getRGB(image.getWidth() - 1, image.getHeight() - 1), "the last pixel is white");
	}

	private static StudyFigure figure(final String name) {
		return FIGURES.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
	}
}
