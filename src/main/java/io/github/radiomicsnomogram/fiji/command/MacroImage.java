package io.github.radiomicsnomogram.fiji.command;

import ij.WindowManager;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Lets the commands of this package take the current image of the macro that calls them. Fiji asks ImageJ for it in the
 * command's own thread, out of a pool: whatever an earlier command noted there as current, in batch mode, would win, even
 * if it was closed long ago. Runs before Fiji asks.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.VERY_HIGH + 2)
public final class MacroImage extends AbstractPreprocessorPlugin {

	@Override
	public void process(final Module module) {
		if (OwnCommands.has(module.getInfo())) WindowManager.setTempCurrentImage(null);
	}
}
