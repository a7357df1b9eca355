package io.github.radiomicsnomogram.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

/** What is in the three jars, and what is not. */
class JarsIT {

	private static final String OWN = "io/github/radiomicsnomogram/";
	private static final String INDEX = "META-INF/json/org.scijava.plugin.Plugin";

	/** Packages of classes that are neither ours nor moved below ours, two parts deep. */
	private static Set<String> foreign(final Path jar) {
		final Set<String> packages = new TreeSet<>();
		for (final String name : Jars.entries(jar))
			if (name.endsWith(".class") && !name.startsWith(OWN)) packages.add(name.replaceFirst("^([^/]+/[^/]+)/.*", "$1"));
		return packages;
	}

	private static Set<String> shaded(final Path jar) {
		final Set<String> libraries = new TreeSet<>();
		for (final String name : Jars.entries(jar))
			if (name.startsWith(OWN + "shaded/")) libraries.add(name.split("/")[4]);
		return libraries;
	}

	private static boolean holds(final Path jar, final String folder) {
		return Jars.entries(jar).stream().anyMatch(name -> name.startsWith(OWN + folder + "/"));
	}

	@Test
	void fijisJarHoldsOnlyWhatFijiLacks() {
		assertEquals(Set.of(), foreign(Jars.FIJI));
		assertEquals(Set.of("snakeyaml"), shaded(Jars.FIJI));
		assertTrue(holds(Jars.FIJI, "fiji"));
		assertFalse(holds(Jars.FIJI, "cli"));
	}

	@Test
	void fijisJarIsFoundByImageJAndSciJava() {
		assertTrue(Jars.entries(Jars.FIJI).contains("plugins.config"));
		assertTrue(Jars.text(Jars.FIJI, INDEX).contains("io.github.radiomicsnomogram.fiji."), Jars.text(Jars.FIJI, INDEX));
		assertTrue(Jars.FIJI.getFileName().toString().contains("_"), "plain ImageJ skips jars without an underscore");
	}

	@Test
	void plainImageJsJarHoldsWhatImageJLacks() {
		assertEquals(Set.of(), foreign(Jars.IMAGEJ));
		assertEquals(Set.of("gson", "imglib2", "math3", "snakeyaml"), shaded(Jars.IMAGEJ));
		assertTrue(Jars.entries(Jars.IMAGEJ).contains("plugins.config"));
		assertTrue(holds(Jars.IMAGEJ, "fiji"));
		assertFalse(holds(Jars.IMAGEJ, "cli"));
		assertTrue(Jars.IMAGEJ.getFileName().toString().contains("_"), "plain ImageJ skips jars without an underscore");
	}

	@Test
	void theShellsJarIsSelfContained() {
		assertTrue(foreign(Jars.CLI).containsAll(Set.of("ij/io", "net/imglib2", "picocli/CommandLine.class", "org/yaml",
			"jj2000/j2k", "com/github")),
			foreign(Jars.CLI).toString());
		assertTrue(Jars.entries(Jars.CLI).contains("META-INF/services/javax.imageio.spi.ImageReaderSpi"));
		assertTrue(Jars.entries(Jars.CLI).contains("com/github/jaiimageio/jpeg2000/impl/J2KImageReaderSpi.class"));
		assertTrue(holds(Jars.CLI, "cli"));
		assertTrue(Jars.text(Jars.CLI, "META-INF/MANIFEST.MF").contains("Main-Class: io.github.radiomicsnomogram.cli.Main"));
		assertFalse(Jars.entries(Jars.CLI).contains("plugins.config"), "it is no ImageJ plugin");
		assertFalse(Jars.entries(Jars.CLI).contains(INDEX));
	}

	@Test
	void nothingIsLeftOfWhatOnlyTheSingleLibrariesNeed() {
		for (final Path jar : List.of(Jars.FIJI, Jars.IMAGEJ, Jars.CLI))
			for (final String name : Jars.entries(jar)) {
				assertFalse(name.matches("META-INF/.*\\.(SF|DSA|RSA)"), jar + " has a signature that no longer holds: " + name);
				assertFalse(name.endsWith("module-info.class"), jar + " has " + name);
				assertFalse(name.startsWith("META-INF/versions/"), jar + " has " + name);
			}
	}

	@Test
	void licencesAreKept() {
		for (final Path jar : List.of(Jars.FIJI, Jars.IMAGEJ, Jars.CLI))
			assertTrue(Jars.entries(jar).containsAll(Set.of("META-INF/LICENSE.txt", "META-INF/licenses/THIRD-PARTY.txt",
				"META-INF/licenses/Apache-2.0.txt", "META-INF/licenses/imglib2.txt",
				"META-INF/licenses/commons-math3-LICENSE.txt", "META-INF/licenses/commons-math3-NOTICE.txt")), jar.toString());
	}
}
