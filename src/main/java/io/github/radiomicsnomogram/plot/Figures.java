package io.github.radiomicsnomogram.plot;

import java.awt.image.BufferedImage;
import java.nio.file.Path;

/** Writes figures to files. A file is complete or not there: it is written beside its place and then moved. */
public final class Figures {

	private Figures() {}

	/** As SVG; needs no fonts. */
	public static void writeSvg(final Scene scene, final Path file) {
		throw new UnsupportedOperationException("not written yet");
	}

	/**
	 * As PNG.
	 *
	 * @param scale pixels for a point (1/72 inch), for example 2
	 * @throws io.github.radiomicsnomogram.InputException if the Java runtime has no fonts, or the file can't be written
	 */
	public static void writePng(final Scene scene, final double scale, final Path file) {
		throw new UnsupportedOperationException("not written yet");
	}

	/** As an image, for the screen. */
	public static BufferedImage render(final Scene scene, final double scale) {
		throw new UnsupportedOperationException("not written yet");
	}
}
