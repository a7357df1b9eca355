package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nomogram's window on a screen, see {@link NomogramFrameSession}; the tests' own JVM has none. */
class NomogramFrameTest {

	private static final int MINUTES = 2;

	@Test
	void everythingThatTheWindowCanDo(@TempDir final Path folder) throws Exception {
		assumeTrue(System.getenv("DISPLAY") != null, "skipped: no screen (DISPLAY is not set); run under xvfb-run");
		final Path output = folder.resolve("output.txt");
		final Process session = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Djava.awt.headless=false", "-Duser.home=" + folder, "-cp", System.getProperty("java.class.path"),
			NomogramFrameSession.class.getName(), folder.toString()).redirectErrorStream(true).redirectOutput(output.toFile())
			.start();
		try {
			assertTrue(session.waitFor(MINUTES, TimeUnit.MINUTES), () -> "still running");
		}
		finally {
			session.destroyForcibly().waitFor();
		}
		final String text = Files.readString(output);
		assertTrue(text.contains("all done"), text);
		assertEquals(0, session.exitValue(), text);
	}
}
