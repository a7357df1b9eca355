package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import ij.IJ;
import ij.Menus;

import java.awt.HeadlessException;
import java.util.Hashtable;

/**
 * ImageJ's table of commands for a test that runs a macro in its own JVM. ImageJ fills it from plugins.config of the jars
 * in its plugins folder, and can't without a screen; this fills it from the project's plugins.config.
 */
final class MenuTable {

	private MenuTable() {}

	/** Makes {@code run("Predict Risk...")} known to macros. */
	static void install() throws Exception {
		try {
			if (Menus.getCommands() == null) IJ.run("Predict Risk...", "");
		}
		catch (final HeadlessException e) {
			// The table is there now, though the menus are not.
		}
		@SuppressWarnings("unchecked")
		final Hashtable<String, String> table = Menus.getCommands();
		assertNotNull(table);
		CommandRulesTest.pluginsConfig().forEach((path, adapter) -> table.put(path.substring(path.lastIndexOf('>') + 1),
			adapter));
	}
}
