package io.github.radiomicsnomogram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The data flow goes one way, and only the outermost packages know ImageJ, AWT and SciJava. */
class ArchitectureTest {

	private static final Path SOURCES = Path.of("src/main/java/io/github/radiomicsnomogram");

	/** From the inside out: a package may use those before it. */
	private static final List<String> ORDER = List.of("volume", "phantom", "io", "roi", "preprocess", "filter", "texture",
		"shape", "feature", "extract", "survival", "model", "study", "cohort", "plot", "report", "fiji", "cli");

	private static final Set<String> MAY_USE_SCREEN = Set.of("plot", "fiji", "cli");
	private static final Set<String> MAY_USE_IMAGEJ = Set.of("fiji", "cli");

	private static final Pattern OWN = Pattern.compile("import (?:static )?io\\.github\\.radiomicsnomogram\\.([a-z]+)\\.");
	/** Rasters are plain arrays of pixels: decoders of compressed pictures give them. */
	private static final Pattern SCREEN = Pattern.compile(
		"import (?:static )?(?:java\\.awt\\.(?!image\\.Raster;)|javax\\.swing\\.)");
	private static final Pattern IMAGEJ = Pattern.compile("import (?:static )?(?:ij|org\\.scijava)\\.");

	@Test
	void aPackageUsesOnlyThoseAboveIt() throws IOException {
		final List<String> wrong = new ArrayList<>();
		for (final Path file : sources()) {
			final String own = packageOf(file);
			final Matcher m = OWN.matcher(Files.readString(file));
			while (m.find())
				if (ORDER.indexOf(m.group(1)) > ORDER.indexOf(own)) wrong.add(file + " uses " + m.group(1));
		}
		assertEquals(List.of(), wrong);
	}

	@Test
	void theEngineKnowsNoScreenAndNoImageJ() throws IOException {
		final List<String> wrong = new ArrayList<>();
		for (final Path file : sources()) {
			final String text = Files.readString(file);
			if (!MAY_USE_SCREEN.contains(packageOf(file)) && SCREEN.matcher(text).find()) wrong.add(file + " uses AWT or Swing");
			if (!MAY_USE_IMAGEJ.contains(packageOf(file)) && IMAGEJ.matcher(text).find()) wrong.add(file + " uses ImageJ or SciJava");
		}
		assertEquals(List.of(), wrong);
	}

	@Test
	void everyPackageHasItsPlace() throws IOException {
		for (final Path file : sources())
			assertTrue(packageOf(file).isEmpty() || ORDER.contains(packageOf(file)), file + " lies in a package without a place");
	}

	private static List<Path> sources() throws IOException {
		try (Stream<Path> files = Files.walk(SOURCES)) {
			final List<Path> found = files.filter(f -> f.toString().endsWith(".java")).toList();
			assertFalse(found.isEmpty());
			return found;
		}
	}

	/** First part of the package below the root, "" for the root itself. */
	private static String packageOf(final Path file) {
		final Path relative = SOURCES.relativize(file);
		return relative.getNameCount() == 1 ? "" : relative.getName(0).toString();
	}
}
