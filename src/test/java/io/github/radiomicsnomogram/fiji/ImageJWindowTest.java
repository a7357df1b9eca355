package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.dicom.DicomRois;
import io.github.radiomicsnomogram.io.dicom.SegWriter;
import io.github.radiomicsnomogram.io.dicom.SeriesChoice;
import io.github.radiomicsnomogram.io.dicom.SeriesSource;
import io.github.radiomicsnomogram.model.ModelFiles;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way in plain ImageJ with windows: menu, dialog, recorder, results, a second run, an error. */
class ImageJWindowTest {

	/** For a machine that does other things beside. */
	private static final int MINUTES = 20;

	@Test
	void aNewcomersFirstResult(@TempDir final Path home) throws Exception {
		assumeTrue(System.getenv("DISPLAY") != null, "skipped: no screen (DISPLAY is not set); run under xvfb-run");
		final Path model = home.resolve("other model.yaml");
		Files.writeString(model, ModelFiles.builtInText("zhang-2021").replace("value: 0.185", "value: 0.5"));
		final Map<String, String> seen = session(home, ImageJSession.class, Path.of("test-images/breast-ct-lesion.zip")
			.toAbsolutePath().toString(), model.toString());
		final String adapters = "io.github.radiomicsnomogram.fiji.ij1.";
		assertEquals(adapters + "PredictRiskPlugIn", seen.get("menu Predict Risk..."), seen.toString());
		assertEquals(adapters + "ExtractFeaturesPlugIn", seen.get("menu Extract Features..."));
		assertEquals(adapters + "FeatureMapsPlugIn", seen.get("menu Feature Maps..."));
		assertEquals(adapters + "FeatureGuidePlugIn", seen.get("menu Feature Guide"));
		assertEquals(adapters + "OpenExamplePlugIn", seen.get("menu Open Example"));
		assertEquals(adapters + "AboutPlugIn", seen.get("menu About Radiomics Nomogram..."));
		assertEquals("breast-ct", seen.get("example"));
		assertEquals("7 texts, 3 choices", seen.get("fields"));
		assertEquals("run(\"Predict Risk...\", \"roi_source=auto mask=none label=1 roi_file=[] roi_name=[] roi_threshold=0.5 model=zhang-2021 ki67=20 " +
			"aln=positive clinical=[]\");", seen.get("recorded"));
		assertEquals("1", seen.get("first rows"));
		assertEquals("2", seen.get("first images"));
		assertEquals("2", seen.get("second rows"));
		assertEquals("2", seen.get("second images"));
		assertEquals("0.323404", seen.get("first score"), "test-images/README.md has the arithmetic");
		assertEquals("0.323404", seen.get("second score"));
		assertEquals(seen.get("first overlay"), seen.get("second overlay"));
		assertNotEquals(seen.get("first survival"), seen.get("second survival"));
		assertEquals(seen.get("first survival"), seen.get("manager survival"));
		assertEquals("3", seen.get("rows after another model"), "rows of two models must not mix");
		assertEquals("2", seen.get("tables"));
		assertEquals("", seen.get("property after an error"));
		assertExtraction(seen);
		assertEquals("yes", seen.get("done"));
	}

	/** Open DICOM Series, Import ROIs, Export Mask; Reproducibility, Train Model and Validate Model: their dialogs. */
	@Test
	void hospitalFilesAndStudies(@TempDir final Path home) throws Exception {
		assumeTrue(System.getenv("DISPLAY") != null, "skipped: no screen (DISPLAY is not set); run under xvfb-run");
		final Path series = DicomSeriesFiles.ct(home.resolve("series")), seg = home.resolve("seg.dcm"), results = Files
			.createDirectory(home.resolve("results"));
		final SeriesSource source = SeriesSource.find(series, SeriesChoice.ONLY, Progress.NONE);
		final byte[] inside = new byte[(int) source.geometry().voxels()];
		for (int i = 0; i < inside.length; i++)
			inside[i] = (byte) (i / 108 % 5 > 0 && i / 108 < 4 && i % 12 > 3 && i % 12 < 9 && i / 12 % 9 > 2 ? 1 : 0);
		SegWriter.write(List.of(Mask.of("lesion", source.geometry(), source.geometry().box(), inside)), source, seg);
		DicomSeriesFiles.series(series.resolve("mr"), 8, "T1 post contrast", "MR");
		final Path first = home.resolve("first.csv"), second = home.resolve("second.csv");
		Files.writeString(first, "id,original_a,original_b\n1,1.0,2\n2,2.0,1\n3,3.5,4\n4,4.0,3\n5,5.5,6\n");
		Files.writeString(second, "id,original_a,original_b\n1,1.1,4\n2,2.2,6\n3,3.3,2\n4,4.1,1\n5,5.6,3\n");
		final Map<String, String> seen = session(home, DialogSession.class, series.toString(), seg.toString(), results
			.toString(), first.toString(), second.toString());
		assertEquals("2 rows, Thorax, T1 post contrast", seen.get("series"), seen.toString());
		assertEquals("run(\"Open DICOM Series...\", \"path=" + series + " series=3\");", seen.get("recorded series"));
		assertEquals("series 3 Thorax, 5 slices, mm, HU", seen.get("image"));
		assertEquals("run(\"Import ROIs...\", \"roi_file=SEG roi_name=all roi_threshold=0.5 show=manager\");", seen.get("recorded rois"), seen
			.toString());
		assertEquals("run(\"Export Mask...\", \"roi_source=auto mask=none label=[] roi_file=[] roi_name=[] roi_threshold=0.5 out=FOLDER/mask.dcm\");",
			seen.get("recorded mask"));
		final Volume image = source.read(false, Progress.NONE);
		assertEquals(DicomRois.read(seg).mask(io.github.radiomicsnomogram.io.dicom.RoiChoice.ONLY, image, Progress.NONE).mask(),
			DicomRois.read(results.resolve("mask.dcm")).mask(io.github.radiomicsnomogram.io.dicom.RoiChoice.ONLY, image,
				Progress.NONE).mask(), "through the ROI Manager");
		assertEquals("run(\"Reproducibility...\", \"data=FIRST second=SECOND subject=id reader=[] session=[] suffix=[] features=original_* " +
			"threshold=0.75 folder=FOLDER/icc\");", seen.get("recorded icc"));
		assertEquals("shown", seen.get("complaint Train Model"));
		assertEquals("shown", seen.get("complaint Validate Model"));
		assertEquals("yes", seen.get("done"));
	}

	private static void assertExtraction(final Map<String, String> seen) {
		final String roi = "roi_source=auto mask=none label=[] roi_file=[] roi_name=[] roi_threshold=0.5 params=[] ", middle = " bin_count=[] spacing=[] " +
			"interpolator=auto normalize=auto force2d=auto image_types=[] sigma=[] wavelet=[] ";
		assertEquals("run(\"Extract Features...\", \"" + roi + "bin_width=10" + middle + "features=[firstorder, glcm_Contrast] " +
			"settings=[] layout=rows csv=[]\");", seen.get("recorded Extract Features..."), seen.toString());
		assertEquals("2", seen.get("extracted rows"));
		assertEquals("1", seen.get("extracted contrasts"));
		assertEquals("run(\"Feature Maps...\", \"" + roi + "bin_width=[]" + middle + "features=firstorder_Mean settings=[] " +
			"kernel_radius=[] masked_kernel=auto init_value=[] grid=image overlay folder=[]\");", seen.get(
				"recorded Feature Maps..."));
		assertEquals("32 bit 88 88 36", seen.get("map"));
		assertEquals("1", seen.get("map's overlay"));
		assertEquals("open", seen.get("guide"));
	}

	/** Runs a session in a JVM of its own, with ImageJ and our jar in its plugins folder; what it prints. */
	private static Map<String, String> session(final Path home, final Class<?> session, final String... args)
		throws IOException, InterruptedException
	{
		install(home.resolve("plugins"));
		final Path output = home.resolve("output.txt");
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Duser.home=" + home, "-Dplugins.dir=" + home));
		if (System.getProperty("shots") != null) command.add("-Dshots=" + System.getProperty("shots"));
		command.addAll(List.of("-cp", library("ij-") + File.pathSeparator + session(home.resolve("session.jar"), session.getName()
			.replace('.', '/')), session.getName()));
		command.addAll(List.of(args));
		final Process imageJ = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			assertEquals(true, imageJ.waitFor(MINUTES, TimeUnit.MINUTES), () -> read(output));
		}
		finally {
			imageJ.destroyForcibly().waitFor();
		}
		final Map<String, String> seen = new HashMap<>();
		for (final String line : read(output).split("\n"))
			if (line.contains("=")) seen.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
			else seen.merge("other", line, (a, b) -> a + "\n" + b);
		return seen;
	}

	private static String read(final Path file) {
		try {
			return Files.readString(file);
		}
		catch (final IOException e) {
			return e.toString();
		}
	}

	/** Our classes in a jar that ImageJ looks into, with the libraries that plain ImageJ lacks beside it. */
	private static void install(final Path plugins) throws IOException {
		Files.createDirectories(plugins);
		jar(plugins.resolve("Radiomics_Nomogram.jar"), Path.of("target/classes"), "");
		for (final String library : List.of("imglib2-", "gson-", "snakeyaml-", "commons-math3-"))
			Files.copy(library(library), plugins.resolve(library(library).getFileName()));
	}

	private static Path session(final Path jar, final String prefix) throws IOException {
		jar(jar, Path.of("target/test-classes"), prefix);
		return jar;
	}

	private static void jar(final Path jar, final Path classes, final String prefix) throws IOException {
		try (OutputStream out = Files.newOutputStream(jar);
				JarOutputStream entries = new JarOutputStream(out);
				Stream<Path> files = Files.walk(classes))
		{
			for (final Path file : files.filter(Files::isRegularFile).toList()) {
				final String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
				if (!name.startsWith(prefix)) continue;
				entries.putNextEntry(new ZipEntry(name));
				Files.copy(file, entries);
			}
		}
	}

	private static Path library(final String start) {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of).filter(p -> p
			.getFileName().toString().matches(start + "[0-9].*\\.jar")).findFirst().orElseThrow();
	}
}
