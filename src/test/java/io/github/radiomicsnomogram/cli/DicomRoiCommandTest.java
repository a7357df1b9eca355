package io.github.radiomicsnomogram.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.io.dicom.RoiCase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Structure sets and segmentations as ROIs of the command line. */
class DicomRoiCommandTest {

	private static final String VOXELS = "diagnostics_Mask-original_VoxelNum";

	@TempDir
	private Path folder;
	private Path image;

	@BeforeEach
	void prepare() {
		image = RoiCase.series(folder);
	}

	private Cli extract(final Path roi, final Object... more) {
		final List<Object> arguments = new ArrayList<>(List.of("extract", "--image", image, "--roi", roi));
		arguments.addAll(List.of(more));
		return Cli.run(arguments.toArray());
	}

	/** Numbers of voxels of the rows. */
	private List<String> voxels(final Cli run) {
		assertEquals(Main.OK, run.exitCode(), run.err());
		final CsvTable table = CsvTable.parse("stdout", run.out());
		return table.cells(VOXELS);
	}

	@Test
	void choosesARoiOfAStructureSet() {
		final Path set = RoiCase.structureSet(folder);
		assertEquals(List.of("8"), voxels(extract(set, "--roi-name", "gtv")));
		assertEquals(List.of("8"), voxels(extract(set, "--roi-name", "4")));
		assertEquals(List.of("4"), voxels(extract(set, "--roi-name", "N*")));
		assertEquals(List.of("8", "4"), voxels(Cli.run("extract", "--image", image, "--mask", set, "--label", "all")));
		assertEquals(List.of("4"), voxels(Cli.run("extract", "--image", image, "--mask", set, "--label", "6")));
		extract(set).refusedWith("2 ROIs", "4: 'GTV', 2 contours", "6: 'Node', 1 contour", "--roi-name");
		extract(set, "--roi-name", "x").refusedWith("none with name 'x'");
	}

	@Test
	void setsTheThresholdOfASegmentation() {
		final Path seg = RoiCase.segmentation(folder);
		final Cli run = extract(seg, "--roi-name", "one");
		assertEquals(List.of("3"), voxels(run));
		assertTrue(run.err().contains("fraction 0.5 or more"), run.err());
		assertEquals(List.of("4"), voxels(extract(seg, "--roi-name", "one", "--roi-threshold", "0.4")));
		extract(seg, "--roi-name", "two").refusedWith("seg.dcm", "ROI 2 'two'", "empty");
	}

	@Test
	void takesThemFromATable() throws IOException {
		final Path set = RoiCase.structureSet(folder);
		final Path cases = Files.writeString(folder.resolve("cases.csv"), "Image,Mask,Label\nct," + set.getFileName() +
			",4\nct," + set.getFileName() + ",6\n");
		assertEquals(List.of("8", "4"), voxels(Cli.run("extract", cases)));
	}

	@Test
	void refusesWhatMeansNothing() {
		final Path set = RoiCase.structureSet(folder);
		extract(set, "--roi-threshold", "2").misusedWith("--roi-threshold must be");
		extract(set, "--roi-name", " ").misusedWith("--roi-name must be");
		extract(set, "--roi-slices", "up").misusedWith("--roi-slices must be instance or position, not 'up'.");
		Cli.run("extract", "--image", image, "--mask", set, "--label", "1", "--roi-name", "GTV").misusedWith(
			"--roi-name or --label");
		final Path mask = SmallCase.mask(folder);
		Cli.run("extract", "--image", SmallCase.image(folder), "--mask", mask, "--roi-name", "GTV").refusedWith("mask.nrrd",
			"is a label image, whose ROIs have numbers, no names: labels 1, 2, 3");
		extract(set, "--roi-name", "1", "--roi-threshold", "0.5").refusedWith("--roi-threshold means nothing");
	}

	/** Damage to the pixels of slices beside the ROI shows that they are read, or not. */
	@Test
	void readsTheRoisSlicesAloneWhereTheyAreEnough() throws IOException {
		final Path set = RoiCase.structureSet(folder);
		final Object[] plain = { "--roi-name", "GTV", "-s", "additionalInfo:false" };
		final Cli before = extract(set, plain);
		assertEquals(Main.OK, before.exitCode(), before.err());
		RoiCase.damagedOutside(folder);
		final Cli after = extract(set, plain);
		assertEquals(before.out(), after.out());
		assertEquals(Main.OK, after.exitCode(), after.err());
		assertEquals(Main.OK, Cli.run("convert", "--image", image, "--roi", set, "--roi-name", "GTV", "--out", folder.resolve(
			"mask.nrrd")).exitCode());
		extract(set, "--roi-name", "GTV").refusedWith("s0", "PixelData");
		extract(set, "--roi-name", "GTV", "-s", "additionalInfo:false", "-s", "normalize:true").refusedWith("PixelData");
		Cli.run("convert", "--image", image, "--out", folder.resolve("image.nrrd")).refusedWith("PixelData");
	}
}
