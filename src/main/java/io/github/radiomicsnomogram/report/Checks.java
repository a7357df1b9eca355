package io.github.radiomicsnomogram.report;

import static io.github.radiomicsnomogram.report.Numbers.fixed;

import io.github.radiomicsnomogram.study.BootstrapOfStudy;
import io.github.radiomicsnomogram.study.CohortResult;
import io.github.radiomicsnomogram.study.HonestValidation;
import io.github.radiomicsnomogram.study.StudyResult;
import io.github.radiomicsnomogram.study.TrainedSignature;
import io.github.radiomicsnomogram.survival.Calibration;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.ProportionalHazards;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What usually goes wrong in studies like these, looked at one by one. */
final class Checks {

	private static final double EVENTS_A_COEFFICIENT = 10, ALPHA = 0.05, INFLATED = 5, UNSTABLE = 0.5, OPTIMISTIC = 0.05;
	/** Fewest events of a validation: Collins, Ogundimu and Altman 2016, doi:10.1002/sim.6787. */
	private static final int VALIDATION_EVENTS = 100;
	private static final double Z95 = 1.959963984540054;

	private final Facts facts;
	private final StudyResult study;
	private final Table table = new Table("What usually goes wrong, looked at.", true, "Check", "Finding", "Verdict");

	private Checks(final Facts facts) {
		this.facts = facts;
		study = facts.study();
	}

	static Table of(final Facts facts) {
		final Checks c = new Checks(facts);
		c.size();
		c.study.fit().cox().ifPresent(c::coefficients);
		c.separation();
		c.study.proportionalHazards().ifPresent(c::hazards);
		c.selection();
		c.optimism();
		c.validation();
		c.extraction();
		return c.table;
	}

	private void add(final String check, final String finding, final boolean good) {
		table.row(check, MethodsText.sentence(finding), good ? "fine" : "ATTENTION");
	}

	private void size() {
		final int events = study.data().training().times().events(), candidates = study.data().training().features().size() +
			facts.settings().clinical().size();
		final double each = (double) events / candidates;
		add("Events per candidate", events + " events in training for " + Numbers.count(candidates, "candidate variable") + ": " + fixed(
			each, 2) + " each; 10 or more would be wanted without penalised selection", each >= EVENTS_A_COEFFICIENT);
		study.validation().ifPresent(v -> add("Size of the validation", Numbers.count(v.scores().times().events(), "event") +
			"; fewer than 100 leave wide intervals (doi:10.1002/sim.6787)", v.scores().times().events() >= VALIDATION_EVENTS));
	}

	private void coefficients(final CoxFit fit) {
		final double each = (double) fit.events() / fit.names().size();
		add("Events per coefficient", fit.events() + " events for " + Numbers.count(fit.names().size(), "coefficient") +
			" of the multivariate model: " + fixed(each, 1) + " each", each >= EVENTS_A_COEFFICIENT);
		final double worst = Arrays.stream(study.inflation()).max().orElse(1);
		add("Collinearity", "Largest variance inflation factor of the multivariate model: " + fixed(worst, 2), worst <= INFLATED);
		final int lacking = study.data().training().size() - fit.n();
		add("Missing values", Numbers.count(lacking, "training patient") + " without a value of the multivariate model",
			lacking == 0);
	}

	private void separation() {
		final List<String> found = new ArrayList<>();
		for (final CohortResult c : study.cohorts())
			if (PerformanceTables.separated(c.groups())) found.add("a risk group of the " + c.scores().name() +
				" cohort has no events");
		study.fit().univariate().stream().filter(u -> !u.fit().warnings().isEmpty()).forEach(u -> found.add(u.label() + ": " + u
			.fit().warnings().get(0).strip()));
		study.fit().cox().ifPresent(c -> c.warnings().forEach(w -> found.add("multivariate model: " + w.strip())));
		add("Separation", found.isEmpty() ? "No group without events, all coefficients finite" : String.join("; ", found), found
			.isEmpty());
	}

	private void hazards(final ProportionalHazards ph) {
		final List<String> crossed = new ArrayList<>();
		for (int t = 0; t < ph.terms().size(); t++)
			if (ph.tests().get(t).p() < ALPHA) crossed.add(CoxTables.label(ph.terms().get(t), study) + " (" + Numbers.pInText(ph
				.tests().get(t).p()) + ")");
		add("Proportional hazards", crossed.isEmpty() ? "No variable with P < 0.05 (all together: " + Numbers.pInText(ph.global()
			.p()) + ")" : "Not proportional: " + String.join("; ", crossed) + "; the hazard ratio is an average over the follow-up",
			crossed.isEmpty());
	}

	private void selection() {
		final Optional<BootstrapOfStudy> bootstrap = facts.honest().flatMap(HonestValidation::bootstrap);
		if (bootstrap.isEmpty()) {
			add("Stability of the selection", "Not looked at: no bootstrap was done", false);
			return;
		}
		final Map<String, Double> shares = bootstrap.get().featureFrequency(study.fit().signature().map(
			TrainedSignature::features).orElse(List.of()));
		final List<String> rare = shares.entrySet().stream().filter(e -> e.getValue() < UNSTABLE).map(e -> e.getKey() + " (" +
			Numbers.percent(e.getValue()) + "%)").toList();
		add("Stability of the selection", rare.isEmpty() ? "Every feature of the signature is selected in half of the bootstrap samples or more"
			: "Selected in fewer than half of the bootstrap samples: " + String.join(", ", rare), rare.isEmpty());
	}

	private void optimism() {
		facts.honest().flatMap(HonestValidation::bootstrap).ifPresent(b -> add("Optimism", "Apparent C-index " + fixed(b
			.apparent().c(), 3) + ", corrected " + fixed(b.corrected().c(), 3) + ": report the corrected one", b.optimism().c() <= OPTIMISTIC));
		facts.honest().flatMap(HonestValidation::permutation).ifPresent(p -> add("Permutation test of the whole training",
			Numbers.pInText(p.p()), p.p() < ALPHA));
	}

	private void validation() {
		if (study.validation().isEmpty()) {
			add("Validation", "No separate cohort: every number is of the training patients", false);
			return;
		}
		study.validation().get().calibration().ifPresent(k -> add("Calibration in the validation cohort", "Slope " + Numbers
			.around(k.slope(), k.slopeError(), 2) + (holdsOne(k) ? "" : ": predictions are too extreme or too timid there"),
			holdsOne(k)));
	}

	private static boolean holdsOne(final Calibration k) {
		return Math.abs(k.slope() - 1) <= Z95 * k.slopeError();
	}

	private void extraction() {
		final boolean known = study.data().extraction().isPresent();
		add("Extraction settings", known ? "Told by the table's column of settings" : "Not in the table; taken from: " + study
			.model().settingsSource(), known);
	}
}
