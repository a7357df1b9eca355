package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.Macro;
import ij.plugin.PlugIn;

import io.github.radiomicsnomogram.fiji.command.ExportMask;
import io.github.radiomicsnomogram.fiji.command.ExtractFeatures;
import io.github.radiomicsnomogram.fiji.command.FeatureMaps;
import io.github.radiomicsnomogram.fiji.command.FeatureReproducibility;
import io.github.radiomicsnomogram.fiji.command.ImportRois;
import io.github.radiomicsnomogram.fiji.command.OpenDicomSeries;
import io.github.radiomicsnomogram.fiji.command.PredictRisk;
import io.github.radiomicsnomogram.fiji.command.ShowNomogram;
import io.github.radiomicsnomogram.fiji.command.TrainModel;
import io.github.radiomicsnomogram.fiji.command.ValidateModel;
import io.github.radiomicsnomogram.fiji.ij1.DicomKeys;
import io.github.radiomicsnomogram.fiji.ij1.ExtractKeys;
import io.github.radiomicsnomogram.fiji.ij1.MapKeys;
import io.github.radiomicsnomogram.fiji.ij1.PredictKeys;
import io.github.radiomicsnomogram.fiji.ij1.StudyKeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.service.Service;

/**
 * The rules that keep macros safe: ImageJ looks a key up by text search in lower case, SciJava remembers values between
 * runs, and a menu item must be the same in both. Checked for every command there is.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandRulesTest {

	private Context context;
	private List<CommandInfo> commands;

	@BeforeAll
	void findCommands() {
		context = new Context(CommandService.class);
		commands = context.service(CommandService.class).getCommands().stream().filter(c -> c.getDelegateClassName()
			.startsWith("io.github.radiomicsnomogram.")).toList();
		assertFalse(commands.isEmpty());
	}

	@AfterAll
	void close() {
		context.dispose();
	}

	@Test
	void namesAreLowerSnake() {
		for (final CommandInfo command : commands)
			for (final ModuleItem<?> item : items(command))
				assertTrue(item.getName().matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"), command + ": " + item.getName());
	}

	/** A look-up for {@code label=} also finds {@code bin_label=} and {@code bin2label=}. */
	@Test
	void noKeyIsTheTailOfAnother() {
		for (final CommandInfo command : commands) {
			final List<String> keys = keys(command);
			for (final String tail : keys)
				for (final String key : keys)
					assertFalse(!key.equals(tail) && key.endsWith(tail) && !Character.isLetter(key.charAt(key.length() - tail
						.length() - 1)), command + ": " + tail + " is the tail of " + key);
			for (final String key : keys)
				assertEquals("right", Macro.getValue(keys.stream().map(k -> k + "=" + (k.equals(key) ? "right" : "wrong"))
					.collect(Collectors.joining(" ")), key, null));
		}
	}

	@Test
	void namesDifferIgnoringCase() {
		for (final CommandInfo command : commands) {
			final List<String> keys = keys(command).stream().map(k -> k.toLowerCase(Locale.ROOT)).toList();
			assertEquals(keys.stream().distinct().toList(), keys, command.toString());
		}
	}

	@Test
	void nothingIsKeptForTheNextRun() {
		for (final CommandInfo command : commands)
			for (final ModuleItem<?> item : inputs(command))
				assertFalse(item.isPersisted(), command + ": " + item.getName());
	}

	/** A choice with a space needs brackets in a macro. */
	@Test
	void choicesHaveNoSpaces() {
		for (final CommandInfo command : commands)
			for (final ModuleItem<?> item : inputs(command))
				if (item.getChoices() != null) for (final Object choice : item.getChoices())
					assertFalse(choice.toString().contains(" "), command + ": " + choice);
	}

	/** An input that is null is not recorded, and the recorded line then opens a dialog in mid-macro. */
	@Test
	void everyTextHasADefaultAndNoInputIsAFile() throws Exception {
		for (final CommandInfo command : commands)
			for (final ModuleItem<?> item : inputs(command)) {
				assertFalse(java.io.File.class.isAssignableFrom(item.getType()), command + ": " + item.getName());
				if (item.getType() == String.class) assertNotNull(item.getValue(context.service(ModuleService.class).createModule(command)), command + ": " + item.getName());
			}
	}

	@Test
	void bothFrontEndsHaveTheSameKeys() {
		assertKeys(PredictRisk.class, PredictOptions.KEYS, PredictKeys.LABELS);
		assertKeys(ExtractFeatures.class, ExtractOptions.KEYS, ExtractKeys.LABELS);
		assertKeys(FeatureMaps.class, MapOptions.KEYS, MapKeys.LABELS);
		assertKeys(ImportRois.class, RoiImportOptions.KEYS, DicomKeys.IMPORT);
		assertKeys(ExportMask.class, MaskOptions.KEYS, DicomKeys.EXPORT);
		assertFileKeys(OpenDicomSeries.class, DicomOptions.KEYS, DicomKeys.OPEN);
		assertFileKeys(TrainModel.class, TrainOptions.KEYS, StudyKeys.TRAIN);
		assertFileKeys(ValidateModel.class, ValidateOptions.KEYS, StudyKeys.VALIDATE);
		assertFileKeys(FeatureReproducibility.class, ReproducibilityOptions.KEYS, StudyKeys.REPRODUCIBILITY);
		assertFileKeys(ShowNomogram.class, NomogramOptions.KEYS, StudyKeys.NOMOGRAM);
	}

	/** A command that needs no image. */
	private void assertFileKeys(final Class<? extends Command> type, final List<String> keys, final List<String> labels) {
		final CommandInfo command = commands.stream().filter(c -> c.getDelegateClassName().equals(type.getName())).findFirst()
			.orElseThrow();
		assertEquals(keys, keys(command));
		assertEquals(keys, labels.stream().map(Macro::trimKey).toList());
	}

	private void assertKeys(final Class<? extends Command> type, final List<String> keys, final List<String> labels) {
		final CommandInfo command = commands.stream().filter(c -> c.getDelegateClassName().equals(type.getName())).findFirst()
			.orElseThrow();
		assertEquals(keys, keys(command));
		assertEquals(keys.subList(1, keys.size()), labels.stream().map(Macro::trimKey).toList());
	}

	/** The defaults of the extractions are in {@link RecordedLineTest}. */
	@Test
	void choicesOfAnExtractionAreTheSame() throws Exception {
		for (final Class<? extends Command> type : List.of(ExtractFeatures.class, FeatureMaps.class)) {
			final CommandInfo command = context.service(CommandService.class).getCommand(type);
			assertEquals(RoiSource.choices(), command.getInput(PredictOptions.ROI_SOURCE).getChoices());
			assertEquals(SettingsChoice.interpolators(), command.getInput(SettingsChoice.INTERPOLATOR).getChoices());
			assertEquals(SettingsChoice.truths(), command.getInput(SettingsChoice.NORMALIZE).getChoices());
			assertEquals(SettingsChoice.truths(), command.getInput(SettingsChoice.FORCE_2D).getChoices());
		}
		assertEquals(ExtractOptions.layouts(), context.service(CommandService.class).getCommand(ExtractFeatures.class)
			.getInput(ExtractOptions.LAYOUT).getChoices());
		final CommandInfo maps = context.service(CommandService.class).getCommand(FeatureMaps.class);
		assertEquals(SettingsChoice.truths(), maps.getInput(MapOptions.MASKED_KERNEL).getChoices());
		assertEquals(MapOptions.grids(), maps.getInput(MapOptions.GRID).getChoices());
	}

	@Test
	void choicesAndDefaultsAreTheSame() throws Exception {
		final org.scijava.module.Module module = context.service(ModuleService.class).createModule(context
			.service(CommandService.class).getCommand(PredictRisk.class));
		final PredictOptions d = PredictOptions.DEFAULTS;
		final List<Object> expected = List.of(d.roiSource(), d.mask(), d.label(), d.roiFile(), d.roiName(), d
			.resample(), d.threshold(), d.model(), d.ki67(), d.aln(), d
			.clinical(), d.showFeatures());
		assertEquals(expected, PredictOptions.KEYS.stream().skip(1).map(module::getInput).toList());
		assertEquals(RoiSource.choices(), module.getInfo().getInput(PredictOptions.ROI_SOURCE).getChoices());
		assertEquals(Choices.aln(), module.getInfo().getInput(PredictOptions.ALN).getChoices());
	}

	/** The same label in the same menu is one item in Fiji; anything else is two, or a macro that finds only one. */
	@Test
	void bothFrontEndsHaveTheSameMenu() throws Exception {
		final Map<String, String> config = pluginsConfig();
		assertEquals(commands.stream().map(c -> c.getMenuPath().getMenuString()).sorted().toList(), config.keySet().stream()
			.map(k -> k.replace(">", " > ")).sorted().toList());
		for (final String adapter : config.values())
			assertTrue(PlugIn.class.isAssignableFrom(Class.forName(adapter)), adapter);
	}

	/** Plain ImageJ has no SciJava: whatever the adapters need must not know it. */
	@Test
	void onlyTheCommandsKnowSciJava() throws IOException {
		final Path fiji = Path.of("src/main/java/io/github/radiomicsnomogram/fiji");
		try (Stream<Path> files = Files.walk(fiji)) {
			for (final Path file : files.filter(f -> f.toString().endsWith(".java") && !f.startsWith(fiji.resolve("command")))
				.toList())
			{
				final String text = Files.readString(file);
				assertFalse(text.contains("import org.scijava.") || text.contains("fiji.command."), file.toString());
			}
		}
	}

	/** What a user gives; services and the context, which SciJava lists too, are filled in before anything is looked up. */
	private static List<ModuleItem<?>> inputs(final CommandInfo command) {
		final List<ModuleItem<?>> inputs = new ArrayList<>();
		for (final ModuleItem<?> item : command.inputs())
			if (!Service.class.isAssignableFrom(item.getType()) && item.getType() != Context.class) inputs.add(item);
		return inputs;
	}

	private static List<ModuleItem<?>> items(final CommandInfo command) {
		final List<ModuleItem<?>> items = inputs(command);
		command.outputs().forEach(items::add);
		return items;
	}

	private static List<String> keys(final CommandInfo command) {
		final List<String> keys = new ArrayList<>();
		for (final ModuleItem<?> item : inputs(command))
			if (item.getVisibility() != ItemVisibility.MESSAGE) keys.add(item.getName());
		return keys;
	}

	/** Menu path to class. */
	static Map<String, String> pluginsConfig() throws IOException {
		final Map<String, String> items = new LinkedHashMap<>();
		for (final String line : Files.readAllLines(Path.of("plugins.config"))) {
			if (line.isBlank() || line.startsWith("#")) continue;
			final String[] parts = line.split("\\s*,\\s*");
			assertEquals(3, parts.length, line);
			items.put(parts[0] + ">" + parts[1].replace("\"", ""), parts[2]);
		}
		return items;
	}
}
