package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.survival.ConfidenceType;
import io.github.radiomicsnomogram.survival.CoxData;
import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.CoxRegression;
import io.github.radiomicsnomogram.survival.DesignMatrix;
import io.github.radiomicsnomogram.survival.KaplanMeier;
import io.github.radiomicsnomogram.survival.LogRank;
import io.github.radiomicsnomogram.survival.SurvivalEstimate;
import io.github.radiomicsnomogram.survival.SurvivalTimes;
import io.github.radiomicsnomogram.survival.Ties;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Survival of the low and the high risk group.
 *
 * @param low group; empty if nobody is in it
 * @param high group; empty if nobody is in it
 * @param logRank test between them; empty if one is empty or nobody had the event
 * @param hazardRatio Cox model with the group as its only covariate, 1 for high; empty as the test
 */
public record RiskGroups(Optional<Group> low, Optional<Group> high, Optional<LogRank> logRank,
	Optional<CoxFit> hazardRatio)
{

	/**
	 * One group.
	 *
	 * @param n patients
	 * @param events of them
	 * @param curve Kaplan-Meier
	 * @param atHorizon survival then, with its interval (log scale, as R's survfit)
	 */
	public record Group(int n, int events, KaplanMeier curve, SurvivalEstimate atHorizon) {}

	static RiskGroups of(final SurvivalTimes times, final boolean[] high, final double horizon, final Ties ties) {
		final Optional<Group> h = group(times, high, true, horizon), l = group(times, high, false, horizon);
		if (h.isEmpty() || l.isEmpty() || times.events() == 0) return new RiskGroups(l, h, Optional.empty(), Optional
			.empty());
		final int[] group = IntStream.range(0, high.length).map(i -> high[i] ? 1 : 0).toArray();
		final double[] x = IntStream.of(group).asDoubleStream().toArray();
		return new RiskGroups(l, h, Optional.of(LogRank.of(times, group)), Optional.of(CoxRegression.fit(new CoxData(times,
			DesignMatrix.numeric(List.of("high risk"), new double[][] { x })), ties)));
	}

	private static Optional<Group> group(final SurvivalTimes times, final boolean[] high, final boolean wanted,
		final double horizon)
	{
		final int[] rows = IntStream.range(0, high.length).filter(i -> high[i] == wanted).toArray();
		if (rows.length == 0) return Optional.empty();
		final SurvivalTimes own = times.rows(rows);
		final KaplanMeier curve = new KaplanMeier(own);
		return Optional.of(new Group(own.size(), own.events(), curve, curve.at(horizon, ConfidenceType.LOG)));
	}

	/** The hazard ratio without a finite value: one group has no event. */
	boolean isSeparated() {
		return low.isPresent() && high.isPresent() && (low.get().events() == 0 || high.get().events() == 0);
	}
}
