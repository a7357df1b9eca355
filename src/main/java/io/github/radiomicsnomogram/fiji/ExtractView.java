package io.github.radiomicsnomogram.fiji;

import ij.IJ;
import ij.WindowManager;
import ij.gui.GUI;
import ij.measure.ResultsTable;

import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Shows features in ImageJ: a table where there is a screen, and what the user should know in the log. */
public final class ExtractView {

	/** Title of the table. */
	public static final String TITLE = "Radiomics features";

	private static final int MOST_MESSAGES = 25;
	private static final double TABLE_WIDTH = 0.8, TABLE_HEIGHT = 0.6;
	private static final int ROWS_HEIGHT = 200;

	private ExtractView() {}

	/**
	 * Shows features.
	 *
	 * @param result to show
	 * @param options what the user chose
	 * @param log takes a summary and the warnings, line by line
	 */
	public static void show(final ExtractResult result, final ExtractOptions options, final Consumer<String> log) {
		final List<String> messages = result.messages();
		messages.stream().limit(MOST_MESSAGES).forEach(m -> log.accept("Warning: " + m));
		if (messages.size() > MOST_MESSAGES) log.accept("Warning: " + (messages.size() - MOST_MESSAGES) + " more");
		if (!options.csv().isBlank()) log.accept("Features written to " + options.csv().trim());
		if (GraphicsEnvironment.isHeadless()) return;
		IJ.showStatus(TITLE + ": " + result.rois().size() + (result.rois().size() == 1 ? " ROI" : " ROIs"));
		if (options.layout().equals(ExtractOptions.COLUMNS)) open(table(result, options), TABLE_HEIGHT);
		else if (!append(result, options)) open(table(result, options), 0);
	}

	/** The features as the options lay them out. */
	public static ResultsTable table(final ExtractResult result, final ExtractOptions options) {
		return options.layout().equals(ExtractOptions.COLUMNS) ? ExtractTable.columns(result) : ExtractTable.rows(result,
			options.diagnostics());
	}

	/** Adds rows to the open table if its rows were computed in the same way. */
	private static boolean append(final ExtractResult result, final ExtractOptions options) {
		final ResultsTable open = ResultsTable.getResultsTable(TITLE), rows = table(result, options);
		if (open == null || open.size() == 0 || !Arrays.equals(open.getHeadings(), rows.getHeadings()) || !open
			.getStringValue(ExtractTable.SETTINGS, 0).equals(rows.getStringValue(ExtractTable.SETTINGS, 0))) return false;
		ExtractTable.add(open, result, options.diagnostics());
		open.show(TITLE);
		return true;
	}

	/** In a window of its own; ImageJ would make it 700 pixels wide. */
	private static void open(final ResultsTable table, final double height) {
		final String title = WindowManager.makeUniqueName(TITLE);
		table.show(title);
		final Window window = WindowManager.getWindow(title);
		if (window == null) return;
		final Rectangle screen = GUI.getMaxWindowBounds(window);
		window.setSize((int) (TABLE_WIDTH * screen.width), height > 0 ? (int) (height * screen.height) : ROWS_HEIGHT);
		GUI.centerOnImageJScreen(window);
	}
}
