package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.process.ImageConverter;

import io.github.radiomicsnomogram.volume.Geometry;

import com.google.gson.JsonParser;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import net.imagej.Dataset;
import net.imagej.patcher.LegacyInjector;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.io.IOService;
import org.scijava.menu.MenuService;
import org.scijava.script.ScriptService;

/**
 * The plugin in a whole ImageJ2, as in Fiji, without a screen. Needs the profile fiji.
 * <p>
 * ImageJ 1's classes must be patched before one of them is loaded: none may be named in the signature of a method here,
 * which JUnit would load while it looks for tests.
 */
class FullImageJ2IT {

	static {
		LegacyInjector.preinit();
	}

	private static final String COMMAND = "io.github.radiomicsnomogram.fiji.command.PredictRisk";
	private static final Path IMAGE = Path.of("test-images/breast-ct.tif").toAbsolutePath();
	private static final Path ROI = Path.of("test-images/breast-ct-lesion.zip").toAbsolutePath();

	/** The expected score has PyRadiomics' features; sums in another order part us by rounding. */
	private static final double RELATIVE = 1e-9;

	private static Context context;

	@TempDir
	private Path folder;

	@BeforeAll
	static void start() {
		context = new Context();
	}

	@AfterAll
	static void stop() {
		context.dispose();
	}

	private static void assertExpected(final Object score) throws IOException {
		final double expected = JsonParser.parseString(Files.readString(Path.of("test-images/expected/prediction.json")))
			.getAsJsonObject().get("risk_score").getAsDouble();
		assertEquals(expected, Double.parseDouble(String.valueOf(score)), RELATIVE * Math.abs(expected));
	}

	private static Object predict(final Object image) throws Exception {
		return context.service(CommandService.class).run(COMMAND, true, "image", image, "roi_file", ROI.toString(), "ki67",
			"20", "aln", "positive").get().getOutput("risk_score");
	}

	/** 32-bit values are HU as they stand; ImageJ 1's calibration function is unknown to ImageJ2. */
	private Path imageInHu() {
		final ImagePlus image = IJ.openImage(IMAGE.toString());
		new ImageConverter(image).convertToGray32();
		final Path file = folder.resolve("hu.tif");
		new FileSaver(image).saveAsTiff(file.toString());
		return file;
	}

	@Test
	void anImageOpenedByScifioIsAnInput() throws Exception {
		final Dataset dataset = (Dataset) context.service(IOService.class).open(imageInHu().toString());
		assertExpected(predict(dataset));
	}

	@Test
	void aDatasetKeepsItsVoxelSizeAsAnImagePlus() throws Exception {
		final Path file = imageInHu();
		final Object dataset = context.service(IOService.class).open(file.toString());
		final ImagePlus converted = context.service(ConvertService.class).convert(dataset, ImagePlus.class);
		final Geometry expected = ImagePlusVolumes.of(IJ.openImage(file.toString())).geometry();
		assertEquals(expected, ImagePlusVolumes.of(converted).geometry());
	}

	@Test
	void theMenuItemIsTheCommand() {
		assertEquals(COMMAND, context.service(MenuService.class).getMenu().getMenu("Plugins>Radiomics>Predict Risk...")
			.getModuleInfo().getDelegateClassName());
	}

	@Test
	void aMacroRunsIt() throws Exception {
		final String macro = "open('" + path(IMAGE) + "');\n" +
			"run('Predict Risk...', 'roi_file=[" + path(ROI) + "] ki67=20 aln=positive');\n" +
			"score = Property.get('radiomics.risk_score');\n" +
			"return score;\n";
		assertExpected(context.service(ScriptService.class).run("predict.ijm", macro, true).get().getReturnValue());
	}

	/** Several images, opened by ImageJ and by commands in threads of their own: each run takes the one on top. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aMacroTakesTheImageOnTop(final boolean batch) throws Exception {
		final String macro = "setBatchMode(" + batch + ");\n" +
			"wrong = '';\n" +
			"for (i = 0; i < 6; i++) {\n" +
			"run('Open Example'); rename('example' + i);\n" +
			"if (getTitle() != 'example' + i) wrong += getTitle() + ' ';\n" +
			"open('" + path(IMAGE) + "'); rename('file' + i);\n" +
			"run('Predict Risk...', 'roi_file=[" + path(ROI) + "]');\n" +
			"if (Property.get('radiomics.risk_group') != 'high') wrong += 'file' + i + ' ';\n" +
			"run('Open Example');\n" +
			"if (getTitle() != 'breast-ct') wrong += getTitle() + ' ';\n" +
			"close();\n" +
			"}\n" +
			"return wrong;\n";
		assertEquals("", context.service(ScriptService.class).run("batch.ijm", macro, true).get().getReturnValue());
	}

	@Test
	void aSwitchMayBeBareAndAWrongKeyStopsTheCommand() throws Exception {
		final String macro = "run('Open Example');\n" +
			"run('Predict Risk...', 'ki67=20 aln=positive show_features');\n" +
			"first = Property.get('radiomics.risk_group');\n" +
			"run('Open Example');\n" +
			"run('Predict Risk...', 'ki-67=20');\n" +
			"return first + ', ' + Property.get('radiomics.risk_group');\n";
		assertEquals("high, ", context.service(ScriptService.class).run("keys.ijm", macro, true).get().getReturnValue());
	}

	private static String path(final Path file) {
		return file.toString().replace('\\', '/');
	}

	@Test
	void theJythonTemplateRunsIt() throws Exception {
		final ImagePlus image = IJ.openImage(IMAGE.toString());
		final Overlay outlines = new Overlay();
		for (final Roi roi : RoiFiles.read(ROI))
			outlines.add(roi);
		image.setOverlay(outlines);
		try (Reader script = new InputStreamReader(FullImageJ2IT.class.getResourceAsStream(
			"/script_templates/Radiomics/Predict_Risk.py"), StandardCharsets.UTF_8))
		{
			assertExpected(context.service(ScriptService.class).run("Predict_Risk.py", script, true, Map.of("image", image,
				"ki67", "20", "aln", "positive")).get().getOutput("risk_score"));
		}
	}
}
