package io.github.radiomicsnomogram.report;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.study.HonestTables;
import io.github.radiomicsnomogram.study.HonestValidation;
import io.github.radiomicsnomogram.study.StudyResult;
import io.github.radiomicsnomogram.study.StudyTables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A study as a folder: report.html, which needs nothing else and is for people; figures as SVG, PDF and PNG; tables as CSV;
 * numbers as JSON; the model file. The same study always gives the same bytes (PNG: on the same computer).
 */
public final class StudyReport {

	/**
	 * What a report may hold beside the study itself.
	 *
	 * @param honest validation by resampling; empty if it was not done, which the report says
	 * @param files more files by name, such as the table of an example
	 * @param commands lines for a terminal that repeat the study; empty for none
	 * @param date of the report, as it is to be shown; empty for none, which keeps the bytes the same every day
	 */
	public record Extras(Optional<HonestValidation> honest, Map<String, String> files, List<String> commands,
		Optional<String> date)
	{

		/** Nothing more. */
		public static final Extras NONE = new Extras(Optional.empty(), Map.of(), List.of(), Optional.empty());

		public Extras {
			files = ReportFiles.named(files);
			commands = List.copyOf(commands);
		}
	}

	private final StudyResult study;
	private final Facts facts;
	private final Extras extras;
	private final Map<String, String> files;
	private final Page page;
	private final String horizon;
	private final String survival;

	private StudyReport(final StudyResult study, final Extras extras) {
		this.study = study;
		this.extras = extras;
		facts = new Facts(study, extras.honest);
		files = new LinkedHashMap<>(StudyTables.files(study));
		extras.honest.ifPresent(h -> files.putAll(HonestTables.files(study, h)));
		files.putAll(extras.files);
		final List<String> subtitles = new ArrayList<>(List.of("Report of the study '" + facts.settings().id() + "'"));
		extras.date.ifPresent(subtitles::add);
		page = new Page(facts.settings().title(), subtitles);
		horizon = Numbers.plain(facts.settings().endpoint().months()) + " months";
		survival = facts.settings().endpoint().title();
	}

	/**
	 * Writes a study without resampling.
	 *
	 * @param folder appears whole or not at all; files of the same names in one that is there are replaced
	 * @throws io.github.radiomicsnomogram.InputException if the folder can't be written
	 * @throws java.util.concurrent.CancellationException if the caller stopped it; nothing is left
	 */
	public static List<String> write(final StudyResult study, final Path folder, final Progress progress) {
		return write(study, Extras.NONE, folder, progress);
	}

	/**
	 * Writes a study and what belongs to it; see {@link #write(StudyResult, Path, Progress)}.
	 *
	 * @return names of the files, figures without
	 */
	public static List<String> write(final StudyResult study, final Extras extras, final Path folder,
		final Progress progress)
	{
		final StudyReport report = new StudyReport(study, extras);
		progress.update(0, "Drawing the figures");
		ReportFiles.write(folder, ReportFigures.of(study, extras.honest), report.files, progress, report::fill, report.page);
		final List<String> names = new ArrayList<>(List.of(ReportFiles.PAGE));
		names.addAll(report.files.keySet());
		return names;
	}

	private void fill(final FigureBox figures, final Optional<String> lacking) {
		page.section("warnings", "Warnings", p -> warnings(lacking));
		page.section("methods", "Methods", p -> MethodsText.of(study, extras.honest.isPresent()).forEach(page::paragraph));
		page.section("patients", "Patients", p -> patients());
		page.section("development", "Model development", p -> development(figures));
		page.section("performance", "Performance", p -> performance(figures));
		page.section("honest", "Honest validation", p -> honest(figures));
		page.section("treatment", "Treatment", p -> {
			page.table(PerformanceTables.treatment(study.treatment()));
			final String whole = study.validation().isPresent() ? "treatment-whole" : "treatment";
			figures.put(page, whole);
			if (figures.drop("treatment") > 0) page.paragraph("Figures of the single cohorts are in the folder figures.");
		});
		page.section("further", "Further figures", p -> figures.put(page, ""));
		page.section("reproducing", "Reproducing this study", p -> reproducing());
		page.section("tripod", "TRIPOD+AI checklist", p -> page.table(TripodAi.of(facts).table()));
		page.section("clear", "CLEAR checklist", p -> page.table(Clear.of(facts).table()));
		page.section("rqs", "Radiomics quality score", p -> page.table(QualityScore.of(facts).table()));
	}

	private void warnings(final Optional<String> lacking) {
		page.table(Checks.of(facts));
		final List<String> told = new ArrayList<>(study.warnings());
		lacking.ifPresent(told::add);
		if (told.isEmpty()) return;
		page.heading("What the software noticed on the way");
		page.items(told);
	}

	private void patients() {
		page.flow(ResultsText.patientFlow(study));
		page.table(PatientTables.followUp(study.cohorts()));
		study.characteristics().ifPresent(c -> page.table(PatientTables.characteristics(c)));
		page.table(PatientTables.variables(study));
	}

	private void development(final FigureBox figures) {
		page.flow(ResultsText.featureFlow(study));
		ResultsText.development(study).forEach(page::paragraph);
		figures.put(page, "icc");
		page.table(CoxTables.features(study));
		figures.put(page, "correlation", "lasso");
		study.fit().signature().ifPresent(s -> page.table(CoxTables.signature(s)));
		page.table(CoxTables.univariate(study));
		study.fit().selection().ifPresent(s -> page.table(CoxTables.steps(s)));
		study.fit().cox().ifPresent(c -> page.table(CoxTables.multivariate(study)));
		study.proportionalHazards().ifPresent(ph -> page.table(CoxTables.proportionalHazards(ph)));
		figures.put(page, "forest", "nomogram");
	}

	private void performance(final FigureBox figures) {
		study.cohorts().forEach(c -> page.paragraph(ResultsText.performance(c, horizon, survival)));
		page.table(PerformanceTables.discrimination(study.cohorts(), horizon));
		figures.put(page, "roc");
		page.table(PerformanceTables.groups(study.cohorts(), survival));
		figures.put(page, "kaplan-meier", "scores");
		page.table(PerformanceTables.calibration(study.cohorts()));
		page.table(PerformanceTables.calibrationGroups(study.cohorts(), survival));
		figures.put(page, "calibration");
		page.table(PerformanceTables.decision(study.cohorts()));
		figures.put(page, "decision");
	}

	private void honest(final FigureBox figures) {
		if (extras.honest.isEmpty()) {
			page.paragraph("Not done. The apparent numbers of the training cohort above are too good; without resampling nobody " +
				"knows by how much.");
			return;
		}
		new HonestSection(study, extras.honest.get()).write(page);
		figures.put(page, "selection", "permutation", "comparison");
	}

	private void reproducing() {
		page.paragraph("The same tables, study file and version of the software give the same numbers with any number of threads.");
		if (!extras.commands.isEmpty()) page.code(String.join("\n", extras.commands));
		page.table(identity());
		page.table(ReportFiles.hashes(files));
	}

	private Table identity() {
		final Table table = new Table("What this study was made from.", true, "What", "Value");
		study.model().training().ifPresent(t -> {
			table.row("Software", t.software());
			table.row("Study", t.study());
			table.row("SHA-256 of the study file", t.studySha256());
			table.row("SHA-256 of the training patients' values", t.dataSha256());
		});
		table.row("Table", study.data().table());
		table.row("Extraction settings", study.model().settingsSource());
		table.row("Seeds", "folds of the LASSO " + facts.settings().lasso().seed() + ", resampling " + facts.settings().honest()
			.seed());
		study.fit().lasso().ifPresent(l -> table.row("Chosen lambda", Numbers.significant(l.lambda(), 7)));
		return table;
	}
}
