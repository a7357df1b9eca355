package io.github.radiomicsnomogram.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maps through the command line, against those of pyradiomics for the same table. */
class MapsCommandTest {

	/** Relative; sums of another order. 2e-15 is reached. */
	private static final double TOLERANCE = 1e-12;

	@TempDir
	private Path folder;
	private Path out;

	@BeforeEach
	void name() {
		out = folder.resolve("maps");
	}

	private Cli maps(final Object... arguments) {
		return Cli.run(Stream.concat(Stream.of("maps", "--out", out), Stream.of(arguments)).toArray());
	}

	private Cli like(final Object... more) {
		final List<Object> arguments = new ArrayList<>(List.of(CohortFiles.FOLDER.resolve("maps.csv"), "--param",
			CohortFiles.FOLDER.resolve("maps.yaml"), "--format-path", "basename"));
		arguments.addAll(List.of(more));
		return maps(arguments.toArray());
	}

	private JsonArray list() throws IOException {
		return JsonParser.parseString(Files.readString(out.resolve("maps.json"))).getAsJsonArray();
	}

	private static Volume read(final Path file) {
		return ImageFiles.with().read(file, Progress.NONE);
	}

	@Test
	void mapsAreThoseOfPyradiomics() throws IOException {
		assertEquals(new Cli(Main.OK, "", ""), like("--jobs", 2));
		final List<String> names = Cli.content(CohortFiles.FOLDER.resolve("maps"));
		assertEquals(4, names.size());
		assertEquals(Stream.concat(names.stream(), Stream.of("maps.json")).toList(), Cli.content(out));
		for (final String name : names) {
			final Volume wanted = read(CohortFiles.FOLDER.resolve("maps").resolve(name)), map = read(out.resolve(name));
			assertEquals(wanted.type(), map.type());
			assertArrayEquals(wanted.geometry().size(), map.geometry().size(), name);
			assertArrayEquals(wanted.geometry().spacing(), map.geometry().spacing(), 1e-15, name);
			assertArrayEquals(wanted.geometry().origin(), map.geometry().origin(), 1e-12, name);
			assertArrayEquals(wanted.geometry().direction(), map.geometry().direction(), 1e-15, name);
			final double[] w = VoxelArrays.doubles(wanted), m = VoxelArrays.doubles(map);
			for (int i = 0; i < w.length; i++)
				assertEquals(w[i], m[i], Double.isNaN(w[i]) ? 0 : TOLERANCE * Math.abs(w[i]), name + " " + i);
		}
	}

	@Test
	void theListIsThatOfPyradiomicsWithRanges() throws IOException {
		like();
		final String text = Files.readString(out.resolve("maps.json")).replace(out.toString(), "maps");
		final JsonArray list = JsonParser.parseString(text).getAsJsonArray();
		CohortFiles.assertSame(JsonParser.parseString(Files.readString(CohortFiles.FOLDER.resolve("maps.json"))), list, "row");
		final JsonObject row = list.get(0).getAsJsonObject();
		final JsonObject contrast = row.getAsJsonObject("diagnostics_Maps").getAsJsonObject("original_glcm_Contrast");
		assertEquals(2, contrast.get("withoutValue").getAsInt());
		assertTrue(contrast.get("maximum").getAsDouble() > contrast.get("minimum").getAsDouble());
		assertTrue(row.getAsJsonObject("diagnostics_Reasons").get("original_glcm_Contrast").getAsString().startsWith(
			"2 voxels have no value: "));
	}

	@Test
	void optionsChooseFeaturesAndKernels() throws IOException {
		final Path image = SmallCase.image(folder), mask = SmallCase.mask(folder);
		final Cli run = maps("--image", image, "--mask", mask, "--features", "firstorder_Mean,firstorder_Energy",
			"--kernel-radius", 2, "-s", "initValue:-1");
		assertEquals(new Cli(Main.OK, "", ""), run);
		assertEquals(List.of("Case-1_original_firstorder_Energy.nrrd", "Case-1_original_firstorder_Mean.nrrd", "maps.json"), Cli
			.content(out));
		final Volume map = read(out.resolve("Case-1_original_firstorder_Mean.nrrd"));
		assertArrayEquals(new long[] { 8, 7, 5 }, map.geometry().size());
		assertEquals(-1, VoxelArrays.doubles(map)[0]);
	}

	@Test
	void everyLabelHasItsMaps() throws IOException {
		final Path image = SmallCase.image(folder), mask = SmallCase.mask(folder);
		final Cli run = maps("--image", image, "--mask", mask, "--label", "1,2,9", "--features", "firstorder_Mean", "-s",
			"minimumROIDimensions:1", "-f", "csv");
		assertEquals(Main.REFUSED, run.exitCode());
		assertTrue(run.err().contains("Failed: mask.nrrd, label 9: "), run.err());
		assertEquals(List.of("Case-1_label-1_original_firstorder_Mean.nrrd", "Case-1_label-2_original_firstorder_Mean.nrrd",
			"maps.csv", "maps.csv.partial"), Cli.content(out));
	}

	@Test
	void aRunGoesOnWhereMapsAreMissing() throws IOException {
		SmallCase.image(folder);
		SmallCase.mask(folder);
		final Path table = Files.writeString(folder.resolve("t.csv"),
			"Image,Mask\nct.nrrd,mask.nrrd\nct.nrrd,mask.nrrd\nct.nrrd,none.nrrd\n");
		final Object[] arguments = { table, "--features", "firstorder_Mean" };
		assertEquals(Main.REFUSED, maps(arguments).exitCode());
		final Path first = out.resolve("Case-1_original_firstorder_Mean.nrrd");
		assertTrue(Files.exists(first));
		assertTrue(list().get(2).getAsJsonObject().has("diagnostics_Failure"));
		final Object[] again = { table, "--features", "firstorder_Mean", "--resume" };
		assertTrue(maps(again).err().contains("2 of 3 cases are kept"));
		Files.delete(first);
		final Cli run = maps(again);
		assertTrue(run.err().contains("1 of 3 cases are kept"), run.err());
		assertTrue(Files.exists(first));
	}

	@Test
	void refusals() throws IOException {
		final Path image = SmallCase.image(folder), mask = SmallCase.mask(folder);
		maps("--image", image, "--mask", mask, "--features", "shape").refusedWith("Shape has no maps");
		maps("--image", image, "--mask", mask, "--kernel-radius", 0).misusedWith("--kernel-radius must be 1 or more");
		maps("--image", image, "--mask", mask, "--label", 7).refusedWith("no voxel with label 7");
		assertFalse(Files.exists(out.resolve("maps.json")));
	}
}
