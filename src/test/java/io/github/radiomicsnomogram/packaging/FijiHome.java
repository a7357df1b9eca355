package io.github.radiomicsnomogram.packaging;

import ij.IJ;

import java.util.List;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/**
 * What Fiji does with a jar in its plugins folder, in a process of its own: SciJava finds the commands by the jar's
 * index, and a script runs one. Prints the commands' menus, then the risk score.
 */
public final class FijiHome {

	private static final String PACKAGE = "io.github.radiomicsnomogram.";

	private FijiHome() {}

	/** Arguments: image, ROI file, Ki-67, lymph node status. */
	public static void main(final String[] args) throws Exception {
		try (Context context = new Context(CommandService.class)) {
			final CommandService commands = context.service(CommandService.class);
			final List<CommandInfo> ours = commands.getCommands().stream().filter(c -> c.getClassName().startsWith(PACKAGE))
				.toList();
			for (final CommandInfo command : ours)
				System.out.println(command.getMenuPath().getMenuString());
			final CommandInfo predict = ours.stream().filter(c -> c.getMenuPath().getLeaf().getName().equals(
				"Predict Risk...")).findFirst().orElseThrow();
			final CommandModule module = commands.run(predict, true, "image", IJ.openImage(args[0]), "roi_file", args[1],
				"ki67", args[2], "aln", args[3]).get();
			System.out.println(module.getOutput("risk_score"));
		}
	}
}
