package io.github.radiomicsnomogram.io;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Units of length that voxel sizes come in. Inches are left out on purpose: they stand for print resolution. */
public final class LengthUnit {

	private static final Map<String, Double> MILLIMETRES = Map.ofEntries( //
		Map.entry("mm", 1d), Map.entry("millimeter", 1d), Map.entry("millimeters", 1d), Map.entry("millimetre", 1d), //
		Map.entry("millimetres", 1d), Map.entry("cm", 10d), Map.entry("centimeter", 10d), Map.entry("centimeters", 10d), //
		Map.entry("centimetre", 10d), Map.entry("centimetres", 10d), Map.entry("m", 1e3), Map.entry("meter", 1e3), //
		Map.entry("meters", 1e3), Map.entry("metre", 1e3), Map.entry("metres", 1e3), Map.entry("um", 1e-3), //
		Map.entry("\u00b5m", 1e-3), Map.entry("\u03bcm", 1e-3), Map.entry("micron", 1e-3), Map.entry("microns", 1e-3), //
		Map.entry("micrometer", 1e-3), Map.entry("micrometers", 1e-3), Map.entry("micrometre", 1e-3), //
		Map.entry("micrometres", 1e-3), Map.entry("nm", 1e-6), Map.entry("nanometer", 1e-6), //
		Map.entry("nanometers", 1e-6), Map.entry("nanometre", 1e-6), Map.entry("nanometres", 1e-6));

	private LengthUnit() {}

	/**
	 * How many mm a unit is long.
	 *
	 * @param unit name or symbol, in any case
	 * @return nothing for what is no metric length ("pixel", "inch", "")
	 */
	public static OptionalDouble millimetres(final String unit) {
		final Double mm = unit == null ? null : MILLIMETRES.get(unit.trim().toLowerCase(Locale.ROOT));
		return mm == null ? OptionalDouble.empty() : OptionalDouble.of(mm);
	}
}
