package io.github.radiomicsnomogram.study;

import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.model.ModelFiles;
import io.github.radiomicsnomogram.model.PrognosticModel;
import io.github.radiomicsnomogram.survival.report.Json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A validation as files: names and texts. */
public final class ValidationTables {

	private ValidationTables() {}

	/** All files by name: numbers.json, warnings, tables, recalibrated models. */
	public static Map<String, String> files(final PrognosticModel model, final Validation v) {
		final Map<String, String> files = new LinkedHashMap<>();
		final JsonObject o = StudyJson.cohort(v.cohort(), model.endpoint().months());
		o.addProperty("model", model.id());
		o.add("warnings", Json.texts(v.warnings()));
		files.put("numbers.json", StudyJson.pretty(o));
		files.put("warnings.txt", v.warnings().isEmpty() ? "" : String.join("\n", v.warnings()) + "\n");
		files.putAll(CohortTables.files(List.of(v.cohort())));
		v.recalibratedBaseline().ifPresent(m -> files.put("model-recalibrated-baseline.yaml", ModelFiles.toYaml(m)));
		v.recalibratedSlope().ifPresent(m -> files.put("model-recalibrated-slope.yaml", ModelFiles.toYaml(m)));
		return files;
	}
}
