package io.github.radiomicsnomogram.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import io.github.radiomicsnomogram.Shared;
import io.github.radiomicsnomogram.io.CsvTable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of cases through the command line, against pyradiomics' own results of the same table and options. */
class ExtractTableTest {

	@TempDir
	private Path folder;
	private Path out;

	@BeforeEach
	void name() {
		out = folder.resolve("out.csv");
	}

	private static Cli extract(final Object... arguments) {
		return Cli.run(Stream.concat(Stream.of("extract"), Stream.of(arguments)).toArray());
	}

	/** What src/test/scripts/make_cases.py asks pyradiomics for. */
	private static Cli like(final Object... more) {
		final List<Object> arguments = new ArrayList<>(List.of(CohortFiles.FOLDER.resolve("cases.csv"), "--param",
			CohortFiles.FOLDER.resolve("params.yaml"), "-s", "binWidth:10", "-s", "distances=1,2", "--format-path", "basename"));
		arguments.addAll(List.of(more));
		return extract(arguments.toArray());
	}

	private static String expected(final String name) throws IOException {
		return Files.readString(CohortFiles.FOLDER.resolve(name));
	}

	@Test
	void csvIsThatOfPyradiomics() throws IOException {
		assertEquals(Main.REFUSED, like("--out", out).exitCode());
		final CsvTable table = CsvTable.read(out);
		assertSame(CsvTable.parse("expected", expected("extract.csv")), table);
		assertEquals(7, table.rows().size());
		assertEquals("nan", table.cells("original_firstorder_RobustMeanAbsoluteDeviation").get(4));
		assertEquals("", table.cells("original_glcm_Contrast").get(3));
	}

	private static void assertSame(final CsvTable wanted, final CsvTable table) {
		final List<String> columns = CohortFiles.withoutVersions(wanted.header());
		assertEquals(columns, CohortFiles.withoutVersions(table.header()));
		assertEquals(wanted.rows().size(), table.rows().size());
		for (int row = 0; row < wanted.rows().size(); row++)
			for (final String column : columns)
				CohortFiles.assertSameCell(wanted.cells(column).get(row), table.cells(column).get(row), column + " " + row);
	}

	@Test
	void channelsOfAMaskAreThoseOfPyradiomics() throws IOException {
		final Path mask = CohortFiles.FOLDER.resolve("channels.nrrd"), params = CohortFiles.FOLDER.resolve("params.yaml");
		final Cli run = extract(CohortFiles.FOLDER.resolve("channels.csv"), "-p", params, "--format-path", "basename");
		assertEquals(Main.OK, run.exitCode(), run.err());
		final CsvTable table = CsvTable.parse("out", run.out());
		assertSame(CsvTable.parse("expected", expected("extract-channels.csv")), table);
		final Object[] one = { "--image", CohortFiles.FOLDER.resolve("../oracle/int16.nrrd"), "--mask", mask, "-p", params };
		final CsvTable second = CsvTable.parse("out", extract(Stream.concat(Stream.of(one), Stream.of("--label-channel", 1))
			.toArray()).out());
		assertEquals(table.cells("square_glcm_MCC").get(2), second.cells("square_glcm_MCC").get(0));
		extract(Stream.concat(Stream.of(one), Stream.of("--label-channel", 2)).toArray()).refusedWith(
			"channels.nrrd' has 2 channels, 0 to 1, but channel 2 is asked for");
	}

	@Test
	void txtIsThatOfPyradiomics() throws IOException {
		final Cli run = like("--format", "txt");
		final List<String> wanted = CohortFiles.withoutVersions(expected("extract.txt").lines().toList());
		final List<String> lines = CohortFiles.withoutVersions(run.out().lines().toList());
		assertEquals(wanted.size(), lines.size());
		for (int i = 0; i < wanted.size(); i++) {
			final String[] w = wanted.get(i).split(": ", 2), l = lines.get(i).split(": ", 2);
			assertEquals(w[0], l[0]);
			if (w.length > 1) CohortFiles.assertSameCell(w[1], l[1], wanted.get(i));
		}
	}

	@Test
	void jsonIsThatOfPyradiomicsWithReasons() throws IOException {
		final Path json = folder.resolve("out.json");
		assertEquals(Main.REFUSED, like("--out", json).exitCode());
		final JsonArray rows = JsonParser.parseString(Files.readString(json)).getAsJsonArray();
		CohortFiles.assertSame(JsonParser.parseString(expected("extract.json")), rows, "row");
		assertTrue(rows.get(3).getAsJsonObject().get("diagnostics_Failure").getAsString().contains("There is no file"));
		final JsonObject reasons = rows.get(4).getAsJsonObject().get("diagnostics_Reasons").getAsJsonObject();
		assertEquals("undefined: no value lies between the 10th and the 90th percentile", reasons.get(
			"original_firstorder_RobustMeanAbsoluteDeviation").getAsString());
		assertFalse(rows.get(0).getAsJsonObject().has("diagnostics_Reasons"));
		assertTrue(Files.readString(json).chars().allMatch(c -> c < 128), "not ASCII");
		assertFalse(Files.readString(json).contains("NaN"));
	}

	@Test
	void whatFailedIsSaidAndTheRestIsWritten() throws IOException {
		final Cli run = like("--out", out);
		assertEquals(Main.REFUSED, run.exitCode());
		assertEquals("", run.out());
		final List<String> said = run.err().lines().toList();
		assertEquals(3, said.size(), run.err());
		assertTrue(said.get(0).startsWith("Failed: cases.csv, line 6: There is no file '"), run.err());
		assertTrue(said.get(1).startsWith("Failed: cases.csv, line 9: The mask 'two.nrrd' has no voxel with label 9"));
		assertTrue(said.get(2).startsWith("2 of 7 cases failed"), run.err());
		assertEquals(List.of("out.csv", "out.csv.partial"), Cli.content(folder));
	}

	@Test
	void jobsAndThreadsChangeNothing() throws IOException {
		like("--out", out);
		final Path other = folder.resolve("other.csv");
		like("--out", other, "--jobs", 4, "--threads", 3);
		assertEquals(Files.readString(out), Files.readString(other));
		assertEquals(Files.readString(out), like("-j", 2).out());
	}

	@Test
	void valuesThatAreMissingCanBeLeftOut() throws IOException {
		final CsvTable table = CsvTable.parse("out", like("--skip-nans").out());
		assertEquals("", table.cells("original_firstorder_RobustMeanAbsoluteDeviation").get(4));
		assertFalse(like("--skip-nans", "-f", "txt").out().contains("Case-5_original_firstorder_Robust"));
	}

	@Test
	void aStoppedRunGoesOn() throws IOException {
		like("--out", out);
		final String whole = Files.readString(out);
		final Path partial = folder.resolve("out.csv.partial");
		stop(partial);
		Files.delete(out);
		like("--out", out).refusedWith("out.csv.partial' holds 2 finished cases of a run that was stopped. Add --resume");
		assertFalse(Files.exists(out));
		final Cli run = like("--out", out, "--resume", "--jobs", 2);
		assertTrue(run.err().contains("2 of 7 cases are kept"), run.err());
		assertEquals(marked(whole, true), Files.readString(out));
	}

	/** As after a kill: two cases are whole, the first with another mean, to know it again, and the third is cut off. */
	private static void stop(final Path partial) throws IOException {
		final String text = Files.readString(partial);
		final List<String> lines = text.lines().toList();
		final String first = lines.get(0).replaceFirst("(original_firstorder_Mean\",\"text\":\")[^\"]*", "$1-777.0");
		assertTrue(first.contains("-777.0"), first);
		Files.writeString(partial, first + "\n" + lines.get(1) + "\n" + lines.get(2).substring(0, 500));
	}

	/** The table with the mean by which the first case is known. */
	private static String marked(final String whole, final boolean mark) {
		final CsvTable table = CsvTable.parse("whole", whole);
		final String mean = table.cells("original_firstorder_Mean").get(0);
		return mark ? whole.replaceFirst("," + mean + ",", ",-777.0,") : whole;
	}

	@Test
	void keptResultsMustBeOfTheSameSettings() throws IOException {
		like("--out", out);
		final String whole = Files.readString(out);
		stop(folder.resolve("out.csv.partial"));
		final Cli other = like("--out", out, "--resume", "-s", "binWidth:20");
		assertTrue(other.err().contains("0 of 7 cases are kept"), other.err());
		assertTrue(Files.readString(out).contains("'binWidth': 20.0"));
		like("--out", out, "--resume");
		assertEquals(marked(whole, true), Files.readString(out), "results of the first settings are still there");
	}

	@Test
	void afterTheEndOnlyFailuresAreComputedAgain() throws IOException {
		final Path image = SmallCase.image(folder), mask = SmallCase.mask(folder);
		final Path table = Files.writeString(folder.resolve("t.csv"), "Image,Mask,Label\nct.nrrd,mask.nrrd,1\nct.nrrd,later.nrrd,1\n");
		assertEquals(Main.REFUSED, extract(table, "--out", out).exitCode());
		Files.copy(mask, folder.resolve("later.nrrd"));
		final Cli run = extract(table, "--out", out, "--resume");
		assertEquals(new Cli(Main.OK, "", "1 of 2 cases are kept from the run before." + System.lineSeparator()), run);
		assertFalse(Files.exists(folder.resolve("out.csv.partial")));
		final CsvTable result = CsvTable.read(out);
		assertEquals(result.cells("original_glcm_Contrast").get(0), result.cells("original_glcm_Contrast").get(1));
		assertEquals(image.toString(), result.cells("Image").get(1));
	}

	@Test
	void aRunThatEndedMayBeginAgain() throws IOException {
		like("--out", out);
		final String whole = Files.readString(out);
		assertTrue(like("--out", out).err().contains("2 of 7 cases failed"));
		assertEquals(whole, Files.readString(out));
	}

	@Test
	void everyLabelHasARow() throws IOException {
		final Path image = SmallCase.image(folder), mask = SmallCase.mask(folder);
		final Path params = Files.writeString(folder.resolve("p.yaml"), "setting: {minimumROIDimensions: 1}\n" +
			"featureClass: {firstorder: [Mean]}\n");
		final Cli run = extract("--image", image, "--mask", mask, "--label", "all", "-p", params, "--out", out);
		assertEquals(Main.REFUSED, run.exitCode());
		assertTrue(run.err().contains("Failed: mask.nrrd, label 3: ") && run.err().contains("single voxel"), run.err());
		final CsvTable table = CsvTable.read(out);
		assertEquals(List.of("Image", "Mask", "Label"), table.header().subList(0, 3));
		assertEquals(List.of("1", "2", "3"), table.cells("Label"));
		assertEquals(List.of("24", "8", ""), table.cells("diagnostics_Mask-original_VoxelNum"));
		assertEquals(table.cells("diagnostics_Mask-original_Hash").get(0), table.cells("diagnostics_Mask-original_Hash").get(1));
		final CsvTable two = CsvTable.parse("two", extract("--image", image, "--mask", mask, "--label", "2,1", "-p",
			params).out());
		assertEquals(List.of("2", "1"), two.cells("Label"));
		assertEquals(table.cells("original_firstorder_Mean").get(0), two.cells("original_firstorder_Mean").get(1));
	}

	@Test
	void anImageMayHaveSeveralMasks() throws IOException {
		final Path image = SmallCase.image(folder), mask = SmallCase.mask(folder);
		final Path copy = Files.copy(mask, folder.resolve("copy.nrrd"));
		final Cli run = extract("--image", image, "--mask", mask, "--mask", copy, "--features", "glcm_Contrast,ngtdm",
			"--format-path", "basename", "-s", "additionalInfo:0");
		assertEquals(Main.OK, run.exitCode(), run.err());
		final CsvTable table = CsvTable.parse("out", run.out());
		assertEquals(List.of("mask.nrrd", "copy.nrrd"), table.cells("Mask"));
		assertEquals(List.of("Image", "Mask", "original_glcm_Contrast", "original_ngtdm_Busyness"), table.header().subList(0, 4));
		assertEquals(table.rows().get(0).subList(2, 8), table.rows().get(1).subList(2, 8));
	}

	@Test
	void tablesMayNameRoiFiles() throws IOException {
		final Path examples = Path.of("test-images").toAbsolutePath();
		final Path table = Files.writeString(folder.resolve("t.csv"), "Image,Mask\n" + examples.resolve("breast-ct.tif") + "," +
			examples.resolve("breast-ct-lesion.zip") + "\n" + examples.resolve("breast-ct.tif") + "," + examples.resolve(
				"breast-ct-labels.tif") + "\n");
		final Cli run = extract(table, "--features", "glcm_Contrast");
		assertEquals(Main.OK, run.exitCode(), run.err());
		final List<String> contrasts = CsvTable.parse("out", run.out()).cells("original_glcm_Contrast");
		assertEquals(contrasts.get(0), contrasts.get(1));
	}

	@Test
	void pathsAreNamedAsWanted() throws IOException {
		SmallCase.image(folder);
		SmallCase.mask(folder);
		final Path below = Files.createDirectory(folder.resolve("below"));
		final Path table = Files.writeString(below.resolve("t.csv"), "Image,Mask\n../ct.nrrd,../mask.nrrd\n");
		assertEquals(folder.resolve("ct.nrrd").toString(), image(extract(table)));
		assertEquals(Path.of("..", "ct.nrrd").toString(), image(extract(table, "--format-path", "relative")));
		assertEquals("ct.nrrd", image(extract(table, "--format-path", "basename")));
	}

	private static String image(final Cli run) {
		assertEquals(Main.OK, run.exitCode(), run.err());
		return CsvTable.parse("out", run.out()).cells("Image").get(0);
	}

	@Test
	void aResultTakesThePlaceOfAColumnOfItsName() throws IOException {
		SmallCase.image(folder);
		SmallCase.mask(folder);
		final Path table = Files.writeString(folder.resolve("t.csv"),
			"original_glcm_Contrast,Image,Mask,ID\n-1,ct.nrrd,mask.nrrd,a\n-2,none.nrrd,mask.nrrd,b\n");
		final Cli run = extract(table, "--features", "glcm_Contrast", "-s", "additionalInfo:false");
		final CsvTable result = CsvTable.parse("out", run.out());
		assertEquals(List.of("Image", "Mask", "ID", "original_glcm_Contrast"), result.header());
		assertTrue(Double.parseDouble(result.cells("original_glcm_Contrast").get(0)) > 0);
		assertEquals("", result.cells("original_glcm_Contrast").get(1), "a failed case must not show another's number");
	}

	@Test
	void wrongTablesAndSettingsAreRefusedBeforeAnyWork() throws IOException {
		final Path table = Files.writeString(folder.resolve("t.csv"), "Image,Mask\nct.nrrd,\n");
		extract(table, "--out", out).refusedWith("Table 't.csv', line 2: column 'Mask' is empty");
		extract(folder.resolve("none.csv")).refusedWith("none.csv' can't be read");
		like("-s", "binwidth:5").refusedWith("Setting 'binwidth:5': unknown key 'binwidth'");
		like("-s", "binWidth:-5").refusedWith("Setting 'binWidth:-5': 'binWidth' must be a number above 0");
		like("-s", "binWidth").refusedWith("Setting 'binWidth' must be KEY:VALUE");
		like("--features", "glcm_Kontrast").misusedWith("--features: there is no 'glcm_Kontrast'");
		Files.writeString(folder.resolve("out.csv.partial"), "my own notes\n");
		like("--out", out).refusedWith("holds no results of an interrupted run");
		assertEquals(List.of("out.csv.partial", "t.csv"), Cli.content(folder));
	}

	@Test
	void filesCanBeCheckedBeforehand() throws IOException {
		like("--validate", "--out", out).refusedWith("Failed: cases.csv, line 6: There is no file '", "1 of 7 cases lack files.");
		final Cli run = extract(CohortFiles.FOLDER.resolve("channels.csv"), "--validate");
		assertEquals(new Cli(Main.OK, "", "The files of all 4 cases are there." + System.lineSeparator()), run);
		assertEquals(List.of(), Cli.content(folder));
	}

	@Test
	void goldenCasesInOneTable() throws IOException {
		final Path golden = Shared.path("golden/radiomics").toAbsolutePath().normalize();
		final List<String> names = List.of("edge_rotated", "edge_two_parts", "edge_border");
		final StringBuilder text = new StringBuilder("ID,Image,Mask\n");
		for (final String name : names)
			text.append(name).append(',').append(golden.resolve(name).resolve("image.nrrd")).append(',').append(golden.resolve(
				name).resolve("mask.nrrd")).append('\n');
		final Path table = Files.writeString(folder.resolve("golden.csv"), text);
		final Cli run = extract(table, "-p", golden.resolve("S1.yaml"), "-j", 2);
		assertEquals(Main.OK, run.exitCode(), run.err());
		final CsvTable result = CsvTable.parse("out", run.out());
		for (int i = 0; i < names.size(); i++) {
			final CsvTable wanted = CsvTable.read(golden.resolve(names.get(i)).resolve("S1.csv"));
			for (final List<String> row : wanted.rows()) {
				final double expected = Double.parseDouble(row.get(1)), actual = Double.parseDouble(result.cells(row.get(0)).get(
					i));
				assertEquals(expected, actual, 1e-9 * Math.abs(expected), names.get(i) + " " + row.get(0));
			}
		}
	}
}
