package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;

import java.util.function.Consumer;

/** Shows feature maps in ImageJ: each in a window, the first one over the image if that is wanted. */
public final class MapView {

	private static final double SMALLEST_WINDOW = 400, LARGEST_ZOOM = 32;

	private MapView() {}

	/**
	 * Shows maps. Without a screen they become images of the macro that runs, if one does.
	 *
	 * @param result to show
	 * @param options what the user chose
	 * @param log takes a summary and the warnings, line by line
	 */
	public static void show(final MapResult result, final MapOptions options, final Consumer<String> log) {
		result.messages().forEach(m -> log.accept("Warning: " + m));
		if (!options.folder().isBlank()) log.accept(result.table().size() + " maps written to " + options.folder().trim());
		final ImagePlus image = result.image();
		if (!result.overlay().isEmpty()) {
			image.setOverlay(RiskOverlay.replaced(image.getOverlay(), result.overlay()));
			image.setHideOverlay(false);
			image.setSlice(result.slice());
		}
		for (final ImagePlus map : result.stacks())
			show(map, result);
	}

	private static void show(final ImagePlus map, final MapResult result) {
		final boolean whole = result.image().getStackSize() == map.getStackSize() && result.image().getWidth() == map
			.getWidth();
		ShownImage.show(map);
		map.setSlice(whole ? result.slice() : map.getStackSize() / 2 + 1);
		final ImageWindow window = map.getWindow(), source = result.image().getWindow();
		if (window == null) return;
		zoom(window, whole && source != null ? source.getCanvas().getMagnification() : Math.min(
			LARGEST_ZOOM, Math.floor(SMALLEST_WINDOW / map.getWidth())));
	}

	/** As large as the image, and a part of it large enough to see. */
	private static void zoom(final ImageWindow window, final double magnification) {
		final ImageCanvas canvas = window.getCanvas();
		if (magnification <= canvas.getMagnification()) return;
		canvas.setMagnification(magnification);
		canvas.setSize((int) (canvas.getImage().getWidth() * magnification), (int) (canvas.getImage().getHeight() *
			magnification));
		window.pack();
	}
}
