package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageRoi;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ColorProcessor;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.cli.Main;
import io.github.radiomicsnomogram.extract.FeatureMap;
import io.github.radiomicsnomogram.extract.MapExtractor;
import io.github.radiomicsnomogram.extract.ParameterFile;
import io.github.radiomicsnomogram.fiji.command.FeatureMaps;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.python.util.PythonInterpreter;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** Every way to maps gives the same doubles as the engine, or, in ImageJ's stacks, these in single precision. */
class MapRoutesTest {

	private static final String IMAGE = "test-images/breast-ct.tif", LABELS = "test-images/breast-ct-labels.tif";
	private static final String YAML = "setting: {binWidth: 30}\nfeatureClass: {firstorder: [Mean], glcm: [Correlation]}\n" +
		"voxelSetting: {kernelRadius: 2, maskedKernel: false, initValue: -7}\n";
	private static final String DIALOG = "bin_width=30 features=firstorder_Mean,glcm_Correlation kernel_radius=2 " +
		"masked_kernel=false init_value=-7";

	@TempDir
	private static Path folder;

	private static Path params;
	private static List<FeatureMap> expected;

	@BeforeAll
	static void compute() throws Exception {
		MenuTable.install();
		params = Files.writeString(folder.resolve("maps.yaml"), YAML);
		final Volume volume = ImagePlusVolumes.of(IJ.openImage(IMAGE));
		expected = new MapExtractor().extract(volume, RoiMasks.ofLabels(IJ.openImage(LABELS), 1, volume, false).mask(), ParameterFile
			.read(params).settings(), Progress.NONE);
		assertEquals(List.of("original_firstorder_Mean", "original_glcm_Correlation"), expected.stream().map(
			FeatureMap::column).toList());
	}

	@AfterEach
	void forget() {
		WindowManager.setTempCurrentImage(null);
	}

	@Test
	void filesOfEveryRouteHoldTheSameDoubles() throws Exception {
		final Path macro = folder.resolve("macro"), cli = folder.resolve("cli"), command = folder.resolve("command");
		WindowManager.setTempCurrentImage(IJ.openImage(IMAGE));
		IJ.runMacro("run('Feature Maps...', 'mask=[" + LABELS + "] " + DIALOG + " folder=[" + macro + "]');");
		assertSame(macro, "");
		final StringWriter messages = new StringWriter();
		final PrintWriter out = new PrintWriter(messages);
		assertEquals(Main.OK, Main.run(out, out, "maps", "--image", IMAGE, "--mask", LABELS, "--param", params.toString(),
			"--out", cli.toString()), messages::toString);
		assertSame(cli, "Case-1_");
		final CommandModule module = command("folder", command.toString(), "params", params.toString());
		assertSame(command, "");
		assertTrue(((List<?>) module.getOutput("maps")).isEmpty());
	}

	@Test
	void stacksOfTheCommandLieOnTheImage() throws Exception {
		final ImagePlus source = IJ.openImage(IMAGE);
		source.getStack().setSliceLabel("slice five", 5);
		final CommandModule module = command("image", source, "params", params.toString());
		final List<?> maps = (List<?>) module.getOutput("maps");
		assertEquals(2, maps.size());
		for (int i = 0; i < maps.size(); i++) {
			final ImagePlus map = (ImagePlus) maps.get(i);
			assertEquals(expected.get(i).column(), map.getTitle());
			assertEquals(32, map.getBitDepth());
			assertArrayEquals(source.getDimensions(), map.getDimensions());
			assertEquals("slice five", map.getStack().getSliceLabel(5));
			final Calibration c = map.getCalibration();
			assertEquals(source.getCalibration().pixelDepth, c.pixelDepth);
			assertEquals(source.getCalibration().getUnit(), c.getUnit());
			assertEquals(List.of("HU", " ").get(i), c.getValueUnit());
			assertFalse(c.calibrated(), "a CT's intercept must not shift a map");
			assertOnImage(expected.get(i), map);
		}
	}

	/** Inside the map's box its values, outside the initial value. */
	private static void assertOnImage(final FeatureMap map, final ImagePlus stack) {
		final double[] values = VoxelArrays.doubles(map.volume());
		final long[] n = map.volume().geometry().size();
		final int[] from = new int[3];
		for (int d = 0; d < 3; d++)
			from[d] = (int) Math.rint(map.volume().geometry().origin()[d] / map.volume().geometry().spacing(d));
		for (int z = 0; z < stack.getStackSize(); z++)
			for (int y = 0; y < stack.getHeight(); y++)
				for (int x = 0; x < stack.getWidth(); x++) {
					final int mx = x - from[0], my = y - from[1], mz = z - from[2];
					final boolean in = mx >= 0 && my >= 0 && mz >= 0 && mx < n[0] && my < n[1] && mz < n[2];
					assertEquals(in ? (float) values[(int) ((mz * n[1] + my) * n[0] + mx)] : -7f, stack.getStack().getProcessor(z +
						1).getf(x, y), x + ", " + y + ", " + z);
				}
	}

	@Test
	void aCroppedMapKnowsWhereItLies() {
		final ImagePlus map = run("grid=cropped " + DIALOG).stacks().get(1);
		final double[] values = VoxelArrays.doubles(expected.get(1).volume());
		assertEquals(values.length, map.getWidth() * map.getHeight() * map.getStackSize());
		int i = 0;
		for (int z = 1; z <= map.getStackSize(); z++)
			for (int y = 0; y < map.getHeight(); y++)
				for (int x = 0; x < map.getWidth(); x++)
					assertEquals((float) values[i++], map.getStack().getProcessor(z).getf(x, y));
		final double[] origin = expected.get(1).volume().geometry().origin();
		assertEquals(origin[0], map.getCalibration().getX(0), 1e-9);
		assertEquals(origin[1], map.getCalibration().getY(0), 1e-9);
		assertEquals(origin[2], map.getCalibration().getZ(0), 1e-9);
	}

	/** A resampled map has voxels of its own, and its place in the image. */
	@Test
	void aResampledMapIsCalibrated() {
		final MapResult result = run("features=firstorder_Mean spacing=2,2,3 interpolator=sitkLinear overlay");
		final ImagePlus map = result.stacks().get(0);
		final Calibration c = map.getCalibration();
		assertArrayEquals(new double[] { 2, 2, 3 }, new double[] { c.pixelWidth, c.pixelHeight, c.pixelDepth }, 1e-12);
		assertEquals("mm", c.getUnit());
		assertTrue(result.messages().stream().anyMatch(m -> m.contains("resample")), result.messages().toString());
		// Nearest pixels of maps over the image lie in the ROI, but for the size of a resampled voxel.
		final Volume volume = ImagePlusVolumes.of(IJ.openImage(IMAGE));
		final var box = RoiMasks.ofLabels(IJ.openImage(LABELS), 1, volume, false).mask().box();
		for (final Roi roi : result.overlay()) {
			if (!(roi instanceof ImageRoi image) || image.getOpacity() == 1) continue;
			final ColorProcessor colours = (ColorProcessor) image.getProcessor();
			for (int y = 0; y < colours.getHeight(); y++)
				for (int x = 0; x < colours.getWidth(); x++)
					if ((colours.get(x, y) & 0xffffff) != 0) {
						assertTrue(roi.getBounds().x + x >= box.x0() - 3 && roi.getBounds().x + x <= box.x1() + 3);
						assertTrue(roi.getBounds().y + y >= box.y0() - 3 && roi.getBounds().y + y <= box.y1() + 3);
					}
			assertTrue(roi.getPosition() - 1 >= box.z0() - 3 && roi.getPosition() - 1 <= box.z1() + 3);
		}
	}

	/** Colours lie on the ROI's voxels and nowhere else. */
	@Test
	void theOverlayCoversExactlyTheRoi() {
		final MapResult result = run("overlay " + DIALOG);
		final Volume volume = ImagePlusVolumes.of(IJ.openImage(IMAGE));
		final var mask = RoiMasks.ofLabels(IJ.openImage(LABELS), 1, volume, false).mask();
		long coloured = 0;
		for (final Roi roi : result.overlay()) {
			assertTrue(RiskOverlay.isOurs(roi));
			if (!(roi instanceof ImageRoi image) || image.getOpacity() == 1) continue;
			final ColorProcessor colours = (ColorProcessor) image.getProcessor();
			for (int y = 0; y < colours.getHeight(); y++)
				for (int x = 0; x < colours.getWidth(); x++) {
					final boolean any = (colours.get(x, y) & 0xffffff) != 0;
					assertEquals(mask.contains(roi.getBounds().x + x, roi.getBounds().y + y, roi.getPosition() - 1), any);
					if (any) coloured++;
				}
		}
		assertEquals(mask.voxelCount(), coloured);
	}

	@Test
	void anOverlayReplacesTheLastOne() {
		final ImagePlus image = Example.create();
		final int own = image.getOverlay().size();
		for (int i = 0; i < 2; i++)
			MapView.show(MapJob.run(image, options("overlay features=firstorder_Mean folder=[" + folder.resolve("o") + "]"),
				Progress.NONE), options("overlay"), line -> {});
		assertEquals(own + 3 * 14, image.getOverlay().size());
	}

	/** Fewer than 1 in 25 voxels of the ROI are darker or brighter than what the display shows. */
	@Test
	void theDisplayShowsTheRoisValues() {
		final ImagePlus map = run(DIALOG).stacks().get(0);
		assertTrue(map.getDisplayRangeMin() >= expected.get(0).minimum() && map.getDisplayRangeMax() <= expected.get(0)
			.maximum());
		assertTrue(map.getDisplayRangeMin() < map.getDisplayRangeMax());
		assertEquals(0x440154, map.getProcessor().getLut().getRGB(0) & 0xffffff);
		assertEquals(0xfde725, map.getProcessor().getLut().getRGB(255) & 0xffffff);
		assertArrayEquals(new double[] { 2, 98 }, MapColours.range(Stream.iterate(0.0, v -> v + 1).limit(101).mapToDouble(
			v -> v).toArray()));
		assertArrayEquals(new double[] { 0, 1 }, MapColours.range(new double[] { Double.NaN }));
		assertTrue(MapColours.range(new double[] { 5, 5 })[0] < 5);
	}

	/** Neighbouring levels may round to the same brightness. */
	@Test
	void colourGrowsBrighterWithTheValue() {
		for (int level = 4; level < MapColours.LEVELS; level++)
			assertTrue(brightness(level) > brightness(level - 4), "level " + level);
	}

	private static double brightness(final int level) {
		final int rgb = MapColours.rgb(level);
		return 0.2126 * (rgb >> 16) + 0.7152 * (rgb >> 8 & 255) + 0.0722 * (rgb & 255);
	}

	@Test
	void templatesRun() throws Exception {
		final ImagePlus image = IJ.openImage(IMAGE);
		image.setOverlay(Example.create().getOverlay());
		WindowManager.setTempCurrentImage(image);
		final Path maps = folder.resolve("template");
		final String macro = Files.readString(Path.of("src/main/resources/script_templates/Radiomics/Feature_Maps.ijm"))
			.replace("params = \"\"", "params = \"" + params + "\"").replace("folder = \"\"", "folder = \"" + maps + "\"");
		assertNotEquals("[aborted]", IJ.runMacro(macro));
		assertSame(maps, "");
		try (Context context = new Context(CommandService.class, StatusService.class);
				PythonInterpreter python = new PythonInterpreter())
		{
			python.set("command", context.service(CommandService.class));
			python.set("image", image);
			python.set("params", params.toString());
			python.exec(Files.readString(Path.of("src/main/resources/script_templates/Radiomics/Feature_Maps.py")));
			assertOnImage(expected.get(1), (ImagePlus) python.get("maps", List.class).get(1));
		}
	}

	@Test
	void wrongOptionsAreToldByName() {
		assertTrue(refusal("").startsWith("That would be 93 maps"), refusal(""));
		assertTrue(refusal("features=shape").contains("Shape has no maps"));
		assertTrue(refusal("features=ngtdm grid=big").contains("image, cropped"));
		assertTrue(refusal("features=ngtdm kernel_radius=0").contains("kernelRadius"));
		assertTrue(refusal("features=ngtdm masked_kernel=perhaps").contains("maskedKernel"));
		assertTrue(refusal("features=glcm label=1,2 mask=" + LABELS).startsWith("That would be 48 maps"), "24 of each ROI");
	}

	@Test
	void aCancelledJobLeavesNothing() {
		final ImagePlus image = IJ.openImage(IMAGE);
		final Progress impatient = new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				// Not shown.
			}

			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		final MapOptions options = options("overlay mask=" + LABELS + " " + DIALOG);
		assertThrows(java.util.concurrent.CancellationException.class, () -> MapJob.run(image, options, impatient));
		assertThrows(java.util.concurrent.CancellationException.class, () -> ExtractJob.run(image, ExtractOptions.of(
			MacroOptions.parse("mask=" + LABELS, ExtractOptions.KEYS)), impatient));
		assertNull(image.getOverlay());
	}

	private static String refusal(final String line) {
		return assertThrows(InputException.class, () -> MapJob.run(Example.create(), options(line), Progress.NONE))
			.getMessage();
	}

	private static MapOptions options(final String line) {
		return MapOptions.of(MacroOptions.parse(line, MapOptions.KEYS));
	}

	private static MapResult run(final String line) {
		return MapJob.run(IJ.openImage(IMAGE), options("mask=" + LABELS + " " + line), Progress.NONE);
	}

	private static CommandModule command(final Object... given) throws Exception {
		try (Context context = new Context(CommandService.class, StatusService.class)) {
			final Object[] all = Stream.concat(Stream.of("image", IJ.openImage(IMAGE), "mask", LABELS), Arrays.stream(given))
				.toArray();
			final CommandModule module = context.service(CommandService.class).run(FeatureMaps.class, true, all).get();
			assertFalse(module.isCanceled(), module.getCancelReason());
			assertNotNull(module.getOutput("table"));
			return module;
		}
	}

	private static void assertSame(final Path maps, final String start) {
		for (final FeatureMap map : expected)
			assertArrayEquals(VoxelArrays.doubles(map.volume()), VoxelArrays.doubles(ImageFiles.with().read(maps.resolve(start +
				map.column() + ".nrrd"), Progress.NONE)), map.column());
	}
}
