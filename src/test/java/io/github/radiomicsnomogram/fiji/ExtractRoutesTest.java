package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.cli.Main;
import io.github.radiomicsnomogram.extract.Extraction;
import io.github.radiomicsnomogram.extract.ExtractionSettings;
import io.github.radiomicsnomogram.extract.Extractor;
import io.github.radiomicsnomogram.extract.ParameterFile;
import io.github.radiomicsnomogram.fiji.command.ExtractFeatures;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.volume.Volume;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.python.util.PythonInterpreter;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/**
 * Every way to features gives the same numbers, to the last bit: engine, ImageJ macro, SciJava command, Jython script,
 * command line; settings from a parameter file or from the dialog.
 */
class ExtractRoutesTest {

	private static final String IMAGE = "test-images/breast-ct.tif", OUTLINES = "test-images/breast-ct-lesion.zip",
		LABELS = "test-images/breast-ct-labels.tif";
	private static final String YAML = "setting: {binWidth: 10, normalize: true, normalizeScale: 100, " +
		"resampledPixelSpacing: [2, 2, 2], interpolator: sitkLinear}\n" +
		"imageType: {Original: {}, LoG: {sigma: [2, 3]}, Wavelet: {wavelet: haar}}\n" +
		"featureClass: {shape: [], firstorder: [], glcm: [Correlation, Contrast]}\n";
	private static final String DIALOG = "bin_width=10 spacing=2 interpolator=sitkLinear normalize=true " +
		"settings=normalizeScale:100 image_types=[original, log, wavelet] sigma=2,3 wavelet=haar " +
		"features=[shape firstorder glcm_Correlation,glcm_contrast]";

	@TempDir
	private static Path folder;

	private static Path params;
	/** Column to value. */
	private static Map<String, Double> expected;

	@BeforeAll
	static void extract() throws Exception {
		MenuTable.install();
		params = Files.writeString(folder.resolve("two mm.yaml"), YAML);
		expected = engine(1);
		assertTrue(expected.size() > 200, expected.keySet().toString());
	}

	@AfterEach
	void forget() {
		WindowManager.setTempCurrentImage(null);
	}

	@Test
	void aMacroWithAParameterFile() throws Exception {
		assertEquals(expected, csv(macro("mask=[" + LABELS + "] params=[" + params + "]"), 0));
		assertEquals(expected, csv(macro("roi_file=" + OUTLINES + " params=[" + params + "]"), 0));
	}

	@Test
	void aMacroWithTheDialogsSettings() throws Exception {
		assertEquals(expected, csv(macro("roi_source=mask mask=[" + LABELS + "] label=1 " + DIALOG), 0));
	}

	@Test
	void whatIsGivenWinsOverTheFile() throws Exception {
		final Path other = Files.writeString(folder.resolve("other.yaml"), "setting: {binCount: 7, normalize: false}\n" +
			"imageType: {Square: {}}\nfeatureClass: {ngtdm: }\n");
		assertEquals(expected, csv(macro("mask=[" + LABELS + "] params=[" + other + "] " + DIALOG), 0));
	}

	@Test
	void aSciJavaCommandWithARowForEachLabel() throws Exception {
		try (Context context = new Context(CommandService.class, StatusService.class)) {
			final CommandModule module = context.service(CommandService.class).run(ExtractFeatures.class, true, "image", IJ
				.openImage(IMAGE), "mask", LABELS, "label", "all", "params", params.toString()).get();
			assertFalse(module.isCanceled(), module.getCancelReason());
			final ResultsTable table = (ResultsTable) module.getOutput("table");
			assertEquals(2, table.size());
			assertEquals(expected, row(table, 0));
			assertEquals(engine(2), row(table, 1));
			assertNotEquals(expected, row(table, 1));
			assertEquals(List.of("1", "2"), List.of(table.getStringValue("Label", 0), table.getStringValue("Label", 1)));
			final List<String> headings = Arrays.asList(table.getHeadings());
			assertEquals(List.of("Image", "Mask", "Label"), headings.subList(0, 3));
			assertEquals(List.copyOf(expected.keySet()), headings.subList(3, headings.size() - 1), "PyRadiomics' order");
			assertEquals(2, ((List<?>) module.getOutput("extractions")).size());
		}
	}

	@Test
	void columnsHoldTheSameNumbers() {
		final ExtractOptions d = ExtractOptions.DEFAULTS;
		final ExtractOptions options = new ExtractOptions(new RoiChoice("mask", LABELS, "2,1", "", ""), settings(params), d
			.diagnostics(), ExtractOptions.COLUMNS, "");
		final ResultsTable table = ExtractView.table(ExtractJob.run(IJ.openImage(IMAGE), options, Progress.NONE), options);
		final String column = table.getHeadings()[4];
		assertTrue(column.endsWith("label 1"), column);
		final Map<String, Double> values = new LinkedHashMap<>();
		for (int i = 0; i < table.size(); i++)
			values.put(table.getStringValue("Feature", i), table.getValue(column, i));
		assertEquals(expected, values);
	}

	@Test
	void aJythonScript() throws Exception {
		try (Context context = new Context(CommandService.class, StatusService.class);
				PythonInterpreter python = new PythonInterpreter())
		{
			python.set("command", context.service(CommandService.class));
			final ImagePlus image = IJ.openImage(IMAGE);
			image.setOverlay(Example.create().getOverlay());
			python.set("image", image);
			python.set("params", params.toString());
			python.exec(Files.readString(Path.of("src/main/resources/script_templates/Radiomics/Extract_Features.py")));
			assertEquals(expected, row(python.get("table", ResultsTable.class), 0));
		}
	}

	@Test
	void anImageJMacroTemplate() throws Exception {
		final ImagePlus image = IJ.openImage(IMAGE);
		image.setOverlay(Example.create().getOverlay());
		WindowManager.setTempCurrentImage(image);
		final Path csv = folder.resolve("template.csv");
		final String macro = Files.readString(Path.of(
			"src/main/resources/script_templates/Radiomics/Extract_Features.ijm")).replace("params = \"\"", "params = \"" +
				params + "\"").replace("csv = getDirectory(\"temp\") + \"features.csv\"", "csv = \"" + csv + "\"");
		assertNotEquals("[aborted]", IJ.runMacro(macro));
		assertEquals(expected, csv(csv, 0));
	}

	@Test
	void theCommandLine() throws Exception {
		final StringWriter messages = new StringWriter();
		final PrintWriter out = new PrintWriter(messages);
		final Path csv = folder.resolve("cli.csv");
		assertEquals(Main.OK, Main.run(out, out, "extract", "--image", IMAGE, "--mask", LABELS, "--label", "1", "--param",
			params.toString(), "--out", csv.toString()), messages::toString);
		assertEquals(expected, csv(csv, 0));
	}

	/** But for what they call image and mask; the checksum of a mask in ImageJ is that of the ROI alone. */
	@Test
	void theCsvWithDiagnosticsIsTheCommandLines() throws Exception {
		final StringWriter messages = new StringWriter();
		final PrintWriter out = new PrintWriter(messages);
		final Path csv = folder.resolve("diagnostics.csv");
		assertEquals(Main.OK, Main.run(out, out, "extract", "--image", IMAGE, "--mask", LABELS, "--label", "1,2", "--out", csv
			.toString()), messages::toString);
		final CsvTable ours = CsvTable.read(macro("mask=[" + LABELS + "] label=1,2 diagnostics")), other = CsvTable.read(csv);
		assertEquals(other.header(), ours.header());
		assertTrue(ours.header().contains("diagnostics_Image-original_Hash"));
		for (final String column : ours.header())
			if (!List.of("Image", "Mask", "diagnostics_Mask-original_Hash").contains(column)) assertEquals(other.cells(column),
				ours.cells(column), column);
	}

	@Test
	void oneBadRoiDoesNotStopTheOthers() {
		final ExtractResult result = ExtractJob.run(IJ.openImage(IMAGE), new ExtractOptions(new RoiChoice("mask", LABELS,
			"1,77", "", ""), settings(params), false, "rows", ""), Progress.NONE);
		assertEquals(1, ExtractTable.rows(result, false).size());
		assertTrue(result.messages().stream().anyMatch(m -> m.contains("label 77: left out")), result.messages().toString());
		assertTrue(refusal("mask=" + LABELS + " label=77").contains("labels in it: 1, 2"));
	}

	@Test
	void wrongOptionsAreToldByName() {
		assertTrue(refusal("mask=x label=one").startsWith("The label must be a label"), refusal("mask=x label=one"));
		assertTrue(refusal("roi_file=" + OUTLINES + " label=all").contains("have no labels"));
		assertTrue(refusal("layout=wide").contains("rows, columns"));
		assertTrue(refusal("bin_width=ten").contains("binWidth:ten"), refusal("bin_width=ten"));
		assertTrue(refusal("bin_width=1 bin_count=2").contains("not both"));
		assertTrue(refusal("image_types=Log").contains("needs sigma"));
		assertTrue(refusal("image_types=Lag").contains("There is no image type 'Lag'"));
		assertTrue(refusal("sigma=1").contains("doesn't name LoG"));
		assertTrue(refusal("image_types=log sigma=-1").contains("'-1'"));
		assertTrue(refusal("features=glcm_Corelation").contains("no feature 'Corelation'"));
		assertTrue(refusal("features=glcn").contains("Feature Guide"));
		assertTrue(refusal("interpolator=cubic").contains("sitkBSpline"), refusal("interpolator=cubic"));
		assertTrue(refusal("settings=binwidth:3").contains("binwidth"));
		assertTrue(refusal("params=nowhere.yaml").contains("there is no such file"));
		assertTrue(refusal("csv=nowhere/x.csv").contains("there is no folder"));
	}

	/** The reason reaches whoever called the command, and nothing looks like a result. */
	@Test
	void aCommandThatStopsSaysWhy() throws Exception {
		try (Context context = new Context(CommandService.class, StatusService.class)) {
			final CommandModule module = context.service(CommandService.class).run(ExtractFeatures.class, true, "image", Example
				.create(), "image_types", "LoG").get();
			assertTrue(module.isCanceled());
			assertTrue(module.getCancelReason().contains("needs sigma"), module.getCancelReason());
			assertNull(module.getOutput("table"));
		}
	}

	private static String refusal(final String line) {
		return assertThrows(InputException.class, () -> ExtractJob.run(Example.create(), ExtractOptions.of(MacroOptions.parse(
			line, ExtractOptions.KEYS)), Progress.NONE)).getMessage();
	}

	private static SettingsChoice settings(final Path file) {
		return SettingsChoice.of(MacroOptions.parse("params=[" + file + "]", SettingsChoice.KEYS));
	}

	/** Straight through the engine. */
	private static Map<String, Double> engine(final int label) {
		final ExtractionSettings settings = ParameterFile.read(params).settings().withAdditionalInfo(false);
		final Volume volume = ImagePlusVolumes.of(IJ.openImage(IMAGE));
		final Extraction x = new Extractor().on(volume, settings).extract(RoiMasks.ofLabels(IJ.openImage(LABELS), label,
			volume, false).mask(), label, Progress.NONE);
		final Map<String, Double> values = new LinkedHashMap<>();
		x.entries().forEach(e -> values.put(e.column(), e.value().value()));
		return values;
	}

	private static Path macro(final String options) {
		WindowManager.setTempCurrentImage(IJ.openImage(IMAGE));
		final Path csv = folder.resolve("macro " + options.hashCode() + ".csv");
		IJ.runMacro("run('Extract Features...', '" + options + " csv=[" + csv + "]');");
		return csv;
	}

	private static Map<String, Double> csv(final Path file, final int row) {
		final CsvTable table = CsvTable.read(file);
		final Map<String, Double> values = new LinkedHashMap<>();
		for (final String column : table.header())
			if (expectedColumn(column)) values.put(column, Double.valueOf(table.cells(column).get(row)));
		return values;
	}

	private static boolean expectedColumn(final String column) {
		return !column.startsWith("diagnostics_") && !List.of("Image", "Mask", "Label").contains(column);
	}

	private static Map<String, Double> row(final ResultsTable table, final int row) {
		final Map<String, Double> values = new LinkedHashMap<>();
		for (final String column : new ArrayList<>(Arrays.asList(table.getHeadings())))
			if (expectedColumn(column) && !column.equals("Settings")) values.put(column, table.getValue(column, row));
		return values;
	}
}
