package io.github.radiomicsnomogram.fiji;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageWindow;
import ij.gui.Overlay;
import ij.gui.Roi;

import io.github.radiomicsnomogram.phantom.Phantom;

import java.util.List;

/** The made-up breast CT with its lesion outlined, ready for a prediction. */
public final class Example {

	/** What to do next, for the status line and the log. */
	public static final String HINT = "Now choose Plugins > Radiomics > Predict Risk... (this made-up patient: Ki-67 20 %, " +
		"lymph nodes positive).";

	private static final double WINDOW_PIXELS = 500;

	private Example() {}

	/** The stack with the lesion's outlines in its overlay; not shown. */
	public static ImagePlus create() {
		final Phantom phantom = Phantom.generate();
		final ImagePlus image = PhantomImages.image(phantom);
		final Overlay overlay = new Overlay();
		final List<Roi> rois = PhantomImages.rois(phantom);
		rois.forEach(overlay::add);
		image.setOverlay(overlay);
		return image;
	}

	/**
	 * Shows the example, large enough to see. Without a screen it becomes the current image of the macro that runs, if one
	 * does.
	 */
	public static ImagePlus open() {
		final ImagePlus image = create();
		ShownImage.show(image);
		final ImageWindow window = image.getWindow();
		if (window != null) zoom(image, window);
		image.setSlice(image.getOverlay().get(image.getOverlay().size() / 2).getPosition());
		IJ.showStatus(HINT);
		return image;
	}

	private static void zoom(final ImagePlus image, final ImageWindow window) {
		final double magnification = Math.max(1, Math.floor(WINDOW_PIXELS / image.getWidth()));
		window.getCanvas().setMagnification(magnification);
		window.getCanvas().setSize((int) (image.getWidth() * magnification), (int) (image.getHeight() * magnification));
		window.pack();
	}
}
