package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.survival.RocCurve;
import io.github.radiomicsnomogram.survival.SurvivalTimes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Effect of the treatment in all patients, in the risk groups, and in clinical subgroups, cohort by cohort and in all. */
final class TreatmentAnalysis {

	private static final List<String> RISK = List.of("low risk", "high risk");

	private final StudySettings settings;
	private final List<String> warnings;

	TreatmentAnalysis(final StudySettings settings, final List<String> warnings) {
		this.settings = settings;
		this.warnings = warnings;
	}

	/** Patients, their risk groups and whether they were treated. */
	private record Arm(String cohort, SurvivalTimes times, int[] treated, int[] signature, int[] nomogram,
		List<Patients.Coded> clinical)
	{}

	List<TreatmentInCohort> of(final StudyData data, final PipelineFit fit, final CohortResult training,
		final Optional<CohortResult> validation)
	{
		if (settings.treatment().isEmpty()) return List.of();
		final double cut = fit.cox().isPresent() ? nomogramCutoff(training) : Double.NaN;
		final List<Arm> arms = new ArrayList<>(List.of(arm(data.training(), training, cut)));
		validation.ifPresent(v -> {
			arms.add(arm(scored(data.validation().orElseThrow(), v), v, cut));
			arms.add(both(arms.get(0), arms.get(1)));
		});
		final List<TreatmentInCohort> results = new ArrayList<>();
		for (final Arm a : arms) {
			add(results, a, "all", List.of("all"), new int[a.treated.length]);
			add(results, a, "signature", RISK, a.signature);
			if (fit.cox().isPresent()) add(results, a, "nomogram", RISK, a.nomogram);
			for (final String id : settings.treatment().get().subgroups())
				a.clinical.stream().filter(c -> c.id().equals(id) && !c.isNumeric()).forEach(c -> add(results, a, id, c.variable()
					.levels().stream().map(l -> l.id()).toList(), Arrays.stream(c.codes()).mapToInt(v -> Double.isNaN(v) ? -1
						: (int) v).toArray()));
		}
		return results;
	}

	/** The validation patients that have a score. */
	private static Patients scored(final Patients all, final CohortResult result) {
		final List<String> ids = result.scores().ids();
		return all.rows(IntStream.range(0, all.size()).filter(i -> ids.contains(all.ids().get(i))).toArray());
	}

	private void add(final List<TreatmentInCohort> results, final Arm a, final String subgroup, final List<String> levels,
		final int[] group)
	{
		results.addAll(TreatmentInCohort.of(a.cohort, subgroup, a.times, a.treated, levels, group, settings.endpoint()
			.months(), settings.multivariate().ties(), warnings));
	}

	private static Arm arm(final Patients patients, final CohortResult result, final double cut) {
		final CohortScores s = result.scores();
		return new Arm(s.name(), s.times(), patients.treated().orElseThrow(), IntStream.range(0, s.high().length).map(i -> s
			.high()[i] ? 1 : 0).toArray(), Arrays.stream(s.predictor()).mapToInt(v -> Double.isNaN(v) ? -1 : v >= cut ? 1 : 0)
				.toArray(), patients.clinical());
	}

	private static Arm both(final Arm a, final Arm b) {
		final double[] t = join(a.times.times(), b.times.times());
		final boolean[] e = new boolean[t.length];
		for (int i = 0; i < t.length; i++)
			e[i] = i < a.times.size() ? a.times.event(i) : b.times.event(i - a.times.size());
		final List<Patients.Coded> clinical = IntStream.range(0, a.clinical.size()).mapToObj(k -> new Patients.Coded(a.clinical
			.get(k).variable(), join(a.clinical.get(k).codes(), b.clinical.get(k).codes()))).toList();
		return new Arm("whole", new SurvivalTimes(t, e), join(a.treated, b.treated), join(a.signature, b.signature), join(
			a.nomogram, b.nomogram), clinical);
	}

	private static double[] join(final double[] a, final double[] b) {
		final double[] c = Arrays.copyOf(a, a.length + b.length);
		System.arraycopy(b, 0, c, a.length, b.length);
		return c;
	}

	private static int[] join(final int[] a, final int[] b) {
		final int[] c = Arrays.copyOf(a, a.length + b.length);
		System.arraycopy(b, 0, c, a.length, b.length);
		return c;
	}

	/** Youden's cut-off of the nomogram in the training patients, or its median if there is no ROC curve. */
	static double nomogramCutoff(final CohortResult training) {
		return training.nomogram().flatMap(Discrimination::roc).map(r -> r.best(RocCurve.Best.YOUDEN).get(0).threshold())
			.orElseGet(() -> TrainedCutoff.median(Patients.pick(training.scores().predictor(), training.scores().known())));
	}
}
