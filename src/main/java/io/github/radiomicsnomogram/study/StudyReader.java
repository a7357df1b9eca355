package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.extract.DescribedSettings;
import io.github.radiomicsnomogram.extract.ExtractionSettings;
import io.github.radiomicsnomogram.extract.ParameterFile;
import io.github.radiomicsnomogram.model.Acquisition;
import io.github.radiomicsnomogram.model.Citation;
import io.github.radiomicsnomogram.model.ClinicalVariable.Kind;
import io.github.radiomicsnomogram.model.CoxTerm;
import io.github.radiomicsnomogram.model.ModelReader;
import io.github.radiomicsnomogram.model.RoiLimits;
import io.github.radiomicsnomogram.model.Section;
import io.github.radiomicsnomogram.study.StudySettings.Candidate;
import io.github.radiomicsnomogram.study.StudySettings.Collinear;
import io.github.radiomicsnomogram.study.StudySettings.CutoffMethod;
import io.github.radiomicsnomogram.study.StudySettings.CutoffRule;
import io.github.radiomicsnomogram.study.StudySettings.ExtractionChoice;
import io.github.radiomicsnomogram.study.StudySettings.Honest;
import io.github.radiomicsnomogram.study.StudySettings.Lasso;
import io.github.radiomicsnomogram.study.StudySettings.Multivariate;
import io.github.radiomicsnomogram.study.StudySettings.Repeatable;
import io.github.radiomicsnomogram.study.StudySettings.Screen;
import io.github.radiomicsnomogram.study.StudySettings.Split;
import io.github.radiomicsnomogram.study.StudySettings.Thresholds;
import io.github.radiomicsnomogram.study.StudySettings.Treatment;
import io.github.radiomicsnomogram.survival.CoxNetCrossValidation.Measure;
import io.github.radiomicsnomogram.survival.StepwiseSelection.Direction;
import io.github.radiomicsnomogram.survival.Ties;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** Reads a study file and checks every key. */
final class StudyReader {

	private static final Acquisition UNKNOWN_IMAGES = new Acquisition("CT", "Not stated", false, "", OptionalDouble
		.empty(), Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
	private static final RoiLimits USUAL_ROI = new RoiLimits(200, -200, 300, "This software's usual limits, not the study's");

	private StudyReader() {}

	/**
	 * Reads text.
	 *
	 * @param file name, for messages
	 * @param folder where a parameter file's path starts
	 */
	static StudySettings read(final String file, final String text, final Optional<Path> folder) {
		final Section root = Section.root(file, text, "a study file");
		root.choice("format", Map.of(StudyFile.FORMAT, true));
		root.number("format_version", v -> v == StudyFile.FORMAT_VERSION, StudyFile.FORMAT_VERSION +
			", the version that this software reads");
		final String id = root.text("id"), title = root.text("title");
		final StudySettings settings = new StudySettings(id, title, root.text("population"), data(root.section("data")),
			ModelReader.endpoint(root.section("endpoint")), clinical(root), SplitReader.read(root.section("split")), root
				.optionalSection("reproducibility").map(StudyReader::repeatable), root.optionalSection("univariate").map(
					StudyReader::screen).orElse(new Screen(OptionalDouble.empty(), OptionalInt.empty())), root.optionalSection(
						"correlation").map(StudyReader::collinear), lasso(root.section("lasso")), cutoff(root.section("cutoff")),
			multivariate(root.section("multivariate")), root.optionalSection("treatment").map(StudyReader::treatment), root
				.optionalSection("decision_curve").map(StudyReader::thresholds).orElse(new Thresholds(0.01, 0.99, 0.01)), root
					.optionalSection("calibration").map(StudyReader::groups).orElse(3), root.optionalSection("honest_validation")
						.map(StudyReader::honest).orElse(new Honest(0, 0, 0, 0, 1)), extraction(root, folder), root.optionalSection(
							"acquisition").map(ModelReader::acquisition).orElse(UNKNOWN_IMAGES), root.optionalSection("roi").map(
								ModelReader::roi).orElse(USUAL_ROI), root.optionalTexts("notes"), root.optionalSection("citation").map(
									ModelReader::citation).orElse(new Citation("Not published: " + title, title, "none", "not stated")));
		root.end();
		return settings;
	}

	private static StudySettings.Data data(final Section s) {
		final StudySettings.Data data = new StudySettings.Data(s.text("id"), s.text("time"), s.text("event"), s.texts(
			"features"), s.optionalTexts("exclude"), s.has("unmatched") && s.choice("unmatched", Map.of("error", false, "drop",
				true)));
		s.end();
		return data;
	}

	private static List<Candidate> clinical(final Section root) {
		final List<Candidate> candidates = new ArrayList<>();
		final Set<String> seen = new HashSet<>(Set.of(CoxTerm.SIGNATURE));
		for (final Section s : root.optionalSections("clinical")) {
			final String id = ModelReader.variableId(s, seen);
			final Kind kind = s.choice("kind", Map.of("numeric", Kind.NUMERIC, "binary", Kind.BINARY, "categorical",
				Kind.CATEGORICAL));
			final boolean numeric = kind == Kind.NUMERIC;
			final String label = s.has("label") ? s.text("label") : id;
			candidates.add(new Candidate(s.has("column") ? s.text("column") : id, id, label, s.has("description") ? s.text(
				"description") : label, kind, numeric ? s.textOrEmpty("unit") : "", numeric ? s.optionalRange("range") : Optional
					.empty(), numeric ? List.of() : ModelReader.levels(s, kind)));
			s.end();
		}
		return candidates;
	}

	private static Repeatable repeatable(final Section s) {
		final Repeatable r = new Repeatable(s.has("feature_column") ? s.text("feature_column") : "feature", s.has(
			"value_column") ? s.text("value_column") : "icc21", s.number("threshold", v -> v >= -1 && v <= 1, "from -1 to 1"));
		s.end();
		return r;
	}

	private static Screen screen(final Section s) {
		if (s.has("p") == s.has("top")) throw s.wrong("p", "or top must be there, one of them");
		final Screen screen = s.has("p") ? new Screen(OptionalDouble.of(s.number("p", v -> v > 0 && v <= 1,
			"greater than 0 and at most 1")), OptionalInt.empty()) : new Screen(OptionalDouble.empty(), OptionalInt.of(whole(s,
				"top", 1)));
		s.end();
		return screen;
	}

	private static Collinear collinear(final Section s) {
		final Collinear c = new Collinear(s.number("threshold", v -> v > 0 && v <= 1, "greater than 0 and at most 1"), s.has(
			"method") && s.choice("method", Map.of("pearson", false, "spearman", true)));
		s.end();
		return c;
	}

	private static Lasso lasso(final Section s) {
		final Measure measure = s.has("measure") ? s.choice("measure", Map.of("deviance", Measure.GROUPED_DEVIANCE,
			"fold_deviance", Measure.DEVIANCE, "c_index", Measure.CONCORDANCE)) : Measure.GROUPED_DEVIANCE;
		final Lasso lasso = new Lasso(s.number("alpha", v -> v > 0 && v <= 1, "greater than 0 and at most 1 (LASSO)"), whole(
			s, "folds", 3), seed(s, 1), s.has("fold_column") ? Optional.of(s.text("fold_column")) : Optional.empty(), s.choice(
				"lambda", Map.of("min", false, "1se", true)), s.has("nlambda") ? whole(s, "nlambda", 2) : 100, s.optionalNumber(
					"lambda_min_ratio", v -> v > 0 && v < 1, "between 0 and 1, ends excluded").orElse(Double.NaN), measure, s.has(
						"intercept") && s.choice("intercept", Map.of("none", false, "centred", true)));
		s.end();
		return lasso;
	}

	private static CutoffRule cutoff(final Section s) {
		final CutoffMethod method = s.choice("method", Map.of("youden", CutoffMethod.YOUDEN, "median", CutoffMethod.MEDIAN,
			"fixed", CutoffMethod.FIXED));
		final CutoffRule rule = new CutoffRule(method, method == CutoffMethod.FIXED ? s.number("value") : Double.NaN);
		s.end();
		return rule;
	}

	private static Multivariate multivariate(final Section s) {
		final Map<String, Optional<Direction>> directions = Map.of("backward", Optional.of(Direction.BACKWARD), "forward",
			Optional.of(Direction.FORWARD), "both", Optional.of(Direction.BOTH), "none", Optional.empty());
		final Multivariate m = new Multivariate(s.number("p", v -> v > 0 && v <= 1, "greater than 0 and at most 1"), s.choice(
			"direction", directions), s.has("criterion") && s.choice("criterion", Map.of("aic", false, "bic", true)), s.has(
				"ties") ? s.choice("ties", Map.of("efron", Ties.EFRON, "breslow", Ties.BRESLOW)) : Ties.EFRON);
		s.end();
		return m;
	}

	private static Treatment treatment(final Section s) {
		final Treatment t = new Treatment(s.text("column"), s.text("treated"), s.optionalTexts("subgroups"));
		s.end();
		return t;
	}

	private static Thresholds thresholds(final Section s) {
		final double from = s.probability("from"), to = s.number("to", v -> v > from && v < 1, "greater than from, " + from +
			", and less than 1");
		final Thresholds t = new Thresholds(from, to, s.number("step", v -> v > 0.0009 && v <= to - from,
			"at least 0.001 and at most to - from"));
		s.end();
		return t;
	}

	private static int groups(final Section s) {
		final int groups = whole(s, "groups", 2);
		s.end();
		return groups;
	}

	private static Honest honest(final Section s) {
		final int folds = s.count("outer_folds");
		if (folds == 1) throw s.wrong("outer_folds", "is 1; it must be 0 for none, or 2 or more");
		final Honest h = new Honest(s.count("bootstrap"), folds, s.has("repeats") ? whole(s, "repeats", 1) : 1, s.count(
			"permutations"), seed(s, 1));
		s.end();
		return h;
	}

	private static ExtractionChoice extraction(final Section root, final Optional<Path> folder) {
		if (!root.has("extraction")) return new ExtractionChoice(Optional.empty(), false, "");
		final Section s = root.section("extraction");
		final boolean whole = s.has(ModelReader.PARAMETERS);
		final ExtractionSettings settings = whole && s.isText(ModelReader.PARAMETERS) ? parameterFile(s, folder) : ModelReader
			.extraction(s);
		final ExtractionChoice choice = new ExtractionChoice(Optional.of(DescribedSettings.essence(settings)), whole, s.text(
			"source"));
		s.end();
		return choice;
	}

	/** A parameter file beside the study file. */
	private static ExtractionSettings parameterFile(final Section s, final Optional<Path> folder) {
		final String name = s.text(ModelReader.PARAMETERS);
		if (s.has("binWidth") || s.has("binCount")) throw s.wrong(ModelReader.PARAMETERS,
			"names a file of all settings: put binWidth or binCount there");
		try {
			return ParameterFile.read(folder.map(f -> f.resolve(name)).orElse(Path.of(name))).settings();
		}
		catch (final InvalidPathException e) {
			throw s.wrong(ModelReader.PARAMETERS, "is '" + name + "', which is neither PyRadiomics' sections nor a file's path");
		}
	}

	/** A whole number from a smallest one up. */
	static int whole(final Section s, final String key, final int min) {
		return (int) s.number(key, v -> v >= min && v == Math.rint(v) && v <= Integer.MAX_VALUE, "a whole number from " + min +
			" up");
	}

	static long seed(final Section s, final long otherwise) {
		return s.has("seed") ? (long) s.number("seed", v -> v == Math.rint(v) && Math.abs(v) <= 1L << 53, "a whole number")
			: otherwise;
	}
}
