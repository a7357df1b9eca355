package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonObject;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Several reports of one kind.
 *
 * @param reports by name, in order
 */
public record ReportMap(Map<String, Report> reports) implements Report {

	public ReportMap {
		reports = new LinkedHashMap<>(reports);
	}

	@Override
	public String summary() {
		final StringBuilder text = new StringBuilder();
		reports.forEach((name, r) -> text.append(text.length() == 0 ? "" : "\n").append(name).append('\n').append(r
			.summary()));
		return text.toString();
	}

	@Override
	public JsonObject json() {
		final JsonObject o = new JsonObject();
		reports.forEach((name, r) -> o.add(name, r.json()));
		return o;
	}
}
