package io.github.radiomicsnomogram.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The radiomics quality score (Lambin et al., Nat Rev Clin Oncol 2017;14:749, doi:10.1038/nrclinonc.2017.141): 16 items, -8 to
 * 36 points. Only what this study shows gets points; what the authors know may add some.
 *
 * @param items in the order of the publication
 */
record QualityScore(List<Item> items) {

	static final int MOST = 36;

	/**
	 * An item.
	 *
	 * @param topic in short
	 * @param points by what is known
	 * @param most points that it can give
	 * @param reason of the points
	 */
	record Item(String topic, int points, int most, String reason) {}

	private static final String UNKNOWN = "Not known here; the authors may claim it.";

	QualityScore {
		items = List.copyOf(items);
	}

	static QualityScore of(final Facts f) {
		final List<Item> items = new ArrayList<>();
		images(f, items);
		statistics(f, items);
		evidence(f, items);
		return new QualityScore(items);
	}

	private static void add(final List<Item> items, final String topic, final boolean given, final int points,
		final int most, final String why, final String whyNot)
	{
		items.add(new Item(topic, given ? points : 0, most, given ? why : whyNot));
	}

	private static void images(final Facts f, final List<Item> items) {
		add(items, "Image protocol documented (1) and public (1)", Facts.isStated(f.settings().acquisition().description()), 1, 2,
			"Described in the study file; whether it is a public protocol is not known here.", UNKNOWN);
		add(items, "Several segmentations", f.isRepeatabilityKnown(), 1, 1, "Features were screened for repeatability.",
			"No table of repeatability was given.");
		items.add(new Item("Phantom study on all scanners", 0, 1, UNKNOWN));
		items.add(new Item("Images at several times", 0, 1, UNKNOWN));
	}

	private static void statistics(final Facts f, final List<Item> items) {
		items.add(new Item("Feature reduction or adjustment for multiple testing (otherwise −3)", 3, 3,
			"Univariate screen and penalised regression."));
		add(items, "Multivariable analysis with non-radiomic features", f.isCombined(), 1, 1,
			"The multivariate model holds clinical variables.", "No clinical variable is in the model.");
		items.add(new Item("Biological correlates", 0, 1, UNKNOWN));
		items.add(new Item("Cut-off by median or earlier publication, or continuous risk", 1, 1,
			"The score and the risk are reported as continuous numbers."));
		items.add(new Item("Discrimination with its significance (1) and resampling (1)", f.isResampled() ? 2 : 1, 2, f
			.isResampled() ? "C-index and AUC with intervals; the training was resampled."
				: "C-index and AUC with intervals; no resampling was done."));
		add(items, "Calibration with its significance (1) and resampling (1)", f.isCalibrated(), 1, 2,
			"Calibration slope with its interval; not resampled.", "No calibration.");
	}

	private static void evidence(final Facts f, final List<Item> items) {
		items.add(new Item("Prospective study registered in a trial database", 0, 7, UNKNOWN));
		items.add(new Item("Validation (none −5; same institute 2; others 3 to 5)", f.isValidated() ? 2 : -5, 5, f.isValidated()
			? "A separate cohort, counted as of the same institute; the authors may claim more."
			: "No separate cohort."));
		items.add(new Item("Comparison with the gold standard", 0, 2, f.comparison().isPresent()
			? "Compared with a clinical model; whether that is the gold standard is for the authors to say." : UNKNOWN));
		add(items, "Potential clinical use (decision curve)", f.hasDecisionCurve(), 2, 2, "Decision curve analysis.",
			"No decision curve.");
		items.add(new Item("Cost-effectiveness", 0, 1, "Not part of this software."));
		items.add(new Item("Open science: scans, segmentations, code, feature values (1 each)", 0, 4, UNKNOWN));
	}

	int points() {
		return items.stream().mapToInt(Item::points).sum();
	}

	Table table() {
		final Table table = new Table(
			"Radiomics quality score (Lambin et al. 2017, doi:10.1038/nrclinonc.2017.141) by what is known here.", true, "Item",
			"Points", "Of", "Reason");
		for (int i = 0; i < items.size(); i++) {
			final Item item = items.get(i);
			table.row(i + 1 + ". " + item.topic, Numbers.fixed(item.points, 0), Integer.toString(item.most), item.reason);
		}
		return table.row("Total", Numbers.fixed(points(), 0), Integer.toString(MOST), Numbers.percent((double) Math.max(0,
			points()) / MOST) + "% of the largest score");
	}
}
