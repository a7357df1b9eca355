package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonObject;

/** Another report with the number of rows that were left out for missing values. */
record OmissionReport(Report report, int omitted) implements Report {

	@Override
	public String summary() {
		return report.summary() + (omitted == 0 ? "" : "   (" + omitted + (omitted == 1 ? " observation" : " observations") +
			" deleted due to missingness)\n");
	}

	@Override
	public JsonObject json() {
		final JsonObject o = report.json();
		o.addProperty("n_omitted_NA", omitted);
		return o;
	}
}
