package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.model.CoxTerm;
import io.github.radiomicsnomogram.model.PredictedSurvival;
import io.github.radiomicsnomogram.model.RiskGroup;
import io.github.radiomicsnomogram.plot.NomogramReading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the nomogram's window says in words. */
final class NomogramText {

	private static final double PERCENT = 100;

	private NomogramText() {}

	/** The result, line by line; what is missing for it if a value is. */
	static String result(final NomogramValues values) {
		final NomogramReading r = values.reading();
		final List<String> lines = new ArrayList<>();
		r.entries().stream().filter(e -> e.variable().id().equals(CoxTerm.SIGNATURE) && e.value().isPresent()).findFirst()
			.ifPresent(e -> lines.add(group(values, values.model().cutoff().group(e.value().getAsDouble()))));
		if (r.total().isEmpty()) {
			lines.add(values.summary());
			return String.join("\n", lines);
		}
		lines.add(String.format(Locale.ROOT, "Total points: %.1f", r.total().getAsDouble()));
		lines.add(String.format(Locale.ROOT, "Linear predictor: %.3f", r.linearPredictor().getAsDouble()));
		lines.add(values.model().endpoint().title() + ": " + r.survival().map(NomogramText::survival).orElse(
			"the model holds no baseline survival"));
		return String.join("\n", lines);
	}

	private static String group(final NomogramValues values, final RiskGroup group) {
		final String label = values.model().cutoff().label(group);
		return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1) + " (cut-off of the score: " + values
			.model().cutoff().value() + ")";
	}

	private static String survival(final PredictedSurvival s) {
		return String.format(Locale.ROOT, "%.1f %% (%.1f-%.1f %%)\n%s baseline", PERCENT * s.survival(), PERCENT * s.low(),
			PERCENT * s.high(), s.provenance().id());
	}

	/** Whose values they are, and which lie beyond their axis. */
	static String notes(final NomogramValues values) {
		final List<String> notes = new ArrayList<>();
		if (!values.subject().isEmpty()) notes.add("Values of " + values.subject() + ".");
		for (final NomogramReading.Entry e : values.reading().entries())
			if (e.value().isPresent() && !e.variable().axis().contains(e.value().getAsDouble())) notes.add(e.variable().label() +
				" lies beyond its axis: its points are extrapolated.");
		return String.join("\n", notes);
	}
}
