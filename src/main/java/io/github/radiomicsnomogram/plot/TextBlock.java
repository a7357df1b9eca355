package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.plot.Scene.Style;

import java.util.ArrayList;
import java.util.List;

/**
 * Sizes of texts without asking a font, which there may not be: an estimate that is never too small for common
 * sans-serif fonts (DejaVu Sans, the widest of them, has digits of 0.636 of the size).
 */
final class TextBlock {

	private static final double MEAN_WIDTH = 0.6;
	private static final double BOLD = 1.13;
	private static final double WIDE = 0.9, NARROW = 0.36, DIGIT = 0.64, CAPITAL = 0.72;

	private TextBlock() {}

	/** Estimated width of a text. */
	static double width(final String text, final double size, final Style style) {
		return size * (style == Style.BOLD ? BOLD : 1) * text.chars().mapToDouble(TextBlock::character).sum();
	}

	private static double character(final int c) {
		if ("mwMW%@".indexOf(c) >= 0) return WIDE;
		if (" .,:;!'|()[]ijltfr/-".indexOf(c) >= 0) return NARROW;
		if (c >= '0' && c <= '9') return DIGIT;
		return Character.isUpperCase(c) ? CAPITAL : MEAN_WIDTH;
	}

	/** Breaks a text at spaces into lines that are not wider than a width, where words allow. */
	static List<String> wrap(final String text, final double size, final Style style, final double width) {
		final List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder();
		for (final String word : text.split("\\s+")) {
			if (line.length() > 0 && width(line + " " + word, size, style) > width) {
				lines.add(line.toString());
				line = new StringBuilder();
			}
			line.append(line.length() > 0 ? " " : "").append(word);
		}
		lines.add(line.toString());
		return lines;
	}
}
