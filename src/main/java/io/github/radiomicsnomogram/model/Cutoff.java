package io.github.radiomicsnomogram.model;

/**
 * Where a signature's score divides low from high risk.
 *
 * @param value of the score
 * @param rule which side the value itself is on
 * @param method how the study chose it
 * @param lowLabel name of the low group, for people
 * @param highLabel name of the high group, for people
 */
public record Cutoff(double value, Rule rule, String method, String lowLabel, String highLabel) {

	/** When the risk is high. */
	public enum Rule {
			/** Strictly above: a score equal to the cut-off is low. */
			ABOVE("score > cutoff"),
			/** At or above: a score equal to the cut-off is high. */
			AT_OR_ABOVE("score >= cutoff");

		private final String text;

		Rule(final String text) {
			this.text = text;
		}

		/** As in a model file. */
		public String text() {
			return text;
		}
	}

	/** The group of a score. */
	public RiskGroup group(final double score) {
		return score > value || rule == Rule.AT_OR_ABOVE && score == value ? RiskGroup.HIGH : RiskGroup.LOW;
	}

	/** Name of a group, for people. */
	public String label(final RiskGroup group) {
		return group == RiskGroup.HIGH ? highLabel : lowLabel;
	}
}
