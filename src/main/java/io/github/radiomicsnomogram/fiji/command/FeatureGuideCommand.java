package io.github.radiomicsnomogram.fiji.command;

import ij.measure.ResultsTable;

import io.github.radiomicsnomogram.fiji.FeatureGuide;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** {@code Plugins > Radiomics > Feature Guide}: every feature with formula, unit, IBSI code and source. */
@Plugin(type = Command.class, menuPath = Menu.GUIDE, label = "Feature Guide", headless = true,
	description = "Every feature with formula, unit, IBSI code, source, and when it has no value.")
public class FeatureGuideCommand implements Command {

	@Parameter(type = ItemIO.OUTPUT, description = "a row for each feature; formulas in LaTeX")
	private ResultsTable table;

	@Parameter
	private LogService log;

	@Override
	public void run() {
		table = FeatureGuide.table();
		FeatureGuide.show(log::info);
	}
}
