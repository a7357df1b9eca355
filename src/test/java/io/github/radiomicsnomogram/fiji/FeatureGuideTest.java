package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.measure.ResultsTable;

import io.github.radiomicsnomogram.feature.FeatureRegistry;
import io.github.radiomicsnomogram.fiji.command.FeatureGuideCommand;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandService;

class FeatureGuideTest {

	@Test
	void everyFeatureOfTheRegistryIsInIt() throws Exception {
		try (Context context = new Context(CommandService.class)) {
			final ResultsTable table = (ResultsTable) context.service(CommandService.class).run(FeatureGuideCommand.class, true)
				.get().getOutput("table");
			assertEquals(FeatureRegistry.WITH_SHAPE_2D.features().size(), table.size());
			final int row = FeatureGuide.entries().stream().map(e -> e.feature().id()).toList().indexOf("glcm_Correlation");
			assertEquals("glcm_Correlation", table.getStringValue("Feature", row));
			assertEquals("NI2N", table.getStringValue("IBSI", row));
			assertTrue(table.getStringValue("Formula", row).contains("\\sigma"));
		}
	}

	/** Without a screen: a line of headings and one for each feature. */
	@Test
	void itCanBeReadWithoutAScreen() {
		final List<String> lines = new ArrayList<>();
		final ResultsTable table = FeatureGuide.table();
		for (int i = 0; i < table.size(); i++)
			lines.add(table.getRowAsString(i));
		assertTrue(lines.stream().allMatch(line -> line.split("\t", -1).length >= 9), lines.get(0));
	}

	@Test
	void everyFormulaCanBeShown() {
		for (final FeatureGuide.Entry e : FeatureGuide.entries()) {
			final String html = FormulaHtml.of(e.feature().formula());
			assertFalse(html.isBlank() || html.contains("\\") || html.contains("{") || html.contains("}"), e.feature().id() + ": " +
				html);
			assertTrue(e.html().contains(html));
		}
	}

	@Test
	void formulasInHtml() {
		assertEquals("&radic;(&lambda;<sub>2</sub> / &lambda;<sub>1</sub>)", FormulaHtml.of("\\sqrt{\\lambda_2 / \\lambda_1}"));
		assertEquals("<sup>3</sup>&radic;x / (a + b)", FormulaHtml.of("\\frac{\\sqrt[3]{x}}{a + b}"));
		assertEquals("&sum;<sub>i &lt; j</sub>p<sup>2</sup>", FormulaHtml.of("\\sum_{i < j}p^2"));
		assertThrows(IllegalArgumentException.class, () -> FormulaHtml.of("\\oint x"));
		assertThrows(IllegalArgumentException.class, () -> FormulaHtml.of("{x"));
		assertThrows(IllegalArgumentException.class, () -> FormulaHtml.of("x}"));
	}
}
