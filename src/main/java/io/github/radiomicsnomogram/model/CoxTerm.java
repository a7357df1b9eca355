package io.github.radiomicsnomogram.model;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A term of a multivariate Cox model. The published hazard ratio is what counts; the coefficient is its logarithm.
 *
 * @param variable id of a clinical variable, or {@link #SIGNATURE}
 * @param level of a binary or categorical variable that the hazard ratio is for, against the reference; empty otherwise
 * @param hazardRatio per unit of a number, or of the level against the reference; positive
 * @param ciLow lower end of its confidence interval
 * @param ciHigh upper end
 * @param ciLevel confidence, for example 0.95
 * @param p P value, if published
 * @param axis ends of the variable's axis in the nomogram; 0 to 1 for a level
 */
public record CoxTerm(String variable, Optional<String> level, double hazardRatio, double ciLow, double ciHigh,
	double ciLevel, OptionalDouble p, Range axis)
{

	/** The variable that stands for the signature's score. */
	public static final String SIGNATURE = "signature";

	/** The coefficient: ln of the hazard ratio. */
	public double beta() {
		return Math.log(hazardRatio);
	}

	/** Whether the term is the signature's score. */
	public boolean isSignature() {
		return variable.equals(SIGNATURE);
	}
}
