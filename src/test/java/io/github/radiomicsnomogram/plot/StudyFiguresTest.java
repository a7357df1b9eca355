package io.github.radiomicsnomogram.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.study.ExampleCohort;
import io.github.radiomicsnomogram.study.HonestValidation;
import io.github.radiomicsnomogram.study.Reproducibility;
import io.github.radiomicsnomogram.study.Study;
import io.github.radiomicsnomogram.study.StudyFile;
import io.github.radiomicsnomogram.study.StudyResult;
import io.github.radiomicsnomogram.survival.IntraclassCorrelation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
	void aCohortAloneHasItsOwn() {
		final List<StudyFigure> alone = StudyFigures.of(STUDY.training(), STUDY.model().endpoint(), OptionalDouble.empty());
		assertEquals(List.of("kaplan-meier", "roc", "calibration", "decision-curve"), alone.stream().map(StudyFigure::name)
			.toList(), "without a cut-off there is no figure of it");
		alone.forEach(f -> SceneChecks.assertSound(f.scene()));
	}

	@Test
	void theHonestValidationHasFigures() {
		final String yaml = STUDY.file().text().replaceAll("bootstrap: \\d+", "bootstrap: 4").replaceAll(
			"permutations: \\d+", "permutations: 4").replaceAll("outer_folds: \\d+", "outer_folds: 0");
		final StudyResult small = Study.train(List.of(ExampleCohort.table(ExampleCohort.PATIENTS, ExampleCohort.SEED)), Optional
			.empty(), StudyFile.parse("small.yaml", yaml), Progress.NONE);
		final List<StudyFigure> figures = HonestFigures.of(small, HonestValidation.of(small, Progress.NONE));
		assertEquals(List.of("selection-frequency", "permutation", "comparison-roc", "comparison-decision-curve"), figures
			.stream().map(StudyFigure::name).toList());
		figures.forEach(f -> SceneChecks.assertSound(f.scene()));
	}

	@Test
	void repeatedMeasurementsHaveAPlotEach() {
		final Map<String, IntraclassCorrelation> features = Map.of("a", IntraclassCorrelation.of(new double[][] { { 1, 1.1 }, {
			2, 2.1 }, { 3, 2.8 } }), "b", IntraclassCorrelation.of(new double[][] { { 1, 5 }, { 2, 1 }, { 3, 2 } }));
		final List<StudyFigure> figures = StudyFigures.of(new Reproducibility(List.of(new Reproducibility.Comparison(
			"within reader 1", 3, features), new Reproducibility.Comparison("between readers", 3, features)), Map.of("a", 0.9,
				"b", -0.5), 0.75, List.of()));
		assertEquals(1, figures.size());
		SceneChecks.assertSound(figures.get(0).scene());
		assertEquals(2, SceneChecks.texts(figures.get(0).scene()).stream().filter("ICC ≥ 0.75: 1 of 2"::equals).count());
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
