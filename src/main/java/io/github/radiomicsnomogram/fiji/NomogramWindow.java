package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GUI;
import ij.gui.ImageWindow;

import io.github.radiomicsnomogram.model.Prediction;
import io.github.radiomicsnomogram.plot.Figures;
import io.github.radiomicsnomogram.plot.NomogramFigure;
import io.github.radiomicsnomogram.plot.Scene;

import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;

/** The nomogram with the patient's marks as an image that ImageJ shows, saves and prints. */
final class NomogramWindow {

	private static final String TITLE = "Radiomics Nomogram";
	private static final String SOURCE = "radiomics.source";
	private static final double LARGEST_SCALE = 1.5, SCREEN_SHARE = 0.65;

	private NomogramWindow() {}

	/** The figure of a prediction, not shown. */
	static ImagePlus of(final PredictResult result) {
		final Prediction p = result.prediction();
		final Scene scene = NomogramFigure.of(p);
		final ImagePlus figure = new ImagePlus(TITLE + " (" + p.model().id() + ")", Figures.render(scene, scale(scene)));
		figure.setProperty(SOURCE, result.image().getID());
		return figure;
	}

	/** Pixels a point: sharp, but no wider than a part of the screen, if there is one. */
	private static double scale(final Scene scene) {
		if (GraphicsEnvironment.isHeadless()) return LARGEST_SCALE;
		final double fitting = SCREEN_SHARE * GUI.getMaxWindowBounds().width / scene.width();
		return Math.max(1, Math.min(LARGEST_SCALE, fitting));
	}

	/** Shows a figure, in the window of an earlier one of the same title if that is still open. */
	static void show(final ImagePlus figure) {
		final ImagePlus open = WindowManager.getImage(figure.getTitle());
		if (open == null || open.getProperty(SOURCE) == null) {
			figure.show();
			beside(figure);
			return;
		}
		open.setProcessor(figure.getProcessor());
		open.setProperty(SOURCE, figure.getProperty(SOURCE));
	}

	/** To the right of its stack if there is room, so that both are seen. */
	private static void beside(final ImagePlus figure) {
		final ImageWindow window = figure.getWindow();
		final ImagePlus stack = source(figure);
		if (window == null || stack.getWindow() == null) return;
		final Rectangle screen = GUI.getMaxWindowBounds(window), other = stack.getWindow().getBounds();
		if (other.x + other.width + window.getWidth() <= screen.x + screen.width) window.setLocation(other.x + other.width,
			other.y);
		else if (screen.x + window.getWidth() <= other.x) window.setLocation(other.x - window.getWidth(), other.y);
	}

	/**
	 * The stack that an image stands for: the figure is the active image after a prediction, and a user who asks again
	 * means the stack that it was made from.
	 */
	static ImagePlus source(final ImagePlus image) {
		if (!(image.getProperty(SOURCE) instanceof Integer id)) return image;
		final ImagePlus stack = WindowManager.getImage(id);
		return stack == null ? image : stack;
	}
}
