package io.github.radiomicsnomogram.feature;

import java.util.Objects;

/**
 * A feature's value with its status and, unless all is well, the reason.
 *
 * @param value the number; NaN exactly if the status is UNDEFINED or FAILED
 * @param status how the number came about
 * @param reason in words, "" if OK
 */
public record FeatureValue(double value, Status status, String reason) {

	/** How a value came about. */
	public enum Status {
			/** The formula gave it. */
			OK,
			/** The formula has no value here; this is the one that PyRadiomics gives by convention. */
			CONVENTION,
			/** There is no value. */
			UNDEFINED,
			/** The computation went wrong. */
			FAILED
	}

	public FeatureValue {
		Objects.requireNonNull(status);
		Objects.requireNonNull(reason);
		final boolean hasValue = status == Status.OK || status == Status.CONVENTION;
		if (hasValue == Double.isNaN(value)) throw new IllegalArgumentException(status + " with value " + value);
		if ((status == Status.OK) != reason.isEmpty()) throw new IllegalArgumentException(status + " with reason '" +
			reason + "'");
	}

	/** The value of a formula; NaN, which the caller did not expect, becomes FAILED. */
	public static FeatureValue of(final double value) {
		return Double.isNaN(value) ? new FeatureValue(value, Status.FAILED, "the formula gave no number")
			: new FeatureValue(value, Status.OK, "");
	}

	/** A value that is set where the formula has none. */
	public static FeatureValue byConvention(final double value, final String reason) {
		return new FeatureValue(value, Status.CONVENTION, reason);
	}

	/** No value. */
	public static FeatureValue undefined(final String reason) {
		return new FeatureValue(Double.NaN, Status.UNDEFINED, reason);
	}

	/** No value, through a fault. */
	public static FeatureValue failed(final String reason) {
		return new FeatureValue(Double.NaN, Status.FAILED, reason);
	}

	/** Whether there is a number. */
	public boolean hasValue() {
		return !Double.isNaN(value);
	}
}
