package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.Software;
import io.github.radiomicsnomogram.io.ResultFolder;
import io.github.radiomicsnomogram.model.ImageFacts;
import io.github.radiomicsnomogram.model.Prediction;
import io.github.radiomicsnomogram.model.Prediction.FeatureTerm;
import io.github.radiomicsnomogram.model.Prediction.VariablePoints;
import io.github.radiomicsnomogram.model.PublishedSurvival;
import io.github.radiomicsnomogram.model.Warning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A prediction as a table for people; prediction.json has the same numbers with all digits. */
final class PredictionText {

	private static final int SHORTEST_HEADING = 20;
	private static final int WIDTH = 100;
	private static final int PERCENT = 100;
	private static final int VALUE = 10;

	private final StringBuilder text = new StringBuilder();
	private final Prediction p;
	private final int heading;

	private PredictionText(final Prediction prediction) {
		p = prediction;
		final Stream<String> longest = Stream.concat(p.features().stream().map(FeatureTerm::column), p.points().stream().map(
			VariablePoints::label));
		heading = 2 + longest.mapToInt(String::length).reduce(SHORTEST_HEADING, Math::max);
	}

	/** The whole table, with the name of the folder that holds the files. */
	static String of(final Prediction prediction, final ResultFolder folder) {
		final PredictionText t = new PredictionText(prediction);
		t.subject();
		t.signature();
		t.nomogram();
		t.survival();
		t.warnings();
		t.row("Written to", folder.path().toString());
		t.text.append('\n').append(prediction.model().use()).append('\n');
		return t.text.toString();
	}

	private void subject() {
		final ImageFacts facts = p.image();
		text.append(Software.NAME).append(' ').append(Software.version()).append(": ").append(p.model().title()).append(" (")
			.append(p.model().id()).append(")\n\n");
		row("Image", format("%s (%d x %d x %d voxels, %.4g x %.4g x %.4g mm)", facts.info().name(), facts.geometry().size(0),
			facts.geometry().size(1), facts.geometry().size(2), facts.geometry().spacing(0), facts.geometry().spacing(1), facts
				.geometry().spacing(2)));
		row("ROI", format("%s (%d voxels, %.0f mm^3, values %.5g to %.5g %s)", facts.roiName(), facts.voxels(), facts
			.volume(), facts.roiMin(), facts.roiMax(), facts.info().valueUnit()));
		text.append('\n');
	}

	private void signature() {
		p.features().forEach(f -> row(f.column(), format("%-12.7g x %12.7g  = %9.5f", f.value(), f.coefficient(), f
			.contribution())));
		row("Risk score", format("%.5f: %s (high if %s)", p.riskScore(), p.groupLabel(), p.model().cutoff().rule().text()
			.replace("cutoff", format("%.5g", p.model().cutoff().value()))));
		text.append('\n');
	}

	private void nomogram() {
		if (p.points().isEmpty()) return;
		p.points().forEach(v -> row(v.label(), v.points().isEmpty() ? "not given" : format("%-" + VALUE + "s %6.1f points", shorten(v
			.text()), v.points().getAsDouble())));
		row("Total points", number(" ".repeat(VALUE) + " %6.1f points", p.pointsTotal()));
		row("Linear predictor", number("%.5f", p.linearPredictor()));
	}

	private static String shorten(final String value) {
		return value.length() > 8 ? format("%.5f", Double.parseDouble(value)) : value;
	}

	private void survival() {
		final String title = p.model().endpoint().title();
		p.survival().ifPresent(s -> row(title, format("%.1f %% (%.1f to %.1f %%; %s baseline survival)", percent(s
			.survival()), percent(s.low()), percent(s.high()), s.provenance().id())));
		for (final PublishedSurvival cohort : p.model().published())
			row("", format("%.0f %% in the %s group of the %s cohort, as published", percent(cohort.of(p.group())), p
				.groupLabel(), cohort.cohort()));
		p.missing().forEach(m -> paragraph("Missing: " + m.reason()));
		text.append('\n');
	}

	private void warnings() {
		for (final Warning warning : p.warnings())
			paragraph("Warning: " + warning.message());
		for (final String note : p.model().notes())
			paragraph("Note: " + note);
		text.append('\n');
	}

	private static double percent(final double share) {
		return PERCENT * share;
	}

	private static String number(final String format, final OptionalDouble v) {
		return v.isPresent() ? format(format, v.getAsDouble()) : "not known";
	}

	private static String format(final String format, final Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

	private void row(final String name, final String content) {
		text.append(name).append(" ".repeat(Math.max(1, heading - name.length()))).append(content.stripTrailing()).append(
			'\n');
	}

	/** A text in lines that fit a terminal; the second and further ones are indented. */
	private void paragraph(final String content) {
		final List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder();
		for (final String word : content.split("\\s+")) {
			if (line.length() + word.length() + 1 > WIDTH) {
				lines.add(line.toString());
				line = new StringBuilder(" ");
			}
			line.append(line.length() == 0 ? "" : " ").append(word);
		}
		lines.add(line.toString());
		lines.forEach(l -> text.append(l).append('\n'));
	}
}
