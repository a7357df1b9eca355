package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;
import ij.WindowManager;

import io.github.radiomicsnomogram.model.Prediction;
import io.github.radiomicsnomogram.plot.Figures;
import io.github.radiomicsnomogram.plot.NomogramFigure;

/** The nomogram with the patient's marks as an image that ImageJ shows, saves and prints. */
final class NomogramWindow {

	private static final String TITLE = "Radiomics Nomogram";
	private static final String SOURCE = "radiomics.source";
	private static final double SCALE = 1.5;

	private NomogramWindow() {}

	/** The figure of a prediction, not shown. */
	static ImagePlus of(final PredictResult result) {
		final Prediction p = result.prediction();
		final ImagePlus figure = new ImagePlus(TITLE + " (" + p.model().id() + ")", Figures.render(NomogramFigure.of(p),
			SCALE));
		figure.setProperty(SOURCE, result.image().getID());
		return figure;
	}

	/** Shows a figure, in the window of an earlier one of the same title if that is still open. */
	static void show(final ImagePlus figure) {
		final ImagePlus open = WindowManager.getImage(figure.getTitle());
		if (open == null || open.getProperty(SOURCE) == null) {
			figure.show();
			return;
		}
		open.setProcessor(figure.getProcessor());
		open.setProperty(SOURCE, figure.getProperty(SOURCE));
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
