package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import ij.plugin.Duplicator;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.Shared;
import io.github.radiomicsnomogram.cli.Main;
import io.github.radiomicsnomogram.fiji.command.ExportMask;
import io.github.radiomicsnomogram.fiji.command.ImportRois;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.io.NrrdWriter;
import io.github.radiomicsnomogram.io.dicom.DicomFormat;
import io.github.radiomicsnomogram.io.dicom.DicomRoi;
import io.github.radiomicsnomogram.io.dicom.DicomRois;
import io.github.radiomicsnomogram.io.dicom.SegWriter;
import io.github.radiomicsnomogram.io.dicom.SeriesChoice;
import io.github.radiomicsnomogram.io.dicom.SeriesSource;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.python.util.PythonInterpreter;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** ROIs of DICOM files in ImageJ: the same voxels as on the command line, whichever way they go. */
class DicomRoisTest {

	@TempDir
	private Path folder;

	private Path ct;
	private ImagePlus image;
	private Volume volume;
	private Mask ring;
	private Mask speckles;
	private Path seg;

	/** A CT and a segmentation of it: a ring with a hole, and speckles with every corner case of neighbours. */
	@BeforeEach
	void open() {
		ct = DicomSeriesFiles.ct(folder.resolve("ct"));
		image = open(ct);
		volume = ImagePlusVolumes.of(image);
		ring = mask("ring", (x, y, z) -> z > 0 && z < 4 && x > 1 && x < 9 && y > 1 && y < 8 && !(x > 3 && x < 6 && y > 3 &&
			y < 6));
		final Random random = new Random(7);
		speckles = mask("GTV speckles", (x, y, z) -> random.nextInt(3) == 0);
		seg = folder.resolve("seg.dcm");
		SegWriter.write(List.of(ring, speckles), SeriesSource.find(ct, SeriesChoice.ONLY, Progress.NONE), seg);
	}

	@AfterEach
	void forget() {
		WindowManager.setTempCurrentImage(null);
	}

	private static ImagePlus open(final Path path) {
		return DicomJob.open(new DicomOptions(path.toString(), "", false), null, Progress.NONE).image();
	}

	@FunctionalInterface
	private interface Inside {

		boolean test(int x, int y, int z);
	}

	private Mask mask(final String name, final Inside inside) {
		final Geometry g = volume.geometry();
		final byte[] bytes = new byte[(int) g.voxels()];
		int i = 0;
		for (int z = 0; z < g.size(2); z++)
			for (int y = 0; y < g.size(1); y++)
				for (int x = 0; x < g.size(0); x++)
					bytes[i++] = (byte) (inside.test(x, y, z) ? 1 : 0);
		return Mask.of(name, g, g.box(), bytes);
	}

	private RoiMask resolve(final ImagePlus on, final String file, final String name) {
		return RoiResolver.mask(on, ImagePlusVolumes.of(on), new RoiChoice("auto", "none", "1", file, name));
	}

	@Test
	void shapesHoldTheSameVoxelsWithHolesAndParts() {
		for (final Mask mask : List.of(ring, speckles)) {
			final List<Roi> rois = RoiShapes.of(mask);
			assertEquals(mask, RoiMasks.of(rois, mask.geometry()).mask());
			assertTrue(rois.stream().anyMatch(ShapeRoi.class::isInstance));
		}
		assertEquals(List.of("ring-02", "ring-03", "ring-04"), RoiShapes.of(ring).stream().map(Roi::getName).toList());
	}

	/** Every ROI of real and made-up files, with holes, islands, ties and ROIs that reach out of the image. */
	@ParameterizedTest
	@ValueSource(strings = { "t2_rt_sts_002_CT", "t3_rt_hole", "t4_rt_islands", "t9_rt_outside", "t10_rt_oblique", "t11_rt_edge_ties",
		"t14_rt_self_crossing", "s2_seg_binary_3_overlap", "s10_seg_oblique" })
	void shapesOfGoldenRoisHoldTheSameVoxels(final String name) {
		final Path files = Shared.path("golden/dicom/" + name + "/dicom");
		final Path rois = files.resolve(name.startsWith("t") ? "RS.dcm" : "SEG.dcm");
		final ImagePlus opened = open(files.resolve("image"));
		final Volume read = new DicomFormat().read(files.resolve("image"), Progress.NONE);
		int n = 0;
		for (final DicomRoi roi : DicomRois.read(rois).rois()) {
			final Mask expected;
			try {
				expected = DicomRois.read(rois).mask(io.github.radiomicsnomogram.io.dicom.RoiChoice.number(roi.number()), read,
					Progress.NONE).mask();
			}
			catch (final InputException e) {
				continue;
			}
			assertEquals(expected, resolve(opened, rois.toString(), Integer.toString(roi.number())).mask());
			assertEquals(expected, RoiMasks.of(RoiShapes.of(expected), expected.geometry()).mask());
			n++;
		}
		assertTrue(n > 0);
	}

	@Test
	void aRoiIsChosenByNumberNameOrPattern() {
		assertEquals(ring, resolve(image, seg.toString(), "1").mask());
		assertEquals(ring, resolve(image, seg.toString(), "RING").mask());
		assertEquals(speckles, resolve(image, seg.toString(), "gtv*").mask());
		final String several = assertThrows(InputException.class, () -> resolve(image, seg.toString(), "")).getMessage();
		assertTrue(several.contains("1: 'ring', 3 frames") && several.contains("2: 'GTV speckles', 5 frames"), several);
		assertThrows(InputException.class, () -> resolve(image, seg.toString(), "liver"));
	}

	@Test
	void anImageOfUnknownPlaceIsRefusedWithAdvice() {
		final ImagePlus plain = IJ.createImage("plain", "16-bit black", 12, 9, 5);
		plain.getCalibration().setUnit("mm");
		final String message = assertThrows(InputException.class, () -> resolve(plain, seg.toString(), "1")).getMessage();
		assertTrue(message.contains("where image 'plain' lies in the patient isn't known: it wasn't opened with") && message
			.contains("Open DICOM Series..."), message);
		image.setRoi(0, 0, 6, 9);
		final String cropped = assertThrows(InputException.class, () -> resolve(new Duplicator().run(image), seg.toString(),
			"1")).getMessage();
		assertTrue(cropped.contains("it had 12 voxels along x, now it has 6"), cropped);
		final String drawn = assertThrows(InputException.class, () -> resolve(image, "test-images/breast-ct-lesion.zip", "1"))
			.getMessage();
		assertTrue(drawn.contains("roi_name"), drawn);
	}

	/** Several ROIs of a file are rows, by pattern, by number, or all. */
	@Test
	void featuresOfSeveralRois() {
		assertEquals(List.of("ring", "GTV speckles"), rois("roi_name=*"));
		assertEquals(List.of("ring", "GTV speckles"), rois("label=all"));
		assertEquals(List.of("GTV speckles", "ring"), rois("label=2,1"));
		assertEquals(List.of("GTV speckles"), rois("roi_name=2"));
		assertThrows(InputException.class, () -> rois("label=1 roi_name=ring"));
		assertThrows(InputException.class, () -> rois(""));
	}

	private List<String> rois(final String line) {
		return ExtractJob.run(image, ExtractOptions.of(MacroOptions.parse("features=firstorder_Mean roi_file=[" + seg + "] " +
			line, ExtractOptions.KEYS)), Progress.NONE).rois().stream().map(ExtractResult.Roi::name).toList();
	}

	@Test
	void mapsLieWhereTheImageLies() throws Exception {
		final Path maps = folder.resolve("maps");
		MapJob.run(image, MapOptions.of(MacroOptions.parse("features=firstorder_Mean roi_name=ring roi_file=[" + seg +
			"] folder=[" + maps + "]", MapOptions.KEYS)), Progress.NONE);
		final Geometry map = ImageFiles.with().read(maps.resolve("original_firstorder_Mean.nrrd"), Progress.NONE).geometry();
		assertArrayEquals(volume.geometry().direction(), map.direction(), 1e-15, "NRRD keeps spacing x direction");
		final MapResult shown = MapJob.run(image, MapOptions.of(MacroOptions.parse(
			"features=firstorder_Mean roi_name=ring roi_file=[" + seg + "]", MapOptions.KEYS)), Progress.NONE);
		final ImagePlus stack = shown.stacks().get(0);
		assertEquals(List.of(12, 9, 5), List.of(stack.getWidth(), stack.getHeight(), stack.getStackSize()));
		double sum = 0;
		int n = 0;
		// A kernel of radius 1 within the ring: its mean by hand.
		for (int z = 0; z <= 2; z++)
			for (int y = 1; y <= 3; y++)
				for (int x = 1; x <= 3; x++)
					if (ring.contains(x, y, z)) {
						sum += DicomSeriesFiles.hu(x, y, z);
						n++;
					}
		assertEquals(sum / n, stack.getStack().getVoxel(2, 2, 1), 1e-4, "single precision");
	}

	@Test
	void mapsOfSeveralRoisAreThoseOfEach() {
		final String line = "features=firstorder_Mean roi_file=[" + seg + "] roi_name=";
		final MapResult both = MapJob.run(image, MapOptions.of(MacroOptions.parse(line + "*", MapOptions.KEYS)), Progress.NONE);
		assertEquals(List.of("original_firstorder_Mean ring 1", "original_firstorder_Mean GTV speckles 2"), both.stacks()
			.stream().map(ImagePlus::getTitle).toList());
		assertEquals("GTV speckles 2", both.table().getStringValue("ROI", 1));
		for (int i = 0; i < 2; i++) {
			final MapResult one = MapJob.run(image, MapOptions.of(MacroOptions.parse(line + (i + 1), MapOptions.KEYS)),
				Progress.NONE);
			for (int z = 1; z <= 5; z++)
				assertArrayEquals((float[]) one.stacks().get(0).getStack().getPixels(z), (float[]) both.stacks().get(i).getStack()
					.getPixels(z));
		}
		final Path maps = folder.resolve("several");
		MapJob.run(image, MapOptions.of(MacroOptions.parse(line + "* folder=[" + maps + "]", MapOptions.KEYS)), Progress.NONE);
		assertTrue(Files.exists(maps.resolve("ring 1/original_firstorder_Mean.nrrd")));
		assertTrue(Files.exists(maps.resolve("GTV speckles 2/original_firstorder_Mean.nrrd")));
	}

	@Test
	void roisAreShownInTheOverlayWithoutAScreenAndMeasureTheSame() {
		final RoiImportJob.Result all = RoiImportJob.run(image, RoiImportOptions.of(MacroOptions.parse("show=overlay roi_file=[" + seg +
			"]", RoiImportOptions.KEYS)), Progress.NONE);
		assertEquals(List.of("ring", "GTV speckles"), all.names());
		assertEquals(8, image.getOverlay().size());
		image.setOverlay(null);
		final RoiImportJob.Result instead = RoiImportJob.run(image, new RoiImportOptions(seg.toString(), "GTV*", "manager"),
			Progress.NONE);
		assertEquals(List.of("There is no ROI Manager without a screen; the ROIs are in the overlay of 'ct'"), instead
			.messages());
		assertEquals(speckles, RoiResolver.mask(image, volume, RoiChoice.DEFAULT).mask());
		assertThrows(InputException.class, () -> RoiImportJob.run(image, new RoiImportOptions(seg.toString(), "x", "overlay"),
			Progress.NONE));
		assertThrows(InputException.class, () -> RoiImportJob.run(image, new RoiImportOptions(seg.toString(), "1", "nowhere"),
			Progress.NONE));
	}

	/** NRRD and NIfTI lie where the image lies; ROIs and label images belong to the image; SEG refers to its files. */
	@ParameterizedTest
	@ValueSource(strings = { "m.nrrd", "m.nii", "m.nii.gz", "m.mha", "m.zip", "m.tif", "m.dcm" })
	void aMaskIsWrittenAndReadBack(final String name) {
		final Path file = folder.resolve(name);
		final MaskJob.Result result = MaskJob.run(image, MaskOptions.of(MacroOptions.parse("roi_name=ring roi_file=[" + seg +
			"] out=[" + file + "]", MaskOptions.KEYS)), Progress.NONE);
		assertEquals(List.of(ring.voxelCount()), result.voxels());
		final boolean drawn = name.endsWith(".zip") || name.endsWith(".dcm");
		final Mask back = RoiResolver.mask(image, volume, new RoiChoice("auto", drawn ? "none" : file.toString(), "1", drawn
			? file.toString() : "", "")).mask();
		assertArrayEquals(ring.toBytes(), back.toBytes());
		assertEquals(ring.box(), back.box());
		// On the command line, whose image has the same grid.
		final Volume cli = new DicomFormat().read(ct, Progress.NONE);
		if (name.endsWith(".zip")) assertEquals(ring, RoiFiles.readMask(file, cli).mask(), "InstanceNumber runs downwards");
		if (name.endsWith(".dcm")) assertEquals(ring, DicomRois.read(file).mask(
			io.github.radiomicsnomogram.io.dicom.RoiChoice.ONLY, cli, Progress.NONE).mask());
		if (name.startsWith("m.n")) assertEquals(ring.box(), ImageFiles.with().readMask(file, 1, Progress.NONE).box());
		// NIfTI keeps single precision.
		if (name.startsWith("m.n")) assertTrue(cli.geometry().firstDifference(ImageFiles.with().readMask(file, 1, Progress.NONE)
			.geometry()).isEmpty());
	}

	@Test
	void theCommandLineWritesASegmentationToo() {
		final StringWriter messages = new StringWriter();
		final PrintWriter out = new PrintWriter(messages);
		final Path file = folder.resolve("cli.dcm");
		assertEquals(Main.OK, Main.run(out, out, "convert", "--image", ct.toString(), "--roi", seg.toString(), "--roi-name",
			"GTV*", "--out", file.toString()), messages::toString);
		assertEquals(speckles, resolve(image, file.toString(), "").mask());
		assertEquals(1, Main.run(out, out, "convert", "--image", "test-images/breast-ct.tif", "--roi",
			"test-images/breast-ct-lesion.zip", "--out", file.toString()), messages::toString);
		assertTrue(messages.toString().contains("is no DICOM series, which a DICOM segmentation must refer to"), messages
			.toString());
		assertEquals(2, Main.run(out, out, "convert", "--image", ct.toString(), "--out", file.toString()));
	}

	@Test
	void severalRoisGoWhereSeveralHaveRoom() {
		final String both = "roi_name=all roi_file=[" + seg + "] out=[" + folder;
		MaskJob.run(image, MaskOptions.of(MacroOptions.parse(both + "/b.dcm]", MaskOptions.KEYS)), Progress.NONE);
		assertEquals(speckles, resolve(image, folder.resolve("b.dcm").toString(), "2").mask());
		MaskJob.run(image, MaskOptions.of(MacroOptions.parse(both + "/b.zip]", MaskOptions.KEYS)), Progress.NONE);
		assertEquals(8, RoiFiles.read(folder.resolve("b.zip")).size());
		for (final String wrong : List.of("/b.nrrd]", "/b.tif]", "/b.xyz]", "/nowhere/b.nrrd]")) {
			final String message = assertThrows(InputException.class, () -> MaskJob.run(image, MaskOptions.of(MacroOptions.parse(
				both + wrong, MaskOptions.KEYS)), Progress.NONE)).getMessage();
			assertTrue(message.contains("2 ROIs") || message.contains("overlap") || message.contains("must end in") || message
				.contains("there is no folder"), message);
		}
	}

	@Test
	void aSegmentationNeedsTheSeriesItself() {
		final ImagePlus copy = new Duplicator().run(image);
		final String message = assertThrows(InputException.class, () -> MaskJob.run(copy, MaskOptions.of(MacroOptions.parse(
			"roi_name=ring roi_file=[" + seg + "] out=[" + folder + "/c.dcm]", MaskOptions.KEYS)), Progress.NONE)).getMessage();
		assertTrue(message.contains("From which files image") && message.contains("as the ROI (roi_file)"), message);
		final ImagePlus example = Example.create();
		assertThrows(InputException.class, () -> MaskJob.run(example, MaskOptions.of(MacroOptions.parse("out=[" + folder +
			"/c.dcm]", MaskOptions.KEYS)), Progress.NONE));
		assertFalse(folder.resolve("c.dcm").toFile().exists());
	}

	/** The series' InstanceNumbers run downwards: a ROI of the third slice as shown is one of the third or of the last but two. */
	@Test
	void slicesAreCountedAsTheStackShowsThem() {
		final Path file = folder.resolve("drawn.zip");
		final List<Roi> rois = RoiShapes.of(ring);
		rois.forEach(r -> r.setProperty(RoiShapes.ORDER, null));
		RoiWriter.write(rois, file);
		final RoiMask shown = resolve(image, file.toString(), "");
		assertEquals(ring, shown.mask());
		assertTrue(shown.warnings().get(0).contains("counted as 'ct' shows them") || shown.warnings().get(0).contains(
			"in the order of their positions"), shown.warnings().toString());
		final Volume cli = new DicomFormat().read(ct, Progress.NONE);
		final RoiMask turned = RoiFiles.readMask(file, cli);
		assertTrue(turned.warnings().get(0).contains("--roi-slices=position"), turned.warnings().toString());
		final int last = (int) cli.geometry().size(2) - 1;
		assertEquals(last - ring.box().z1(), turned.mask().box().z0());
		assertEquals(last - ring.box().z0(), turned.mask().box().z1());
		final RoiMask said = RoiFiles.readMask(file, cli, true);
		assertEquals(ring, said.mask());
		assertEquals(List.of(), said.warnings());
	}

	/** A label image as ImageJ has it. */
	private ImagePlus labels(final Mask of, final String title) {
		final ImagePlus labels = IJ.createImage(title, "8-bit black", image.getWidth(), image.getHeight(), image.getStackSize());
		labels.setCalibration(image.getCalibration().copy());
		labels.getCalibration().disableDensityCalibration();
		for (int z = 0; z < labels.getStackSize(); z++)
			for (int y = 0; y < labels.getHeight(); y++)
				for (int x = 0; x < labels.getWidth(); x++)
					if (of.contains(x, y, z)) labels.getStack().setVoxel(x, y, z, 1);
		return labels;
	}

	/** The same series as ImageJ itself opens it, with the headers in the labels: the last position comes first. */
	@Test
	void writtenRoisAreTurnedOnAStackThatRunsDownwards() {
		final Path file = folder.resolve("written.zip");
		RoiWriter.write(RoiShapes.of(ring), file);
		final ImagePlus down = new Duplicator().run(image);
		down.setProp(DicomPlace.PROPERTY, null);
		final ImageStack stack = new ImageStack(down.getWidth(), down.getHeight());
		for (int z = down.getStackSize(); z > 0; z--)
			stack.addSlice(image.getStack().getSliceLabel(z), down.getStack().getProcessor(z));
		down.setStack(stack);
		final RoiMask turned = resolve(down, file.toString(), "");
		final int last = stack.size() - 1;
		for (int z = 0; z <= last; z++)
			for (int y = 0; y < stack.getHeight(); y++)
				for (int x = 0; x < stack.getWidth(); x++)
					assertEquals(ring.contains(x, y, z), turned.mask().contains(x, y, last - z));
		assertTrue(turned.warnings().get(0).contains("downwards"), turned.warnings().toString());
		final Path labels = folder.resolve("ring.nrrd");
		NrrdWriter.write(ring, labels);
		assertEquals(List.of(), resolve(image, labels.toString(), "").warnings());
		final ImagePlus opened = labels(ring, "ring.nii");
		Interpreter.batchMode = true;
		Interpreter.addBatchModeImage(opened);
		try {
			final RoiMask laid = RoiResolver.mask(down, ImagePlusVolumes.of(down), new RoiChoice("mask", "ring.nii", "1", "", ""));
			assertTrue(laid.warnings().get(0).contains("upside down unless"), laid.warnings().toString());
		}
		finally {
			Interpreter.removeBatchModeImage(opened);
			Interpreter.batchMode = false;
		}
	}

	@Test
	void macrosAndCommandsDoTheSame() throws Exception {
		MenuTable.install();
		final Path zip = folder.resolve("macro.zip"), nrrd = folder.resolve("command.nrrd");
		final String line = "run('Open DICOM Series...', 'path=[" + ct + "]'); run('Import ROIs...', 'roi_file=[" + seg +
			"] roi_name=ring show=overlay'); n = Overlay.size; run('Export Mask...', 'out=[" + zip + "]'); return '' + n;";
		assertEquals("3", IJ.runMacro("setBatchMode(true); " + line));
		assertEquals(ring, RoiFiles.readMask(zip, volume).mask());
		try (Context context = new Context(CommandService.class, StatusService.class)) {
			final CommandService commands = context.service(CommandService.class);
			final CommandModule shown = commands.run(ImportRois.class, true, "image", image, "roi_file", seg.toString(),
				"roi_name", "GTV*", "show", "overlay").get();
			assertFalse(shown.isCanceled(), shown.getCancelReason());
			assertEquals(5, ((List<?>) shown.getOutput("rois")).size());
			final CommandModule written = commands.run(ExportMask.class, true, "image", image, "out", nrrd.toString()).get();
			assertFalse(written.isCanceled(), written.getCancelReason());
			assertEquals(List.of(speckles.voxelCount()), written.getOutput("voxels"));
			final Mask back = ImageFiles.with().readMask(nrrd, 1, Progress.NONE);
			assertArrayEquals(speckles.toBytes(), back.toBytes());
			final CommandModule wrong = commands.run(ExportMask.class, true, "image", image, "out", "x.jpg").get();
			assertTrue(wrong.isCanceled() && wrong.getCancelReason().contains("must end in"), wrong.getCancelReason());
		}
	}

	@Test
	void theTemplatesRun() throws Exception {
		MenuTable.install();
		final Path templates = Path.of("src/main/resources/script_templates/Radiomics");
		final String macro = Files.readString(templates.resolve("Hospital_Files.ijm")).replace("path = \"\"", "path = \"" + ct +
			"\"").replace("rois = \"\"", "rois = \"" + seg + "\"").replace("name = \"*\"", "name = \"GTV*\"").replace(
				"results = getDirectory(\"temp\")", "results = \"" + folder + "/\"");
		assertNotEquals("[aborted]", IJ.runMacro("setBatchMode(true);\n" + macro));
		assertEquals(speckles, resolve(image, folder.resolve("all-rois-seg.dcm").toString(), "").mask());
		final String expected = CsvTable.read(folder.resolve("features.csv")).cells("original_glcm_Contrast").get(0);
		try (Context context = new Context(CommandService.class, StatusService.class);
				PythonInterpreter python = new PythonInterpreter())
		{
			python.set("command", context.service(CommandService.class));
			python.set("path", ct.toString());
			python.set("series", "Thorax");
			python.set("rois", seg.toString());
			python.set("name", "GTV*");
			python.exec(Files.readString(templates.resolve("Hospital_Files.py")));
			final ResultsTable table = python.get("table", ResultsTable.class);
			assertEquals(Double.parseDouble(expected), table.getValue("original_glcm_Contrast", 0));
		}
	}
}
