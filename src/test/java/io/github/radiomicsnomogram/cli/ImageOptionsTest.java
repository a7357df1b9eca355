package io.github.radiomicsnomogram.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.Shared;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** --series and --suv where features are extracted, and NIfTI files of convert. */
class ImageOptionsTest {

	@TempDir
	Path folder;

	@Test
	void convertsToNifti() {
		final Path image = SmallCase.image(folder);
		for (final String name : new String[] { "a.nii", "a.nii.gz" }) {
			final Path out = folder.resolve(name);
			assertEquals(Main.OK, Cli.run("convert", "--image", image, "--out", out).exitCode());
			final Volume before = ImageFiles.with().read(image, Progress.NONE), after = ImageFiles.with().read(out,
				Progress.NONE);
			assertEquals(before.type(), after.type());
			assertEquals("", before.geometry().firstDifference(after.geometry(), 1e-6).orElse(""));
			assertArrayEquals(VoxelArrays.doubles(before), VoxelArrays.doubles(after));
		}
	}

	@Test
	void refusesThemForOtherFiles() {
		final Path image = SmallCase.image(folder);
		Cli.run("extract", "--image", image, "--mask", image, "--series", "1").refusedWith("ct.nrrd", "DICOM");
		Cli.run("extract", "--image", image, "--mask", image, "--suv").refusedWith("ct.nrrd", "DICOM");
		Cli.run("extract", "--image", image, "--mask", image, "--series", " ").misusedWith("--series");
	}

	@Test
	void readsTheSeriesThatIsChosen() {
		final Path export = Shared.path("golden/dicom/v_mixed_export/dicom");
		final Path ct = folder.resolve("ct.nrrd");
		final Path roi = export.resolve("1d1fa07db9");
		assertEquals(Main.OK, Cli.run("convert", "--image", export, "--series", "1", "--out", ct).exitCode());
		final Cli direct = Cli.run("extract", "--image", export, "--series", "1", "--roi", roi, "--roi-name", "GTV", "--out",
			folder.resolve("a.csv"));
		assertEquals(Main.OK, direct.exitCode(), direct.err());
		Cli.run("extract", "--image", export, "--roi", roi, "--roi-name", "GTV").refusedWith("--series");
	}
}
