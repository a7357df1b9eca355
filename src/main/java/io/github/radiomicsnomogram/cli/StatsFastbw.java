package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.CoxRegression;
import io.github.radiomicsnomogram.survival.FastBackward;
import io.github.radiomicsnomogram.survival.FastBackward.Rule;
import io.github.radiomicsnomogram.survival.FastBackward.Type;
import io.github.radiomicsnomogram.survival.Ties;
import io.github.radiomicsnomogram.survival.report.FastBackwardReport;
import io.github.radiomicsnomogram.survival.report.Report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** rms's fastbw. */
@Command(name = "fastbw", description = {
	"Backward elimination from one Cox model without refitting it (R: rms's fastbw)." })
final class StatsFastbw extends StatsTableVerb {

	private static final double SLS = 0.05;

	@Mixin
	private StatsModel model;

	@Option(names = "--rule", paramLabel = "R", defaultValue = "aic", description = "aic (default) or p.")
	private String rule;

	@Option(names = "--type", paramLabel = "T", defaultValue = "residual", description = {
		"Stop by all that left together (residual, default) or by each term (individual)." })
	private String type;

	@Option(names = "--level", paramLabel = "L", description = {
		"Where to stop: the criterion for aic (default: 0), the P value for p (default: 0.05)." })
	private Double level;

	@Override
	Report report(final Cohort cohort) {
		final Ties ties = choice(Ties.class, "--ties", model.ties());
		final Rule by = choice(Rule.class, "--rule", rule);
		final Type stop = choice(Type.class, "--type", type);
		final double limit = level != null ? level : by == Rule.AIC ? 0 : SLS;
		final StatsModel.Frame frame = model.in(cohort);
		return new FastBackwardReport(FastBackward.of(CoxRegression.fit(frame.data(), ties), by, stop, limit)).omitting(frame
			.omitted());
	}
}
