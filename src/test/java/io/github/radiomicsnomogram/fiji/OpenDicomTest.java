package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.measure.Calibration;
import ij.plugin.Duplicator;
import ij.plugin.StackReverser;
import ij.process.ImageConverter;
import ij.process.ImageStatistics;
import ij.util.DicomTools;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.Shared;
import io.github.radiomicsnomogram.fiji.command.DicomFolderDrop;
import io.github.radiomicsnomogram.fiji.command.DicomSeriesIO;
import io.github.radiomicsnomogram.fiji.command.OpenDicomSeries;
import io.github.radiomicsnomogram.io.dicom.DicomFormat;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.python.util.PythonInterpreter;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.io.IOService;
import org.scijava.plugin.PluginInfo;

/** A DICOM series in ImageJ is the series that the command line reads, and knows when it is not any more. */
class OpenDicomTest {

	@TempDir
	private Path folder;

	@AfterEach
	void forget() {
		WindowManager.setTempCurrentImage(null);
	}

	private static ImagePlus open(final Path path) {
		return DicomJob.open(new DicomOptions(path.toString(), "", false), null, Progress.NONE).image();
	}

	private static void assertSame(final Volume expected, final Volume actual) {
		assertEquals(expected.geometry(), actual.geometry());
		assertEquals(expected.type(), actual.type());
		assertEquals(expected.info().valueUnit(), actual.info().valueUnit());
		assertEquals(expected.info().tags(), actual.info().tags());
		assertArrayEquals(VoxelArrays.doubles(expected), VoxelArrays.doubles(actual));
	}

	@Test
	void imageJsToolsSeeHuAndMm() throws IOException {
		final ImagePlus image = open(DicomSeriesFiles.ct(folder.resolve("ct")));
		final Calibration c = image.getCalibration();
		assertEquals("mm", c.getUnit());
		assertArrayEquals(new double[] { DicomSeriesFiles.DX, DicomSeriesFiles.DY, DicomSeriesFiles.DZ }, new double[] {
			c.pixelWidth, c.pixelHeight, c.pixelDepth });
		assertEquals("HU", c.getValueUnit());
		assertTrue(c.isSigned16Bit(), "ImageJ's own kind of signed image");
		for (int z = 0; z < DicomSeriesFiles.NZ; z++) {
			image.setSlice(z + 1);
			assertEquals(DicomSeriesFiles.hu(4, 5, z), c.getCValue(image.getProcessor().get(4, 5)));
			assertTrue(image.getStack().getShortSliceLabel(z + 1).startsWith("im3_" + (DicomSeriesFiles.NZ - z)));
			assertEquals("1.2.3.9.3." + z, DicomTools.getTag(image, "0008,0018").trim());
		}
		image.setSlice(1);
		image.setRoi(new Roi(2, 3, 1, 1));
		final ImageStatistics s = image.getStatistics();
		assertEquals(DicomSeriesFiles.hu(2, 3, 0), s.mean);
		assertEquals(DicomSeriesFiles.DX * DicomSeriesFiles.DY, s.area);
		assertEquals("ct", image.getTitle());
		assertEquals(-1150, c.getCValue(image.getDisplayRangeMin()), "the file's window");
		assertEquals(350, c.getCValue(image.getDisplayRangeMax()));
		image.deleteRoi();
		new ImageConverter(image).convertToGray32();
		assertEquals(DicomSeriesFiles.hu(2, 3, 0), image.getStack().getVoxel(2, 3, 0));
	}

	@Test
	void showInfoTellsTheSeriesAndNotThePatient() {
		final ImagePlus image = open(DicomSeriesFiles.ct(folder.resolve("ct")));
		final String shown = new ij.plugin.ImageInfo().getImageInfo(image), info = image.getInfoProperty();
		for (final String line : List.of("0018,0060  KVP: 120", "0020,0013  Image Number: 3", "Values: HU, slope and intercept applied",
			"Distance of slices: 2.0 mm"))
			assertTrue(shown.contains(line), line + " is not in " + shown);
		assertTrue(info.startsWith("DICOM series of 5 slices: 3: CT 'Thorax', 5 slices of 12 x 9, 0.75 x 0.5 x 2 mm"), info);
		assertFalse((shown + info + image.getProp(DicomPlace.PROPERTY)).contains("Secret"));
	}

	@Test
	void theVolumeIsTheCommandLines() {
		final Path ct = DicomSeriesFiles.ct(folder.resolve("ct"));
		final Volume expected = new DicomFormat().read(ct, Progress.NONE);
		assertSame(expected, ImagePlusVolumes.of(open(ct)));
		assertEquals(List.of(), ImagePlusVolumes.of(open(ct)).info().warnings());
	}

	/** Orientations, slopes, multi-frame, padding; fractions are kept in single precision, which a warning says. */
	@ParameterizedTest
	@ValueSource(strings = { "a_plain_shuffled", "h1_oblique", "h2_feet_first", "h4_sagittal", "h5_nonsquare", "l2_position_jitter",
		"m2_enhanced_shuffled_per_frame_rescale", "f3_ct_intercept_per_slice", "n1_signed16_padding", "n8_mr_no_rescale",
		"r2_single_slice", "f_pet_slope_per_slice" })
	void theVolumeOfHospitalFilesIsTheCommandLines(final String name) {
		final Path files = Shared.path("golden/dicom/" + name + "/dicom");
		final Volume expected = new DicomFormat().read(files, Progress.NONE), actual = ImagePlusVolumes.of(open(files));
		if (!expected.type().equals(VoxelType.FLOAT64)) assertSame(expected, actual);
		else {
			assertEquals(expected.geometry(), actual.geometry());
			final double[] e = VoxelArrays.doubles(expected), a = VoxelArrays.doubles(actual);
			// Single precision: half a unit in the last of 24 bits.
			for (int i = 0; i < e.length; i++)
				assertEquals(e[i], a[i], Math.abs(e[i]) * Math.scalb(1, -24));
			assertTrue(actual.info().warnings().stream().anyMatch(w -> w.contains("single precision")));
		}
	}

	@Test
	void suvIsInGramsPerMillilitre() {
		final Path pet = Shared.path("golden/dicom/g_pet_suv_start/dicom");
		final ImagePlus image = DicomJob.open(new DicomOptions(pet.toString(), "", true), null, Progress.NONE).image();
		assertEquals("g/ml", ImagePlusVolumes.of(image).info().valueUnit());
		final double[] expected = VoxelArrays.doubles(new DicomFormat().readSuv(pet, Progress.NONE));
		final double[] actual = VoxelArrays.doubles(ImagePlusVolumes.of(image));
		for (int i = 0; i < expected.length; i++)
			assertEquals(expected[i], actual[i], Math.abs(expected[i]) * Math.scalb(1, -24), "single precision");
		final Path ct = DicomSeriesFiles.ct(folder.resolve("ct"));
		assertThrows(InputException.class, () -> DicomJob.open(new DicomOptions(ct.toString(), "", true), null, Progress.NONE));
	}

	@Test
	void severalSeriesAreListedOrChosen() {
		final Path all = DicomSeriesFiles.ct(folder.resolve("export"));
		DicomSeriesFiles.series(all.resolve("b"), 8, "T1 post", "MR");
		final String message = assertThrows(InputException.class, () -> open(all)).getMessage();
		assertTrue(message.contains("3: CT 'Thorax'") && message.contains("8: MR 'T1 post'"), message);
		for (final String choice : List.of("8", "1.2.3.4.8", "t1"))
			assertEquals("export 8 T1 post", DicomJob.open(new DicomOptions(all.toString(), choice, false), null, Progress.NONE)
				.image().getTitle());
		final DicomJob.Result chosen = DicomJob.open(new DicomOptions(all.toString(), "", false), list -> list.get(1),
			Progress.NONE);
		assertEquals(8, chosen.series());
		assertEquals(3, DicomJob.open(new DicomOptions(all.resolve("im3_1.dcm").toString(), "", false), list -> null,
			Progress.NONE).series(), "nobody is asked");
		assertThrows(CancellationException.class, () -> DicomJob.open(new DicomOptions(all.toString(), "", false), list -> null,
			Progress.NONE));
		assertEquals(5, open(all.resolve("im3_1.dcm")).getStackSize(), "a file stands for its series");
		final String missing = assertThrows(InputException.class, () -> open(all.resolve("nothing"))).getMessage();
		assertTrue(missing.startsWith("There is no file or folder"), missing);
		assertThrows(InputException.class, () -> DicomJob.open(DicomOptions.DEFAULTS, null, Progress.NONE));
	}

	@Test
	void aChangedImageIsNotTakenForTheOneThatWasOpened() {
		final Path ct = DicomSeriesFiles.ct(folder.resolve("ct"));
		final ImagePlus cropped = open(ct);
		cropped.setRoi(2, 1, 6, 5);
		assertMoved(new Duplicator().run(cropped), "it had 12 voxels along x, now it has 6");
		assertMoved(new Duplicator().run(open(ct), 2, 5), "it had 5 voxels along z, now it has 4");
		final ImagePlus reversed = open(ct);
		WindowManager.setTempCurrentImage(reversed);
		new StackReverser().flipStack(reversed);
		assertMoved(reversed, "slice 1 was at");
		final ImagePlus recalibrated = open(ct);
		recalibrated.getCalibration().pixelDepth = 5;
		assertMoved(recalibrated, "its voxels were 2.0 mm along z, now they are 5.0");
		final ImagePlus flipped = open(ct);
		for (int z = 1; z <= flipped.getStackSize(); z++)
			flipped.getStack().getProcessor(z).flipHorizontal();
		assertMoved(flipped, "flipped horizontally");
		final ImagePlus scaled = open(ct).resize(24, 18, "bilinear");
		assertMoved(scaled, "it had 12 voxels along x, now it has 24");
	}

	private static void assertMoved(final ImagePlus image, final String why) {
		final Volume volume = ImagePlusVolumes.of(image);
		assertArrayEquals(new double[3], volume.geometry().origin(), "ImageJ's own grid");
		assertTrue(volume.info().warnings().stream().anyMatch(w -> w.contains(why) && w.contains(
			"its place in the patient isn't known any more")), volume.info().warnings().toString());
		assertFalse(volume.info().tag("FrameOfReferenceUID").isPresent());
		assertEquals("CT", volume.info().tag("Modality").orElse(""), "how it was taken is still true");
		assertEquals("HU", volume.info().valueUnit());
	}

	@Test
	void copiesAndTiffFilesKeepThePlace() {
		final Path ct = DicomSeriesFiles.ct(folder.resolve("ct"));
		final Volume expected = new DicomFormat().read(ct, Progress.NONE);
		final ImagePlus image = open(ct);
		assertSame(expected, ImagePlusVolumes.of(new Duplicator().run(image)));
		new FileSaver(image).saveAsTiff(folder.resolve("ct.tif").toString());
		assertSame(expected, ImagePlusVolumes.of(IJ.openImage(folder.resolve("ct.tif").toString())));
		image.getStack().getProcessor(2).set(3, 3, 40000);
		final Volume filtered = ImagePlusVolumes.of(image);
		assertEquals(expected.geometry(), filtered.geometry());
		assertTrue(filtered.info().warnings().stream().anyMatch(w -> w.contains("other pixels than when it was opened")));
	}

	@Test
	void aDamagedPropertyIsNoPlace() {
		final ImagePlus image = open(DicomSeriesFiles.ct(folder.resolve("ct")));
		for (final String text : List.of("{", "{}", "[]", "null", "{\"size\":[1,2]}")) {
			image.setProp(DicomPlace.PROPERTY, text);
			assertArrayEquals(new double[3], ImagePlusVolumes.of(image).geometry().origin(), text);
		}
	}

	@Test
	void aMacroACommandAndJythonOpenTheSame() throws Exception {
		MenuTable.install();
		final Path ct = DicomSeriesFiles.ct(folder.resolve("with blank"));
		final Volume expected = new DicomFormat().read(ct, Progress.NONE);
		final String mean = IJ.runMacro("setBatchMode(true); run('Open DICOM Series...', 'path=[" + ct + "] series=Thorax'); " +
			"setSlice(1); makeRectangle(2, 3, 1, 1); getStatistics(area, mean); return '' + mean;");
		assertEquals(DicomSeriesFiles.hu(2, 3, 0), Double.parseDouble(mean));
		try (Context context = new Context(CommandService.class, StatusService.class, IOService.class)) {
			final CommandModule module = context.service(CommandService.class).run(OpenDicomSeries.class, true, "path", ct
				.toString()).get();
			assertFalse(module.isCanceled(), module.getCancelReason());
			assertSame(expected, ImagePlusVolumes.of((ImagePlus) module.getOutput("opened")));
			final CommandModule bad = context.service(CommandService.class).run(OpenDicomSeries.class, true, "path", ct
				.toString(), "series", "9").get();
			assertTrue(bad.isCanceled() && bad.getCancelReason().contains("3: CT 'Thorax'"), bad.getCancelReason());
			assertNull(bad.getOutput("opened"));
			try (PythonInterpreter python = new PythonInterpreter()) {
				python.set("io", context.service(IOService.class));
				python.set("path", ct.toString());
				python.exec("image = io.open(path)");
				assertSame(expected, ImagePlusVolumes.of(python.get("image", ImagePlus.class)));
			}
		}
	}

	@Test
	void sciJavasIoServiceOpensFoldersAndFilesOfSeries() throws Exception {
		final Path ct = DicomSeriesFiles.ct(folder.resolve("ct"));
		final Path pictures = Files.createDirectory(folder.resolve("pictures"));
		Files.writeString(pictures.resolve("a.txt"), "no image");
		try (Context context = new Context(IOService.class)) {
			final IOService io = context.service(IOService.class);
			final Volume expected = new DicomFormat().read(ct, Progress.NONE);
			assertSame(expected, ImagePlusVolumes.of((ImagePlus) io.open(ct.toString())));
			assertSame(expected, ImagePlusVolumes.of((ImagePlus) io.open(ct.resolve("im3_2.dcm").toString())));
			assertNull(io.getOpener(pictures.toString()));
			assertEquals(DicomSeriesIO.class, io.getOpener(ct.toString()).getClass());
			assertEquals(List.of(DicomFolderDrop.class.getName()), io.getPlugins().stream().filter(p -> p.is("eager") && p
				.getClassName().startsWith("io.github.radiomicsnomogram.")).map(PluginInfo::getClassName).toList());
			DicomSeriesFiles.series(ct.resolve("b"), 8, "T1 post", "MR");
			final String message = assertThrows(IOException.class, () -> io.open(ct.toString())).getMessage();
			assertTrue(message.contains("8: MR 'T1 post'"), message);
		}
	}
}
