package io.github.radiomicsnomogram.io.dicom;

import java.util.OptionalDouble;

/**
 * From stored numbers to physical values: {@code stored * slope + intercept} (PS3.3, C.11.1).
 *
 * @param slope never 0
 * @param intercept value of a stored 0
 * @param type unit of the result as the file says, "" if it doesn't
 * @param given whether the file has these numbers; if not, values are as stored
 */
record Rescale(double slope, double intercept, String type, boolean given) {

	/** Nothing is done. */
	static final Rescale NONE = new Rescale(1, 0, "", false);

	/**
	 * The numbers of a frame, {@link #NONE} if it has none.
	 *
	 * @throws BadDicom if one of the two is missing or not a number, the slope is 0, or a table takes their place
	 */
	static Rescale of(final Frame frame) throws BadDicom {
		final OptionalDouble slope = frame.number(Tag.RESCALE_SLOPE), intercept = frame.number(Tag.RESCALE_INTERCEPT);
		if (slope.isPresent() != intercept.isPresent()) throw new BadDicom((slope.isPresent() ? Tag.RESCALE_INTERCEPT
			: Tag.RESCALE_SLOPE) + " is missing, though " + (slope.isPresent() ? Tag.RESCALE_SLOPE : Tag.RESCALE_INTERCEPT) +
			" is there: physical values can't be told");
		if (frame.has(Tag.MODALITY_LUT_SEQUENCE)) throw new BadDicom("its values go through a table, " +
			Tag.MODALITY_LUT_SEQUENCE + ", which can't be read here. Export it with a rescale slope and intercept");
		if (slope.isEmpty()) return NONE;
		if (slope.getAsDouble() == 0) throw new BadDicom(Tag.RESCALE_SLOPE + " is 0, which would make every value " +
			intercept.getAsDouble());
		return new Rescale(slope.getAsDouble(), intercept.getAsDouble(), frame.text(Tag.RESCALE_TYPE).orElse(""), true);
	}

	/** Whether stored numbers of this format become whole numbers of at most 32 bits. */
	boolean isExactInteger(final PixelFormat format) {
		return slope == Math.rint(slope) && intercept == Math.rint(intercept) && isWithin(format, Integer.MIN_VALUE,
			Integer.MAX_VALUE);
	}

	/** Whether whatever this format can store becomes a value between two bounds. */
	boolean isWithin(final PixelFormat format, final double low, final double high) {
		final double a = format.lowest() * slope + intercept, b = format.highest() * slope + intercept;
		return Math.min(a, b) >= low && Math.max(a, b) <= high;
	}
}
