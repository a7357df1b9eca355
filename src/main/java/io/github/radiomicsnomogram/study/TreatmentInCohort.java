package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.survival.Factor;
import io.github.radiomicsnomogram.survival.KaplanMeier;
import io.github.radiomicsnomogram.survival.SurvivalTimes;
import io.github.radiomicsnomogram.survival.Ties;
import io.github.radiomicsnomogram.survival.TreatmentEffect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The effect of a treatment in the subgroups of a cohort.
 *
 * @param cohort name
 * @param subgroup what divides it: "all", "signature", "nomogram", or a clinical column
 * @param effect hazard ratio of treated over untreated in each subgroup, survival at the horizon, interaction
 * @param curves Kaplan-Meier of the untreated and the treated, subgroup by subgroup
 */
public record TreatmentInCohort(String cohort, String subgroup, TreatmentEffect effect, List<Curves> curves) {

	/** Survival of a subgroup without and with treatment. */
	public record Curves(String level, KaplanMeier untreated, KaplanMeier treated) {}

	public TreatmentInCohort {
		curves = List.copyOf(curves);
	}

	/**
	 * @param treated 1, 0, or -1 for not known
	 * @param group of each patient, -1 for not known
	 * @return nothing, with a warning, if a subgroup lacks treated or untreated patients
	 */
	static List<TreatmentInCohort> of(final String cohort, final String subgroup, final SurvivalTimes times,
		final int[] treated, final List<String> levels, final int[] group, final double horizon, final Ties ties,
		final List<String> warnings)
	{
		final int[] rows = IntStream.range(0, treated.length).filter(i -> treated[i] >= 0 && group[i] >= 0).toArray();
		final List<String> lacking = new ArrayList<>();
		for (int l = 0; l < levels.size(); l++)
			for (int t = 0; t < 2; t++) {
				final int level = l, arm = t;
				if (Arrays.stream(rows).noneMatch(i -> group[i] == level && treated[i] == arm)) lacking.add(levels.get(l));
			}
		if (!lacking.isEmpty()) {
			warnings.add("Treatment effect by " + subgroup + " in the " + cohort + " cohort is not computed: '" + String.join(
				"', '", lacking) + "' lacks treated or untreated patients.");
			return List.of();
		}
		final SurvivalTimes own = times.rows(rows);
		final boolean[] flags = new boolean[rows.length];
		final int[] codes = new int[rows.length];
		for (int k = 0; k < rows.length; k++) {
			flags[k] = treated[rows[k]] == 1;
			codes[k] = group[rows[k]];
		}
		final List<Curves> curves = new ArrayList<>();
		for (int l = 0; l < levels.size(); l++)
			curves.add(new Curves(levels.get(l), curve(own, codes, flags, l, false), curve(own, codes, flags, l, true)));
		return List.of(new TreatmentInCohort(cohort, subgroup, TreatmentEffect.of(own, flags, new Factor(levels, codes),
			horizon, ties), curves));
	}

	private static KaplanMeier curve(final SurvivalTimes times, final int[] codes, final boolean[] flags, final int level,
		final boolean treated)
	{
		return new KaplanMeier(times.rows(IntStream.range(0, codes.length).filter(i -> codes[i] == level &&
			flags[i] == treated).toArray()));
	}
}
