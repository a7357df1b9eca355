package io.github.radiomicsnomogram.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.extract.Extraction;
import io.github.radiomicsnomogram.feature.FeatureValue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published formulas, by arithmetic that can be followed on paper. */
class PredictionTest {

	/** Sums of a few products in another order: some units in the last place. */
	private static final double ROUNDING = 1e-14;

	private static final PrognosticModel ZHANG = Examples.zhang();

	@Test
	void theScoreIsThePublishedSum() {
		final Prediction p = Examples.high();
		final double score = 3.5 * -5.570173e-03 + 0.6 * 1.004042e+00 + 0.2 * -9.648413e-01 + 4e6 * 1.643472e-08;
		assertEquals(score, p.riskScore(), ROUNDING);
		assertEquals(RiskGroup.HIGH, p.group());
		assertEquals("high risk", p.groupLabel());
		assertEquals(-0.0194956055, p.features().get(0).contribution(), ROUNDING);
		assertEquals(0.6024252, p.features().get(1).contribution(), ROUNDING);
		assertEquals(-0.19296826, p.features().get(2).contribution(), ROUNDING);
		assertEquals(0.06573888, p.features().get(3).contribution(), ROUNDING);
	}

	@Test
	void theNomogramIsTheCoxModel() {
		final Prediction p = Examples.high();
		final double s = p.riskScore();
		final double lp = Math.log(30.328) * s + Math.log(1.018) * 20 + Math.log(2.360);
		assertEquals(lp, p.linearPredictor().orElseThrow(), ROUNDING);
		assertEquals(Math.pow(0.948, Math.exp(lp)), p.survival().orElseThrow().survival(), ROUNDING);
		assertEquals(Math.pow(0.90, Math.exp(lp)), p.survival().orElseThrow().low(), ROUNDING);
		assertEquals(Math.pow(0.975, Math.exp(lp)), p.survival().orElseThrow().high(), ROUNDING);
		assertEquals(BaselineSurvival.Provenance.RECONSTRUCTED, p.survival().orElseThrow().provenance());
		final double perUnit = 100 / (Math.log(30.328) * 1.2);
		assertEquals((s + 0.4) / 1.2 * 100, p.points().get(0).points().orElseThrow(), 1e-12);
		assertEquals(Math.log(1.018) * 20 * perUnit, p.points().get(1).points().orElseThrow(), 1e-12);
		assertEquals(Math.log(2.360) * perUnit, p.points().get(2).points().orElseThrow(), 1e-12);
		assertEquals("positive", p.points().get(2).text());
		assertEquals((s + 0.4) / 1.2 * 100 + (Math.log(1.018) * 20 + Math.log(2.360)) * perUnit, p.pointsTotal()
			.orElseThrow(), 1e-12);
		assertEquals(List.of(), p.missing());
		assertEquals(List.of(), p.warnings());
		assertEquals("", p.absentBecause());
	}

	/** Reading the nomogram backwards, points to linear predictor to survival, gives the model. */
	@ParameterizedTest
	@CsvSource({ "-0.4,0,negative", "0,10,negative", "0.185,40,positive", "0.8,100,positive", "-1.3,3.5,negative",
		"1.9,77,positive" })
	void totalPointsEqualTheModel(final double score, final String ki67, final String aln) {
		final Prediction p = predictScore(score, ki67, aln);
		final double lp = p.linearPredictor().orElseThrow();
		final Nomogram nomogram = ZHANG.nomogram().orElseThrow();
		assertEquals(lp, nomogram.linearPredictor(p.pointsTotal().orElseThrow()), 1e-12);
		assertEquals(p.pointsTotal().orElseThrow(), nomogram.totalPoints(lp), 1e-12 * 200);
		assertEquals(p.survival().orElseThrow().survival(), ZHANG.baseline().orElseThrow().at(nomogram.linearPredictor(p
			.pointsTotal().orElseThrow())).survival(), 1e-12);
		assertEquals(lp, ZHANG.baseline().orElseThrow().linearPredictor(p.survival().orElseThrow().survival()), 1e-9,
			"the double logarithm loses digits where the survival is close to 0");
	}

	/**
	 * The reconstruction's own table of 5-year DFS by profile: lp to 2 decimals, DFS and its band to 2 decimals. It was
	 * made with the regression-adjusted baseline 0.946 (0.908 - 0.970), so that one is put in here.
	 */
	@ParameterizedTest
	@CsvSource({ "0,10,negative,0.18,0.94,0.89,0.96", "0.10,10,positive,1.38,0.80,0.68,0.89",
		"0.185,10,negative,0.81,0.88,0.81,0.93", "0.185,40,positive,2.20,0.60,0.42,0.76",
		"0.30,40,negative,1.74,0.73,0.58,0.84", "0.30,40,positive,2.60,0.47,0.27,0.67",
		"0.50,40,negative,2.42,0.54,0.34,0.71", "0.50,40,positive,3.28,0.23,0.08,0.45" })
	void reproducesTheTableOfTheReconstruction(final double score, final String ki67, final String aln, final double lp,
		final double dfs, final double low, final double high)
	{
		final double halfDigit = 0.0051;
		// The baseline's own half digit, 0.0005 of 0.970, is 1.7 % of ln S0, and S |ln S| is at most 1/e.
		final double both = halfDigit + 0.017 / Math.E;
		final double predictor = predictScore(score, ki67, aln).linearPredictor().orElseThrow();
		assertEquals(lp, predictor, halfDigit);
		final PredictedSurvival s = new BaselineSurvival(0.946, 0.908, 0.970, 0.95,
			BaselineSurvival.Provenance.RECONSTRUCTED, "").at(predictor);
		assertEquals(dfs, s.survival(), both);
		assertEquals(low, s.low(), both);
		assertEquals(high, s.high(), both);
	}

	@Test
	void aMissingClinicalValueLeavesTheSignatureAlone() {
		final Prediction p = Examples.lowWithoutNodes();
		assertEquals(4 * -5.570173e-03 + 0.3 * 1.004042e+00 + 0.35 * -9.648413e-01 + 1e6 * 1.643472e-08, p.riskScore(),
			ROUNDING);
		assertEquals(RiskGroup.LOW, p.group());
		assertEquals(OptionalDouble.empty(), p.linearPredictor());
		assertEquals(OptionalDouble.empty(), p.pointsTotal());
		assertTrue(p.survival().isEmpty());
		assertTrue(p.points().get(1).points().isPresent());
		assertTrue(p.points().get(2).points().isEmpty());
		assertEquals(1, p.missing().size());
		assertEquals("aln", p.missing().get(0).id());
		assertEquals("ALN status at surgery (aln) is not given: no linear predictor, total points or 5-year DFS; the " +
			"signature's score and group need no clinical value.", p.absentBecause());
	}

	@Test
	void twoMissingValuesAreBothNamed() {
		final Prediction p = ZHANG.predict(Examples.extraction(ZHANG, 3, 0.3, 0.3, 1e5), Examples.facts(),
			ClinicalValues.NONE);
		assertEquals(List.of("ki67", "aln"), p.missing().stream().map(Prediction.Missing::id).toList());
	}

	@Test
	void aFeatureWithoutAValueIsAnError() {
		final List<String> columns = ZHANG.signature().columns();
		final Extraction flat = new Extraction(List.of(Examples.entry(columns.get(0), FeatureValue.byConvention(0,
			"all values are equal"))), Map.of());
		assertEquals("No risk score for ROI 'lesion' (5000 voxels) of image 'ct.nrrd': original_firstorder_Kurtosis has " +
			"no value of its own there (all values are equal). Draw a ROI that holds more of the lesion.", refusal(flat));
		final Extraction short1 = new Extraction(List.of(Examples.entry(columns.get(0), FeatureValue.of(3))), Map.of());
		assertEquals("Model 'zhang-2021' needs the feature original_glcm_Correlation, which was not extracted. Extract it " +
			"too.", refusal(short1));
	}

	private static String refusal(final Extraction extraction) {
		return assertThrows(InputException.class, () -> ZHANG.predict(extraction, Examples.facts(), ClinicalValues.NONE))
			.getMessage();
	}

	@Test
	void beyondTheAxisPointsGoOnWithAWarning() {
		final Prediction p = predictScore(1.4, "20", "negative");
		assertEquals(150, p.points().get(0).points().orElseThrow(), 1e-12);
		final List<Warning> beyond = p.warnings().stream().filter(w -> w.code() == Warning.Code.BEYOND_AXIS).toList();
		assertEquals(List.of("Radiomics signature 1.4 lies beyond the nomogram's axis (-0.4 to 0.8): its points are " +
			"extrapolated."), beyond.stream().map(Warning::message).toList());
	}

	@Test
	void warnsOfAKi67ThatIsNoPercentage() {
		final Prediction p = predictScore(0.1, "120", "negative");
		assertEquals(List.of("Ki-67 at surgery is 120, outside 0 to 100 %: check it. Points and survival follow from it."), p
			.warnings().stream().filter(w -> w.code() == Warning.Code.CLINICAL_RANGE).map(Warning::message).toList());
		assertTrue(p.survival().isPresent());
	}

	/** A prediction with a wanted score: all of it comes from the correlation. */
	private static Prediction predictScore(final double score, final String ki67, final String aln) {
		final PrognosticModel m = ZHANG;
		final PrognosticModel simple = new PrognosticModel(m.id(), m.title(), m.use(), new Signature("Radiomics signature",
			0, List.of(new Signature.Term("original_glcm_Correlation", 1, java.util.Optional.empty(), java.util.Optional
				.empty()))), m.settings(), m.settingsSource(), m.cutoff(), m.endpoint(), m.clinical(), m.cox(), m.baseline(), m
					.published(), m.study(), m.acquisition(), m.roi(), m.notes(), m.citation(), m.training());
		return simple.predict(Examples.extraction(simple, score), Examples.facts(), Examples.clinical(simple, "ki67", ki67,
			"aln", aln));
	}
}
