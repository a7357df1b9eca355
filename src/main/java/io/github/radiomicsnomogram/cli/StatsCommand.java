package io.github.radiomicsnomogram.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group of statistical verbs. */
@Command(name = "stats", description = {
	"Survival statistics of a table, as R's survival, glmnet, rms and pROC give them." }, footer = { "",
		"The summary goes to stdout; --json writes all numbers in full precision. Rows with a missing value (empty, NA, NaN) in a variable that is used are left out, and their number is told." })
final class StatsCommand implements Runnable {

	@Spec
	private CommandSpec spec;

	@Override
	public void run() {
		throw new ParameterException(spec.commandLine(), "Say which statistic: " + String.join(", ", spec.subcommands()
			.keySet()) + ".");
	}
}
