package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;
import ij.WindowManager;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Threads in which a macro, or a script with {@code IJ.run}, calls commands. ImageJ keeps a current image for each thread,
 * for work without windows. Its own plugins run in the macro's thread; in Fiji a command has a thread out of a pool, and
 * the macro's waits.
 */
public final class MacroThreads {

	private MacroThreads() {}

	/** Whether a thread is in the middle of {@code run(...)}. */
	public static boolean runs(final Thread thread) {
		return Arrays.stream(thread.getStackTrace()).anyMatch(MacroThreads::calls);
	}

	/** All threads that are in the middle of {@code run(...)} or of a macro: this one in ImageJ 1. */
	static List<Thread> all() {
		return Thread.getAllStackTraces().entrySet().stream().filter(t -> Arrays.stream(t.getValue()).anyMatch(f -> calls(f) ||
			f.getClassName().equals("ij.macro.Interpreter"))).map(Map.Entry::getKey).toList();
	}

	private static boolean calls(final StackTraceElement frame) {
		return frame.getClassName().equals("ij.IJ") && frame.getMethodName().equals("run");
	}

	/**
	 * The image that ImageJ has noted as current for a thread. It tells that to the thread itself alone, which can't be
	 * asked while it waits; hence the look at a private field.
	 *
	 * @param thread of a macro
	 * @return nothing if it has none: then the window on top, or the last image of batch mode, is current
	 */
	public static Optional<ImagePlus> image(final Thread thread) {
		try {
			final Field images = WindowManager.class.getDeclaredField("tempImageTable");
			images.setAccessible(true);
			return Optional.ofNullable((ImagePlus) ((Map<?, ?>) images.get(null)).get(thread));
		}
		catch (final ReflectiveOperationException e) {
			return Optional.empty();
		}
	}
}
