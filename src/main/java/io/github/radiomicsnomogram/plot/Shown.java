package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.model.PredictedSurvival;
import io.github.radiomicsnomogram.model.Prediction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.Collectors;

/** A prediction's numbers in words, as figures show them. */
final class Shown {

	private static final int SCORE_DECIMALS = 3;
	private static final double HALF_DIGIT = 0.005;
	private static final int MOST_DECIMALS = 17;

	private Shown() {}

	/** With a fixed number of decimals. */
	static String fixed(final double v, final int decimals) {
		return String.format(Locale.ROOT, "%." + decimals + "f", v == 0 ? 0.0 : v);
	}

	/** The score, with so many decimals that it does not read as the cut-off unless it is the cut-off. */
	static String score(final Prediction p) {
		final BigDecimal score = BigDecimal.valueOf(p.riskScore()), cutoff = BigDecimal.valueOf(p.model().cutoff().value());
		int decimals = SCORE_DECIMALS;
		while (decimals < MOST_DECIMALS && score.compareTo(cutoff) != 0 && score.setScale(decimals, RoundingMode.HALF_EVEN)
			.compareTo(cutoff) == 0)
			decimals++;
		return fixed(p.riskScore(), decimals);
	}

	/** "High risk: score 0.456, cut-off 0.185". */
	static String group(final Prediction p) {
		return p.groupLabel().substring(0, 1).toUpperCase(Locale.ROOT) + p.groupLabel().substring(1) + ": score " + score(p) + ", cut-off " + BigDecimal.valueOf(p.model().cutoff().value())
			.toPlainString();
	}

	/** "0.49 (0.27-0.67)". */
	static String survival(final PredictedSurvival s) {
		final String low = probability(s.low()), high = probability(s.high());
		return probability(s.survival()) + " (" + (low.equals(high) ? low : low + "-" + high) + ")";
	}

	/** Two decimals, but never quite 0 or 1. */
	private static String probability(final double p) {
		if (p < HALF_DIGIT) return "<0.01";
		return p > 1 - HALF_DIGIT ? ">0.99" : fixed(p, 2);
	}

	/** "Total points 97.3; 5-year DFS 0.49 (0.27-0.67), reconstructed baseline", or what is missing. */
	static String nomogram(final Prediction p) {
		if (p.pointsTotal().isEmpty()) return p.absentBecause();
		final String points = "Total points " + fixed(p.pointsTotal().getAsDouble(), 1);
		return p.survival().map(s -> points + "; " + p.model().endpoint().title() + " " + survival(s) + ", " + s
			.provenance().id() + " baseline").orElse(points + ". " + p.absentBecause());
	}

	/** "Published for this group: 0.48 (training), 0.27 (validation)", "" if nothing is published. */
	static String published(final Prediction p) {
		if (p.model().published().isEmpty()) return "";
		return "Published " + p.model().endpoint().title() + " of the " + p.groupLabel() + " group: " + p.model().published()
			.stream().map(c -> fixed(c.of(p.group()), 2) + " (" + c.cohort() + ")").collect(Collectors.joining(", "));
	}

	/** "2 warnings: slice thickness, air in the ROI", "" if there is none; the messages are in tables and files. */
	static String warnings(final Prediction p) {
		final int n = p.warnings().size();
		if (n == 0) return "";
		return n + (n == 1 ? " warning: " : " warnings: ") + p.warnings().stream().map(w -> w.code().title())
			.distinct().collect(Collectors.joining(", "));
	}

	/** Image, ROI and size of the ROI. */
	static String source(final Prediction p) {
		return "Image " + p.image().info().name() + ", ROI " + p.image().roiName() + ", " + p.image().voxels() + " voxels (" +
			fixed(p.image().volume() / 1000, 2) + " ml)";
	}
}
