package io.github.radiomicsnomogram.fiji;

import ij.IJ;
import ij.ImagePlus;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;

import io.github.radiomicsnomogram.plot.Figures;
import io.github.radiomicsnomogram.plot.StudyFigure;
import io.github.radiomicsnomogram.plot.StudyFigures;
import io.github.radiomicsnomogram.study.HonestTables;
import io.github.radiomicsnomogram.study.Reproducibility;
import io.github.radiomicsnomogram.study.StudySummary;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Shows what was trained, validated or compared: a summary and warnings in the log always; tables, figures and the report
 * where there is a screen.
 */
public final class StudyView {

	private static final double FIGURE_SCALE = 2;

	private StudyView() {}

	/** Shows a trained model. */
	public static void show(final TrainResult result, final Consumer<String> log) {
		StudySummary.of(result.study()).lines().forEach(log);
		result.honest().ifPresent(h -> HonestTables.summary(result.study(), h).lines().forEach(log));
		finish(result.study().warnings(), result.folder(), log);
		if (screen()) table(result).show("Radiomics study (" + result.study().model().id() + ")");
		report(result.folder());
	}

	/** Shows a validated model. */
	public static void show(final ValidateResult result, final Consumer<String> log) {
		StudySummary.cohort(result.validation().cohort()).lines().forEach(log);
		result.saved().ifPresent(file -> log.accept("Recalibrated model: " + file));
		finish(result.validation().warnings(), result.folder(), log);
		if (screen()) table(result).show("Radiomics validation (" + result.model().id() + ")");
		report(result.folder());
	}

	/** Shows how repeatable features are. */
	public static void show(final ReproducibilityResult result, final Consumer<String> log) {
		final Reproducibility r = result.reproducibility();
		final List<String> good = r.repeatable();
		log.accept(good.size() + " of " + r.worst().size() + " features reach ICC " + r.threshold() + " in every comparison" +
			(good.isEmpty() ? "." : ": " + String.join(", ", good)));
		finish(r.warnings(), result.folder(), log);
		if (!screen()) return;
		table(result).show("Radiomics reproducibility");
		if (Interpreter.isBatchMode()) return;
		for (final StudyFigure figure : StudyFigures.of(r))
			new ImagePlus("Radiomics reproducibility", Figures.render(figure.scene(), FIGURE_SCALE)).show();
		report(result.folder());
	}

	/** Performance of the model in each cohort, one a row. */
	public static ResultsTable table(final TrainResult result) {
		return CohortTable.of(result.study().cohorts());
	}

	/** Performance of the model in the cohort. */
	public static ResultsTable table(final ValidateResult result) {
		return CohortTable.of(List.of(result.validation().cohort()));
	}

	/** The worst correlation of each feature, one a row, and those of each comparison. */
	public static ResultsTable table(final ReproducibilityResult result) {
		final Reproducibility r = result.reproducibility();
		final ResultsTable table = new ResultsTable();
		table.setPrecision(CohortTable.DECIMALS);
		r.worst().forEach((feature, icc) -> {
			table.incrementCounter();
			table.addValue("Feature", feature);
			table.addValue("Worst ICC(2,1)", icc);
			table.addValue("Repeatable", icc >= r.threshold() ? "yes" : "no");
			for (final Reproducibility.Comparison c : r.comparisons()) {
				table.addValue("ICC(2,1) " + c.name(), c.features().get(feature).agreement().value());
				table.addValue("95 % low " + c.name(), c.features().get(feature).agreement().lower());
				table.addValue("95 % high " + c.name(), c.features().get(feature).agreement().upper());
			}
		});
		return table;
	}

	private static void finish(final List<String> warnings, final Path folder, final Consumer<String> log) {
		warnings.forEach(w -> log.accept("Warning: " + w));
		log.accept("Report: " + folder.resolve("report.html").toAbsolutePath());
	}

	private static boolean screen() {
		return !GraphicsEnvironment.isHeadless();
	}

	/** In the browser, unless a macro works through many. */
	private static void report(final Path folder) {
		if (!screen() || Interpreter.getInstance() != null || Interpreter.isBatchMode()) return;
		final Path page = folder.resolve("report.html").toAbsolutePath();
		try {
			if (Files.exists(page) && Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE))
				Desktop.getDesktop().browse(page.toUri());
		}
		catch (final IOException e) {
			IJ.showStatus("The report is in " + page);
		}
	}
}
