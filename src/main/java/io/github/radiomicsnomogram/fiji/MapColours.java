package io.github.radiomicsnomogram.fiji;

import ij.process.LUT;

import java.awt.Color;
import java.util.Arrays;

/**
 * Colours of maps: viridis, which is as bright as the value is high, for people of any colour vision and on paper too.
 * Between a few colours of it (van der Walt and Smith, 2015, public domain) the rest is interpolated.
 */
final class MapColours {

	static final int LEVELS = 256;

	private static final int[] STEPS = { 0x440154, 0x482475, 0x414487, 0x355f8d, 0x2a788e, 0x21918c, 0x22a884, 0x44bf70,
		0x7ad151, 0xbddf26, 0xfde725 };

	private MapColours() {}

	/** The colours as ImageJ's look-up table. */
	static LUT lut() {
		final byte[][] channels = new byte[3][LEVELS];
		for (int level = 0; level < LEVELS; level++) {
			final int rgb = rgb(level);
			for (int c = 0; c < 3; c++)
				channels[c][level] = (byte) (rgb >> 16 - 8 * c);
		}
		return new LUT(channels[0], channels[1], channels[2]);
	}

	/** The colour of a level, 0 to 255, as 0xRRGGBB. */
	static int rgb(final int level) {
		final double at = (STEPS.length - 1) * level / (LEVELS - 1.0);
		final int from = Math.min((int) at, STEPS.length - 2);
		final float[] a = new Color(STEPS[from]).getRGBColorComponents(null);
		final float[] b = new Color(STEPS[from + 1]).getRGBColorComponents(null);
		for (int c = 0; c < 3; c++)
			a[c] += (b[c] - a[c]) * (float) (at - from);
		return new Color(a[0], a[1], a[2]).getRGB() & 0xffffff;
	}

	/** The level of a value in a range, as ImageJ shows it. */
	static int level(final double value, final double[] range) {
		final double share = (value - range[0]) / (range[1] - range[0]);
		return (int) Math.max(0, Math.min(LEVELS - 1, share * LEVELS));
	}

	/** What to show of some values: from their 2nd to their 98th percentile, so that a few extremes don't hide the rest. */
	static double[] range(final double[] values) {
		final double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
		if (sorted.length == 0) return new double[] { 0, 1 };
		final int out = sorted.length / 50;
		double low = sorted[out], high = sorted[sorted.length - 1 - out];
		if (low == high) {
			low = sorted[0];
			high = sorted[sorted.length - 1];
		}
		// A single value lies in the middle; the margin must survive in single precision.
		final double margin = low == high ? Math.max(Math.abs(low) * 1e-3, 1e-3) : 0;
		return new double[] { low - margin, high + margin };
	}
}
