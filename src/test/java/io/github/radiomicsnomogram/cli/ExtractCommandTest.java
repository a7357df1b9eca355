package io.github.radiomicsnomogram.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.measure.Calibration;

import io.github.radiomicsnomogram.io.CsvTable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractCommandTest {

	@TempDir
	private Path folder;
	private Path image;
	private Path mask;
	private Path out;

	@BeforeEach
	void prepare() {
		image = SmallCase.image(folder);
		mask = SmallCase.mask(folder);
		out = folder.resolve("features.csv");
	}

	private Cli extract(final Object... more) {
		final List<Object> arguments = new ArrayList<>(List.of("extract", "--image", image, "--mask", mask,
			"--out", out));
		arguments.addAll(List.of(more));
		return Cli.run(arguments.toArray());
	}

	private Path param(final String text) throws IOException {
		return Files.writeString(folder.resolve("p.yaml"), text);
	}

	private void nothingIsLeft() throws IOException {
		assertFalse(Files.exists(out));
		assertTrue(Cli.content(folder).stream().noneMatch(n -> n.startsWith(".")), Cli.content(folder).toString());
	}

	@Test
	void writesARowOfNamesAndARowOfValues() {
		final Cli run = extract();
		assertEquals(new Cli(Main.OK, "", ""), run);
		final CsvTable table = CsvTable.read(out);
		assertEquals(1, table.rows().size());
		assertEquals(List.of("Image", "Mask"), table.header().subList(0, 2));
		assertEquals(List.of(image.toString(), mask.toString()), table.rows().get(0).subList(0, 2));
		assertEquals("24", table.cells("diagnostics_Mask-original_VoxelNum").get(0));
		assertTrue(Double.parseDouble(table.cells("original_glcm_Contrast").get(0)) > 0);
	}

	@Test
	void computesWhatTheParameterFileAsksFor() throws IOException {
		final Cli run = extract("--param", param("setting: {additionalInfo: false, binWidth: 10}\n" +
			"featureClass: {glcm: [Id, Contrast, Homogeneity1]}\n"));
		assertEquals(Main.OK, run.exitCode());
		assertTrue(run.err().startsWith("Warning: glcm_Homogeneity1 (line 2) is left out"), run.err());
		assertEquals(List.of("Image", "Mask", "original_glcm_Id", "original_glcm_Contrast"), CsvTable.read(out).header());
	}

	@Test
	void theLabelOfTheCommandLineWins() throws IOException {
		final Path labels = param("setting: {label: 2, minimumROIDimensions: 1}\nfeatureClass: {glcm: [Id]}\n");
		assertEquals(Main.OK, extract("--param", labels).exitCode());
		assertEquals("8", CsvTable.read(out).cells("diagnostics_Mask-original_VoxelNum").get(0));
		assertEquals(Main.OK, extract("--param", labels, "--label", 1).exitCode());
		assertEquals("24", CsvTable.read(out).cells("diagnostics_Mask-original_VoxelNum").get(0));
	}

	@Test
	void threadsAndLocaleChangeNothing() throws IOException {
		final Locale before = Locale.getDefault();
		try {
			assertEquals(Main.OK, extract("--threads", 1).exitCode());
			final String one = Files.readString(out);
			Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
			assertEquals(Main.OK, extract("--threads", 3).exitCode());
			assertEquals(one, Files.readString(out));
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void flatGreyLevelsHaveValuesByConvention() {
		image = SmallCase.flat(folder);
		assertEquals(Main.OK, extract().exitCode());
		final CsvTable table = CsvTable.read(out);
		assertEquals("1.0", table.cells("original_glcm_Correlation").get(0));
		assertEquals("1000000.0", table.cells("original_ngtdm_Coarseness").get(0));
	}

	@Test
	void refusesRoisThatCannotBeUsed() throws IOException {
		extract("--label", SmallCase.VOXEL).refusedWith("single voxel");
		extract("--label", SmallCase.LINE).refusedWith("1 dimension(s) (8 x 1 x 1 voxels)", "minimumROIDimensions");
		extract("--label", 7).refusedWith("no voxel with label 7", "labels in it: 1, 2, 3");
		mask = SmallCase.empty(folder);
		extract().refusedWith("it is 0 everywhere");
		mask = SmallCase.shifted(folder);
		extract().refusedWith("different grids (origin along x: 0.0 against 3.0 mm)", "image: size 8 x 7 x 5",
			"origin [3.0, -5.0, 3.0]");
		mask = SmallCase.shorter(folder);
		extract().refusedWith("different grids (size along z: 5 against 4 voxels)");
		nothingIsLeft();
	}

	@Test
	void refusesImagesThatCannotBeUsed() throws IOException {
		image = SmallCase.hole(folder);
		extract().refusedWith("voxel (3, 3, 2), inside the ROI, is NaN");
		image = folder.resolve("none.nrrd");
		extract().refusedWith("There is no file", "none.nrrd");
		image = Files.writeString(folder.resolve("text.txt"), "hello");
		extract().refusedWith("is no image of a known format");
		nothingIsLeft();
	}

	@Test
	void refusesTiffsThatAreNoVolume() {
		final Calibration mm = new Calibration();
		mm.setUnit("mm");
		final ImagePlus colour = IJ.createImage("colour", "RGB black", 8, 7, 5), movie = IJ.createHyperStack("movie", 8, 7, 1,
			1, 5, 16), channels = IJ.createHyperStack("channels", 8, 7, 2, 5, 1, 16), bare = IJ.createImage("bare",
				"16-bit black", 8, 7, 5);
		for (final ImagePlus i : List.of(colour, movie, channels))
			i.setCalibration(mm);
		extractTiff(colour).refusedWith("is a colour (RGB) image");
		extractTiff(movie).refusedWith("has 5 time points");
		extractTiff(channels).refusedWith("has 2 channels");
		extractTiff(bare).refusedWith("its size in mm is unknown");
	}

	private Cli extractTiff(final ImagePlus tiff) {
		image = folder.resolve(tiff.getTitle() + ".tif");
		assertTrue(new FileSaver(tiff).saveAsTiff(image.toString()));
		return extract();
	}

	@Test
	void refusesParametersWithTheirLine() throws IOException {
		extract("--param", param("setting:\n  binwidth: 5\n")).refusedWith("p.yaml', line 2: unknown key 'binwidth'");
		extract("--param", param("setting: {normalize: 1}\n")).refusedWith("line 1: 'normalize' must be true or false");
		extract("--param", folder.resolve("none.yaml")).refusedWith("there is no such file");
		nothingIsLeft();
	}

	@Test
	void refusesOutputThatCannotBeWritten() throws IOException {
		out = folder.resolve("nowhere").resolve("f.csv");
		extract().refusedWith("Can't write", "there is no folder");
		out = Files.createDirectory(folder.resolve("taken"));
		extract().refusedWith("Can't write", "there is a folder of that name");
		assertEquals(List.of(), Cli.content(out));
	}

	@Test
	void keepsAnOlderFileIfSomethingFails() throws IOException {
		Files.writeString(out, "old");
		extract("--label", 7).refusedWith("no voxel");
		assertEquals("old", Files.readString(out));
	}
}
