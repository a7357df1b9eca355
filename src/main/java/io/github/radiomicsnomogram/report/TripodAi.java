package io.github.radiomicsnomogram.report;

import io.github.radiomicsnomogram.Software;
import io.github.radiomicsnomogram.study.StudySettings;

/**
 * TRIPOD+AI, what to report of a prediction model (Collins et al., BMJ 2024;385:e078378, doi:10.1136/bmj-2023-078378): 27
 * items, 52 with their parts. Topics are in words of our own; the guideline's text is what counts.
 */
final class TripodAi {

	private TripodAi() {}

	static Checklist of(final Facts f) {
		final Checklist list = new Checklist(
			"TRIPOD+AI (Collins et al. 2024, doi:10.1136/bmj-2023-078378). Topics in short; the guideline's own text counts.");
		introduction(f, list);
		data(f, list);
		analysis(f, list);
		open(list);
		results(f, list);
		return discussion(list);
	}

	private static void introduction(final Facts f, final Checklist list) {
		final StudySettings s = f.settings();
		list.group("Title, abstract, introduction");
		list.partly("1", "Title: development or evaluation, population, outcome", s.title());
		list.authors("2", "Abstract (TRIPOD+AI for abstracts)");
		list.authors("3a", "Health care context and reasons for the model");
		list.partly("3b", "Target population, purpose and users", Facts.isStated(s.population()), s.population());
		list.authors("3c", "Known inequalities between groups of people");
		list.partly("4", "Objectives", "Predict " + s.endpoint().name() + " at " + Numbers.plain(s.endpoint().months()) +
			" months");
	}

	private static void data(final Facts f, final Checklist list) {
		final StudySettings s = f.settings();
		list.group("Methods: data");
		list.partly("5a", "Sources of the data", "Table " + f.study().data().table());
		list.authors("5b", "Dates of accrual and follow-up");
		list.authors("6a", "Setting, number and place of centres");
		list.authors("6b", "Eligibility");
		list.partly("6c", "Treatments received", s.treatment().isPresent(), "Column " + s.treatment().map(
			StudySettings.Treatment::column).orElse("") + ", see the treatment section");
		list.known("7", "Preparation of the data", "Methods: z-scores of the training patients; extraction settings; what was left out is listed under Warnings");
		list.partly("8a", "Outcome and horizon", s.endpoint().name() + ", " + Numbers.plain(s.endpoint().months()) + " months");
		list.authors("8b", "Who assessed the outcome, if that takes judgement");
		list.authors("8c", "Blinding of that assessment");
		list.partly("9a", "Choice of the candidate predictors", f.study().data().training().features().size() +
			" features and " + Numbers.count(s.clinical().size(), "clinical variable") + ", named in study.yaml");
		list.partly("9b", "Definition and time of each predictor", "Features: PyRadiomics' definitions. Clinical variables: study.yaml");
		list.authors("9c", "Who assessed predictors that take judgement (segmentation)");
		list.partly("10", "Sample size and its reasons", f.sizes() + " See Warnings for events per variable");
		list.known("11", "Missing values", "Patients without follow-up or a needed value are left out of the step that needs it; counts under Warnings");
	}

	private static void analysis(final Facts f, final Checklist list) {
		list.group("Methods: analysis");
		list.known("12a", "Use of the data for development and evaluation", "Methods, first paragraph");
		list.known("12b", "Handling of predictors", "Numbers enter linearly, categories by indicator variables; no transformation");
		list.known("12c", "Model, building steps, tuning, internal validation", "Methods");
		list.authors("12d", "Differences between clusters such as centres");
		list.known("12e", "Measures of performance", "Methods: discrimination, calibration, clinical use, with intervals");
		list.known("12f", "Updating of the model", "None here; the verb validate recalibrates a model and keeps its lineage");
		list.known("12g", "How predictions are computed", "Signature and multivariate tables, baseline survival, model.yaml");
		list.known("13", "Class imbalance", "No resampling of classes; time-to-event models use every patient's follow-up");
		list.partly("14", "Fairness", "No method for fairness was applied");
		list.known("15", "Output of the model", "Risk at the horizon, linear predictor, score and risk group; the cut-off's rule is under Methods");
		list.partly("16", "Differences between development and evaluation data", f.isValidated(), "Table of characteristics");
		list.authors("17", "Ethical approval and consent");
	}

	private static void open(final Checklist list) {
		list.group("Open science, involvement");
		list.authors("18a", "Funding");
		list.authors("18b", "Conflicts of interest");
		list.authors("18c", "Protocol");
		list.authors("18d", "Registration");
		list.authors("18e", "Sharing of the data");
		list.partly("18f", "Sharing of the code", Software.NAME + " " + Software.version() + "; study.yaml holds every choice");
		list.authors("19", "Patients and public");
	}

	private static void results(final Facts f, final Checklist list) {
		list.group("Results");
		list.partly("20a", "Flow of participants, outcomes, follow-up", "Section Patients");
		list.partly("20b", "Characteristics of participants", f.isValidated(), "Table of characteristics");
		if (f.isValidated()) list.known("20c", "Comparison of development and evaluation data", "Table of characteristics");
		else list.known("20c", "Comparison of development and evaluation data", "Not applicable: one cohort");
		list.known("21", "Participants and events in each analysis", "Cox tables give n and events of each model");
		list.known("22", "The full model", "Signature and multivariate tables, baseline survival, nomogram, model.yaml");
		list.known("23a", "Performance with intervals, in subgroups too", "Section Performance" + (f.settings().treatment()
			.isPresent() ? "; subgroups under Treatment" : ""));
		list.authors("23b", "Differences in performance between clusters");
		list.known("24", "Results of updating", "Not applicable: the model was not updated");
	}

	private static Checklist discussion(final Checklist list) {
		list.group("Discussion");
		list.authors("25", "Interpretation, fairness included");
		list.partly("26", "Limitations", "Section Warnings names those that the numbers show");
		list.known("27a", "Poor or missing input when the model is used", "Predictions with a missing value give the score alone; the software checks image, ROI and values against the training ranges");
		list.authors("27b", "What users must do and know");
		return list.authors("27c", "Next steps, generalisability");
	}
}
