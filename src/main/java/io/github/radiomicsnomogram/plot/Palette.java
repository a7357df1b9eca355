package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.plot.Scene.Ink;
import io.github.radiomicsnomogram.plot.Scene.Stroke;

/**
 * Colours of series, which people with any colour vision tell apart (Okabe and Ito, 2008), and dashes, which a grey
 * printer keeps.
 */
final class Palette {

	static final Ink BLUE = Ink.of(0x0072b2), VERMILION = Ink.of(0xd55e00), GREY = Ink.of(0x666666), PALE = Ink.of(
		0xbbbbbb);

	private static final int[] SERIES = { 0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0x000000, 0xe69f00, 0x56b4e9 };
	private static final double[] DASHES = { 0, 3.5, 1.2, 6, 2.2 };

	private static final double BAND = 0.16;

	private Palette() {}

	/** Colour of the i-th series. */
	static Ink ink(final int i) {
		return Ink.of(SERIES[i % SERIES.length]);
	}

	/** Line of the i-th series. */
	static Stroke stroke(final int i) {
		return new Stroke(ink(i), Print.CURVE, DASHES[i % DASHES.length]);
	}

	/** Area of an interval of the i-th series. */
	static Ink band(final int i) {
		return new Ink(SERIES[i % SERIES.length], BAND);
	}

	/** Blue for -1 over white to vermilion for 1; blue is the darker end when printed grey. */
	static Ink diverging(final double v) {
		if (Double.isNaN(v)) return PALE;
		final double share = Math.min(1, Math.abs(v));
		return v < 0 ? mix(0x053061, share) : mix(0xe6550d, share);
	}

	private static Ink mix(final int rgb, final double share) {
		int mixed = 0;
		for (int shift = 16; shift >= 0; shift -= 8)
			mixed |= (int) Math.round(255 + (((rgb >> shift) & 0xff) - 255) * share) << shift;
		return Ink.of(mixed);
	}

	/** Black or white, whichever is read better on a colour. */
	static Ink on(final Ink ground) {
		final int c = ground.rgb();
		return 0.299 * (c >> 16 & 0xff) + 0.587 * (c >> 8 & 0xff) + 0.114 * (c & 0xff) < 128 ? Ink.WHITE : Ink.BLACK;
	}
}
