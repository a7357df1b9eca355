package io.github.radiomicsnomogram.cohort;

import io.github.radiomicsnomogram.cohort.ResultCell.Kind;
import io.github.radiomicsnomogram.extract.Extraction;
import io.github.radiomicsnomogram.extract.PythonText;
import io.github.radiomicsnomogram.feature.FeatureValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** An extraction as a row of results: PyRadiomics' diagnostics, then features. */
public final class ExtractionRow {

	private static final String DIAGNOSTICS = "diagnostics_";
	/** Diagnostics that are texts even if they look like numbers. */
	private static final Pattern TEXTS = Pattern.compile("diagnostics_Versions_.*|.*_(Hash|Dimensionality)");

	private ExtractionRow() {}

	/**
	 * @param front what identifies the ROI
	 * @param diagnostics whether to write them
	 */
	public static ResultRow of(final Map<String, String> front, final Extraction extraction, final boolean diagnostics) {
		final List<ResultCell> cells = new ArrayList<>();
		if (diagnostics) cells.addAll(diagnostics(extraction.provenance()));
		for (final Extraction.Entry e : extraction.entries())
			cells.add(new ResultCell(e.column(), PythonText.of(e.value().value()), Kind.NUMBER, reason(e.value())));
		return ResultRow.of(front, cells);
	}

	/** PyRadiomics' columns of a description; names of our own are left out. */
	public static List<ResultCell> diagnostics(final Map<String, String> provenance) {
		final List<ResultCell> cells = new ArrayList<>();
		provenance.forEach((name, text) -> {
			if (name.startsWith(DIAGNOSTICS)) cells.add(new ResultCell(name, text, TEXTS.matcher(name).matches() ? Kind.TEXT
				: Kind.LITERAL, ""));
		});
		return cells;
	}

	private static String reason(final FeatureValue value) {
		return value.status() == FeatureValue.Status.OK ? "" : value.status().name().toLowerCase(Locale.ROOT) + ": " + value
			.reason();
	}
}
