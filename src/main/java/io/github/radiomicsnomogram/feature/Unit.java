package io.github.radiomicsnomogram.feature;

/** Unit of a feature, as a rule: the unit of the image's values is known only when there is an image. */
public enum Unit {
		/** A pure number. */
		ONE("", 0),
		/** A number of voxels, or a power of it. */
		VOXELS("voxels", 0),
		/** The unit of the image's values, for example HU. */
		VALUE("", 1),
		/** Its square. */
		VALUE_SQUARED("", 2),
		/** Its square times a volume. */
		VALUE_SQUARED_MM3("mm^3", 2),
		/** Bits. */
		BITS("bits", 0),
		MM("mm", 0), MM2("mm^2", 0), MM3("mm^3", 0), PER_MM("mm^-1", 0);

	private final String fixed;
	private final int power;

	Unit(final String fixed, final int power) {
		this.fixed = fixed;
		this.power = power;
	}

	/**
	 * @param valueUnit unit of the image's values, "" if unknown
	 * @return the unit in words, "" for a pure number
	 */
	public String label(final String valueUnit) {
		if (power == 0) return fixed;
		final String value = valueUnit.isEmpty() ? "value" : valueUnit;
		return (power == 1 ? value : value + "^" + power) + (fixed.isEmpty() ? "" : " " + fixed);
	}
}
