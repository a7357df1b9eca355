package io.github.radiomicsnomogram.survival;

import io.github.radiomicsnomogram.InputException;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a Cox model is fitted to: follow-up and covariates of the same patients, in the same order, and, if wanted,
 * strata, case weights and an offset. Immutable.
 */
public final class CoxData {

	private final SurvivalTimes times;
	private final DesignMatrix covariates;
	private final int[] strata;
	private final double[] weights;
	private final double[] offset;

	/** Follow-up and covariates alone. */
	public CoxData(final SurvivalTimes times, final DesignMatrix covariates) {
		this(times, covariates, null, null, null);
	}

	/**
	 * @param times follow-up
	 * @param covariates of the same patients
	 * @param strata stratum of each patient, any integers; null for one stratum
	 * @param weights positive case weights; null for 1
	 * @param offset added to each linear predictor; null for 0
	 */
	public CoxData(final SurvivalTimes times, final DesignMatrix covariates, final int[] strata, final double[] weights,
		final double[] offset)
	{
		final int n = times.size();
		if (covariates.width() > 0 && covariates.rows() != n) throw new IllegalArgumentException(covariates.rows() +
			" rows of covariates for " + n + " patients");
		for (int j = 0; j < covariates.width(); j++)
			for (int i = 0; i < n; i++)
				if (!Double.isFinite(covariates.value(i, j))) throw new InputException("Covariate '" + covariates.names().get(j) +
					"' of patient " + (i + 1) + " is " + covariates.value(i, j) + ".");
		this.times = times;
		this.covariates = covariates;
		this.strata = strata == null ? null : strata.clone();
		this.weights = weights == null ? null : weights.clone();
		this.offset = offset == null ? null : offset.clone();
		if (weights != null && !Arrays.stream(weights).allMatch(w -> w > 0 && Double.isFinite(w))) throw new InputException(
			"Case weights must be positive.");
	}

	/** Follow-up. */
	public SurvivalTimes times() {
		return times;
	}

	/** Covariates. */
	public DesignMatrix covariates() {
		return covariates;
	}

	/** Stratum of each patient, if there are strata; a copy. */
	public Optional<int[]> strata() {
		return Optional.ofNullable(strata).map(int[]::clone);
	}

	/** Whether there are case weights. */
	public boolean isWeighted() {
		return weights != null;
	}

	/** Whether some case weight is no whole number, and so no count of patients. */
	boolean hasFractionalWeights() {
		return weights != null && Arrays.stream(weights).anyMatch(w -> w != Math.floor(w));
	}

	/** Case weight of a patient. */
	public double weight(final int i) {
		return weights == null ? 1 : weights[i];
	}

	/** Offset of a patient's linear predictor. */
	public double offset(final int i) {
		return offset == null ? 0 : offset[i];
	}

	/** The same patients with other covariates. */
	public CoxData withCovariates(final DesignMatrix other) {
		return new CoxData(times, other, strata, weights, offset);
	}

	/** The patients of these rows, in this order. */
	public CoxData rows(final int[] rows) {
		return new CoxData(times.rows(rows), covariates.rows(rows), strata == null ? null : Arrays.stream(rows).map(
			i -> strata[i]).toArray(), pick(weights, rows), pick(offset, rows));
	}

	private static double[] pick(final double[] values, final int[] rows) {
		return values == null ? null : Arrays.stream(rows).mapToDouble(i -> values[i]).toArray();
	}

	RiskSets riskSets() {
		return new RiskSets(times, strata, weights, offset);
	}
}
