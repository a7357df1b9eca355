package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonObject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A publication's Table 1: variables compared between groups.
 *
 * @param groups names with their sizes, for people
 * @param variables by name, in order
 * @param missing number of patients without a value, for the variables that lack some
 */
public record ComparisonReport(List<String> groups, Map<String, Comparison> variables, Map<String, Integer> missing)
	implements Report
{

	public ComparisonReport {
		groups = List.copyOf(groups);
		variables = new LinkedHashMap<>(variables);
		missing = new LinkedHashMap<>(missing);
	}

	@Override
	public String summary() {
		final List<String> header = new ArrayList<>(List.of(""));
		header.addAll(groups);
		header.addAll(List.of("p (a)", "p (b)"));
		final TextTable table = new TextTable(header.toArray(String[]::new));
		variables.forEach((name, v) -> v.rows(name, table));
		final StringBuilder text = new StringBuilder(table.toString());
		text.append("(a) ").append(groups.size() == 2 ? "Welch's t" : "analysis of variance").append(
			"; chi-squared without continuity correction\n(b) ").append(groups.size() == 2 ? "Mann-Whitney" : "Kruskal-Wallis")
			.append("; Fisher's exact test\n");
		missing.forEach((name, n) -> text.append(name).append(": ").append(n).append(" missing\n"));
		return text.toString();
	}

	@Override
	public JsonObject json() {
		final JsonObject o = new JsonObject();
		variables.forEach((name, v) -> o.add(name, v.json()));
		return o;
	}
}
