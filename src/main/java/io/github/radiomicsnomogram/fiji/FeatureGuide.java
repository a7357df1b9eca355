package io.github.radiomicsnomogram.fiji;

import ij.measure.ResultsTable;

import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureFamily;
import io.github.radiomicsnomogram.feature.FeatureRegistry;

import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Every feature that the registry knows, to read and to search. */
public final class FeatureGuide {

	private FeatureGuide() {}

	/** Shows a window, or without a screen tells the table line by line. */
	public static void show(final Consumer<String> log) {
		if (!GraphicsEnvironment.isHeadless()) {
			GuideWindow.open(entries());
			return;
		}
		final ResultsTable table = table();
		log.accept(table.getColumnHeadings());
		for (int i = 0; i < table.size(); i++)
			log.accept(table.getRowAsString(i));
	}

	/** One row for each feature; formulas in LaTeX. */
	public static ResultsTable table() {
		final ResultsTable table = new ResultsTable();
		for (final Entry e : entries()) {
			final Feature f = e.feature();
			table.incrementCounter();
			table.addValue("Feature", f.id());
			table.addValue("Class", e.family().title());
			table.addValue("Unit", f.unit().label(""));
			table.addValue("IBSI", f.ibsi());
			table.addValue("Formula", f.formula());
			table.addValue("Undefined when", f.undefinedWhen());
			table.addValue("Differs from IBSI", f.differsFromIbsi());
			table.addValue("By default", f.deprecated() ? "no" : "yes");
			table.addValue("Source", f.source());
		}
		return table;
	}

	/** All features, family by family. */
	static List<Entry> entries() {
		final List<Entry> entries = new ArrayList<>();
		for (final FeatureFamily family : FeatureRegistry.WITH_SHAPE_2D.families())
			family.features().forEach(f -> entries.add(new Entry(family, f)));
		return entries;
	}

	/**
	 * A feature with its class.
	 *
	 * @param family PyRadiomics' feature class
	 * @param feature the registry's row
	 */
	record Entry(FeatureFamily family, Feature feature) {

		/** Everything, as a page for Swing. */
		String html() {
			final Feature f = feature;
			return "<html><body style='font-family: sans-serif; font-size: 12pt; margin: 6px'><b>" + f.id() + "</b> &nbsp; (" +
				family.title() + ")" + part("", "<span style='font-size: 14pt'>" + FormulaHtml.of(f.formula()) + "</span>") + part(
					"Unit: ", f.unit().label("").isEmpty() ? "none" : f.unit().label("")) + part("IBSI code: ", f.ibsi()) + part(
						"No value, or one by convention: ", escaped(f.undefinedWhen())) + part("Differs from IBSI: ", escaped(f
							.differsFromIbsi())) + part("", f.deprecated() ? "Computed only if named: deprecated by PyRadiomics." : "") +
				part("Source: ", escaped(f.source())) + "</body></html>";
		}

		private static String part(final String name, final String text) {
			return text.isEmpty() ? "" : "<div style='margin-top: 5px'><i>" + name + "</i>" + text + "</div>";
		}

		private static String escaped(final String text) {
			return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
		}

		/** What a search looks through. */
		String text() {
			return String.join(" ", feature.id(), family.title(), feature.unit().label(""), feature.ibsi(), feature.formula(),
				feature.undefinedWhen(), feature.differsFromIbsi(), feature.source());
		}
	}
}
