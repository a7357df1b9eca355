package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.NewImage;
import ij.macro.Interpreter;

import io.github.radiomicsnomogram.fiji.command.MacroImage;
import io.github.radiomicsnomogram.fiji.command.PredictRisk;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;

/** A macro in batch mode that calls commands which run in threads of a pool, as in Fiji. */
public class ShownImageTest {

	private static final int SIZE = 4;

	private static final ExecutorService POOL = Executors.newSingleThreadExecutor(task -> {
		final Thread thread = new Thread(task, "pool");
		thread.setDaemon(true);
		return thread;
	});

	@AfterEach
	void forget() throws Exception {
		Interpreter.batchMode = false;
		WindowManager.setTempCurrentImage(null);
		POOL.submit(() -> WindowManager.setTempCurrentImage(null)).get();
	}

	/** Called by the macro. */
	public static String showInPool(final String title) throws Exception {
		final ImagePlus image = NewImage.createByteImage(title, SIZE, SIZE, 1, NewImage.FILL_BLACK);
		POOL.submit(() -> ShownImage.show(image)).get();
		return title;
	}

	@Test
	void theMacroThatWaitsSeesTheImage() throws Exception {
		final String call = "call('" + ShownImageTest.class.getName() + ".showInPool', 'shown'); ";
		assertEquals("shown before", IJ.runMacro("setBatchMode(true); newImage('before', '8-bit', 9, 9, 1); " + call +
			"shown = getTitle(); close(); left = getTitle(); close('*'); return shown + ' ' + left;"));
		assertNull(POOL.submit(WindowManager::getTempCurrentImage).get(), "the thread of the pool remembers");
	}

	/** In ImageJ 1 the command's thread is the macro's. */
	@Test
	void aCommandInTheMacrosThreadIsAsBefore() {
		final ImagePlus image = NewImage.createByteImage("own", SIZE, SIZE, 1, NewImage.FILL_BLACK);
		OWN.set(image);
		assertEquals("own", IJ.runMacro("setBatchMode(true); newImage('before', '8-bit', 9, 9, 1); call('" +
			ShownImageTest.class.getName() + ".showHere'); shown = getTitle(); close('*'); return shown;"));
	}

	private static final ThreadLocal<ImagePlus> OWN = new ThreadLocal<>();

	/** Called by the macro. */
	public static String showHere() {
		ShownImage.show(OWN.get());
		return "";
	}

	/** What any command may have noted in a thread is no input of ours. */
	@Test
	void anImageNotedInTheThreadOfThePoolIsForgotten() throws Exception {
		final ImagePlus stale = NewImage.createByteImage("stale", SIZE, SIZE, 1, NewImage.FILL_BLACK);
		POOL.submit(() -> WindowManager.setTempCurrentImage(stale)).get();
		process(new CommandModule(new CommandInfo(ForeignCommand.class)));
		assertSame(stale, POOL.submit(WindowManager::getTempCurrentImage).get(), "another plugin's command");
		process(new CommandModule(new CommandInfo(PredictRisk.class)));
		assertNull(POOL.submit(WindowManager::getTempCurrentImage).get());
	}

	private static void process(final CommandModule module) throws Exception {
		POOL.submit(() -> new MacroImage().process(module)).get();
	}
}
