package io.github.radiomicsnomogram.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.texture.CooccurrenceMatrices;
import io.github.radiomicsnomogram.texture.DependenceMatrix;
import io.github.radiomicsnomogram.texture.GreyLevels;
import io.github.radiomicsnomogram.texture.LevelCases;
import io.github.radiomicsnomogram.texture.RunLengthMatrices;
import io.github.radiomicsnomogram.texture.SizeZoneMatrix;
import io.github.radiomicsnomogram.texture.SparseMatrix;
import io.github.radiomicsnomogram.texture.TextureSettings;
import io.github.radiomicsnomogram.texture.ToneDifferenceMatrix;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

/**
 * The IBSI digital phantom, whose matrices are small enough to count by hand: levels 1, 3, 4 and 6, 74 voxels. Values are
 * the consensus of Zwanenburg et al. 2020, Radiology 295:328, doi:10.1148/radiol.2020191145, features of 3-D matrices,
 * averaged over directions for GLCM and GLRLM; they are published with three digits.
 */
class TexturePhantomTest {

	private static final GreyLevels LEVELS = LevelCases.of(LevelCases.PHANTOM);

	@ParameterizedTest
	@CsvSource({ "MaximumProbability, 0.503", "JointAverage, 2.14", "SumSquares, 3.1", "JointEntropy, 2.4",
		"DifferenceAverage, 1.43", "DifferenceVariance, 3.06", "DifferenceEntropy, 1.56", "SumAverage, 4.29",
		"ClusterTendency, 7.07", "SumEntropy, 1.92", "JointEnergy, 0.303", "Contrast, 5.32", "Id, 0.677", "Idn, 0.851",
		"Idm, 0.618", "Idmn, 0.898", "InverseVariance, 0.0604", "Correlation, 0.157", "Autocorrelation, 5.06",
		"ClusterShade, 16.6", "ClusterProminence, 145", "Imc1, -0.157", "Imc2, 0.52" })
	void cooccurrence(final String feature, final double consensus) {
		agrees("glcm", feature, consensus);
	}

	@ParameterizedTest
	@CsvSource({ "ShortRunEmphasis, 0.705", "LongRunEmphasis, 3.06", "LowGrayLevelRunEmphasis, 0.603",
		"HighGrayLevelRunEmphasis, 9.7", "ShortRunLowGrayLevelEmphasis, 0.352", "ShortRunHighGrayLevelEmphasis, 8.54",
		"LongRunLowGrayLevelEmphasis, 2.39", "LongRunHighGrayLevelEmphasis, 17.6", "GrayLevelNonUniformity, 21.8",
		"GrayLevelNonUniformityNormalized, 0.43", "RunLengthNonUniformity, 26.9", "RunLengthNonUniformityNormalized, 0.513",
		"RunPercentage, 0.68", "GrayLevelVariance, 3.46", "RunVariance, 0.574", "RunEntropy, 2.43" })
	void runLengths(final String feature, final double consensus) {
		agrees("glrlm", feature, consensus);
	}

	@ParameterizedTest
	@CsvSource({ "SmallAreaEmphasis, 0.255", "LargeAreaEmphasis, 550", "LowGrayLevelZoneEmphasis, 0.253",
		"HighGrayLevelZoneEmphasis, 15.6", "SmallAreaLowGrayLevelEmphasis, 0.0256", "SmallAreaHighGrayLevelEmphasis, 2.76",
		"LargeAreaLowGrayLevelEmphasis, 503", "LargeAreaHighGrayLevelEmphasis, 1490", "GrayLevelNonUniformity, 1.4",
		"GrayLevelNonUniformityNormalized, 0.28", "SizeZoneNonUniformity, 1", "SizeZoneNonUniformityNormalized, 0.2",
		"ZonePercentage, 0.0676", "GrayLevelVariance, 2.64", "ZoneVariance, 331", "ZoneEntropy, 2.32" })
	void zones(final String feature, final double consensus) {
		agrees("glszm", feature, consensus);
	}

	@ParameterizedTest
	@CsvSource({ "Coarseness, 0.0296", "Contrast, 0.584", "Busyness, 6.54", "Complexity, 13.5", "Strength, 0.763" })
	void toneDifferences(final String feature, final double consensus) {
		agrees("ngtdm", feature, consensus);
	}

	@ParameterizedTest
	@CsvSource({ "SmallDependenceEmphasis, 0.045", "LargeDependenceEmphasis, 109", "LowGrayLevelEmphasis, 0.693",
		"HighGrayLevelEmphasis, 7.66", "SmallDependenceLowGrayLevelEmphasis, 0.00963",
		"SmallDependenceHighGrayLevelEmphasis, 0.736", "LargeDependenceLowGrayLevelEmphasis, 102",
		"LargeDependenceHighGrayLevelEmphasis, 235", "GrayLevelNonUniformity, 37.9", "DependenceNonUniformity, 4.86",
		"DependenceNonUniformityNormalized, 0.0657", "GrayLevelVariance, 3.05", "DependenceVariance, 22.1",
		"DependenceEntropy, 4.4" })
	void dependences(final String feature, final double consensus) {
		agrees("gldm", feature, consensus);
	}

	/** Zones of the 3-D phantom: one of 50 voxels of level 1, one voxel of level 3, two zones of level 4, one of level 6. */
	@Test
	void zoneMatrix() {
		assertEquals(List.of("1 x 50: 1", "3 x 1: 1", "4 x 2: 1", "4 x 14: 1", "6 x 7: 1"), entries(SizeZoneMatrix.of(LEVELS,
			TextureSettings.DEFAULT), false));
	}

	/** Pairs along x, both ways, counted by hand: the last of the directions. */
	@Test
	void cooccurrenceMatrixAlongRows() {
		final List<SparseMatrix> matrices = CooccurrenceMatrices.of(LEVELS, TextureSettings.DEFAULT);
		assertEquals(13, matrices.size());
		assertEquals(List.of("1 x 1: 50", "1 x 3: 2", "1 x 4: 10", "1 x 6: 9", "3 x 1: 2", "4 x 1: 10", "4 x 4: 12",
			"4 x 6: 5", "6 x 1: 9", "6 x 4: 5"), entries(matrices.get(12), true));
	}

	/** Runs along x, counted by hand. */
	@Test
	void runLengthMatrixAlongRows() {
		final List<SparseMatrix> matrices = RunLengthMatrices.of(LEVELS, TextureSettings.DEFAULT);
		assertEquals(13, matrices.size());
		assertEquals(List.of("1 x 1: 9", "1 x 2: 13", "1 x 5: 3", "3 x 1: 1", "4 x 1: 4", "4 x 2: 6", "6 x 1: 7"), entries(
			matrices.get(12), false));
	}

	@Test
	void otherMatricesCountEveryVoxel() {
		assertEquals(74, DependenceMatrix.of(LEVELS, TextureSettings.DEFAULT).total());
		final ToneDifferenceMatrix differences = ToneDifferenceMatrix.of(LEVELS, TextureSettings.DEFAULT);
		assertEquals(50, differences.count(0));
		assertEquals(1, differences.count(1));
		assertEquals(16, differences.count(2));
		assertEquals(7, differences.count(3));
		// IBSI's reference matrix, of six decimals
		assertEquals(39.946954, differences.difference(0), 5e-7);
		assertEquals(0.2, differences.difference(1), 1e-12);
		assertEquals(20.825401, differences.difference(2), 5e-7);
		assertEquals(24.127005, differences.difference(3), 5e-7);
	}

	private static List<String> entries(final SparseMatrix m, final boolean columnsAreLevels) {
		final List<String> entries = new ArrayList<>();
		for (int e = 0; e < m.size(); e++)
			entries.add(LEVELS.present()[m.row(e)] + " x " + (columnsAreLevels ? LEVELS.present()[m.column(e)] : m.column(e)) +
				": " + (int) m.value(e));
		return entries;
	}

	/** The consensus is rounded to three digits. */
	private static void agrees(final String family, final String feature, final double consensus) {
		final FeatureFamily f = FeatureRegistry.DEFAULT.family(family).orElseThrow();
		final FeatureInput input = new FeatureInput(LEVELS.roi(), LEVELS, TextureSettings.DEFAULT, 0, Progress.NONE);
		final FeatureValue value = f.compute(input, List.of(FeatureRegistry.DEFAULT.feature(family + "_" + feature)
			.orElseThrow())).get(0);
		assertEquals(FeatureValue.Status.OK, value.status());
		final double digit = Math.pow(10, Math.floor(Math.log10(Math.abs(consensus))) - 2);
		assertEquals(consensus, value.value(), 0.5001 * digit);
	}
}
