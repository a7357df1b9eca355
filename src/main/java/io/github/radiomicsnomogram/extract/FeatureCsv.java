package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.feature.FeatureValue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * PyRadiomics' wide table: a row of names, then a row of values for each ROI. First what identifies the ROI
 * (PyRadiomics writes Image and Mask), then diagnostics, then features. Full precision, dot decimals in every locale,
 * "nan" where there is no value; quotes as in RFC 4180, lines end as PyRadiomics ends them, with a line feed.
 */
public final class FeatureCsv {

	private FeatureCsv() {}

	/**
	 * A table of one ROI.
	 *
	 * @param identification leading columns by name, in order
	 * @param extraction features
	 * @param additionalInfo whether diagnostics are written
	 */
	public static String table(final Map<String, String> identification, final Extraction extraction,
		final boolean additionalInfo)
	{
		final Map<String, String> columns = columns(identification, extraction, additionalInfo);
		return line(columns.keySet()) + line(columns.values());
	}

	/** Text of each column, in order. */
	public static Map<String, String> columns(final Map<String, String> identification, final Extraction extraction,
		final boolean additionalInfo)
	{
		final Map<String, String> columns = new LinkedHashMap<>(identification);
		if (additionalInfo) extraction.provenance().forEach((name, text) -> {
			if (name.startsWith(Provenance.PREFIX)) columns.put(name, text);
		});
		for (final Extraction.Entry entry : extraction.entries())
			columns.put(entry.column(), text(entry.value()));
		return columns;
	}

	/** One line of a table, with its end. */
	public static String line(final Iterable<String> cells) {
		return StreamSupport.stream(cells.spliterator(), false).map(FeatureCsv::cell).collect(Collectors
			.joining(",", "", "\n"));
	}

	private static String text(final FeatureValue value) {
		return PythonText.of(value.value());
	}

	private static String cell(final String text) {
		final boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
		return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
	}
}
