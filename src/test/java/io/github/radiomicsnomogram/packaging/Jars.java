package io.github.radiomicsnomogram.packaging;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The jars that the build has made, and those of the libraries that the tests run with. */
final class Jars {

	static final Path FIJI = jar("");
	static final Path IMAGEJ = jar("-imagej");
	static final Path CLI = jar("-cli");

	private Jars() {}

	private static Path jar(final String classifier) {
		final Path jar = Path.of(System.getProperty("buildDirectory"), "Radiomics_Nomogram-" + System.getProperty(
			"buildVersion") + classifier + ".jar");
		assertTrue(Files.isRegularFile(jar), "not built: " + jar);
		return jar.toAbsolutePath();
	}

	/** Names of everything in a jar but folders. */
	static Set<String> entries(final Path jar) {
		final Set<String> names = new TreeSet<>();
		try (JarFile file = new JarFile(jar.toFile())) {
			for (final Enumeration<JarEntry> e = file.entries(); e.hasMoreElements();) {
				final JarEntry entry = e.nextElement();
				if (!entry.isDirectory()) names.add(entry.getName());
			}
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return names;
	}

	/** A text file in a jar. */
	static String text(final Path jar, final String name) {
		try (JarFile file = new JarFile(jar.toFile())) {
			return new String(file.getInputStream(file.getJarEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Jars of libraries on this test's class path, by the start of their file names. */
	static List<Path> libraries(final String... prefixes) {
		return Stream.of(prefixes).map(prefix -> Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(Path::of).filter(p -> p.getFileName().toString().matches(prefix + "-[0-9].*\\.jar")).findFirst().orElseThrow(
				() -> new AssertionError("no " + prefix + " on the class path"))).toList();
	}

	/** Where the compiled tests are. */
	static Path testClasses() {
		return Path.of(System.getProperty("buildDirectory"), "test-classes").toAbsolutePath();
	}
}
