package io.github.radiomicsnomogram.model;

import io.github.radiomicsnomogram.extract.Extraction;
import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureValue;
import io.github.radiomicsnomogram.feature.Unit;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Models and inputs for the tests of models and figures. */
public final class Examples {

	/** An image that gives no reason for a warning. */
	private static final Map<String, String> TAGS = Map.of("Modality", "CT", "ContrastBolusAgent", "Iopamidol 300", "KVP",
		"120", "SliceThickness", "1.25", "SeriesDescription", "Chest venous 1.25mm");

	private Examples() {}

	/** The built-in model. */
	public static PrognosticModel zhang() {
		return ModelFiles.builtIn("zhang-2021");
	}

	/** A signature's features, given by value in the model's order. */
	public static Extraction extraction(final PrognosticModel model, final double... values) {
		final List<Extraction.Entry> entries = new ArrayList<>();
		for (int i = 0; i < values.length; i++)
			entries.add(entry(model.signature().columns().get(i), FeatureValue.of(values[i])));
		return new Extraction(entries, Map.of("Image", "example"));
	}

	/** One column. */
	public static Extraction.Entry entry(final String column, final FeatureValue value) {
		final String[] parts = column.split("_");
		return new Extraction.Entry(column, new Feature(parts[1], parts[2], "", Unit.ONE, "-", "", false, "", ""), value);
	}

	/** Facts of an image like the study's. */
	public static ImageFacts facts() {
		return facts(TAGS);
	}

	/** Facts of an image like the study's with other tags. */
	public static ImageFacts facts(final Map<String, String> tags) {
		return facts(new ImageInfo("ct.nrrd", "HU", tags, List.of()), 1.25);
	}

	/** Facts of an image like the study's with other information and slice distance. */
	public static ImageFacts facts(final ImageInfo info, final double sliceDistance) {
		return new ImageFacts(info, Geometry.axisAligned(new long[] { 512, 512, 200 }, new double[] { 0.7, 0.7,
			sliceDistance }), "lesion", 5000, 20, -80, 180, 0, 0, -1000, 1400);
	}

	/** The study's tags with one changed, or left out if the value is null. */
	public static Map<String, String> tags(final String keyword, final String value) {
		final Map<String, String> tags = new HashMap<>(TAGS);
		if (value == null) tags.remove(keyword);
		else tags.put(keyword, value);
		return tags;
	}

	/** Clinical values as typed: id, text, id, text, ... */
	public static ClinicalValues clinical(final PrognosticModel model, final String... typed) {
		final Map<String, String> values = new HashMap<>();
		for (int i = 0; i < typed.length; i += 2)
			values.put(typed[i], typed[i + 1]);
		return ClinicalValues.parse(model, values);
	}

	/** A prediction of high risk with every value known. */
	public static Prediction high() {
		final PrognosticModel m = zhang();
		return m.predict(extraction(m, 3.5, 0.6, 0.2, 4e6), facts(), clinical(m, "ki67", "20", "aln", "positive"));
	}

	/** A prediction of low risk without the lymph nodes' status. */
	public static Prediction lowWithoutNodes() {
		final PrognosticModel m = zhang();
		return m.predict(extraction(m, 4, 0.3, 0.35, 1e6), facts(), clinical(m, "ki67", "35"));
	}

	/** The built-in model with a variable of three levels. */
	public static PrognosticModel withGrade() {
		final PrognosticModel m = zhang();
		final List<ClinicalVariable> clinical = new ArrayList<>(m.clinical());
		clinical.set(1, new ClinicalVariable("grade", "Grade", "grade at surgery", ClinicalVariable.Kind.CATEGORICAL, "",
			Optional.empty(), List.of(new ClinicalVariable.Level("I", List.of("1")), new ClinicalVariable.Level("II", List.of(
				"2")), new ClinicalVariable.Level("III", List.of("3")))));
		final List<CoxTerm> cox = List.of(term("signature", null, 4, new Range(-0.4, 0.8)), term("ki67", null, 0.98,
			new Range(0, 100)), term("grade", "II", 0.5, new Range(0, 1)), term("grade", "III", 3, new Range(0, 1)));
		return new PrognosticModel("grade-model", m.title(), m.use(), m.signature(), m.settings(), m.settingsSource(), m
			.cutoff(), m.endpoint(), clinical, cox, m.baseline(), m.published(), m.study(), m.acquisition(), m.roi(), m
				.notes(), m.citation(), m.training());
	}

	private static CoxTerm term(final String variable, final String level, final double hr, final Range axis) {
		return new CoxTerm(variable, Optional.ofNullable(level), hr, hr / 2, hr * 2, 0.95, OptionalDouble.of(0.01), axis);
	}
}
