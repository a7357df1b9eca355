package io.github.radiomicsnomogram.survival;

import java.util.Locale;

/** How a Cox model treats deaths at the same time. */
public enum Ties {
		/** Efron 1977, doi:10.1080/01621459.1977.10480613; the default of R's coxph. */
		EFRON,
		/** Breslow 1974, doi:10.2307/2529620. */
		BRESLOW,
		/** The exact partial likelihood of discrete time, Cox 1972. */
		EXACT;

	/** R's name: efron, breslow or exact. */
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}
}
