package io.github.radiomicsnomogram.model;

import java.util.Locale;

/** The two groups that a signature's cut-off makes. Their names for people are in the model ({@link Cutoff#label}). */
public enum RiskGroup {
		/** On the safe side of the cut-off. */
		LOW,
		/** On the other. */
		HIGH;

	/** As in files and scripts: "low", "high". */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}
}
