package io.github.radiomicsnomogram.survival;

/** Scale on which the interval of a survival probability is symmetric: R's conf.type. */
public enum ConfidenceType {
		/** log S; the default of R's survfit. */
		LOG("log"),
		/** log(-log S). */
		LOG_LOG("loglog"),
		/** S itself. */
		PLAIN("plain");

	private final String key;

	ConfidenceType(final String key) {
		this.key = key;
	}

	/** Name in files. */
	public String key() {
		return key;
	}
}
