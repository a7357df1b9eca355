package io.github.radiomicsnomogram;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Reference data that lie beside the project and are not part of it. */
public final class Shared {

	private static final Path ROOT = Path.of(System.getProperty("shared", "../shared"));

	private Shared() {}

	/** Whether the reference data are there. */
	public static boolean isPresent() {
		return Files.isDirectory(ROOT);
	}

	/** A file or folder of the reference data, for example "golden/radiomics"; without them the test is skipped. */
	public static Path path(final String relative) {
		assumeTrue(isPresent(), "skipped: no reference data at " + ROOT);
		return ROOT.resolve(relative);
	}
}
