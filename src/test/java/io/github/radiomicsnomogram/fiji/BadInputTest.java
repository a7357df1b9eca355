package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.gui.Line;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.process.ImageConverter;

import io.github.radiomicsnomogram.fiji.command.PredictRisk;

import java.awt.geom.Area;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** What can't be used is refused by both front ends with the same message, which says what to do, and shows nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

	private Context context;

	@BeforeAll
	void open() throws Exception {
		MenuTable.install();
		context = new Context(CommandService.class);
	}

	@AfterAll
	void close() {
		context.dispose();
	}

	@Test
	void noImage() throws Exception {
		refused(null, Map.of(), "No image is open. Open a CT stack first, or Plugins > Radiomics > Open Example.");
	}

	@Test
	void anRgbImage() throws Exception {
		final ImagePlus image = IJ.createImage("photo", "RGB black", 20, 20, 3);
		refused(calibrated(image), Map.of(), "Image 'photo' is a colour (RGB) image.");
	}

	@Test
	void severalChannelsOrTimePoints() throws Exception {
		refused(calibrated(IJ.createHyperStack("multi", 20, 20, 2, 3, 1, 16)), Map.of(), "Image 'multi' has 2 channels.");
		refused(calibrated(IJ.createHyperStack("film", 20, 20, 1, 3, 4, 16)), Map.of(), "Image 'film' has 4 time points.");
	}

	@Test
	void anUnknownVoxelSize() throws Exception {
		final ImagePlus image = cube();
		image.getCalibration().setUnit("pixel");
		refused(image, Map.of(), "its size in mm is unknown. Set unit of length mm");
		image.getCalibration().setUnit("mm");
		image.getCalibration().pixelDepth = 0;
		refused(image, Map.of(), "has Voxel depth 0.0 mm: it must be a positive number.");
	}

	@Test
	void noRoi() throws Exception {
		final ImagePlus image = cube();
		image.setOverlay(null);
		refused(image, Map.of(), "There is no ROI for image 'cube'. Outline the lesion");
		refused(image, Map.of("roi_source", "overlay"), "The overlay of image 'cube' holds no area. Outline the lesion");
		refused(image, Map.of("roi_source", "active"), "Image 'cube' has no selection.");
		refused(image, Map.of("roi_source", "manager"), "The ROI Manager is empty.");
		refused(image, Map.of("roi_source", "mask"), "No label image is named (mask).");
		refused(image, Map.of("roi_source", "file"), "No file is named (roi_file).");
		refused(image, Map.of("roi_source", "file", "roi_file", "nowhere.zip"), "There is no file 'nowhere.zip'.");
	}

	@Test
	void aRoiThatHoldsNothingOrLiesOutside() throws Exception {
		refused(cube(new Roi(50, 50, 5, 5)), Map.of(), "lies outside the image");
		refused(cube(new ShapeRoi(new Area())), Map.of(), "is empty: no pixel of the image lies in it.");
		refused(cube(new Line(1, 1, 5, 5)), Map.of("roi_source", "overlay"), "The overlay of image 'cube' holds no area");
	}

	@Test
	void aRoiWithoutAPositionInAStack() throws Exception {
		final ImagePlus image = cube();
		final Roi roi = new Roi(3, 3, 9, 9);
		roi.setName("lesion");
		image.setOverlay(new Overlay(roi));
		refused(image, Map.of(), "ROI 'lesion' lies on no slice, and the image has 6. Show its slice,");
	}

	@Test
	void oneVoxel() throws Exception {
		refused(cube(new Roi(3, 3, 1, 1)), Map.of(), "is a single voxel");
	}

	@Test
	void flatGreyLevels() throws Exception {
		final ImagePlus image = calibrated(IJ.createImage("flat", "16-bit black", 20, 20, 6));
		outline(image, new Roi(3, 3, 9, 9));
		refused(image, Map.of(), "No risk score for ROI");
	}

	@Test
	void voxelsThatAreNoNumbers() throws Exception {
		final ImagePlus image = cube().duplicate();
		new ImageConverter(image).convertToGray32();
		image.setTitle("holes");
		image.getStack().setVoxel(5, 6, 2, Double.NaN);
		outline(image, new Roi(3, 3, 9, 9));
		refused(image, Map.of(), "Image 'holes': voxel (5, 6, 2), inside the ROI, is NaN.");
	}

	@Test
	void aMaskOfAnotherSizeOrWithoutTheLabel(@TempDir final Path folder) throws Exception {
		final ImagePlus small = calibrated(IJ.createImage("small", "8-bit black", 10, 20, 6));
		final String file = folder.resolve("small.tif").toString();
		IJ.saveAsTiff(small, file);
		refused(cube(), Map.of("mask", file), "lie on different grids (size along x: 20 against 10 voxels).");
		final ImagePlus labels = calibrated(IJ.createImage("labels", "8-bit black", 20, 20, 6));
		labels.getStack().getProcessor(2).set(3, 3, 7);
		IJ.saveAsTiff(labels, folder.resolve("labels.tif").toString());
		refused(cube(), Map.of("mask", folder.resolve("labels.tif").toString(), "label", "2"),
			"The mask 'labels.tif' has no voxel with label 2; labels in it: 7.");
		refused(cube(), Map.of("mask", folder.resolve("labels.tif").toString(), "label", "two"), "'two' is no label");
		refused(cube(), Map.of("mask", "nowhere"), "'nowhere' (mask) is neither the title of an open image nor a file.");
	}

	@Test
	void aModelThatIsNone(@TempDir final Path folder) throws Exception {
		refused(cube(), Map.of("model", "zhang-2020"),
			"'zhang-2020' is neither a built-in model (zhang-2021) nor a model file.");
		final Path broken = folder.resolve("broken.yaml");
		Files.writeString(broken, "format: radiomics-nomogram-model\nformat_version: 1\nid: [");
		refused(cube(), Map.of("model", broken.toString()), "broken.yaml");
	}

	@Test
	void clinicalValuesThatAreNone() throws Exception {
		refused(cube(), Map.of("ki67", "abc"), "'abc' is no value of Ki-67 at surgery (ki67): give a number from 0 to 100");
		refused(cube(), Map.of("aln", "maybe"), "'maybe' is no value of ALN status at surgery (aln): give negative or positive.");
		refused(cube(), Map.of("clinical", "age:52"), "has no clinical variable 'age'");
		refused(cube(), Map.of("clinical", "age"), "'age' in clinical is no pair name:value.");
		refused(cube(), Map.of("clinical", "ki67:20", "ki67", "20"), "Clinical variable 'ki67' is given twice.");
	}

	@Test
	void aSourceThatIsNone() throws Exception {
		refused(cube(), Map.of("roi_source", "managr"),
			"'managr' is no source of a ROI (roi_source); give one of auto, mask, file, manager, overlay, active.");
	}

	@Test
	void macroOptionsThatAreNone() {
		assertTrue(imageJ(cube(), Map.of("ki-67", "20")).startsWith("Unknown macro option 'ki-67'"));
		assertEquals("No open image has the title 'nowhere'.", imageJ(cube(), Map.of("image", "nowhere")));
	}

	/** A macro must not go on as if there were a result. */
	@Test
	void theMacroStops() {
		final ImagePlus image = cube();
		image.setProp(PredictView.PROPERTY + "risk_score", "0.5");
		WindowManager.setTempCurrentImage(image);
		try {
			assertNotEquals("went on", IJ.runMacro("run('Predict Risk...', 'ki67=abc'); return 'went on';"));
		}
		finally {
			WindowManager.setTempCurrentImage(null);
		}
		assertNull(image.getProp(PredictView.PROPERTY + "risk_score"));
	}

	/** Both front ends give the message, and leave nothing that looks like a result. */
	private void refused(final ImagePlus image, final Map<String, String> options, final String message)
		throws Exception
	{
		final int elements = image == null || image.getOverlay() == null ? 0 : image.getOverlay().size();
		final String command = sciJava(image, options);
		assertTrue(command.contains(message), command);
		assertEquals(command, imageJ(image, options));
		if (image == null) return;
		assertNull(image.getProp(PredictView.PROPERTY + "risk_score"));
		assertEquals(elements, image.getOverlay() == null ? 0 : image.getOverlay().size());
	}

	private String sciJava(final ImagePlus image, final Map<String, String> options) throws Exception {
		final Map<String, Object> inputs = new LinkedHashMap<>(options);
		if (image != null) inputs.put("image", image);
		final CommandModule module = context.service(CommandService.class).run(PredictRisk.class, true, inputs).get();
		assertTrue(module.isCanceled());
		assertNull(module.getOutput("risk_group"));
		for (final String number : List.of("risk_score", "linear_predictor", "points", "survival"))
			assertNull(module.getOutput(number), number);
		return module.getCancelReason();
	}

	private static String imageJ(final ImagePlus image, final Map<String, String> options) {
		WindowManager.setTempCurrentImage(image);
		try {
			IJ.run("Predict Risk...", options.entrySet().stream().map(e -> e.getKey() + "=[" + e.getValue() + "]").collect(
				Collectors.joining(" ")) + " show_features=false");
		}
		catch (final RuntimeException e) {
			assertEquals(Macro.MACRO_CANCELED, e.getMessage());
		}
		finally {
			WindowManager.setTempCurrentImage(null);
		}
		return IJ.getErrorMessage();
	}

	/** A stack of 20 x 20 x 6 voxels of 1 mm with a 9 x 9 ROI on each of slices 2 to 4. */
	private static ImagePlus cube() {
		return cube(new Roi(3, 3, 9, 9));
	}

	private static ImagePlus cube(final Roi roi) {
		final ImagePlus image = calibrated(IJ.createImage("cube", "16-bit ramp", 20, 20, 6));
		outline(image, roi);
		assertFalse(image.getOverlay().size() == 0);
		return image;
	}

	private static void outline(final ImagePlus image, final Roi roi) {
		final Overlay overlay = new Overlay();
		final int slices = roi.getBounds().width <= 1 ? 1 : 3;
		for (int i = 0; i < slices; i++) {
			final Roi copy = (Roi) roi.clone();
			copy.setPosition(2 + i);
			overlay.add(copy);
		}
		image.setOverlay(overlay);
	}

	private static ImagePlus calibrated(final ImagePlus image) {
		image.getCalibration().setUnit("mm");
		return image;
	}
}
