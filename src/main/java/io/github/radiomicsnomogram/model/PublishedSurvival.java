package io.github.radiomicsnomogram.model;

/**
 * The survival at the horizon of the two groups in one cohort of the study.
 *
 * @param cohort "training", "validation"
 * @param patients in the cohort
 * @param low survival of the low group, 0 to 1
 * @param high survival of the high group
 * @param p of the test between them, as published: "< .001"
 */
public record PublishedSurvival(String cohort, int patients, double low, double high, String p) {

	/** The survival of a group. */
	public double of(final RiskGroup group) {
		return group == RiskGroup.HIGH ? high : low;
	}
}
