package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.TextRoi;
import ij.measure.ResultsTable;

import io.github.radiomicsnomogram.model.Prediction;
import io.github.radiomicsnomogram.model.RiskGroup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

class PredictViewTest {

	private final ImagePlus image = Results.image();
	private final List<String> log = new ArrayList<>();

	@Test
	void theTableHoldsTheVeryNumbersWithUnits() {
		final PredictResult result = Results.high(image);
		final Prediction p = result.prediction();
		final ResultsTable table = PredictView.table(result);
		assertEquals(1, table.size());
		assertEquals(p.riskScore(), table.getValue("Risk score", 0));
		assertEquals(p.linearPredictor().orElseThrow(), table.getValue("Linear predictor", 0));
		assertEquals(p.pointsTotal().orElseThrow(), table.getValue("Total points", 0));
		assertEquals(p.survival().orElseThrow().survival(), table.getValue("5-year DFS", 0));
		assertEquals(p.survival().orElseThrow().low(), table.getValue("5-year DFS low 95 % interval", 0));
		assertEquals(p.survival().orElseThrow().high(), table.getValue("5-year DFS high 95 % interval", 0));
		assertEquals("reconstructed", table.getStringValue("Baseline survival", 0));
		assertEquals(0.48, table.getValue("Published 5-year DFS of the group (training)", 0));
		assertEquals("high risk", table.getStringValue("Risk group", 0));
		assertEquals("breast-ct", table.getStringValue("Image", 0));
		assertEquals("lesion", table.getStringValue("ROI", 0));
		assertEquals(result.mask().voxelCount(), table.getValue("Voxels", 0));
		assertEquals(20, table.getValue("Ki-67 at surgery (%)", 0));
		assertEquals(Results.HIGH[3], table.getValue("original_glszm_LargeAreaEmphasis", 0));
		assertTrue(Arrays.asList(table.getHeadings()).contains("ROI minimum (HU)"));
	}

	/** ImageJ's usual three decimals would turn 0.00041 into 0. */
	@Test
	void theTableShowsNineDecimals() {
		final ResultsTable table = PredictView.table(Results.high(image));
		assertEquals(String.format(java.util.Locale.ROOT, "%.9f", table.getValue("Risk score", 0)), table.getStringValue(
			"Risk score", 0));
	}

	@Test
	void whatIsNotKnownIsBlankAndNotANumber() {
		final ResultsTable table = PredictView.table(Results.incomplete(image));
		for (final String heading : List.of("Linear predictor", "Total points", "5-year DFS", "Ki-67 at surgery (%)")) {
			assertEquals("", table.getStringValue(heading, 0), heading);
			assertTrue(Double.isNaN(table.getValue(heading, 0)), heading);
		}
		assertTrue(table.getStringValue("Missing", 0).contains("Ki-67"));
	}

	@Test
	void rowsOfOneModelHaveTheSameHeadingsWhateverIsKnown() {
		assertEquals(Arrays.asList(PredictView.table(Results.high(image)).getHeadings()), Arrays.asList(PredictView.table(
			Results.incomplete(image)).getHeadings()));
	}

	@Test
	void featuresAreShownWithStatusAndCode() {
		final ResultsTable table = PredictView.features(Results.high(image));
		assertEquals(4, table.size());
		assertEquals("original_glcm_Correlation", table.getStringValue("Feature", 1));
		assertEquals(Results.HIGH[1], table.getValue("Value", 1));
		assertEquals("ok", table.getStringValue("Status", 1));
		assertEquals("-", table.getStringValue("IBSI", 1));
	}

	@Test
	void drawingAgainReplacesTheFirstResult() {
		final Overlay own = new Overlay(new OvalRoi(1, 1, 5, 5));
		image.setOverlay(own);
		PredictView.annotate(Results.high(image), log::add);
		final int size = image.getOverlay().size();
		assertEquals(PredictView.colour(RiskGroup.HIGH), image.getOverlay().get(1).getStrokeColor());
		PredictView.annotate(Results.low(image), log::add);
		assertEquals(size, image.getOverlay().size());
		assertEquals(PredictView.colour(RiskGroup.LOW), image.getOverlay().get(1).getStrokeColor());
		assertNotEquals(PredictView.colour(RiskGroup.LOW), PredictView.colour(RiskGroup.HIGH));
		assertEquals(1, own.size());
	}

	@Test
	void theLabelTellsScorePointsAndSurvival() {
		PredictView.annotate(Results.high(image), log::add);
		final TextRoi label = (TextRoi) image.getOverlay().get(1);
		assertEquals(List.of("High risk", "score 0.323", "90 points", "5-year DFS 58 %", "(34-77 %, reconstructed)"), label
			.getText().lines().toList());
		PredictView.annotate(Results.incomplete(image), log::add);
		assertEquals(List.of("Low risk", "score 0.039"), ((TextRoi) image.getOverlay().get(1)).getText().lines().toList());
	}

	/** For macros: {@code Property.get("radiomics.risk_score")}. */
	@Test
	void propertiesHoldTheNumbersToTheLastDigit() {
		final PredictResult result = Results.high(image);
		image.setProp("mine", "kept");
		PredictView.annotate(result, log::add);
		assertEquals(result.prediction().riskScore(), Double.parseDouble(image.getProp("radiomics.risk_score")));
		assertEquals(result.prediction().survival().orElseThrow().low(), Double.parseDouble(image.getProp(
			"radiomics.survival_low")));
		assertEquals("high", image.getProp("radiomics.risk_group"));
		PredictView.annotate(Results.incomplete(image), log::add);
		assertNull(image.getProp("radiomics.survival"));
		assertEquals("low", image.getProp("radiomics.risk_group"));
		assertEquals("kept", image.getProp("mine"));
	}

	@Test
	void theLogTellsWhatIsMissingAndWarns() {
		PredictView.annotate(Results.incomplete(image), log::add);
		assertTrue(log.get(0).startsWith("breast-ct, lesion: Low risk, score 0.039"), log.get(0));
		assertTrue(log.stream().anyMatch(l -> l.contains("Ki-67 at surgery (ki67) is not given")), log.toString());
		assertTrue(log.stream().anyMatch(l -> l.startsWith("Warning: ")), log.toString());
	}
}
