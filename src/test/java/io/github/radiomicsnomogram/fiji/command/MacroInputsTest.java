package io.github.radiomicsnomogram.fiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.WindowManager;
import ij.gui.NewImage;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.fiji.ForeignCommand;

import java.util.concurrent.FutureTask;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.plugin.PluginService;
import org.scijava.module.process.PreprocessorPlugin;

/** A macro's line for a SciJava command, as Fiji hands it over; the whole way is in the tests of the profile fiji. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MacroInputsTest {

	private static final int SIZE = 4;

	private Context context;

	@BeforeAll
	void start() {
		context = new Context(CommandService.class, PluginService.class);
	}

	@AfterAll
	void stop() {
		context.dispose();
	}

	private Module module(final Class<? extends Command> type) {
		return context.service(ModuleService.class).createModule(new CommandInfo(type));
	}

	private MacroInputs inputs() {
		return context.service(PluginService.class).createInstancesOfType(PreprocessorPlugin.class).stream().filter(
			MacroInputs.class::isInstance).map(MacroInputs.class::cast).findFirst().orElseThrow();
	}

	private static boolean resolved(final Module module, final Class<?> type) {
		return StreamSupport.stream(module.getInfo().inputs().spliterator(), false).filter(i -> i.getType() == type).map(
			ModuleItem::getName).allMatch(module::isInputResolved);
	}

	/** An input that is left open makes Fiji ask for it in a dialog. */
	@Test
	void whatALineDoesNotNameHasItsDefault() {
		final Module module = module(PredictRisk.class);
		MacroInputs.fill(module, "ki67=20 roi_file=[/a folder/of ours.zip] show_features");
		assertEquals("20", module.getInput("ki67"));
		assertEquals("/a folder/of ours.zip", module.getInput("roi_file"));
		assertEquals(true, module.getInput("show_features"));
		assertEquals("unknown", module.getInput("aln"));
		assertEquals("zhang-2021", module.getInput("model"));
		assertTrue(resolved(module, String.class) && resolved(module, boolean.class));
		assertFalse(module.isInputResolved("image"));
	}

	@Test
	void everyCommandIsFilled() {
		for (final CommandInfo command : context.service(CommandService.class).getCommands()) {
			if (!OwnCommands.has(command)) continue;
			final Module module = context.service(ModuleService.class).createModule(command);
			MacroInputs.fill(module, " ");
			assertTrue(resolved(module, String.class) && resolved(module, boolean.class), command.toString());
		}
	}

	@Test
	void anUnknownKeyIsTold() {
		final InputException e = assertThrows(InputException.class, () -> MacroInputs.fill(module(PredictRisk.class),
			"ki-67=20"));
		assertTrue(e.getMessage().startsWith("Unknown macro option 'ki-67'; known: image, roi_source, mask"), e.getMessage());
		assertThrows(InputException.class, () -> MacroInputs.fill(module(PredictRisk.class), "show_features=maybe"));
	}

	/** A thread of the pool, as it was left by another command; no macro runs. */
	@Test
	void anImageNotedInTheCommandsThreadIsForgotten() throws Exception {
		assertEquals("stale", noted(module(ForeignCommand.class)), "another plugin's command");
		assertEquals("none", noted(module(PredictRisk.class)));
	}

	private String noted(final Module module) throws Exception {
		final MacroInputs inputs = inputs();
		final FutureTask<String> task = new FutureTask<>(() -> {
			WindowManager.setTempCurrentImage(NewImage.createByteImage("stale", SIZE, SIZE, 1, NewImage.FILL_BLACK));
			inputs.process(module);
			final String title = WindowManager.getTempCurrentImage() == null ? "none" : WindowManager.getTempCurrentImage()
				.getTitle();
			WindowManager.setTempCurrentImage(null);
			return title;
		});
		final Thread thread = new Thread(task);
		thread.start();
		thread.join();
		return task.get();
	}
}
