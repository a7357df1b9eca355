package io.github.radiomicsnomogram.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher for the shell beside the jar, in a folder with a space; the real Java, or one that tells its arguments. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class LauncherIT {

	private static final String NAME = "radiomics-nomogram";
	private static final String OFF = "off";

	@TempDir
	private Path folder;

	private Path launcher;

	@BeforeAll
	static void needsAShell() {
		assumeFalse(System.getProperty("os.name").startsWith("Windows"), "the launcher is for a POSIX shell");
	}

	@BeforeEach
	void install() throws IOException {
		final Path home = Files.createDirectory(folder.resolve("a home"));
		launcher = Files.copy(Jars.CLI.resolveSibling(NAME), home.resolve(NAME));
		Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
		Files.copy(Jars.CLI, home.resolve(Jars.CLI.getFileName()));
	}

	private ChildJvm run(final Path command, final Map<String, String> environment, final Object... arguments) {
		final List<String> line = new ArrayList<>(List.of(command.toString()));
		for (final Object argument : arguments)
			line.add(argument.toString());
		final ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
		builder.environment().keySet().removeAll(List.of("JAVA_OPTS", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"));
		builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
		builder.environment().put("RADIOMICS_NOMOGRAM_CACHE", OFF);
		builder.environment().putAll(environment);
		return ChildJvm.run(builder);
	}

	/** A Java home whose Java writes its arguments, one a line; as the archive's maker it writes the archive. */
	private Path tellingJava(final String version, final String archive) throws IOException {
		final Path home = folder.resolve("jdk " + version);
		final Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
		Files.writeString(java, "#!/bin/sh\nif [ \"$1\" = -cp ]; then printf '" + archive +
			"' >\"$4.new\" && mv \"$4.new\" \"$4\"; else printf '%s\\n' \"$@\"; fi\n");
		Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
		Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
		return home;
	}

	private List<String> told(final Map<String, String> environment, final Object... arguments) {
		final ChildJvm child = run(launcher, environment, arguments);
		assertEquals(0, child.exitCode(), child.err());
		assertEquals("", child.err());
		return child.out().lines().toList();
	}

	@Test
	void passesArgumentsAndExitCodes() {
		final ChildJvm help = run(launcher, Map.of(), "--help");
		assertEquals(0, help.exitCode(), help.err());
		assertEquals("", help.err());
		assertTrue(help.out().contains("Usage: radiomics-nomogram"), help.out());
		final String odd = "no 'such' \"file\" * $HOME \\ ;x";
		final ChildJvm refused = run(launcher, Map.of(), "inspect", odd);
		assertEquals(1, refused.exitCode());
		assertEquals("", refused.out());
		assertTrue(refused.err().contains(odd), refused.err());
		final ChildJvm misused = run(launcher, Map.of(), "extract", "", "--cases", "a b.csv");
		assertEquals(2, misused.exitCode());
		assertTrue(misused.err().contains("Give the table of cases once"), misused.err());
	}

	@Test
	void isFoundThroughLinks() throws IOException {
		final Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a home", NAME));
		final Path bin = Files.createDirectory(folder.resolve("bin"));
		final Path again = Files.createSymbolicLink(bin.resolve("rn"), Path.of("..", "link"));
		for (final Path each : List.of(launcher, link, again, Path.of("./link"), Path.of("bin/rn"))) {
			final ChildJvm version = run(each, Map.of(), "--version");
			assertEquals(0, version.exitCode(), each + ": " + version.err());
			assertTrue(version.out().startsWith("Radiomics Nomogram "), version.out());
		}
	}

	@Test
	void tellsWhatIsMissing() throws IOException {
		final ChildJvm noJava = run(launcher, Map.of("JAVA_HOME", "/nowhere", "PATH", "/nowhere"), "--version");
		assertEquals(1, noJava.exitCode());
		assertTrue(noJava.err().contains("Java is missing"), noJava.err());
		Files.delete(launcher.resolveSibling(Jars.CLI.getFileName()));
		final ChildJvm noJar = run(launcher, Map.of(), "--version");
		assertEquals(1, noJar.exitCode());
		assertTrue(noJar.err().contains("There is no Radiomics_Nomogram-"), noJar.err());
	}

	@Test
	void choosesOptionsByTheWork() throws IOException {
		final String java = tellingJava("17.0.2", "x").toString();
		final String quick = "-XX:TieredStopAtLevel=1", serial = "-XX:+UseSerialGC";
		final Map<String, String> plain = Map.of("JAVA_HOME", java);
		final String jar = launcher.resolveSibling(Jars.CLI.getFileName()).toRealPath().toString();
		assertEquals(List.of(serial, quick, "-jar", jar, "predict", "--out", "a b", ""), told(plain, "predict", "--out",
			"a b", ""));
		assertTrue(told(plain, "extract", "--image", "x", "--mask", "y").contains(quick));
		assertTrue(told(plain, "extract", "--image=x", "--mask", "y").contains(quick));
		for (final List<String> args : List.of(List.of("extract", "cases.csv"), List.of("maps", "--image", "x"), List.of(
			"extract", "--image", "x", "--param", "p.yaml"), List.of("train")))
			assertFalse(told(plain, args.toArray()).contains(quick), args.toString());
		final Path large = folder.resolve("large image.nrrd");
		Files.write(large, new byte[25 << 20]);
		assertEquals(List.of(serial, "-jar", jar, "extract", "--image", large.toString()), told(plain, "extract", "--image",
			large));
		final Path small = Files.write(folder.resolve("small image.nrrd"), new byte[1]);
		assertEquals(List.of("-Xms16m", "-Xmn8m", serial, quick, "-jar", jar, "extract", "--image", small.toString()), told(
			plain, "extract", "--image", small));
		assertFalse(told(Map.of("JAVA_HOME", java, "JAVA_OPTS", "-Xmx12m"), "extract", "--image", small).contains("-Xmn8m"),
			"a heap of the user's own");
		assertEquals(List.of(quick, "-Xmx1g", "-XX:+UseParallelGC", "-jar", jar, "--help"), told(Map.of("JAVA_HOME", java,
			"JAVA_OPTS", "-Xmx1g -XX:+UseParallelGC"), "--help"));
	}

	@Test
	void doesWithoutAnArchiveWhereItCantBeKept() throws IOException {
		final Path file = Files.writeString(folder.resolve("file"), "");
		final List<String> told = told(Map.of("JAVA_HOME", tellingJava("21.0.2", "x").toString(),
			"RADIOMICS_NOMOGRAM_CACHE", file.resolve("cache").toString()), "--help");
		assertEquals("-XX:+UseSerialGC", told.get(0));
	}

	@Test
	void usesAnArchiveOnceItIsThere() throws Exception {
		usesAnArchive("17.0.2", "-XX:SharedArchiveFile=");
		usesAnArchive("25", "-XX:AOTCache=");
	}

	private void usesAnArchive(final String version, final String option) throws Exception {
		final Path cache = folder.resolve("cache " + version);
		final Map<String, String> environment = Map.of("JAVA_HOME", tellingJava(version, "x").toString(),
			"RADIOMICS_NOMOGRAM_CACHE", cache.toString());
		assertEquals("-XX:+UseSerialGC", told(environment, "--help").get(0));
		final Path archive = awaited(cache);
		assertEquals(List.of(option + archive, "-Xlog:disable", "-XX:+UseSerialGC"), told(environment, "--help").subList(0,
			3));
		Files.write(archive, new byte[0]);
		assertEquals("-XX:+UseSerialGC", told(environment, "--help").get(0), "an empty one says that there is none");
		Files.setLastModifiedTime(archive, FileTime.from(Instant.EPOCH));
		assertEquals("-XX:+UseSerialGC", told(environment, "--help").get(0), "one of an older jar");
		while (Files.size(archive) == 0)
			Thread.sleep(50);
	}

	/** The archive, once it has been made in the background. */
	private static Path awaited(final Path cache) throws Exception {
		while (true) {
			try (var files = Files.list(cache)) {
				final var made = files.filter(f -> f.toString().endsWith(".jsa")).findAny();
				if (made.isPresent()) return made.get();
			}
			Thread.sleep(50);
		}
	}

	@Test
	void aRealArchiveHoldsOurClassesAndOneThatIsDamagedDoesNoHarm() throws IOException {
		assumeFalse(Jars.CLI.toString().contains(" "), "Java 17 archives no classes from a path with a space");
		final Path archive = folder.resolve("archive.jsa");
		final Path java = Path.of(System.getProperty("java.home"), "bin", "java");
		final String jar = Jars.CLI.toString();
		final ChildJvm made = run(java, Map.of(), "-cp", jar, "io.github.radiomicsnomogram.cli.StartArchive", archive);
		assertEquals(0, made.exitCode(), made.err());
		assertEquals("", made.out() + made.err());
		assumeTrue(Files.size(archive) > 0, "this Java can't make an archive");
		final String option = (Runtime.version().feature() >= 24 ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive;
		final ChildJvm loading = run(java, Map.of(), option, "-Xlog:class+load", "-jar", jar, "--version");
		assertTrue(loading.out().matches("(?s).*radiomicsnomogram\\.cli\\.Main source: shared objects file.*"), loading
			.out());
		Files.write(archive, new byte[1 << 16]);
		final ChildJvm damaged = run(java, Map.of(), option, "-Xlog:disable", "-jar", jar, "--version");
		assertEquals(0, damaged.exitCode(), damaged.err());
		assertTrue(damaged.out().startsWith("Radiomics Nomogram "), damaged.out());
		assertEquals("", damaged.err());
	}
}
