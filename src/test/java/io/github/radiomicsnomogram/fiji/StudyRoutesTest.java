package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.cli.Main;
import io.github.radiomicsnomogram.fiji.command.FeatureReproducibility;
import io.github.radiomicsnomogram.fiji.command.TrainModel;
import io.github.radiomicsnomogram.fiji.command.ValidateModel;
import io.github.radiomicsnomogram.study.ExampleCohort;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** Training, validation and reproducibility give the same files by engine, macro, command and command line. */
class StudyRoutesTest {

	@TempDir
	private Path home;

	@BeforeAll
	static void menu() throws Exception {
		MenuTable.install();
	}

	private Path folder(final String name) {
		return home.resolve("with space").resolve(name);
	}

	private Path cohort() throws IOException {
		return Files.writeString(home.resolve("cohort.csv"), ExampleCohort.csv(ExampleCohort.table(ExampleCohort.PATIENTS,
			ExampleCohort.SEED)));
	}

	/** Every text in a folder but the page, which holds the line that made it, by name. */
	private static Map<String, String> texts(final Path folder) throws IOException {
		final Map<String, String> texts = new TreeMap<>();
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.filter(Files::isRegularFile).toList())
				if (file.toString().matches(".*\\.(yaml|json|csv|txt|svg)")) texts.put(folder.relativize(file).toString(), Files
					.readString(file));
		}
		return texts;
	}

	private static void commandLine(final Object... args) {
		final StringWriter messages = new StringWriter();
		final PrintWriter out = new PrintWriter(messages);
		assertEquals(Main.OK, Main.run(out, out, Stream.of(args).map(Object::toString).toArray(String[]::new)),
			messages::toString);
	}

	private static CommandModule command(final Class<? extends Command> type, final Object... inputs) throws Exception {
		try (Context context = new Context(CommandService.class, StatusService.class)) {
			final CommandModule module = context.service(CommandService.class).run(type, true, inputs).get();
			assertFalse(module.isCanceled(), module.getCancelReason());
			return module;
		}
	}

	@Test
	void training() throws Exception {
		final TrainResult result = TrainJob.run(new TrainOptions("example", "", "", "", true, folder("job").toString()),
			Progress.NONE);
		final Map<String, String> expected = texts(folder("job"));
		assertTrue(expected.keySet().containsAll(result.files().stream().filter(f -> f.endsWith(".csv")).toList()));
		assertTrue(Files.exists(folder("job").resolve("report.html")));
		IJ.runMacro("run('Train Model...', 'study=example quick folder=[" + folder("macro") + "]');");
		assertEquals(expected, texts(folder("macro")));
		final CommandModule module = command(TrainModel.class, "study", "example", "quick", true, "folder", folder("command")
			.toString());
		assertEquals(expected, texts(folder("command")));
		assertTrue(Files.exists(Path.of((String) module.getOutput("trained"))));
		commandLine("train", "--example", "--quick", "--out", folder("shell"));
		assertEquals(expected, texts(folder("shell")));
	}

	@Test
	void validation() throws Exception {
		TrainJob.run(new TrainOptions("example", "", "", "", true, folder("trained").toString()), Progress.NONE);
		final String model = folder("trained").resolve("model.yaml").toString(), data = cohort().toString();
		final Path saved = home.resolve("own.yaml");
		final ValidateOptions d = ValidateOptions.DEFAULTS;
		ValidateJob.run(new ValidateOptions(model, data, "", d.id(), "dfs_months", "dfs_event", "", d.name(), d.groups(),
			"baseline", saved.toString(), folder("job").toString()), Progress.NONE);
		final Map<String, String> expected = texts(folder("job"));
		assertEquals(expected.get("model-recalibrated-baseline.yaml"), Files.readString(saved));
		IJ.runMacro("run('Validate Model...', 'model=[" + model + "] data=[" + data +
			"] time=dfs_months event=dfs_event folder=[" + folder("macro") + "]');");
		assertEquals(expected, texts(folder("macro")));
		command(ValidateModel.class, "model", model, "data", data, "time", "dfs_months", "event", "dfs_event", "folder", folder(
			"command").toString());
		assertEquals(expected, texts(folder("command")));
		commandLine("validate", "--model", model, "--data", data, "--time", "dfs_months", "--event", "dfs_event", "--out",
			folder("shell"));
		assertEquals(expected, texts(folder("shell")));
	}

	/** Two readers whose measurements differ a little in one feature and not at all in the other. */
	@Test
	void reproducibility() throws Exception {
		final StringBuilder first = new StringBuilder("id,original_a,original_b\n"), second = new StringBuilder(first);
		for (int i = 0; i < 12; i++) {
			first.append(String.format(Locale.ROOT, "P%d,%d,%d%n", i, i * i, i));
			second.append(String.format(Locale.ROOT, "P%d,%d,%d%n", i, i * i, (i * 7) % 12));
		}
		final Path one = Files.writeString(home.resolve("one.csv"), first), two = Files.writeString(home.resolve("two.csv"),
			second);
		final ReproducibilityOptions d = ReproducibilityOptions.DEFAULTS;
		final ReproducibilityResult result = ReproducibilityJob.run(new ReproducibilityOptions(one + ";" + two, "", d
			.subject(), "", "", "", d.features(), d.threshold(), folder("job").toString()), Progress.NONE);
		assertEquals("[original_a]", result.reproducibility().repeatable().toString());
		final Map<String, String> expected = texts(folder("job"));
		IJ.runMacro("run('Reproducibility...', 'data=[" + one + "] second=[" + two + "] folder=[" + folder("macro") + "]');");
		assertEquals(expected, texts(folder("macro")));
		final CommandModule module = command(FeatureReproducibility.class, "data", one.toString(), "second", two.toString(),
			"folder", folder("command").toString());
		assertEquals(expected, texts(folder("command")));
		assertEquals(result.reproducibility().repeatable(), module.getOutput("repeatable"));
		commandLine("reproducibility", "--data", one, "--data", two, "--out", folder("shell"));
		assertEquals(expected, texts(folder("shell")));
	}

	@Test
	void aCancelledTrainingLeavesNothing() {
		assertThrows(CancellationException.class, () -> TrainJob.run(new TrainOptions("example", "", "", "", false, folder(
			"stopped").toString()), new Progress() {

				@Override
				public void update(final double fraction, final String message) {}

				@Override
				public boolean isCancelled() {
					return true;
				}
			}));
		assertFalse(Files.exists(folder("stopped").getParent()));
	}

	private static void refused(final TrainOptions options, final String... words) {
		final String message = assertThrows(InputException.class, () -> TrainJob.run(options, Progress.NONE)).getMessage();
		for (final String word : words)
			assertTrue(message.contains(word), message);
	}

	@Test
	void badInputIsRefused() throws Exception {
		refused(new TrainOptions("nothing", "", "", "", true, "x"), "nothing", "zhang-2021");
		refused(new TrainOptions("example", "", "", "", true, " "), "folder");
		refused(new TrainOptions("zhang-2021", "", "", "", true, folder("x").toString()), "No table", "data");
		refused(new TrainOptions("zhang-2021", "none.csv", "", "", true, folder("x").toString()), "none.csv");
		final ValidateOptions d = ValidateOptions.DEFAULTS;
		final String data = cohort().toString(), out = folder("x").toString();
		assertTrue(assertThrows(InputException.class, () -> ValidateJob.run(new ValidateOptions("zhang-2021", data, "", "id",
			"time", "event", "", "n", "one", d.recalibrate(), "", out), Progress.NONE)).getMessage().contains("'one' (groups)"));
		assertTrue(assertThrows(InputException.class, () -> ValidateJob.run(new ValidateOptions("zhang-2021", data, "", "id",
			"time", "event", "", "n", "3", "all", "", out), Progress.NONE)).getMessage().contains("none, baseline, slope"));
		final ReproducibilityOptions r = ReproducibilityOptions.DEFAULTS;
		assertTrue(assertThrows(InputException.class, () -> ReproducibilityJob.run(new ReproducibilityOptions(data, data, "id",
			"set", "", "", r.features(), "0.75", out), Progress.NONE)).getMessage().contains("one measurement each"));
		assertTrue(assertThrows(InputException.class, () -> ReproducibilityJob.run(new ReproducibilityOptions(data, "", "id", "",
			"", "", r.features(), "2", out), Progress.NONE)).getMessage().contains("(threshold)"));
		assertFalse(Files.exists(folder("x")));
	}
}
