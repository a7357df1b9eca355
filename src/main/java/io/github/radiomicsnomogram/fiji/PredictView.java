package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GUI;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;

import io.github.radiomicsnomogram.model.Prediction;
import io.github.radiomicsnomogram.model.RiskGroup;

import java.awt.Color;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Shows a prediction in ImageJ: overlay and properties of the image always, since they need no screen; tables and
 * nomogram where there is one. Showing another prediction replaces what is ours and leaves the rest alone.
 */
public final class PredictView {

	/** Start of the names of the image's properties that hold the result, for a macro's {@code Property.get}. */
	public static final String PROPERTY = "radiomics.";

	/** Colours that people of every colour vision tell apart, and that stand out on grey (Okabe and Ito, 2008). */
	private static final Color LOW = new Color(0x56B4E9), HIGH = new Color(0xFF7F2A);

	private static final String PREDICTION_TITLE = "Radiomics Prediction", FEATURES_TITLE = "Radiomics Features";

	private static final double TABLE_WIDTH = 0.8;
	private static final int TABLE_HEIGHT = 180;

	private PredictView() {}

	/**
	 * Shows a prediction.
	 *
	 * @param result to show
	 * @param log takes a summary and the warnings, line by line
	 */
	public static void show(final PredictResult result, final Consumer<String> log) {
		annotate(result, log);
		if (GraphicsEnvironment.isHeadless()) return;
		showPrediction(result.prediction());
		if (result.showFeatures()) features(result).show(FEATURES_TITLE);
		if (!Interpreter.isBatchMode()) nomogram(result).ifPresent(NomogramWindow::show);
	}

	/** What needs no screen: overlay, properties, log. */
	static void annotate(final PredictResult result, final Consumer<String> log) {
		final Prediction p = result.prediction();
		draw(result);
		setProperties(result.image(), p);
		log.accept(Labels.summary(p));
		p.missing().forEach(m -> log.accept(m.reason()));
		p.warnings().forEach(w -> log.accept("Warning: " + w.message()));
	}

	/** The prediction as a table of one row. */
	public static ResultsTable table(final PredictResult result) {
		return PredictionTable.of(result.prediction());
	}

	/** The features that were extracted as a table. */
	public static ResultsTable features(final PredictResult result) {
		return FeatureTable.of(result.prediction().extraction(), result.prediction().image());
	}

	/** The nomogram with the patient's marks; none if the model has no nomogram. Not shown. */
	public static Optional<ImagePlus> nomogram(final PredictResult result) {
		return result.prediction().model().nomogram().map(n -> NomogramWindow.of(result));
	}

	/** Colour of a risk group in overlays. */
	public static Color colour(final RiskGroup group) {
		return group == RiskGroup.HIGH ? HIGH : LOW;
	}

	private static void draw(final PredictResult result) {
		final Prediction p = result.prediction();
		final ImagePlus image = result.image();
		image.setOverlay(RiskOverlay.replaced(image.getOverlay(), RiskOverlay.elements(result.mask(), colour(p.group()),
			Labels.lines(p))));
		image.setHideOverlay(false);
	}

	private static void setProperties(final ImagePlus image, final Prediction p) {
		forget(image);
		image.setProp(PROPERTY + "model", p.model().id());
		image.setProp(PROPERTY + "risk_group", p.group().id());
		setNumber(image, "risk_score", OptionalDouble.of(p.riskScore()));
		setNumber(image, "linear_predictor", p.linearPredictor());
		setNumber(image, "points_total", p.pointsTotal());
		p.survival().ifPresent(s -> {
			setNumber(image, "survival", OptionalDouble.of(s.survival()));
			setNumber(image, "survival_low", OptionalDouble.of(s.low()));
			setNumber(image, "survival_high", OptionalDouble.of(s.high()));
		});
	}

	/**
	 * Takes the numbers of an earlier prediction away, so that a macro can't take them for those of one that fails.
	 *
	 * @param image that is about to be looked at, or null
	 */
	public static void forget(final ImagePlus image) {
		final String[] all = image == null ? null : NomogramWindow.source(image).getPropertiesAsArray();
		if (all == null) return;
		for (int i = 0; i + 1 < all.length; i += 2)
			if (all[i].startsWith(PROPERTY)) image.setProp(all[i], null);
	}

	/** In the shortest decimals that read back as the same double. */
	private static void setNumber(final ImagePlus image, final String name, final OptionalDouble value) {
		value.ifPresent(v -> image.setProp(PROPERTY + name, Double.toString(v)));
	}

	/** Adds a row to the open table of the same model, if there is one, and never to that of another. */
	private static void showPrediction(final Prediction p) {
		final String title = PREDICTION_TITLE + " (" + p.model().id() + ")";
		if (!append(p, title) && !append(p, title + " " + PredictionTable.fingerprint(p))) throw new IllegalStateException(
			"table " + title);
	}

	/** ImageJ makes no table wider than 700 pixels, which hides most of a row. */
	private static void widen(final String title) {
		final Window window = WindowManager.getWindow(title);
		if (window == null) return;
		final Rectangle screen = GUI.getMaxWindowBounds(window);
		window.setSize((int) (TABLE_WIDTH * screen.width), Math.min(window.getHeight(), TABLE_HEIGHT));
		GUI.centerOnImageJScreen(window);
	}

	private static boolean append(final Prediction p, final String title) {
		final ResultsTable open = ResultsTable.getResultsTable(title);
		final ResultsTable single = PredictionTable.of(p);
		if (open == null || open.size() == 0) {
			single.show(title);
			widen(title);
			return true;
		}
		if (!Arrays.equals(open.getHeadings(), single.getHeadings()) || !open.getStringValue(PredictionTable.FINGERPRINT, 0)
			.equals(PredictionTable.fingerprint(p))) return false;
		PredictionTable.add(open, p);
		open.show(title);
		return true;
	}
}
