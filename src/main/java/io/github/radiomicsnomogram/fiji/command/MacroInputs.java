package io.github.radiomicsnomogram.fiji.command;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.fiji.DialogText;
import io.github.radiomicsnomogram.fiji.MacroOptions;
import io.github.radiomicsnomogram.fiji.MacroThreads;

import java.util.ArrayList;
import java.util.List;

import org.scijava.ItemVisibility;
import org.scijava.Priority;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.thread.ThreadService;

/**
 * Makes a macro's {@code run("Predict Risk...", "ki67=20")} mean the same in Fiji as in ImageJ 1: what the line does not
 * name has its default, and no dialog asks for it in mid-macro; a key that no input has is told; a bare key is a switch
 * that is on; and the image is the macro's current one. Left to itself Fiji asks ImageJ for the current image in the
 * command's own thread, where it finds whatever an earlier command noted. Runs before Fiji's own readers of macros.
 */
@Plugin(type = PreprocessorPlugin.class, priority = 2 * Priority.VERY_HIGH + 1)
public final class MacroInputs extends AbstractPreprocessorPlugin {

	@Parameter
	private ThreadService threads;

	@Parameter
	private LogService log;

	@Override
	public void process(final Module module) {
		if (!OwnCommands.has(module.getInfo())) return;
		WindowManager.setTempCurrentImage(null);
		final Thread caller = threads.getParent(null);
		if (!IJ.isMacro() || caller == null || !MacroThreads.runs(caller)) return;
		MacroThreads.image(caller).ifPresent(image -> current(module, image));
		final String options = Macro.getOptions();
		if (options == null || options.isBlank()) return;
		try {
			fill(module, options);
		}
		catch (final InputException e) {
			if (!CancelableCommand.hasScreen()) log.error(e.getMessage());
			cancel(CancelableCommand.hasScreen() ? DialogText.wrapped(e.getMessage()) : e.getMessage());
		}
	}

	private static void current(final Module module, final ImagePlus image) {
		for (final ModuleItem<?> input : module.getInfo().inputs())
			if (input.getType() == ImagePlus.class && !module.isInputResolved(input.getName())) {
				module.setInput(input.getName(), image);
				module.resolveInput(input.getName());
			}
	}

	/** Gives each text and switch its value; the image's title is left to Fiji. */
	static void fill(final Module module, final String options) {
		final MacroOptions macro = MacroOptions.parse(options, keys(module));
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			final String name = input.getName();
			if (isText(input)) module.setInput(name, macro.text(name, (String) module.getInput(name)));
			else if (input.getType() == boolean.class) module.setInput(name, macro.flag(name, (Boolean) module.getInput(name)));
			else if (!isMessage(input)) continue;
			module.resolveInput(name);
		}
	}

	private static List<String> keys(final Module module) {
		final List<String> keys = new ArrayList<>();
		for (final ModuleItem<?> input : module.getInfo().inputs())
			if (isText(input) || input.getType() == boolean.class || input.getType() == ImagePlus.class) keys.add(input.getName());
		return keys;
	}

	private static boolean isText(final ModuleItem<?> input) {
		return input.getType() == String.class && !isMessage(input);
	}

	private static boolean isMessage(final ModuleItem<?> input) {
		return input.getVisibility() == ItemVisibility.MESSAGE;
	}
}
