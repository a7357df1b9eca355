package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.survival.Cohort;
import io.github.radiomicsnomogram.survival.CoxNet;
import io.github.radiomicsnomogram.survival.CoxNetCrossValidation;
import io.github.radiomicsnomogram.survival.CoxNetCrossValidation.Measure;
import io.github.radiomicsnomogram.survival.CoxNetOptions;
import io.github.radiomicsnomogram.survival.DesignMatrix;
import io.github.radiomicsnomogram.survival.ModelFrame;
import io.github.radiomicsnomogram.survival.report.CoxNetReport;
import io.github.radiomicsnomogram.survival.report.Report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** glmnet's Cox models. */
@Command(name = "coxnet", description = {
	"LASSO and elastic net Cox model: path and, with --foldid or --folds, cross-validation (R: glmnet, cv.glmnet)." })
final class StatsCoxnet extends StatsTableVerb {

	@Mixin
	private StatsFollowUp followUp;

	@Option(names = "--covariates", required = true, paramLabel = "TERMS", description = "Terms, e.g. 'original_*'.")
	private String covariates;

	@Option(names = "--alpha", paramLabel = "A", defaultValue = "1", description = "1 LASSO (default), 0 ridge.")
	private double alpha;

	@Option(names = "--standardize", paramLabel = "true|false", arity = "1", defaultValue = "true", description = {
		"Divide covariates by their standard deviation first (default: true)." })
	private boolean standardize;

	@Option(names = "--lambda", paramLabel = "L,...", description = "These penalties in place of automatic ones.")
	private String lambda;

	@Option(names = "--nlambda", paramLabel = "N", defaultValue = "100", description = "Automatic penalties (100).")
	private int count;

	@Option(names = "--lambda-min-ratio", paramLabel = "R", description = {
		"Smallest automatic penalty over the largest (default: 0.01 for fewer patients than covariates, else 1e-4)." })
	private double ratio = Double.NaN;

	@Option(names = "--penalty-factor", paramLabel = "F,...", description = "Factor on each covariate's penalty.")
	private String factors;

	@Option(names = "--thresh", paramLabel = "T", description = {
		"glmnet's convergence threshold, with glmnet's steps; 1e-7 is its default, 0 solves exactly.",
		"Without it: 1e-14 where that is quick, else exactly." })
	private Double threshold;

	@Option(names = "--foldid", paramLabel = "COLUMN", description = "Cross-validate with these folds, 1 to k.")
	private String foldid;

	@Option(names = "--folds", paramLabel = "K", description = "Cross-validate with K folds, dealt at random.")
	private Integer folds;

	@Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Of the dealing (default: 1).")
	private long seed;

	@Option(names = "--measure", paramLabel = "M", defaultValue = "grouped", description = {
		"What is compared: grouped (deviance of all less that of the others; default), deviance (of the fold), C." })
	private String measure;

	@Override
	Report report(final Cohort cohort) {
		if (foldid != null && folds != null) throw usage("Give --foldid or --folds, not both.");
		final Measure compared = switch (measure) {
			case "grouped" -> Measure.GROUPED_DEVIANCE;
			case "deviance" -> Measure.DEVIANCE;
			case "C" -> Measure.CONCORDANCE;
			default -> throw usage("--measure must be one of grouped, deviance, C, not '" + measure + "'.");
		};
		final List<String> excluded = new ArrayList<>(followUp.columns());
		if (foldid != null) excluded.add(foldid);
		final Cohort used = StatsCells.complete(followUp.in(cohort), foldid == null ? followUp.columns() : excluded);
		final ModelFrame frame = ModelFrame.of(used, followUp.time(), followUp.event(), StatsCells.expand(used, covariates,
			excluded));
		final DesignMatrix x = frame.data().covariates();
		final double[][] columns = IntStream.range(0, x.width()).mapToObj(x::column).toArray(double[][]::new);
		final int omitted = cohort.size() - frame.rows().length;
		if (foldid == null && folds == null) return new CoxNetReport(CoxNet.fit(frame.data().times(), x.names(), columns,
			options(), Progress.NONE), null, "").omitting(omitted);
		final CoxNetCrossValidation cv = CoxNetCrossValidation.of(frame.data().times(), x.names(), columns, options(), fold(
			used.rows(frame.rows())), compared, Progress.NONE);
		return new CoxNetReport(cv.path(), cv, name(compared)).omitting(omitted);
	}

	private static String name(final Measure measure) {
		return measure == Measure.CONCORDANCE ? "C-index" : "Partial Likelihood Deviance";
	}

	private CoxNetOptions options() {
		CoxNetOptions options = CoxNetOptions.alpha(alpha).standardize(standardize);
		if (lambda != null) options = options.lambda(StatsCells.numbers("--lambda", lambda));
		else options = options.lambdas(count, ratio);
		if (threshold != null) options = options.thresh(threshold);
		return factors == null ? options : options.penaltyFactor(StatsCells.numbers("--penalty-factor", factors));
	}

	private int[] fold(final Cohort rows) {
		if (foldid == null) return CoxNetCrossValidation.folds(rows.size(), folds, seed);
		final double[] id = rows.numeric(foldid);
		final int[] fold = new int[id.length];
		for (int i = 0; i < id.length; i++) {
			fold[i] = (int) id[i];
			if (fold[i] != id[i] || fold[i] < 1) throw new InputException("Table '" + rows.table().name() + "', column '" +
				foldid + "': " + id[i] + " is not a fold; they are numbered 1, 2, 3 ...");
		}
		return fold;
	}
}
