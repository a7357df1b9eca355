package io.github.radiomicsnomogram.report;

import io.github.radiomicsnomogram.Software;
import io.github.radiomicsnomogram.study.StudySettings;

/**
 * CLEAR, the checklist for radiomics research (Kocak et al., Insights Imaging 2023;14:75, doi:10.1186/s13244-023-01415-8): 58
 * items. Topics are in short; the checklist's own text is what counts.
 */
final class Clear {

	private Clear() {}

	static Checklist of(final Facts f) {
		final Checklist list = new Checklist(
			"CLEAR (Kocak et al. 2023, doi:10.1186/s13244-023-01415-8). Topics in short; the checklist's own text counts.");
		front(f, list);
		data(f, list);
		images(f, list);
		preparation(f, list);
		modelling(f, list);
		results(f, list);
		return open(list);
	}

	private static void front(final Facts f, final Checklist list) {
		list.group("Title, abstract, introduction, design");
		list.partly("1", "Title names the radiomic method", f.settings().title());
		list.authors("2", "Structured summary");
		list.authors("3", "Keywords");
		list.authors("4", "Background");
		list.authors("5", "Why radiomics");
		list.partly("6", "Objectives", "Predict " + f.settings().endpoint().name());
		list.known("7", "Guidelines followed", "TRIPOD+AI and CLEAR, filled in here; radiomics quality score");
		list.authors("8", "Ethics");
		list.partly("9", "Sample size", f.sizes());
		list.authors("10", "Nature of the study: prospective, retrospective");
		list.authors("11", "Eligibility");
		list.known("12", "Flowchart of the technical pipeline", "Flow of the features, section Model development; every step is in study.yaml");
	}

	private static void data(final Facts f, final Checklist list) {
		final StudySettings s = f.settings();
		list.group("Data and segmentation");
		list.partly("13", "Source of the data", "Table " + f.study().data().table());
		list.authors("14", "Overlap with earlier studies");
		list.known("15", "Split of the data", "Methods, first paragraph");
		list.partly("16", "Imaging protocol", Facts.isStated(s.acquisition().description()), s.acquisition().modality() + ": " + s
			.acquisition().description());
		list.partly("17", "Definition of non-radiomic predictors", "Labels, units and levels are in study.yaml");
		list.partly("18", "Reference standard (outcome)", s.endpoint().name() + " within " + Numbers.plain(s.endpoint().months()) +
			" months");
		list.authors("19", "Strategy of segmentation");
		list.authors("20", "Who segmented");
	}

	private static void images(final Facts f, final Checklist list) {
		list.group("Pre-processing and extraction");
		list.partly("21", "Pre-processing of images", "Section extraction of model.yaml; its source: " + f.study().model()
			.settingsSource());
		list.known("22", "Resampling", f.study().model().settings().preprocessing().resampling().isPresent()
			? "Section extraction of model.yaml" : "None");
		list.known("23", "Discretisation", "Methods: " + Facts.bins(f.study().model()));
		list.known("24", "Image types", "Candidate features are of: " + f.imageTypes());
		list.known("25", "Extraction method", "PyRadiomics' definitions; this software's values agree with PyRadiomics 3.1.0");
		list.partly("26", "Feature classes", "Names of the features in univariate_features.csv");
		list.known("27", "Number of features", f.study().data().training().features().size() + " candidates, table of the univariate screen");
		list.known("28", "Default settings elsewhere", "What model.yaml does not name is PyRadiomics' default");
	}

	private static void preparation(final Facts f, final Checklist list) {
		list.group("Preparation of the data");
		list.known("29", "Missing values", "Complete cases in each step; counts under Warnings");
		list.known("30", "Class imbalance", "Not treated: time-to-event models");
		if (f.isRepeatabilityKnown()) list.partly("31", "Reliability of segmentation", "Intraclass correlations in reproducibility.csv, threshold " +
			Numbers.plain(f.settings().reproducibility().orElseThrow().threshold()));
		else list.authors("31", "Reliability of segmentation");
		list.known("32", "Scaling of features", "z-scores by mean and standard deviation of the training patients");
		list.known("33", "Reduction of dimension", "Methods: univariate screen, correlation, penalised regression");
	}

	private static void modelling(final Facts f, final Checklist list) {
		list.group("Modelling and evaluation");
		list.known("34", "Algorithm", "Penalised and ordinary Cox regression, Methods");
		list.known("35", "Training and tuning", "Cross-validation of the penalty, Methods");
		list.partly("36", "Confounders", "Clinical variables enter the multivariate model");
		list.known("37", "Selection of the model", "Stepwise selection, Methods");
		list.partly("38", "Testing: internal or external", f.isValidated() ? "A separate cohort; whether it is external only the authors know"
			: "No separate cohort");
		list.known("39", "Measures of performance", "Methods, with R's functions");
		list.known("40", "Uncertainty", "95% confidence intervals" + (f.isResampled() ? " and resampling of the whole training" : ""));
		if (f.comparison().isPresent()) list.known("41", "Statistical comparison", "DeLong's and likelihood ratio tests against the clinical model");
		else list.authors("41", "Statistical comparison");
		if (f.comparison().isPresent()) list.known("42", "Comparison with non-radiomic and combined models", "Section Honest validation");
		else list.authors("42", "Comparison with non-radiomic and combined models");
		list.known("43", "Interpretability", "A linear score and a nomogram: every contribution can be read off");
	}

	private static void results(final Facts f, final Checklist list) {
		list.group("Results and discussion");
		list.partly("44", "Characteristics of the patients", f.isValidated(), "Table of characteristics");
		list.partly("45", "Flowchart of eligibility", "Flow from the table on, section Patients");
		list.known("46", "Statistics of the features", "Univariate screen" + (f.isRepeatabilityKnown() ? ", intraclass correlations"
			: "") + (f.isResampled() ? ", frequency of selection" : ""));
		list.known("47", "Performance", "Section Performance");
		if (f.comparison().isPresent()) list.known("48", "Comparison with non-radiomic and combined models", "Section Honest validation");
		else list.authors("48", "Comparison with non-radiomic and combined models");
		list.authors("49", "Important findings");
		list.authors("50", "Earlier work");
		list.authors("51", "Practical implications");
		list.partly("52", "Strengths and limitations", "Section Warnings names those that the numbers show");
	}

	private static Checklist open(final Checklist list) {
		list.group("Open science");
		list.authors("53", "Sharing images with segmentations");
		list.authors("54", "Sharing feature values");
		list.partly("55", "Sharing pre-processing settings", "model.yaml holds them");
		list.partly("56", "Sharing code of the modelling", Software.NAME + " " + Software.version() + " and study.yaml");
		list.partly("57", "Sharing the model", "model.yaml is complete");
		return list.partly("58", "Sharing a ready-to-use system", "The software predicts from model.yaml");
	}
}
