package io.github.radiomicsnomogram.survival.report;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;

/** A result for people, laid out as R prints it, and for programs. */
public interface Report {

	/** Plain text, lines ending in \n. */
	String summary();

	/** Every number in full precision; what has no value is null, infinite numbers are "Inf" and "-Inf". */
	JsonObject json();

	/** {@link #json()} as the text of a file. */
	default String jsonText() {
		return new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create().toJson(json()) + "\n";
	}

	/**
	 * This report with a remark on patients who were left out, as R makes it.
	 *
	 * @param omitted how many had a missing value
	 */
	default Report omitting(final int omitted) {
		return new OmissionReport(this, omitted);
	}
}
