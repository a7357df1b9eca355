package io.github.radiomicsnomogram.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomicsnomogram.feature.FeatureValue;
import io.github.radiomicsnomogram.io.CsvTable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class FeatureCsvTest {

	private static final Extraction EXTRACTION = new Extraction(List.of(entry("glcm_Id", FeatureValue.of(0.1)), entry(
		"glcm_Contrast", FeatureValue.undefined("flat"))), Map.of("diagnostics_Mask-original_BoundingBox",
			"(1, 2, 3, 4, 5, 6)", "RoiMinimum", "-7.0"));

	private static Extraction.Entry entry(final String id, final FeatureValue value) {
		return new Extraction.Entry("original_" + id, ToyFamilies.feature(id), value);
	}

	@Test
	void quotesOnlyWhatNeedsIt() {
		assertEquals("a,\"b,c\",\"d\"\"e\",\"f\ng\"\n", FeatureCsv.line(List.of("a", "b,c", "d\"e", "f\ng")));
	}

	@Test
	void writesIdentificationDiagnosticsAndFeatures() {
		assertEquals("Image,diagnostics_Mask-original_BoundingBox,original_glcm_Id,original_glcm_Contrast\n" +
			"\"C:\\a, b.nrrd\",\"(1, 2, 3, 4, 5, 6)\",0.1,nan\n", FeatureCsv.table(Map.of("Image", "C:\\a, b.nrrd"),
				EXTRACTION, true));
	}

	@Test
	void leavesDiagnosticsOutOnRequest() {
		final Map<String, String> names = new LinkedHashMap<>();
		names.put("Image", "i");
		names.put("Mask", "m");
		assertEquals(List.of("Image", "Mask", "original_glcm_Id", "original_glcm_Contrast"), CsvTable.parse("t", FeatureCsv
			.table(names, EXTRACTION, false)).header());
	}
}
