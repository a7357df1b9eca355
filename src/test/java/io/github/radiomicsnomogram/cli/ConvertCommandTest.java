package io.github.radiomicsnomogram.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.NrrdFormat;
import io.github.radiomicsnomogram.io.dicom.DicomFormat;
import io.github.radiomicsnomogram.io.dicom.RoiCase;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs convert and inspect. */
class ConvertCommandTest {

	@TempDir
	private Path folder;

	private Volume written() {
		return new NrrdFormat().read(folder.resolve("out.nrrd"), Progress.NONE);
	}

	@Test
	void writesWhatWasRead() {
		final Path image = RoiCase.series(folder);
		assertEquals(new Cli(Main.OK, "", ""), Cli.run("convert", "--image", image, "--out", folder.resolve("out.nrrd")));
		final Volume read = new DicomFormat().read(image, Progress.NONE);
		assertEquals("", read.geometry().firstDifference(written().geometry(), 1e-12).orElse(""));
		assertEquals(read.type(), written().type());
		assertArrayEquals(VoxelArrays.doubles(read), VoxelArrays.doubles(written()));
	}

	@Test
	void writesARoiOnTheImagesGrid() {
		final Path image = RoiCase.series(folder), set = RoiCase.structureSet(folder);
		assertEquals(new Cli(Main.OK, "", ""), Cli.run("convert", "--image", image, "--roi", set, "--roi-name", "GTV", "--out",
			folder.resolve("out.nrrd")));
		final double[] mask = VoxelArrays.doubles(written());
		assertEquals(60, mask.length);
		assertEquals(8, Arrays.stream(mask).sum());
		// Voxels (1, 0, 1) and (2, 1, 2) of 4 x 3 x 5.
		assertEquals(1, mask[13]);
		assertEquals(1, mask[30]);
	}

	@Test
	void refusesWhatItCannotDo() {
		final Path image = RoiCase.series(folder);
		Cli.run("convert", "--image", image, "--suv", "--out", folder.resolve("out.nrrd")).refusedWith("SUV can't be computed",
			"Modality (0008,0060) is 'CT'");
		Cli.run("convert", "--image", image, "--series", "99", "--out", folder.resolve("out.nrrd")).refusedWith("none with number 99");
		Cli.run("convert", "--image", image, "--out", folder.resolve("out.mha")).misusedWith("must end in .nrrd");
		Cli.run("convert", "--image", SmallCase.image(folder), "--series", "1", "--out", folder.resolve("out.nrrd"))
			.refusedWith("no DICOM series");
		assertTrue(Files.notExists(folder.resolve("out.nrrd")));
	}

	@Test
	void inspectsSeriesAndRois() {
		RoiCase.series(folder);
		RoiCase.structureSet(folder);
		RoiCase.segmentation(folder);
		final Cli run = Cli.run("inspect", folder);
		assertEquals(Main.OK, run.exitCode(), run.err());
		for (final String words : new String[] { "Series 5: CT 'Thorax', 5 slices of 4 x 3", "Grid: size 4 x 3 x 5",
			"Values: -24.0 to 387.0 HU", "ROIs of RS", "4: 'GTV', 2 contours, drawn on series 1.2.3.4", "ROIs of seg.dcm",
			"2: 'two', 0 frames" })
			assertTrue(run.out().contains(words), run.out());
		assertTrue(!Cli.run("inspect", "--headers-only", folder).out().contains("Values"));
		assertTrue(Cli.run("inspect", folder.resolve("RS")).out().contains("6: 'Node', 1 contour"));
		assertTrue(Cli.run("inspect", SmallCase.image(folder)).out().contains("Grid: size 8 x 7 x 5"));
		Cli.run("inspect", folder.resolve("none")).refusedWith("There is no file");
	}
}
