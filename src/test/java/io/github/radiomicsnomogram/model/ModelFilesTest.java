package io.github.radiomicsnomogram.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class ModelFilesTest {

	@Test
	void theBuiltInModelIsWhatThePaperSays() {
		final PrognosticModel m = ModelFiles.builtIn("zhang-2021");
		assertEquals(List.of("original_firstorder_Kurtosis", "original_glcm_Correlation",
			"original_glcm_MaximumProbability", "original_glszm_LargeAreaEmphasis"), m.signature().columns());
		assertEquals(0.185, m.cutoff().value());
		assertEquals(RiskGroup.LOW, m.cutoff().group(0.185));
		assertEquals(RiskGroup.HIGH, m.cutoff().group(Math.nextUp(0.185)));
		assertEquals(Math.log(30.328), m.cox().get(0).beta());
	}
}
