package io.github.radiomicsnomogram.model;

import io.github.radiomicsnomogram.extract.ExtractionSettings;
import io.github.radiomicsnomogram.extract.ParameterText;
import io.github.radiomicsnomogram.texture.Binning;

import java.util.List;

/** Writes a model as YAML: the counterpart of {@link ModelReader}. */
final class ModelWriter {

	private ModelWriter() {}

	static String write(final PrognosticModel m) {
		final SectionWriter root = new SectionWriter().text("format", ModelFiles.FORMAT).number("format_version",
			ModelFiles.FORMAT_VERSION).text("id", m.id()).text("title", m.title()).text("use", m.use());
		root.section("signature", signature(m.signature()));
		root.section("extraction", extraction(m.settings()).text("source", m.settingsSource()));
		root.section("cutoff", cutoff(m.cutoff()));
		root.section("endpoint", new SectionWriter().text("name", m.endpoint().name()).text("abbreviation", m.endpoint()
			.abbreviation()).number("months", m.endpoint().months()));
		root.sections("clinical", m.clinical(), ModelWriter::clinical);
		root.sections("cox", m.cox(), ModelWriter::cox);
		m.baseline().ifPresent(b -> root.section("baseline", baseline(b)));
		root.sections("published_survival", m.published(), (s, p) -> s.text("cohort", p.cohort()).number("patients", p
			.patients()).number("low", p.low()).number("high", p.high()).text("p", p.p()));
		root.section("study", new SectionWriter().text("population", m.study().population()).number("patients", m.study()
			.patients()).number("events", m.study().events()).text("follow_up", m.study().followUp()));
		root.section("acquisition", acquisition(m.acquisition()));
		root.section("roi", new SectionWriter().number("min_voxels", m.roi().minVoxels()).number("air_below", m.roi()
			.airBelow()).number("bone_above", m.roi().boneAbove()).text("source", m.roi().source()));
		root.texts("notes", m.notes());
		root.section("citation", new SectionWriter().text("short", m.citation().shortText()).text("text", m.citation()
			.text()).text("doi", m.citation().doi()).text("licence", m.citation().licence()));
		m.training().ifPresent(t -> root.section("training", training(t)));
		return root.yaml();
	}

	private static SectionWriter signature(final Signature signature) {
		return new SectionWriter().text("label", signature.label()).number("intercept", signature.intercept()).sections(
			"features", signature.terms(), (s, t) -> {
				s.text("column", t.column()).number("coefficient", t.coefficient());
				t.scaling().ifPresent(c -> s.section("scaling", new SectionWriter().number("mean", c.mean()).number("sd", c
					.sd())));
				t.plausible().ifPresent(p -> s.section("plausible", new SectionWriter().minMax(p.range()).text("source", p
					.source())));
			});
	}

	private static SectionWriter extraction(final ExtractionSettings settings) {
		final SectionWriter s = new SectionWriter();
		if (!ModelSettings.hasOnlyBins(settings)) return s.yaml(ModelSettings.PARAMETERS, ParameterText.of(settings));
		final Binning binning = settings.binning();
		if (binning instanceof Binning.FixedWidth w) s.number("binWidth", w.binWidth());
		if (binning instanceof Binning.FixedCount c) s.number("binCount", c.binCount());
		return s;
	}

	private static SectionWriter cutoff(final Cutoff c) {
		return new SectionWriter().number("value", c.value()).text("high_if", c.rule().text()).text("method", c.method())
			.section("groups", new SectionWriter().text("low", c.lowLabel()).text("high", c.highLabel()));
	}

	private static void clinical(final SectionWriter s, final ClinicalVariable v) {
		s.text("id", v.id()).text("label", v.label()).text("description", v.description()).text("kind", v.kind().id());
		s.textUnlessEmpty("unit", v.unit()).range("range", v.range());
		final List<ClinicalVariable.Level> levels = v.levels();
		if (levels.isEmpty()) return;
		s.text("reference", v.reference().id()).sections("levels", levels, (l, level) -> l.text("id", level.id()).texts(
			"aliases", level.aliases()));
	}

	private static void cox(final SectionWriter s, final CoxTerm t) {
		s.text("variable", t.variable());
		t.level().ifPresent(level -> s.text("level", level));
		s.number("hazard_ratio", t.hazardRatio()).number("ci_low", t.ciLow()).number("ci_high", t.ciHigh());
		s.number("ci_level", t.ciLevel()).number("p", t.p());
		if (t.level().isEmpty()) s.range("axis", t.axis());
	}

	private static SectionWriter baseline(final BaselineSurvival b) {
		return new SectionWriter().number("survival", b.survival()).number("low", b.low()).number("high", b.high()).number(
			"level", b.level()).text("provenance", b.provenance().id()).text("method", b.method());
	}

	private static SectionWriter training(final Training t) {
		return new SectionWriter().text("software", t.software()).text("study", t.study()).text("study_sha256", t
			.studySha256()).text("data_sha256", t.dataSha256()).sections("variables", t.variables(), (s, v) -> s.text("id", v
				.id()).number("mean", v.mean()).number("sd", v.sd()).number("min", v.min()).number("median", v.median()).number(
					"max", v.max())).texts("lineage", t.lineage());
	}

	private static SectionWriter acquisition(final Acquisition a) {
		return new SectionWriter().text("modality", a.modality()).text("description", a.description()).flag("contrast", a
			.contrast()).textUnlessEmpty("phase", a.phase()).number("delay_seconds", a.delaySeconds()).range("delay_accepted",
				a.delayAccepted()).number("kvp", a.kVp()).number("slice_thickness_mm", a.sliceThickness()).range(
					"slice_thickness_accepted", a.sliceThicknessAccepted());
	}
}
