package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.model.PredictedSurvival;
import io.github.radiomicsnomogram.model.Prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A prediction in short lines, for the overlay and the log. Rounded: the numbers themselves are in the table. */
final class Labels {

	private static final double PERCENT = 100;

	private Labels() {}

	/** What stands beside the ROI: group and score; points and survival where there are any. */
	static List<String> lines(final Prediction p) {
		final List<String> lines = new ArrayList<>();
		lines.add(capitalised(p.groupLabel()));
		lines.add(String.format(Locale.ROOT, "score %.3f", p.riskScore()));
		p.pointsTotal().ifPresent(total -> lines.add(String.format(Locale.ROOT, "%.0f points", total)));
		p.survival().ifPresent(s -> {
			lines.add(p.model().endpoint().title() + " " + percent(s.survival()));
			lines.add("(" + interval(s) + ", " + s.provenance().id() + ")");
		});
		return lines;
	}

	/** One line for the log. */
	static String summary(final Prediction p) {
		return p.image().info().name() + ", " + p.image().roiName() + ": " + String.join(", ", lines(p));
	}

	/** "95 %". */
	static String percent(final double share) {
		return String.format(Locale.ROOT, "%.0f %%", PERCENT * share);
	}

	private static String interval(final PredictedSurvival s) {
		return String.format(Locale.ROOT, "%.0f-%.0f %%", PERCENT * s.low(), PERCENT * s.high());
	}

	private static String capitalised(final String text) {
		return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
	}
}
