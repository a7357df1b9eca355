package io.github.radiomicsnomogram.fiji;

import ij.measure.ResultsTable;

import io.github.radiomicsnomogram.extract.Extraction;
import io.github.radiomicsnomogram.feature.FeatureValue;
import io.github.radiomicsnomogram.model.ImageFacts;

import java.util.Locale;

/**
 * Every feature of a ROI as an ImageJ table, one row each. Cells hold the doubles as they are; they are shown with 9
 * decimals, the most that ImageJ has.
 */
final class FeatureTable {

	private static final int DECIMALS = 9;

	private FeatureTable() {}

	/** The table of an extraction. */
	static ResultsTable of(final Extraction extraction, final ImageFacts facts) {
		final ResultsTable table = new ResultsTable();
		table.setPrecision(DECIMALS);
		for (final Extraction.Entry e : extraction.entries()) {
			table.incrementCounter();
			table.addValue("Feature", e.column());
			final FeatureValue value = e.value();
			if (value.hasValue()) table.addValue("Value", value.value());
			else table.addValue("Value", "");
			table.addValue("Unit", e.feature().unit().label(facts.info().valueUnit()));
			table.addValue("Status", value.status().name().toLowerCase(Locale.ROOT));
			table.addValue("Reason", value.reason());
			table.addValue("IBSI", e.feature().ibsi());
			table.addValue("Image", facts.info().name());
			table.addValue("ROI", facts.roiName());
			table.addValue("Voxels", facts.voxels());
		}
		return table;
	}
}
