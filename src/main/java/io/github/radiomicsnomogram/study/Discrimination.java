package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.survival.Concordance;
import io.github.radiomicsnomogram.survival.RocCurve;
import io.github.radiomicsnomogram.survival.SurvivalTimes;
import io.github.radiomicsnomogram.survival.TimeDependentRoc;

import java.util.List;
import java.util.Optional;

/**
 * How well a marker tells who has the event sooner.
 *
 * @param marker name
 * @param n patients with a value
 * @param concordance Harrell's C
 * @param roc of the event by the horizon, among patients whose outcome then is known, with DeLong's interval; empty if
 *          they all had it, or none
 * @param censored patients whose outcome at the horizon is not known
 * @param timeDependent area that weighs for the censored ones; empty as roc
 * @param timeDependentCurve its curve
 */
public record Discrimination(String marker, int n, Concordance concordance, Optional<RocCurve> roc, int censored,
	Optional<TimeDependentRoc> timeDependent, List<TimeDependentRoc.Point> timeDependentCurve)
{

	public Discrimination {
		timeDependentCurve = List.copyOf(timeDependentCurve);
	}

	static Discrimination of(final String name, final SurvivalTimes times, final double[] marker, final double horizon) {
		final HorizonOutcome outcome = HorizonOutcome.of(times, horizon);
		final Optional<RocCurve> roc = outcome.hasBoth() ? Optional.of(new RocCurve(outcome.event(), Patients.pick(marker,
			outcome.rows()), RocCurve.Direction.LARGER)) : Optional.empty();
		boolean beyond = false, before = false;
		for (int i = 0; i < times.size(); i++) {
			beyond |= times.time(i) > horizon;
			before |= times.event(i) && times.time(i) <= horizon;
		}
		final boolean both = beyond && before;
		return new Discrimination(name, times.size(), Concordance.of(times, marker), roc, times.size() - outcome.rows().length,
			both ? Optional.of(TimeDependentRoc.of(times, marker, horizon)) : Optional.empty(), both ? TimeDependentRoc.curve(
				times, marker, horizon) : List.of());
	}
}
