package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.volume.Volume;

import java.util.Arrays;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.RealType;

/**
 * Which values are shown black and which white.
 *
 * @param black at and below
 * @param white at and above; greater than black
 */
record Window(double black, double white) {

	/** Soft tissue on CT: level 40, width 400 HU. */
	private static final Window SOFT_TISSUE = new Window(-160, 240);
	private static final double SURELY_AIR = -500;
	private static final int SAMPLES = 64;
	private static final double CUT = 0.01;

	/**
	 * Soft tissue for HU; otherwise what leaves 1 % of a slice's values beyond either end.
	 *
	 * @param smallest value of the image: an image without unit that holds values of air is taken for HU
	 */
	static Window of(final Volume volume, final int z, final double smallest) {
		final String unit = volume.info().valueUnit();
		if (unit.equals("HU") || unit.isEmpty() && smallest < SURELY_AIR) return SOFT_TISSUE;
		final RandomAccess<? extends RealType<?>> access = volume.voxels().randomAccess();
		access.setPosition(z, 2);
		final double[] values = new double[SAMPLES * SAMPLES];
		for (int i = 0; i < values.length; i++) {
			access.setPosition((i % SAMPLES * 2 + 1) * volume.geometry().size(0) / (2 * SAMPLES), 0);
			access.setPosition((i / SAMPLES * 2 + 1) * volume.geometry().size(1) / (2 * SAMPLES), 1);
			values[i] = access.get().getRealDouble();
		}
		final double[] finite = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
		if (finite.length == 0) return new Window(0, 1);
		final double black = finite[(int) (CUT * (finite.length - 1))], white = finite[(int) ((1 - CUT) * (finite.length -
			1))];
		return new Window(black, white > black ? white : black + 1);
	}

	/** The grey of a value, 0 to 255; NaN is black. */
	byte grey(final double value) {
		return (byte) Math.round(255 * Math.max(0, Math.min(1, (value - black) / (white - black))));
	}
}
