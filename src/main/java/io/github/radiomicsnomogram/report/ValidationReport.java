package io.github.radiomicsnomogram.report;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.Software;
import io.github.radiomicsnomogram.model.BaselineSurvival;
import io.github.radiomicsnomogram.model.PrognosticModel;
import io.github.radiomicsnomogram.model.Training;
import io.github.radiomicsnomogram.study.CohortResult;
import io.github.radiomicsnomogram.study.Validation;
import io.github.radiomicsnomogram.study.ValidationTables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A validation as a folder: report.html, figures, tables, numbers, recalibrated models. */
public final class ValidationReport {

	private final PrognosticModel model;
	private final Validation validation;
	private final List<CohortResult> cohort;
	private final Map<String, String> files;
	private final Page page;

	private ValidationReport(final PrognosticModel model, final Validation validation) {
		this.model = model;
		this.validation = validation;
		cohort = List.of(validation.cohort());
		files = ValidationTables.files(model, validation);
		page = new Page("Validation of " + model.title(), List.of("Model '" + model.id() + "', cohort '" + validation.cohort()
			.scores().name() + "'"));
	}

	/**
	 * Writes a validation.
	 *
	 * @param folder appears whole or not at all; files of the same names in one that is there are replaced
	 * @return names of the files, figures without
	 * @throws io.github.radiomicsnomogram.InputException if the folder can't be written
	 * @throws java.util.concurrent.CancellationException if the caller stopped it; nothing is left
	 */
	public static List<String> write(final PrognosticModel model, final Validation validation, final Path folder,
		final Progress progress)
	{
		final ValidationReport report = new ValidationReport(model, validation);
		ReportFiles.write(folder, ReportFigures.of(validation, model), report.files, progress, report::fill, report.page);
		final List<String> names = new ArrayList<>(List.of(ReportFiles.PAGE));
		names.addAll(report.files.keySet());
		return names;
	}

	private void fill(final FigureBox figures, final Optional<String> lacking) {
		final String survival = model.endpoint().title(), horizon = Numbers.plain(model.endpoint().months()) + " months";
		page.section("warnings", "Warnings", p -> {
			final List<String> told = new ArrayList<>(validation.warnings());
			lacking.ifPresent(told::add);
			page.items(told);
		});
		page.section("model", "Model", p -> page.table(identity()));
		page.section("patients", "Patients", p -> page.table(PatientTables.followUp(cohort)));
		page.section("performance", "Performance", p -> {
			page.paragraph(ResultsText.performance(validation.cohort(), horizon, survival));
			page.table(PerformanceTables.discrimination(cohort, horizon));
			figures.put(page, "roc");
			page.table(PerformanceTables.groups(cohort, survival));
			figures.put(page, "kaplan-meier", "scores");
			page.table(PerformanceTables.calibration(cohort));
			page.table(PerformanceTables.calibrationGroups(cohort, survival));
			figures.put(page, "calibration");
			page.table(PerformanceTables.decision(cohort));
			figures.put(page, "decision", "");
		});
		page.section("recalibration", "Recalibration", p -> recalibration());
		page.section("reproducing", "Files", p -> page.table(ReportFiles.hashes(files)));
	}

	private Table identity() {
		final Table table = new Table("The model.", true, "What", "Value");
		table.row("Population", model.study().population());
		table.row("Endpoint", model.endpoint().name() + " at " + Numbers.plain(model.endpoint().months()) + " months");
		table.row("Cut-off", model.cutoff().rule().text().replace("cutoff", Numbers.significant(model.cutoff().value(), 6)));
		model.baseline().ifPresent(b -> table.row("Baseline survival", baseline(b)));
		table.row("Reference", model.citation().text());
		model.training().map(Training::lineage).ifPresent(l -> l.forEach(step -> table.row("Lineage", step)));
		return table.row("Software of this validation", Software.NAME + " " + Software.version());
	}

	private static String baseline(final BaselineSurvival b) {
		return Numbers.significant(b.survival(), 6) + " (" + b.provenance().id() + "): " + b.method();
	}

	private void recalibration() {
		page.paragraph("Models recalibrated to these patients; each says in its lineage what was done. Their calibration in " +
			"these patients is good by construction: validate them in others.");
		final Table table = new Table("Baseline survival before and after.", true, "Model file", "Baseline survival");
		model.baseline().ifPresent(b -> table.row("as given", baseline(b)));
		validation.recalibratedBaseline().flatMap(PrognosticModel::baseline).ifPresent(b -> table.row(
			"model-recalibrated-baseline.yaml", baseline(b)));
		validation.recalibratedSlope().flatMap(PrognosticModel::baseline).ifPresent(b -> table.row(
			"model-recalibrated-slope.yaml", baseline(b)));
		page.table(table);
	}
}
