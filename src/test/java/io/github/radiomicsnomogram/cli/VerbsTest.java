package io.github.radiomicsnomogram.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;
import picocli.CommandLine.Command;

class VerbsTest {

	private static CommandLine line(final String... args) {
		final CommandLine line = new CommandLine(CommandLine.Model.CommandSpec.create());
		Verbs.add(line, args);
		return line;
	}

	private static Set<String> names(final CommandLine line) {
		return line.getSubcommands().keySet();
	}

	private static void areNamedAsTheySay(final CommandLine line) {
		line.getSubcommands().forEach((name, verb) -> assertEquals(verb.getCommand().getClass().getAnnotation(Command.class)
			.name(), name));
	}

	@Test
	void allAreThereUnlessOneIsAskedFor() {
		for (final String[] args : new String[][] { {}, { "--help" }, { "--version" }, { "predct" }, { "@file" }, { "-x",
			"extract" } }) {
			final CommandLine all = line(args);
			assertEquals(Verbs.NAMES, List.copyOf(names(all)));
			areNamedAsTheySay(all);
		}
		for (final String[] args : new String[][] { { "@file" }, { "--debug", "stats" }, { "predct" } })
			assertEquals(Verbs.STATS, List.copyOf(names(line(args).getSubcommands().get("stats"))));
		for (final String[] args : new String[][] { { "stats" }, { "stats", "--help" }, { "stats", "coxx" } }) {
			final CommandLine stats = line(args).getSubcommands().get("stats");
			assertEquals(Verbs.STATS, List.copyOf(names(stats)));
			areNamedAsTheySay(stats);
		}
	}

	@Test
	void onlyTheOneThatIsAskedForIsMade() {
		for (final String name : Verbs.NAMES)
			assertEquals(Set.of(name), names(line(name, "--out", "x")));
		for (final String name : Verbs.STATS)
			assertEquals(Set.of(name), names(line("stats", name, "--data", "x").getSubcommands().get("stats")));
	}

	@Test
	void aFileOfArgumentsComesToAnyVerb(@TempDir final Path folder) throws IOException {
		final Path file = Files.writeString(folder.resolve("arguments"), "stats cox --help");
		assertEquals(Cli.run("stats", "cox", "--help"), Cli.run("@" + file));
		assertTrue(Cli.run("@" + file).out().contains("stats cox"));
	}

	@Test
	void mistakesAreToldAsBefore() {
		Cli.run("stats").misusedWith("Say which statistic: cox, km, ", ", nomogram.");
		Cli.run("stats", "coxx").misusedWith("coxx", "Did you mean", "stats cox");
		Cli.run("extract", "--imge", "x").misusedWith("--imge", "--image");
	}
}
