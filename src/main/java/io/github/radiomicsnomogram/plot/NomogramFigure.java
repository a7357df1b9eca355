package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.Software;
import io.github.radiomicsnomogram.model.BaselineSurvival;
import io.github.radiomicsnomogram.model.CoxTerm;
import io.github.radiomicsnomogram.model.Nomogram;
import io.github.radiomicsnomogram.model.Nomogram.Variable;
import io.github.radiomicsnomogram.model.PredictedSurvival;
import io.github.radiomicsnomogram.model.Prediction;
import io.github.radiomicsnomogram.model.PrognosticModel;
import io.github.radiomicsnomogram.plot.Scene.Anchor;
import io.github.radiomicsnomogram.plot.Scene.Ink;
import io.github.radiomicsnomogram.plot.Scene.Stroke;
import io.github.radiomicsnomogram.plot.Scene.Style;
import io.github.radiomicsnomogram.survival.Pretty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * A model's nomogram as R's rms draws it: points, an axis for each variable, total points, linear predictor, survival.
 * With a patient's marks where there is a value, and dashed lines to read along.
 */
public final class NomogramFigure {

	private static final double WIDTH = 760, MARGIN = 24, LEFT = 214, RIGHT = 724;
	private static final double ROW = 46, DOT = 3.6, TITLE = 13, TEXT = 10, SMALL = 8.5;
	private static final int INTERVALS = 10;
	/** Survivals that get a tick, as far as they lie on the axis. */
	private static final double[] SURVIVALS = { 0.99, 0.98, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.05, 0.01 };
	private static final double BAND_WIDTH = 6, BAND_OPACITY = 0.3;

	private final PrognosticModel model;
	private final Nomogram nomogram;
	private final Optional<Prediction> patient;
	private final Optional<NomogramReading> reading;
	private final Ink ink;
	private final Sheet sheet = new Sheet(WIDTH, MARGIN);
	private final double[] totals;
	private final List<NomogramLayout.Row> rows = new ArrayList<>();

	private NomogramFigure(final PrognosticModel model, final Optional<Prediction> patient,
		final Optional<NomogramReading> reading)
	{
		this.model = model;
		this.patient = patient;
		this.reading = reading;
		nomogram = model.nomogram().orElseThrow(() -> new IllegalArgumentException("model " + model.id() +
			" has no nomogram"));
		ink = reading.map(this::colour).orElse(Ink.BLACK);
		totals = Pretty.of(0, nomogram.maxTotalPoints(), INTERVALS);
	}

	/**
	 * The nomogram alone.
	 *
	 * @throws IllegalArgumentException if the model is a signature alone
	 */
	public static Scene of(final PrognosticModel model) {
		return new NomogramFigure(model, Optional.empty(), Optional.empty()).draw();
	}

	/**
	 * The nomogram with marks at any values, and where its axes lie.
	 *
	 * @param reading of the same model
	 * @throws IllegalArgumentException if the model is a signature alone
	 */
	public static NomogramLayout layout(final PrognosticModel model, final NomogramReading reading) {
		final NomogramFigure figure = new NomogramFigure(model, Optional.empty(), Optional.of(reading));
		return new NomogramLayout(figure.draw(), figure.rows);
	}

	/**
	 * The nomogram with the patient's marks on every axis where there is a value.
	 *
	 * @throws IllegalArgumentException if the model is a signature alone
	 */
	public static Scene of(final Prediction prediction) {
		return new NomogramFigure(prediction.model(), Optional.of(prediction), Optional.of(NomogramReading.of(prediction)))
			.draw();
	}

	/** That of the risk group, if the score is known. */
	private Ink colour(final NomogramReading r) {
		if (patient.isPresent()) return Ink.of(RiskColours.rgb(patient.get().group()));
		return r.entries().stream().filter(e -> e.variable().id().equals(CoxTerm.SIGNATURE) && e.value().isPresent()).findFirst()
			.map(e -> Ink.of(RiskColours.rgb(model.cutoff().group(e.value().getAsDouble())))).orElse(Ink.BLACK);
	}

	private Scene draw() {
		head();
		final double points = row("Points", "");
		pointsAxis(points);
		for (int i = 0; i < nomogram.variables().size(); i++)
			variable(nomogram.variables().get(i), reading.isPresent() ? reading.get().entries().get(i) : null, points);
		final double total = row("Total points", "");
		Axis.of(DoubleStream.of(totals).map(this::totalX).toArray(), totals).dividedBy(4).draw(sheet, total, 1);
		final double predictor = row("Linear predictor", "");
		predictorAxis(predictor);
		double last = predictor;
		if (model.baseline().isPresent()) {
			last = row(model.endpoint().title(), model.baseline().get().provenance().id() + " baseline");
			survivalAxis(last, model.baseline().get());
		}
		result(total, predictor, last);
		foot();
		return sheet.scene();
	}

	private void head() {
		sheet.paragraph(model.title(), TITLE, Style.BOLD, Ink.BLACK);
		sheet.skip(4);
		patient.ifPresent(p -> {
			sheet.paragraph(Shown.group(p) + ". " + Shown.nomogram(p), TEXT, Style.BOLD, ink);
			sheet.paragraph(Shown.published(p), TEXT, Style.PLAIN, Ink.BLACK);
			sheet.paragraph(Shown.source(p), TEXT, Style.PLAIN, Sheet.GREY);
			sheet.paragraph(Shown.warnings(p), TEXT, Style.ITALIC, Ink.BLACK);
		});
	}

	/** Goes on to the next axis and names it; gives the y of its line. */
	private double row(final String label, final String remark) {
		sheet.skip(ROW);
		final double y = sheet.y();
		final List<String> lines = TextBlock.wrap(label, TEXT, Style.BOLD, LEFT - MARGIN - 20);
		double at = y + TEXT / 3 - (lines.size() - 1 + (remark.isEmpty() ? 0 : 1)) * TEXT * 0.6;
		for (final String line : lines) {
			sheet.text(MARGIN, at, line, TEXT, Style.BOLD, Anchor.START, Ink.BLACK);
			at += TEXT * 1.2;
		}
		if (!remark.isEmpty()) sheet.text(MARGIN, at, remark, SMALL, Style.ITALIC, Anchor.START, Sheet.GREY);
		return y;
	}

	private void pointsAxis(final double y) {
		final double[] ticks = Pretty.of(0, Nomogram.MAX_POINTS, INTERVALS);
		Axis.of(DoubleStream.of(ticks).map(NomogramFigure::pointsX).toArray(), ticks).dividedBy(4).draw(sheet, y, -1);
	}

	private void variable(final Variable v, final NomogramReading.Entry value, final double pointsY) {
		final boolean missing = value != null && value.value().isEmpty();
		final double y = row(v.label() + (v.unit().isEmpty() ? "" : " (" + v.unit() + ")"), missing ? "not given" : "");
		rows.add(new NomogramLayout.Row(nomogram, v, y, LEFT, RIGHT));
		if (v.levels().isEmpty()) {
			final double[] ticks = DoubleStream.of(Pretty.of(v.axis().min(), v.axis().max(), INTERVALS)).filter(v
				.axis()::contains).toArray();
			Axis.of(DoubleStream.of(ticks).map(t -> pointsX(nomogram.points(v, t))).toArray(), ticks).draw(sheet, y, 1);
		}
		else {
			final double[] x = new double[v.levels().size()];
			for (int i = 0; i < x.length; i++)
				x[i] = pointsX(nomogram.points(v, i));
			Axis.of(x, v.levels()).draw(sheet, y, 1);
		}
		if (value == null || missing) return;
		final double points = value.points().orElseThrow(), x = pointsX(points);
		final String text = value.text() + (v.unit().isEmpty() ? "" : " " + v.unit());
		mark(x, y, text + ": " + Shown.fixed(points, 1) + " points");
		if (x < LEFT || x > RIGHT) return;
		sheet.guide(x, pointsY, y, guide());
		sheet.dot(x, pointsY, DOT * 0.8, ink);
	}

	private Stroke guide() {
		return new Stroke(ink, 0.8, 3);
	}

	/** A mark on an axis with its value above; beyond the axis' end an arrow stands for it. */
	private void mark(final double x, final double y, final String text) {
		if (x < LEFT - 1e-9) sheet.arrow(LEFT - 2, y, -8, ink);
		else if (x > RIGHT + 1e-9) sheet.arrow(RIGHT + 2, y, 8, ink);
		else sheet.dot(x, y, DOT, ink);
		sheet.tag(x, y - 7, text, TEXT, ink, LEFT - 10, WIDTH - MARGIN / 2);
	}

	private void predictorAxis(final double y) {
		final double low = nomogram.linearPredictor(0), high = nomogram.linearPredictor(totals[totals.length - 1]);
		final double[] ticks = DoubleStream.of(Pretty.of(low, high, INTERVALS)).filter(t -> t >= low && t <= high)
			.toArray();
		Axis.of(DoubleStream.of(ticks).map(t -> totalX(nomogram.totalPoints(t))).toArray(), ticks).draw(sheet, y, 1);
		wholeLine(y);
	}

	private void survivalAxis(final double y, final BaselineSurvival baseline) {
		final double[] ticks = DoubleStream.of(SURVIVALS).filter(s -> onAxis(survivalX(s, baseline))).toArray();
		Axis.of(DoubleStream.of(ticks).map(s -> survivalX(s, baseline)).toArray(), ticks).draw(sheet, y, 1);
		wholeLine(y);
	}

	/** What follows from the total points has a scale that goes as far as theirs, beyond its own outermost ticks. */
	private void wholeLine(final double y) {
		sheet.line(LEFT, y, RIGHT, y, Axis.STROKE);
	}

	/** The patient's total points, linear predictor and survival. */
	private void result(final double totalY, final double predictorY, final double survivalY) {
		if (reading.isEmpty() || reading.get().total().isEmpty()) return;
		final NomogramReading r = reading.get();
		final double x = totalX(r.total().orElseThrow());
		mark(x, totalY, Shown.fixed(r.total().orElseThrow(), 1));
		mark(x, predictorY, Shown.fixed(r.linearPredictor().orElseThrow(), 2));
		if (onAxis(x)) sheet.guide(x, totalY, survivalY, guide());
		r.survival().ifPresent(s -> {
			band(s, survivalY);
			mark(x, survivalY, Shown.survival(s));
		});
	}

	/** The interval of the survival, where its ends would be read on the axis. */
	private void band(final PredictedSurvival s, final double y) {
		final BaselineSurvival baseline = model.baseline().orElseThrow();
		final double from = clamp(survivalX(s.high(), baseline)), to = clamp(survivalX(s.low(), baseline));
		if (to > from) sheet.line(from, y, to, y, Stroke.of(new Ink(ink.rgb(), BAND_OPACITY), BAND_WIDTH));
	}

	private void foot() {
		sheet.skip(30);
		final List<String> notes = new ArrayList<>();
		notes.add("Read the points of each value at the top, add them, and go down from the total points.");
		model.baseline().ifPresent(b -> notes.add((b.provenance() == BaselineSurvival.Provenance.RECONSTRUCTED
			? "Reconstructed baseline, not published: " : "Baseline (" + b.provenance().id() + "): ") + model.endpoint()
				.title() + " " + rounded(b.survival()) + " (" + rounded(b.low()) + "-" + rounded(b.high()) +
			") at linear predictor 0. Intervals (" + Ticks.label(100 * b.level()) + " %) hold its uncertainty alone."));
		notes.add("Model " + model.id() + ": " + model.citation().shortText() + doi() + ". " +
			Software.NAME + " " + Software.version() + ".");
		for (final String note : notes)
			sheet.paragraph(note, SMALL, Style.PLAIN, Sheet.GREY);
		sheet.paragraph(model.use(), SMALL, Style.BOLD, Sheet.GREY);
	}

	private String doi() {
		return model.citation().doi().contains("/") ? ", doi:" + model.citation().doi() : "";
	}

	/** At most 4 decimals. */
	private static String rounded(final double survival) {
		return Ticks.label(Math.rint(survival * 1e4) / 1e4);
	}

	private static double pointsX(final double points) {
		return LEFT + (RIGHT - LEFT) * points / Nomogram.MAX_POINTS;
	}

	private double totalX(final double points) {
		return LEFT + (RIGHT - LEFT) * points / totals[totals.length - 1];
	}

	private double survivalX(final double s, final BaselineSurvival baseline) {
		return totalX(nomogram.totalPoints(baseline.linearPredictor(s)));
	}

	private static boolean onAxis(final double x) {
		return x >= LEFT && x <= RIGHT;
	}

	private static double clamp(final double x) {
		return Math.max(LEFT, Math.min(RIGHT, x));
	}
}
