package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.model.ModelFiles;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.CoxNetPath;
import io.github.radiomicsnomogram.survival.UnivariateScreen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A study's result as files: names and texts. */
public final class StudyTables {

	private StudyTables() {}

	/** All files by name: the model, the study file as it was used, numbers.json, warnings, tables. */
	public static Map<String, String> files(final StudyResult r) {
		final Map<String, String> files = new LinkedHashMap<>();
		files.put("model.yaml", ModelFiles.toYaml(r.model()));
		files.put("study.yaml", r.file().text());
		files.put("numbers.json", StudyJson.text(r));
		files.put("warnings.txt", r.warnings().isEmpty() ? "" : String.join("\n", r.warnings()) + "\n");
		files.put("univariate_features.csv", features(r));
		files.put("correlation.csv", correlation(r.fit().collinearity()));
		r.fit().lasso().ifPresent(l -> {
			files.put("lasso_path.csv", path(l));
			files.put("lasso_cv.csv", validation(l));
		});
		files.put("signature.csv", signature(r.fit().signature().orElseThrow()));
		r.characteristics().ifPresent(c -> files.put("table1.txt", c.summary()));
		files.put("univariate_clinical.csv", cox(r.fit().univariate().stream().map(ClinicalFit::fit).toList()));
		r.fit().cox().ifPresent(c -> files.put("multivariate.csv", cox(List.of(c))));
		if (!r.data().repeatability().isEmpty()) files.put("reproducibility.csv", repeatability(r.data().repeatability()));
		files.putAll(CohortTables.files(r.cohorts()));
		if (!r.treatment().isEmpty()) files.put("treatment.csv", CohortTables.treatment(r.treatment()));
		return files;
	}

	private static String features(final StudyResult r) {
		final List<String> kept = r.fit().collinearity().kept(), screened = r.fit().screened();
		final List<String> selected = r.fit().signature().map(TrainedSignature::features).orElse(List.of());
		final CsvText csv = new CsvText("feature", "mean", "sd", "coef", "se", "hr", "hr_lower95", "hr_upper95", "p",
			"c_index", "passed_univariate", "passed_correlation", "in_signature");
		for (final UnivariateScreen.Row row : r.fit().screen().rows()) {
			final CoxFit f = row.fit();
			csv.row(row.name(), row.mean(), row.deviation(), f.coefficient(0), f.standardError(0), f.hazardRatio(0), f
				.hazardRatioLower(0), f.hazardRatioUpper(0), f.p(0), row.concordance().c(), screened.contains(row.name()), kept
					.contains(row.name()), selected.contains(row.name()));
		}
		return csv.toString();
	}

	private static String correlation(final Collinearity c) {
		final List<Object> header = new ArrayList<>(List.of("feature"));
		header.addAll(c.names());
		final CsvText csv = new CsvText(header.toArray(String[]::new));
		for (int j = 0; j < c.names().size(); j++) {
			final List<Object> row = new ArrayList<>(List.of(c.names().get(j)));
			for (final double v : c.matrix()[j])
				row.add(v);
			csv.row(row.toArray());
		}
		return csv.toString();
	}

	/** Coefficients of the z-scores, one row a penalty. */
	private static String path(final LassoSelection l) {
		final CoxNetPath path = l.validation().path();
		final List<String> header = new ArrayList<>(List.of("lambda", "nonzero", "deviance_ratio"));
		header.addAll(path.names());
		final CsvText csv = new CsvText(header.toArray(String[]::new));
		final double[] lambda = path.lambda(), ratio = path.devianceRatio();
		for (int k = 0; k < lambda.length; k++) {
			final List<Object> row = new ArrayList<>(List.of(lambda[k], path.nonZero(k), ratio[k]));
			for (final double b : path.coefficients(k))
				row.add(b);
			csv.row(row.toArray());
		}
		return csv.toString();
	}

	private static String validation(final LassoSelection l) {
		final CsvText csv = new CsvText("lambda", "mean", "standard_error", "nonzero", "is_min", "is_1se", "chosen");
		final double[] lambda = l.validation().lambda();
		for (int k = 0; k < lambda.length; k++)
			csv.row(lambda[k], l.validation().mean()[k], l.validation().standardError()[k], l.validation().path().nonZero(k),
				k == l.validation().indexMin(), k == l.validation().index1se(), lambda[k] == l.lambda());
		return csv.toString();
	}

	private static String signature(final TrainedSignature s) {
		final CsvText csv = new CsvText("feature", "coefficient_raw", "coefficient_standardized", "mean", "sd");
		IntStream.range(0, s.features().size()).forEach(j -> csv.row(s.features().get(j), s.raw()[j], s.standardized()[j], s
			.means()[j], s.deviations()[j]));
		return csv.row("intercept", s.intercept(), Double.NaN, Double.NaN, Double.NaN).toString();
	}

	/** Coefficients of Cox models, one row each. */
	static String cox(final List<CoxFit> fits) {
		final CsvText csv = new CsvText("variable", "n", "events", "coef", "se", "hr", "hr_lower95", "hr_upper95", "z", "p");
		for (final CoxFit f : fits)
			for (int j = 0; j < f.names().size(); j++)
				csv.row(f.names().get(j), f.n(), f.events(), f.coefficient(j), f.standardError(j), f.hazardRatio(j), f
					.hazardRatioLower(j), f.hazardRatioUpper(j), f.z(j), f.p(j));
		return csv.toString();
	}

	private static String repeatability(final List<StudyData.Repeatability> list) {
		final CsvText csv = new CsvText("feature", "value", "kept");
		list.forEach(r -> csv.row(r.feature(), r.value(), r.kept()));
		return csv.toString();
	}
}
