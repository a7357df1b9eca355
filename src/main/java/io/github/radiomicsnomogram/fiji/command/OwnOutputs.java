package io.github.radiomicsnomogram.fiji.command;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Marks the outputs of this package's commands as dealt with: the commands show their results themselves. Otherwise
 * SciJava opens a window for each text and table, and warns of each number.
 */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.HIGH)
public final class OwnOutputs extends AbstractPostprocessorPlugin {

	@Override
	public void process(final Module module) {
		if (!OwnCommands.has(module.getInfo())) return;
		for (final ModuleItem<?> output : module.getInfo().outputs())
			module.resolveOutput(output.getName());
	}
}
