package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.plot.Scene.Style;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/**
 * Widths of the standard fonts Helvetica, Helvetica-Bold and Symbol (PDF Reference 1.4, appendix H.3), so that figures
 * are laid out without any font installed. Arial, Liberation Sans and Nimbus Sans have the same widths.
 */
final class Helvetica {

	/** The encoding that PDF calls WinAnsi. */
	static final Charset WIN_ANSI = Charset.forName("windows-1252");

	private static final double UNIT = 1000;
	private static final int FIRST = 32;
	/** What a character that no font has is replaced by. */
	private static final char UNKNOWN = '?';

	private static final int[] PLAIN = {
		278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
		556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
		667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
		556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, 0,
		556, 0, 222, 556, 333, 1000, 556, 556, 333, 1000, 667, 333, 1000, 0, 611, 0, 0, 222, 222, 333, 333, 350, 556, 1000,
		333, 1000, 500, 333, 944, 0, 500, 667, 278, 333, 556, 556, 556, 556, 260, 556, 333, 737, 370, 556, 584, 333, 737, 333,
		400, 584, 333, 333, 333, 556, 537, 278, 333, 333, 365, 556, 834, 834, 834, 611, 667, 667, 667, 667, 667, 667, 1000, 722,
		667, 667, 667, 667, 278, 278, 278, 278, 722, 722, 778, 778, 778, 778, 778, 584, 778, 722, 722, 722, 722, 667, 667, 611,
		556, 556, 556, 556, 556, 556, 889, 500, 556, 556, 556, 556, 278, 278, 278, 278, 556, 556, 556, 556, 556, 556, 556, 584,
		611, 556, 556, 556, 556, 500, 556, 500
	};

	private static final int[] BOLD = {
		278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
		556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
		667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611,
		611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584, 0,
		556, 0, 278, 556, 500, 1000, 556, 556, 333, 1000, 667, 333, 1000, 0, 611, 0, 0, 278, 278, 500, 500, 350, 556, 1000,
		333, 1000, 556, 333, 944, 0, 500, 667, 278, 333, 556, 556, 556, 556, 280, 556, 333, 737, 370, 556, 584, 333, 737, 333,
		400, 584, 333, 333, 333, 611, 556, 278, 333, 333, 365, 556, 834, 834, 834, 611, 722, 722, 722, 722, 722, 722, 1000, 722,
		667, 667, 667, 667, 278, 278, 278, 278, 722, 722, 778, 778, 778, 778, 778, 584, 778, 722, 722, 722, 722, 667, 667, 611,
		556, 556, 556, 556, 556, 556, 889, 556, 556, 556, 556, 556, 278, 278, 278, 278, 611, 611, 611, 611, 611, 611, 611, 584,
		611, 611, 611, 611, 611, 556, 611, 556
	};

	/** Characters of the Symbol font that figures need, with their codes and widths in the same order. */
	private static final String SYMBOLS = "αβγδεζηθικλμνξοπρστυφχψωΔ≤≥−∞≈≠→←↑↓√∑";
	private static final int[] SYMBOL_CODES = { 0x61, 0x62, 0x67, 0x64, 0x65, 0x7a, 0x68, 0x71, 0x69, 0x6b, 0x6c, 0x6d,
		0x6e, 0x78, 0x6f, 0x70, 0x72, 0x73, 0x74, 0x75, 0x66, 0x63, 0x79, 0x77, 0x44, 0xa3, 0xb3, 0x2d, 0xa5, 0xbb, 0xb9,
		0xae, 0xac, 0xad, 0xaf, 0xd6, 0xe5 };
	private static final int[] SYMBOL_WIDTHS = { 631, 549, 411, 494, 439, 494, 603, 521, 329, 549, 549, 576, 521, 493, 549,
		549, 549, 603, 439, 576, 521, 549, 686, 686, 612, 549, 549, 549, 713, 549, 549, 987, 987, 603, 603, 549, 713 };

	private Helvetica() {}

	/** Width of a text in points. */
	static double width(final String text, final double size, final Style style) {
		final CharsetEncoder encoder = WIN_ANSI.newEncoder();
		final int[] widths = style == Style.BOLD ? BOLD : PLAIN;
		double sum = 0;
		for (int i = 0; i < text.length(); i++) {
			final int symbol = SYMBOLS.indexOf(text.charAt(i));
			sum += symbol >= 0 ? SYMBOL_WIDTHS[symbol] : widths[code(encoder, text.charAt(i)) - FIRST];
		}
		return sum * size / UNIT;
	}

	/** Whether every character is there. */
	static boolean writes(final String text) {
		final CharsetEncoder encoder = WIN_ANSI.newEncoder();
		return text.chars().allMatch(c -> SYMBOLS.indexOf(c) >= 0 || c >= FIRST && encoder.canEncode((char) c));
	}

	/** Code of a character in the Symbol font, or -1 if it is not to be taken from there. */
	static int symbol(final char c) {
		final int at = SYMBOLS.indexOf(c);
		return at < 0 ? -1 : SYMBOL_CODES[at];
	}

	/** Code of a character in WinAnsi encoding; that of a question mark if it has none. */
	static int code(final CharsetEncoder encoder, final char c) {
		if (c < FIRST || !encoder.canEncode(c)) return UNKNOWN;
		return String.valueOf(c).getBytes(WIN_ANSI)[0] & 0xff;
	}
}
