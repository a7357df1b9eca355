package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.NewImage;
import ij.macro.Interpreter;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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

	@Test
	void theImageOfAnotherThreadIsFound() throws Exception {
		final ImagePlus image = NewImage.createByteImage("noted", SIZE, SIZE, 1, NewImage.FILL_BLACK);
		final Thread thread = POOL.submit(Thread::currentThread).get();
		assertEquals(Optional.empty(), MacroThreads.image(thread));
		POOL.submit(() -> WindowManager.setTempCurrentImage(image)).get();
		assertEquals(Optional.of(image), MacroThreads.image(thread));
	}

	@Test
	void aThreadThatRunsACommandIsKnown() {
		assertFalse(MacroThreads.runs(Thread.currentThread()));
		IJ.runMacro("call('" + ShownImageTest.class.getName() + ".noteRuns');");
		assertEquals(List.of(false, true), NOTED.get(), "in run(...), in a macro");
	}

	private static final ThreadLocal<List<Boolean>> NOTED = new ThreadLocal<>();

	/** Called by the macro. */
	public static String noteRuns() {
		final boolean inMacro = MacroThreads.runs(Thread.currentThread());
		NOTED.set(List.of(inMacro, MacroThreads.all().contains(Thread.currentThread())));
		return "";
	}
}
