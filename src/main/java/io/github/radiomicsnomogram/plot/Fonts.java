package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.InputException;

import io.github.radiomicsnomogram.plot.Scene.Label;
import io.github.radiomicsnomogram.plot.Scene.Style;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.List;
import java.util.function.Supplier;

/**
 * Fonts of the screen and of images, and whether this Java runtime can draw text. On a bare server Java finds no font library or no font, and fails with
 * errors that help nobody.
 */
final class Fonts {

	private static final String ADVICE =
		"This Java runtime can't draw text, so no PNG can be made (SVG needs no fonts): install fontconfig and a font " +
			"such as DejaVu (apt-get install fontconfig fonts-dejavu-core)";

	/** Helvetica or fonts of the same widths, in the order of preference. */
	private static final List<String> FAMILIES = List.of("Helvetica", "Arial", "Liberation Sans", "Nimbus Sans");

	private Fonts() {}

	/** The font for a label: the first there is that has all of its characters. */
	static Font of(final Label label) {
		final int style = label.style() == Style.BOLD ? Font.BOLD : label.style() == Style.ITALIC ? Font.ITALIC : Font.PLAIN;
		for (final String family : FAMILIES) {
			final Font font = new Font(family, style, 1);
			if (font.getFamily().equals(family) && font.canDisplayUpTo(label.text()) < 0) return sized(font, label);
		}
		return sized(new Font(Font.SANS_SERIF, style, 1), label);
	}

	private static Font sized(final Font font, final Label label) {
		return font.deriveFont((float) label.size());
	}

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
