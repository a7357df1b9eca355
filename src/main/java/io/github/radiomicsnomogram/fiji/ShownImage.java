package io.github.radiomicsnomogram.fiji;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;

import java.awt.GraphicsEnvironment;
import java.util.List;

/**
 * Shows images. With a window that is ImageJ's own affair. Without one, in a macro's batch mode, ImageJ notes the image as
 * current for the thread that shows it: right in ImageJ 1, where that is the macro's. In Fiji a command has a thread out
 * of a pool, while the macro waits: it would not see the image, and a later command in the same thread would take it for
 * the current one, closed or not.
 */
final class ShownImage {

	private ShownImage() {}

	/** Shows an image; without a screen it becomes the current image of the macro that runs, if one does. */
	static void show(final ImagePlus image) {
		if (GraphicsEnvironment.isHeadless() && !IJ.isMacro()) return;
		final ImagePlus current = WindowManager.getTempCurrentImage();
		image.show();
		if (image.getWindow() != null) return;
		WindowManager.setTempCurrentImage(current);
		final List<Thread> macros = MacroThreads.all();
		if (macros.size() == 1) WindowManager.setTempCurrentImage(macros.get(0), image);
	}
}
