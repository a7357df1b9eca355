package io.github.radiomicsnomogram.report;

import static io.github.radiomicsnomogram.report.Numbers.fixed;
import static io.github.radiomicsnomogram.report.Numbers.interval;
import static io.github.radiomicsnomogram.report.Numbers.p;

import io.github.radiomicsnomogram.study.CohortResult;
import io.github.radiomicsnomogram.study.Discrimination;
import io.github.radiomicsnomogram.study.RiskGroups;
import io.github.radiomicsnomogram.study.TreatmentInCohort;
import io.github.radiomicsnomogram.survival.Calibration;
import io.github.radiomicsnomogram.survival.DecisionCurve;
import io.github.radiomicsnomogram.survival.TreatmentEffect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a model does in cohorts: one column a cohort. */
final class PerformanceTables {

	private PerformanceTables() {}

	static Table discrimination(final List<CohortResult> cohorts, final String horizon) {
		final Table table = table("Discrimination, with 95% confidence intervals.", cohorts);
		table.group("Radiomics signature");
		rows(table, cohorts, c -> Optional.of(c.signature()), horizon);
		if (cohorts.stream().anyMatch(c -> c.nomogram().isPresent())) table.group("Nomogram");
		if (cohorts.stream().anyMatch(c -> c.nomogram().isPresent())) rows(table, cohorts, CohortResult::nomogram, horizon);
		return table.note("C-index: Harrell's concordance with its infinitesimal jackknife error (survival::concordance). AUC: event by " +
			horizon + " among patients whose outcome then is known, DeLong's interval (pROC). Time-dependent AUC: weighted for " +
			"censoring.");
	}

	private static void rows(final Table table, final List<CohortResult> cohorts,
		final Function<CohortResult, Optional<Discrimination>> part, final String horizon)
	{
		row(table, "C-index", cohorts, c -> part.apply(c).map(d -> Numbers.share(d.concordance().c(), d.concordance()
			.standardError())));
		row(table, "AUC at " + horizon, cohorts, c -> part.apply(c).flatMap(Discrimination::roc).map(r -> interval(r.auc(), r
			.interval()[0], r.interval()[1], 3)));
		row(table, "Time-dependent AUC", cohorts, c -> part.apply(c).flatMap(Discrimination::timeDependent).map(t -> interval(t
			.auc(), t.lower(), t.upper(), 3)));
		row(table, "Outcome at " + horizon + " not known, n", cohorts, c -> part.apply(c).map(d -> Integer.toString(d
			.censored())));
	}

	static Table groups(final List<CohortResult> cohorts, final String survival) {
		final Table table = table("Risk groups of the signature.", cohorts);
		row(table, "Low risk: patients (events)", cohorts, c -> c.groups().low().map(g -> g.n() + " (" + g.events() + ")"));
		row(table, "Low risk: " + survival + ", %", cohorts, c -> c.groups().low().map(PerformanceTables::survival));
		row(table, "High risk: patients (events)", cohorts, c -> c.groups().high().map(g -> g.n() + " (" + g.events() + ")"));
		row(table, "High risk: " + survival + ", %", cohorts, c -> c.groups().high().map(PerformanceTables::survival));
		row(table, "Log-rank P", cohorts, c -> c.groups().logRank().map(t -> p(t.test().p())));
		row(table, "HR, high against low risk", cohorts, c -> c.groups().hazardRatio().filter(f -> !separated(c.groups())).map(
			f -> CoxTables.hazardRatio(f, 0)));
		return table.note("Survival by Kaplan–Meier with 95% confidence intervals on the log scale (survival::survfit).");
	}

	/** Whether a group without events leaves no finite hazard ratio. */
	static boolean separated(final RiskGroups g) {
		return g.low().isPresent() && g.high().isPresent() && (g.low().get().events() == 0 || g.high().get().events() == 0);
	}

	static String survival(final RiskGroups.Group g) {
		return interval(100 * g.atHorizon().survival(), 100 * g.atHorizon().lower(), 100 * g.atHorizon().upper(), 1);
	}

	static Table calibration(final List<CohortResult> cohorts) {
		final Table table = table("Calibration and overall error of the nomogram.", cohorts);
		if (cohorts.stream().noneMatch(c -> c.calibration().isPresent())) return table;
		row(table, "Calibration slope (95% CI)", cohorts, c -> c.calibration().map(k -> Numbers.around(k.slope(), k
			.slopeError(), 2)));
		row(table, "Observed over expected risk", cohorts, c -> c.calibration().map(k -> fixed(k.observedToExpected(), 2)));
		row(table, "Calibration in the large (log)", cohorts, c -> c.calibration().map(k -> fixed(c.inTheLarge(), 3)));
		row(table, "Integrated calibration index", cohorts, c -> c.calibration().map(k -> fixed(k.ici(), 3)));
		row(table, "Brier score (95% CI)", cohorts, c -> c.brier().map(b -> interval(b.score(), b.lower(), b.upper(), 3)));
		return table.note("A perfect model has slope 1, observed over expected 1, calibration in the large 0. In the training " +
			"patients calibration is good by construction and says little.");
	}

	static Table calibrationGroups(final List<CohortResult> cohorts, final String survival) {
		final Table table = new Table("Predicted and observed " + survival + " in groups of like prediction, %.", false,
			"Cohort", "Group", "Patients", "Events", "Predicted", "Observed");
		for (final CohortResult c : cohorts)
			c.calibration().ifPresent(k -> {
				int i = 0;
				for (final Calibration.Group g : k.groups())
					table.row(c.scores().name(), Integer.toString(++i), Integer.toString(g.n()), Integer.toString(g.events()), fixed(
						100 * g.predicted(), 1), fixed(100 * g.observed(), 1));
			});
		return table;
	}

	/** Where the model is worth more than treating all and than treating none. */
	static Table decision(final List<CohortResult> cohorts) {
		final Table table = table("Decision curve of the nomogram.", cohorts);
		if (cohorts.stream().noneMatch(c -> c.decision().isPresent())) return table;
		row(table, "Better than treating all and none at thresholds", cohorts, c -> c.decision().map(
			PerformanceTables::winning));
		row(table, "Risk of the event by the horizon, %", cohorts, c -> c.decision().map(d -> fixed(100 * d.risk(), 1)));
		return table;
	}

	static String winning(final DecisionCurve curve) {
		final List<DecisionCurve.Range> ranges = curve.winning();
		return ranges.isEmpty() ? "nowhere" : ranges.stream().map(r -> fixed(100 * r.from(), 0) + (r.to() > r.from() ? "–" +
			fixed(100 * r.to(), 0) : "") + "%").collect(Collectors.joining(", "));
	}

	/** Hazard ratios of treated over untreated patients. */
	static Table treatment(final List<TreatmentInCohort> list) {
		final Table table = new Table("Effect of the treatment in subgroups.", false, "Subgroup", "n", "Events",
			"HR, treated against untreated (95% CI)", "P", "Survival untreated, %", "Survival treated, %", "Difference (95% CI)");
		for (final TreatmentInCohort t : list) {
			final String tested = t.effect().groups().size() > 1 ? "; interaction " + Numbers.pInText(t.effect().interaction().p())
				: "";
			table.group(t.cohort() + " cohort, by " + t.subgroup() + tested);
			for (final TreatmentEffect.Group g : t.effect().groups())
				table.row(g.level(), Integer.toString(g.fit().n()), Integer.toString(g.fit().events()), CoxTables.hazardRatio(g
					.fit(), 0), p(g.fit().p(0)), fixed(100 * g.untreated().survival(), 1), fixed(100 * g.treated().survival(), 1),
					Numbers.difference(100 * g.difference(), 100 * g.interval()[0], 100 * g.interval()[1], 1));
		}
		return table.note("Treatment was not dealt at random: these are differences between patients who were and who were not " +
			"treated, not effects of the treatment.");
	}

	private static Table table(final String caption, final List<CohortResult> cohorts) {
		final List<String> header = new ArrayList<>(List.of(""));
		cohorts.forEach(c -> header.add(c.scores().name()));
		return new Table(caption, false, header.toArray(String[]::new));
	}

	private static void row(final Table table, final String name, final List<CohortResult> cohorts,
		final Function<CohortResult, Optional<String>> cell)
	{
		final List<String> cells = new ArrayList<>(List.of(name));
		cohorts.forEach(c -> cells.add(cell.apply(c).orElse(Numbers.NONE)));
		table.row(cells);
	}
}
