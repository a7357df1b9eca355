package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonObject;

/** One variable of a comparison of groups. */
public sealed interface Comparison permits NumberComparison, CategoryComparison {

	/** Adds the variable's lines to a table: name, one cell a group, two P values. */
	void rows(String name, TextTable table);

	/** All tests. */
	JsonObject json();
}
