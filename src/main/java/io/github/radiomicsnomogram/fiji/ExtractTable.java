package io.github.radiomicsnomogram.fiji;

import ij.measure.ResultsTable;

import io.github.radiomicsnomogram.extract.Extraction;

import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Features of ROIs as an ImageJ table. Cells hold the doubles as they are; they are shown with 9 decimals, the most that
 * ImageJ has. What has no value is NaN.
 */
final class ExtractTable {

	/** Last column: equal for rows that were computed in the same way. */
	static final String SETTINGS = "Settings";

	private static final int DECIMALS = 9;
	private static final String DIAGNOSTICS = "diagnostics_";

	private ExtractTable() {}

	/** One row for each ROI; columns in PyRadiomics' order, then {@value #SETTINGS}. */
	static ResultsTable rows(final ExtractResult result, final boolean diagnostics) {
		final ResultsTable table = new ResultsTable();
		table.setPrecision(DECIMALS);
		table.setNaNEmptyCells(true);
		add(table, result, diagnostics);
		return table;
	}

	/** Adds the rows of a result to a table of the same columns. */
	static void add(final ResultsTable table, final ExtractResult result, final boolean diagnostics) {
		for (final ExtractResult.Roi roi : result.rois()) {
			if (roi.extraction().isEmpty()) continue;
			table.incrementCounter();
			result.front(roi).forEach(table::addValue);
			final Extraction extraction = roi.extraction().get();
			if (diagnostics) extraction.provenance().forEach((name, text) -> {
				if (name.startsWith(DIAGNOSTICS)) table.addValue(name, text);
			});
			for (final Extraction.Entry e : extraction.entries())
				table.addValue(e.column(), e.value().value());
			table.addValue(SETTINGS, settings(extraction));
		}
	}

	/** One row for each feature, one column for each ROI. */
	static ResultsTable columns(final ExtractResult result) {
		final ResultsTable table = new ResultsTable();
		table.setPrecision(DECIMALS);
		table.setNaNEmptyCells(true);
		final List<ExtractResult.Roi> rois = result.rois().stream().filter(r -> r.extraction().isPresent()).toList();
		for (final Extraction.Entry e : rois.get(0).extraction().orElseThrow().entries()) {
			table.incrementCounter();
			table.addValue("Feature", e.column());
			table.addValue("Unit", e.feature().unit().label(result.valueUnit()));
			table.addValue("IBSI", e.feature().ibsi());
			for (final ExtractResult.Roi roi : rois)
				roi.extraction().flatMap(x -> x.value(e.column())).ifPresent(v -> table.addValue(roi.title(), v.value()));
		}
		return table;
	}

	/** A short name of how features were computed. */
	private static String settings(final Extraction extraction) {
		final Map<String, String> p = extraction.provenance();
		final CRC32 sum = new CRC32();
		sum.update((p.get(DIAGNOSTICS + "Configuration_Settings") + p.get(DIAGNOSTICS + "Configuration_EnabledImageTypes"))
			.replaceAll("'label': \\d+", "").getBytes(java.nio.charset.StandardCharsets.UTF_8));
		return String.format("#%08x", sum.getValue());
	}
}
