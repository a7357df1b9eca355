package io.github.radiomicsnomogram.cohort;

import io.github.radiomicsnomogram.cohort.ResultCell.Kind;
import io.github.radiomicsnomogram.extract.Extraction;
import io.github.radiomicsnomogram.extract.PythonText;
import io.github.radiomicsnomogram.feature.FeatureValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** An extraction as cells of a row of results: PyRadiomics' diagnostics, then features. */
public final class ExtractionCells {

	private static final String DIAGNOSTICS = "diagnostics_";
	private static final String SETTINGS = "diagnostics_Configuration_Settings";
	private static final String MASK_HASH = "diagnostics_Mask-original_Hash";
	/** Diagnostics that are texts even if they look like numbers. */
	private static final Pattern TEXTS = Pattern.compile("diagnostics_Versions_.*|.*_(Hash|Dimensionality)");

	private ExtractionCells() {}

	/**
	 * The cells of an extraction.
	 *
	 * @param diagnostics whether to write them
	 */
	public static List<ResultCell> cells(final Extraction extraction, final boolean diagnostics) {
		final List<ResultCell> cells = new ArrayList<>();
		if (diagnostics) cells.addAll(diagnostics(extraction.provenance()));
		for (final Extraction.Entry e : extraction.entries())
			cells.add(new ResultCell(e.column(), PythonText.of(e.value().value()), Kind.NUMBER, reason(e.value())));
		return cells;
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

	/** The same cells with a setting that the command gives, in its place or at the end. */
	public static List<ResultCell> withSetting(final List<ResultCell> cells, final String key, final String value) {
		final String entry = "'" + key + "': ";
		return cells.stream().map(c -> !c.column().equals(SETTINGS) ? c : new ResultCell(SETTINGS, c.text().contains(entry) ? c
			.text().replaceFirst(entry + "[^,}]*", entry + value) : c.text().replaceFirst("}$", ", " + entry + value + "}"), c
				.kind(), c.reason())).toList();
	}

	/** The same cells with another checksum of the mask: PyRadiomics' is that of the whole label image. */
	public static List<ResultCell> withMaskHash(final List<ResultCell> cells, final Supplier<String> hash) {
		return cells.stream().map(c -> c.column().equals(MASK_HASH) ? new ResultCell(MASK_HASH, hash.get(), Kind.TEXT, "") : c)
			.toList();
	}

	private static String reason(final FeatureValue value) {
		return value.status() == FeatureValue.Status.OK ? "" : value.status().name().toLowerCase(Locale.ROOT) + ": " + value
			.reason();
	}
}
