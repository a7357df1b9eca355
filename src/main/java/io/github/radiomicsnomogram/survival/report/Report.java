package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonObject;

/** A result for people, laid out as R prints it, and for programs. */
public interface Report {

	/** Plain text, lines ending in \n. */
	String summary();

	/** Every number in full precision; what has no value is null, infinite numbers are "Inf" and "-Inf". */
	JsonObject json();
}
