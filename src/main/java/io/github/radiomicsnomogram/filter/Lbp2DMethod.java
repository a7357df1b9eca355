package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.InputException;

import java.util.Locale;

/** How the comparisons of a pixel with its neighbours on a circle become one number; PyRadiomics' lbp2DMethod. */
public enum Lbp2DMethod {

	/** Each comparison is one bit of the number. */
	DEFAULT,
	/** The smallest number that turning the bits gives; it doesn't change when the image is turned. */
	ROR,
	/** Number of set bits where the bits change at most twice around the circle, samples + 1 elsewhere. */
	UNIFORM,
	/** No comparison: the variance of the neighbours. */
	VAR;

	/** PyRadiomics' name: "default", "ror", "uniform", "var". */
	public String pyradiomicsName() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The method of that name.
	 *
	 * @throws InputException if PyRadiomics has no method of this name
	 */
	public static Lbp2DMethod ofName(final String name) {
		for (final Lbp2DMethod method : values())
			if (method.pyradiomicsName().equals(name)) return method;
		throw new InputException("lbp2DMethod is '" + name + "': PyRadiomics knows default, ror, uniform and var");
	}
}
