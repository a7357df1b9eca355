package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.InputException;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.function.Supplier;

/**
 * Whether this Java runtime can draw text. On a bare server Java finds no font library or no font, and fails with
 * errors that help nobody.
 */
final class Fonts {

	private static final String ADVICE =
		"This Java runtime can't draw text, so no PNG can be made (SVG needs no fonts): install fontconfig and a font " +
			"such as DejaVu (apt-get install fontconfig fonts-dejavu-core)";

	private Fonts() {}

	/** Passes if text can be drawn. */
	static void require() {
		require(() -> new Font(Font.SANS_SERIF, Font.PLAIN, 10).getStringBounds("x", new FontRenderContext(null, true,
			true)).getWidth());
	}

	/**
	 * As {@link #require()}, with the caller's measurement of a text.
	 *
	 * @param width measures some text
	 * @throws InputException if it fails or finds no width
	 */
	static void require(final Supplier<Double> width) {
		try {
			if (width.get() > 0) return;
		}
		catch (final RuntimeException | LinkageError | InternalError e) {
			// What Java throws for a missing font library depends on its version and vendor.
			throw new InputException(ADVICE + " (" + e + ").", e);
		}
		throw new InputException(ADVICE + ".");
	}
}
