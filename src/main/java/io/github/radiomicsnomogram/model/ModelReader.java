package io.github.radiomicsnomogram.model;

import io.github.radiomicsnomogram.extract.ExtractionSettings;
import io.github.radiomicsnomogram.model.ClinicalVariable.Kind;
import io.github.radiomicsnomogram.model.ClinicalVariable.Level;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a model from YAML and checks every key; some sections are a study file's too. */
public final class ModelReader {

	/** Key of PyRadiomics' parameters in the section extraction. */
	public static final String PARAMETERS = ModelSettings.PARAMETERS;

	private ModelReader() {}

	static PrognosticModel read(final String file, final String text) {
		final Section root = Section.root(file, text, "a model file");
		root.choice("format", Map.of(ModelFiles.FORMAT, true));
		root.number("format_version", v -> v == ModelFiles.FORMAT_VERSION, ModelFiles.FORMAT_VERSION +
			", the version that this software reads");
		final Section terms = root.section("signature"), extraction = root.section("extraction");
		final ModelSettings columns = ModelSettings.read(extraction);
		final Signature signature = signature(terms, columns);
		final ExtractionSettings settings = columns.settings();
		final List<ClinicalVariable> clinical = clinical(root);
		final PrognosticModel model = new PrognosticModel(root.text("id"), root.text("title"), root.text("use"), signature,
			settings, extraction.text("source"), cutoff(root.section("cutoff")), endpoint(root.section("endpoint")), clinical,
			cox(root, clinical), root.optionalSection("baseline").map(ModelReader::baseline), published(root), study(root
				.section("study")), acquisition(root.section("acquisition")), roi(root.section("roi")), root.optionalTexts(
					"notes"), citation(root.section("citation")), root.optionalSection("training").map(ModelReader::training));
		extraction.end();
		root.end();
		return model;
	}

	/** How features are extracted, without the features: binWidth, binCount, or parameters. */
	public static ExtractionSettings extraction(final Section s) {
		return ModelSettings.read(s).settings();
	}

	/** Reads the signature, whose columns the settings must give. */
	private static Signature signature(final Section s, final ModelSettings columns) {
		final List<Signature.Term> terms = new ArrayList<>();
		final Set<String> seen = new HashSet<>();
		for (final Section f : s.sections("features")) {
			final String column = f.text("column");
			if (!seen.add(column)) throw f.wrong("column", "is " + column + ", which is in the list already");
			columns.add(f, column);
			terms.add(new Signature.Term(column, f.number("coefficient"), f.optionalSection("scaling").map(
				ModelReader::scaling), f.optionalSection("plausible").map(ModelReader::plausible)));
			f.end();
		}
		final Signature signature = new Signature(s.text("label"), s.number("intercept"), terms);
		s.end();
		return signature;
	}

	private static Signature.Scaling scaling(final Section s) {
		final Signature.Scaling scaling = new Signature.Scaling(s.number("mean"), s.positive("sd"));
		s.end();
		return scaling;
	}

	private static Signature.Plausible plausible(final Section s) {
		final Signature.Plausible plausible = new Signature.Plausible(s.minMax(), s.text("source"));
		s.end();
		return plausible;
	}

	private static Cutoff cutoff(final Section s) {
		final Section groups = s.section("groups");
		final Cutoff cutoff = new Cutoff(s.number("value"), s.choice("high_if", byText(Cutoff.Rule.values(),
			Cutoff.Rule::text)), s.text("method"), groups.text("low"), groups.text("high"));
		groups.end();
		s.end();
		return cutoff;
	}

	/** What is predicted. */
	public static Endpoint endpoint(final Section s) {
		final Endpoint endpoint = new Endpoint(s.text("name"), s.text("abbreviation"), s.positive("months"));
		s.end();
		return endpoint;
	}

	/**
	 * The id of a clinical variable, which stands in macros and options.
	 *
	 * @param seen ids that are taken; the new one is added
	 */
	public static String variableId(final Section s, final Set<String> seen) {
		final String id = s.text("id");
		if (!id.matches("[a-z][a-z0-9_]*")) throw s.wrong("id", "is '" + id +
			"'; it must be lower case letters, digits and _, a letter first");
		if (!seen.add(id)) throw s.wrong("id", "is '" + id + "', which is taken already");
		return id;
	}

	private static List<ClinicalVariable> clinical(final Section root) {
		final List<ClinicalVariable> variables = new ArrayList<>();
		final Set<String> seen = new HashSet<>(Set.of(CoxTerm.SIGNATURE));
		for (final Section s : root.optionalSections("clinical")) {
			final String id = variableId(s, seen);
			final Kind kind = s.choice("kind", byText(Kind.values(), Kind::id));
			final boolean numeric = kind == Kind.NUMERIC;
			variables.add(new ClinicalVariable(id, s.text("label"), s.text("description"), kind, numeric ? s.textOrEmpty(
				"unit") : "", numeric ? Optional.of(s.range("range")) : Optional.empty(), numeric ? List.of() : levels(s,
					kind)));
			s.end();
		}
		return variables;
	}

	/** Levels of a binary or categorical variable, the first being the key reference. */
	public static List<Level> levels(final Section s, final Kind kind) {
		final List<Level> levels = new ArrayList<>();
		final Set<String> seen = new HashSet<>();
		for (final Section l : s.sections("levels")) {
			final Level level = new Level(l.text("id"), l.optionalTexts("aliases"));
			l.end();
			for (final String word : level.words())
				if (!seen.add(word.toLowerCase(Locale.ROOT))) throw l.wrong("id", "or an alias of it is '" + word +
					"', which stands for a level already");
			levels.add(level);
		}
		if (kind == Kind.BINARY ? levels.size() != 2 : levels.size() < 2) throw s.wrong("levels", "has " + levels.size() +
			"; a " + kind.id() + " variable has " + (kind == Kind.BINARY ? "2" : "2 or more"));
		final String reference = s.text("reference");
		if (!levels.get(0).id().equals(reference)) throw s.wrong("reference", "is '" + reference +
			"'; it must be the first of the levels, '" + levels.get(0).id() + "'");
		return levels;
	}

	private static List<CoxTerm> cox(final Section root, final List<ClinicalVariable> clinical) {
		final List<CoxTerm> terms = new ArrayList<>();
		final Set<String> seen = new HashSet<>();
		for (final Section s : root.optionalSections("cox")) {
			final CoxTerm term = coxTerm(s, clinical);
			if (!seen.add(term.variable() + "=" + term.level().orElse(""))) throw s.wrong("variable", "is '" + term
				.variable() + "', which has a term already");
			terms.add(term);
			s.end();
		}
		return terms;
	}

	private static CoxTerm coxTerm(final Section s, final List<ClinicalVariable> clinical) {
		final String id = s.text("variable");
		final Optional<ClinicalVariable> variable = clinical.stream().filter(v -> v.id().equals(id)).findFirst();
		if (variable.isEmpty() && !id.equals(CoxTerm.SIGNATURE)) throw s.wrong("variable", "is '" + id + "'; allowed: " +
			CoxTerm.SIGNATURE + clinical.stream().map(v -> ", " + v.id()).collect(Collectors.joining()));
		final boolean levels = variable.isPresent() && variable.get().kind() != Kind.NUMERIC;
		final Optional<String> level = levels ? Optional.of(s.choice("level", byText(variable.get().levels().stream().skip(
			1).map(Level::id).toArray(String[]::new), Function.identity()))) : Optional.empty();
		final double hr = s.positive("hazard_ratio");
		final double low = s.number("ci_low", v -> v > 0 && v <= hr, "greater than 0 and at most the hazard ratio, " + Text
			.number(hr));
		final double high = s.number("ci_high", v -> v >= hr, "at least the hazard ratio, " + Text.number(hr));
		final OptionalDouble p = s.optionalNumber("p", v -> v >= 0 && v <= 1, "from 0 to 1");
		return new CoxTerm(id, level, hr, low, high, s.probability("ci_level"), p, levels ? new Range(0, 1) : s.range(
			"axis"));
	}

	private static BaselineSurvival baseline(final Section s) {
		final double survival = s.probability("survival");
		final double low = s.number("low", v -> v > 0 && v <= survival, "greater than 0 and at most the survival, " + Text
			.number(survival));
		final double high = s.number("high", v -> v >= survival && v < 1, "less than 1 and at least the survival, " + Text
			.number(survival));
		final BaselineSurvival baseline = new BaselineSurvival(survival, low, high, s.probability("level"), s.choice(
			"provenance", byText(BaselineSurvival.Provenance.values(), BaselineSurvival.Provenance::id)), s.text("method"));
		s.end();
		return baseline;
	}

	private static List<PublishedSurvival> published(final Section root) {
		final List<PublishedSurvival> published = new ArrayList<>();
		for (final Section s : root.optionalSections("published_survival")) {
			published.add(new PublishedSurvival(s.text("cohort"), s.count("patients"), fraction(s, "low"), fraction(s,
				"high"), s.text("p")));
			s.end();
		}
		return published;
	}

	private static double fraction(final Section s, final String key) {
		return s.number(key, v -> v >= 0 && v <= 1, "from 0 to 1");
	}

	private static Study study(final Section s) {
		final Study study = new Study(s.text("population"), s.count("patients"), s.count("events"), s.text("follow_up"));
		s.end();
		return study;
	}

	/** How images were made. */
	public static Acquisition acquisition(final Section s) {
		final Acquisition a = new Acquisition(s.text("modality"), s.text("description"), s.flag("contrast"), s.textOrEmpty(
			"phase"), s.optionalNumber("delay_seconds", v -> v >= 0, "0 or more"), s.optionalRange("delay_accepted"), s
				.optionalNumber("kvp", v -> v > 0, "greater than 0"), s.optionalNumber("slice_thickness_mm", v -> v > 0,
					"greater than 0"), s.optionalRange("slice_thickness_accepted"));
		s.end();
		return a;
	}

	/** What a ROI should be like. */
	public static RoiLimits roi(final Section s) {
		final double air = s.number("air_below");
		final RoiLimits limits = new RoiLimits(s.count("min_voxels"), air, s.number("bone_above", v -> v > air,
			"greater than air_below, " + Text.number(air)), s.text("source"));
		s.end();
		return limits;
	}

	/** A publication. */
	public static Citation citation(final Section s) {
		final Citation citation = new Citation(s.text("text"), s.text("short"), s.text("doi"), s.text("licence"));
		s.end();
		return citation;
	}

	private static Training training(final Section s) {
		final List<Training.Summary> variables = new ArrayList<>();
		for (final Section v : s.optionalSections("variables")) {
			variables.add(new Training.Summary(v.text("id"), v.number("mean"), v.number("sd"), v.number("min"), v.number(
				"median"), v.number("max")));
			v.end();
		}
		final Training training = new Training(s.text("software"), s.text("study"), s.text("study_sha256"), s.text(
			"data_sha256"), variables, s.optionalTexts("lineage"));
		s.end();
		return training;
	}

	private static <T> Map<String, T> byText(final T[] values, final Function<T, String> text) {
		return Arrays.stream(values).collect(Collectors.toMap(text, Function.identity()));
	}
}
