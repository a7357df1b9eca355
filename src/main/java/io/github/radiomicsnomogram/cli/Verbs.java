package io.github.radiomicsnomogram.cli;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import picocli.CommandLine;

/**
 * The verbs by name. To look at a verb's options takes the parser longer than many a verb's work, so only the verb that is
 * asked for is made; all of them for a list of them, and for a command line that begins with anything else.
 */
final class Verbs {

	/** In the order of the help. */
	static final List<String> NAMES = List.of("predict", "extract", "maps", "train", "validate", "reproducibility",
		"replicate", "convert", "inspect", "stats");

	/** Statistical verbs, in the order of the help. */
	static final List<String> STATS = List.of("cox", "km", "screen", "step", "fastbw", "zph", "concordance", "coxnet",
		"roc", "tdroc", "dca", "reclass", "icc", "agreement", "dice", "table1", "cor", "subgroup", "padjust", "calibration",
		"nomogram");

	private Verbs() {}

	/**
	 * Adds the verbs that a command line may come to.
	 *
	 * @param args the command line, from the verb on
	 */
	static void add(final CommandLine line, final String... args) {
		add(line, NAMES, name -> verb(name, args), args);
	}

	private static void add(final CommandLine line, final List<String> names, final Function<String, Object> make,
		final String... args)
	{
		final boolean asked = args.length > 0 && names.contains(args[0]);
		for (final String name : asked ? List.of(args[0]) : names)
			line.addSubcommand(name, make.apply(name));
	}

	private static Object verb(final String name, final String... args) {
		return switch (name) {
			case "predict" -> new PredictCommand();
			case "extract" -> new ExtractCommand();
			case "maps" -> new MapsCommand();
			case "train" -> new TrainCommand();
			case "validate" -> new ValidateCommand();
			case "reproducibility" -> new ReproducibilityCommand();
			case "replicate" -> new ReplicateCommand();
			case "convert" -> new ConvertCommand();
			case "inspect" -> new InspectCommand();
			case "stats" -> stats(args);
			default -> throw new IllegalArgumentException(name);
		};
	}

	/** The group of statistical verbs; a lone --help or --version doesn't come to any of them. */
	private static CommandLine stats(final String... args) {
		final CommandLine group = new CommandLine(new StatsCommand());
		final boolean named = args.length > 0 && args[0].equals("stats");
		if (named) add(group, STATS, Verbs::statistic, Arrays.copyOfRange(args, 1, args.length));
		else if (args.length > 1 || args.length == 1 && !args[0].startsWith("-")) add(group, STATS, Verbs::statistic);
		return group;
	}

	private static Object statistic(final String name) {
		return switch (name) {
			case "cox" -> new StatsCox();
			case "km" -> new StatsKm();
			case "screen" -> new StatsScreen();
			case "step" -> new StatsStep();
			case "fastbw" -> new StatsFastbw();
			case "zph" -> new StatsZph();
			case "concordance" -> new StatsConcordance();
			case "coxnet" -> new StatsCoxnet();
			case "roc" -> new StatsRoc();
			case "tdroc" -> new StatsTdroc();
			case "dca" -> new StatsDca();
			case "reclass" -> new StatsReclass();
			case "icc" -> new StatsIcc();
			case "agreement" -> new StatsAgreement();
			case "dice" -> new StatsDice();
			case "table1" -> new StatsTable1();
			case "cor" -> new StatsCor();
			case "subgroup" -> new StatsSubgroup();
			case "padjust" -> new StatsPadjust();
			case "calibration" -> new StatsCalibration();
			case "nomogram" -> new StatsNomogram();
			default -> throw new IllegalArgumentException(name);
		};
	}
}
