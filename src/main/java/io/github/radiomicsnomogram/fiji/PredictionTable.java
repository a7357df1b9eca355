package io.github.radiomicsnomogram.fiji;

import ij.measure.ResultsTable;

import io.github.radiomicsnomogram.Software;
import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.io.Digests;
import io.github.radiomicsnomogram.model.ClinicalVariable;
import io.github.radiomicsnomogram.model.ImageFacts;
import io.github.radiomicsnomogram.model.ModelFiles;
import io.github.radiomicsnomogram.model.PredictedSurvival;
import io.github.radiomicsnomogram.model.Prediction;
import io.github.radiomicsnomogram.model.Warning;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Predictions as an ImageJ table, one row each. Headings carry units. Cells hold the doubles as they are; they are shown
 * with as many decimals as they have, up to 9, the most that ImageJ has. A cell without a value is blank, and reads as
 * NaN.
 */
final class PredictionTable {

	/** Heading of the column that tells exactly which model a row belongs to. */
	static final String FINGERPRINT = "Model fingerprint";

	private static final int DECIMALS = 9;
	private static final int FINGERPRINT_BYTES = 4;

	private final ResultsTable table;

	private PredictionTable(final ResultsTable table) {
		this.table = table;
	}

	/** A table of one prediction. */
	static ResultsTable of(final Prediction prediction) {
		final ResultsTable table = new ResultsTable();
		table.setPrecision(DECIMALS);
		add(table, prediction);
		return table;
	}

	/** Adds a row for a prediction by the same model. */
	static void add(final ResultsTable table, final Prediction p) {
		table.incrementCounter();
		final PredictionTable row = new PredictionTable(table);
		row.subject(p);
		row.result(p);
		row.details(p);
		row.provenance(p);
		row.fitDecimals();
	}

	/** Some hex digits that differ between models that differ in anything. */
	static String fingerprint(final Prediction p) {
		return Digests.sha256(ModelFiles.toYaml(p.model())).substring(0, 2 * FINGERPRINT_BYTES);
	}

	private void subject(final Prediction p) {
		final ImageFacts facts = p.image();
		text("Image", facts.info().name());
		text("ROI", facts.roiName());
		number("Voxels", facts.voxels());
	}

	private void result(final Prediction p) {
		final String endpoint = p.model().endpoint().title();
		text("Risk group", p.groupLabel());
		number("Risk score", p.riskScore());
		number("Cut-off", p.model().cutoff().value());
		number("Total points", p.pointsTotal());
		survival(endpoint, p, s -> s.survival());
		final String interval = p.model().baseline().map(b -> " " + Labels.percent(b.level()) + " interval").orElse("");
		survival(endpoint + " low" + interval, p, s -> s.low());
		survival(endpoint + " high" + interval, p, s -> s.high());
		text("Baseline survival", p.model().baseline().map(b -> b.provenance().id()).orElse("not known"));
		p.model().published().forEach(c -> number("Published " + endpoint + " of the group (" + c.cohort() + ")", c.of(p
			.group())));
	}

	private void details(final Prediction p) {
		number("Linear predictor", p.linearPredictor());
		for (final ClinicalVariable v : p.model().clinical()) {
			final String heading = v.label() + (v.unit().isEmpty() ? "" : " (" + v.unit() + ")");
			final OptionalDouble value = p.clinical().value(v.id());
			if (v.kind() == ClinicalVariable.Kind.NUMERIC) number(heading, value);
			else text(heading, value.isEmpty() ? "" : v.format(value.getAsDouble()));
		}
		p.points().forEach(v -> number("Points: " + v.label(), v.points()));
		p.features().forEach(f -> number(f.column() + unit(p, f.column()), f.value()));
	}

	private void provenance(final Prediction p) {
		final ImageFacts facts = p.image();
		final String unit = facts.info().valueUnit().isEmpty() ? "" : " (" + facts.info().valueUnit() + ")";
		number("ROI volume (mm^3)", facts.volume());
		number("ROI minimum" + unit, facts.roiMin());
		number("ROI maximum" + unit, facts.roiMax());
		text("Model", p.model().id());
		text(FINGERPRINT, fingerprint(p));
		text("Reference", p.model().citation().shortText() + ", doi:" + p.model().citation().doi());
		text("Software", Software.NAME + " " + Software.version());
		text("Missing", p.absentBecause());
		text("Warnings", p.warnings().stream().map(Warning::message).collect(Collectors.joining(" ")));
		text("Use", p.model().use());
	}

	private void fitDecimals() {
		for (int column = 0; column <= table.getLastColumn(); column++) {
			int places = 0;
			for (int row = 0; row < table.size(); row++)
				places = Math.max(places, decimals(table.getValueAsDouble(column, row)));
			table.setDecimalPlaces(column, places);
		}
	}

	private static int decimals(final double v) {
		return Double.isFinite(v) ? Math.max(0, Math.min(DECIMALS, BigDecimal.valueOf(v).stripTrailingZeros().scale())) : 0;
	}

	private static String unit(final Prediction p, final String column) {
		return p.extraction().entries().stream().filter(e -> e.column().equals(column)).map(e -> e.feature()).map(
			Feature::unit).map(u -> u.label(p.image().info().valueUnit())).filter(u -> !u.isEmpty()).map(u -> " (" + u + ")")
			.findFirst().orElse("");
	}

	private void survival(final String heading, final Prediction p,
		final ToDoubleFunction<PredictedSurvival> which)
	{
		number(heading, p.survival().map(s -> OptionalDouble.of(which.applyAsDouble(s))).orElse(OptionalDouble.empty()));
	}

	private void number(final String heading, final OptionalDouble value) {
		if (value.isPresent()) number(heading, value.getAsDouble());
		else text(heading, "");
	}

	private void number(final String heading, final double value) {
		table.addValue(heading, value);
	}

	private void text(final String heading, final String value) {
		table.addValue(heading, value);
	}
}
