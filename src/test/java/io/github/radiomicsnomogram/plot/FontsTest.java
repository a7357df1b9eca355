package io.github.radiomicsnomogram.plot;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.model.Examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FontsTest {

	@TempDir
	private Path folder;

	@Test
	void whateverJavaThrowsBecomesAdvice() {
		final List<Supplier<Double>> failures = List.of(() -> {
			throw new UnsatisfiedLinkError("libfreetype.so.6");
		}, () -> {
			throw new NoClassDefFoundError("Could not initialize class sun.font.SunFontManager");
		}, () -> {
			throw new InternalError("java.lang.reflect.InvocationTargetException");
		}, () -> {
			throw new NullPointerException();
		}, () -> {
			throw new IllegalStateException("Fontconfig head is null");
		}, () -> 0.0);
		for (final Supplier<Double> failure : failures) {
			final String message = assertThrows(InputException.class, () -> Fonts.require(failure)).getMessage();
			assertTrue(message.contains("install fontconfig and a font such as DejaVu (apt-get install fontconfig " +
				"fonts-dejavu-core)"), message);
		}
		assertDoesNotThrow(() -> Fonts.require(() -> 5.0));
	}

	@Test
	void otherErrorsPass() {
		assertThrows(OutOfMemoryError.class, () -> Fonts.require(() -> {
			throw new OutOfMemoryError();
		}));
	}

	/** A Java that finds no font writes SVG and PDF and says what to install for the PNG; no half-written file is left. */
	@Test
	void aJavaWithoutFontsStillWritesSvgAndPdf() throws IOException, InterruptedException {
		assumeTrue(System.getProperty("os.name").startsWith("Linux"), "skipped: only Linux finds its fonts by fontconfig");
		final Path empty = folder.resolve("fonts.conf");
		Files.writeString(empty, "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig/>");
		final ProcessBuilder java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Djava.awt.headless=true", "-Duser.home=" + folder, "-cp", System.getProperty("java.class.path"),
			WithoutFonts.class.getName(), folder.toString());
		java.environment().put("FONTCONFIG_FILE", empty.toString());
		final Process process = java.redirectErrorStream(true).start();
		final String output = new String(process.getInputStream().readAllBytes());
		assertEquals(0, process.waitFor(), output);
		assertTrue(output.contains("apt-get install fontconfig fonts-dejavu-core"), output);
		assertTrue(Files.readString(folder.resolve("n.svg")).endsWith("</svg>\n"));
		new ParsedPdf(Files.readAllBytes(folder.resolve("n.pdf")));
		try (var files = Files.list(folder)) {
			assertTrue(files.noneMatch(f -> f.toString().endsWith(".png") || f.toString().endsWith(".part")));
		}
	}

	/** What runs in the Java without fonts. */
	static final class WithoutFonts {

		private WithoutFonts() {}

		public static void main(final String... args) {
			final Scene scene = NomogramFigure.of(Examples.high());
			final String message = assertThrows(InputException.class, () -> Figures.writeAll(scene, Path.of(args[0]), "n"))
				.getMessage();
			assertTrue(assertThrows(InputException.class, () -> Figures.render(scene, 1)).getMessage().startsWith(message
				.substring(0, 60)), "the second time Java fails in another way");
			System.out.println(message);
		}
	}
}
