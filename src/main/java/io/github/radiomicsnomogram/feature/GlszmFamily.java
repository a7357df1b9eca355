package io.github.radiomicsnomogram.feature;

import io.github.radiomicsnomogram.texture.KernelZones;
import io.github.radiomicsnomogram.texture.SizeStatistics;
import io.github.radiomicsnomogram.texture.SparseMatrix;
import io.github.radiomicsnomogram.texture.SizeZoneMatrix;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Grey level zones: PyRadiomics' class "glszm". P(i, j) is the number of connected zones of level i and j voxels, N that
 * of all zones.
 */
final class GlszmFamily extends MatrixFamily<SparseMatrix, SizeStatistics> {

	private static final SizeFeatures ROWS = new SizeFeatures("glszm",
		"Thibault et al. 2014, IEEE Trans. Biomed. Eng. 61:630, doi:10.1109/TBME.2013.2284600",
		"", "");

	private static final List<Definition<SizeStatistics>> DEFINITIONS = List.of(
		ROWS.ratio("GrayLevelNonUniformity", "\\frac{1}{N} \\sum_i \\Big(\\sum_j P(i,j)\\Big)^2", "JNSA",
			SizeStatistics::levelNonUniformity),
		ROWS.ratio("GrayLevelNonUniformityNormalized", "\\frac{1}{N^2} \\sum_i \\Big(\\sum_j P(i,j)\\Big)^2", "Y1RO",
			SizeStatistics::levelNonUniformityNormalized),
		ROWS.ratio("GrayLevelVariance", "\\sum_{i,j} (i - \\mu_i)^2\\, p(i,j)", "BYLV", SizeStatistics::levelVariance),
		ROWS.ratio("HighGrayLevelZoneEmphasis", "\\frac{1}{N} \\sum_{i,j} i^2 P(i,j)", "5GN9",
			SizeStatistics::highLevelEmphasis),
		ROWS.voxels("LargeAreaEmphasis", "\\frac{1}{N} \\sum_{i,j} j^2 P(i,j)", "48P8",
			SizeStatistics::largeSizeEmphasis),
		ROWS.voxels("LargeAreaHighGrayLevelEmphasis", "\\frac{1}{N} \\sum_{i,j} i^2 j^2 P(i,j)", "J17V",
			SizeStatistics::largeSizeHighLevelEmphasis),
		ROWS.voxels("LargeAreaLowGrayLevelEmphasis", "\\frac{1}{N} \\sum_{i,j} \\frac{j^2}{i^2} P(i,j)", "YH51",
			SizeStatistics::largeSizeLowLevelEmphasis),
		ROWS.ratio("LowGrayLevelZoneEmphasis", "\\frac{1}{N} \\sum_{i,j} \\frac{P(i,j)}{i^2}", "XMSY",
			SizeStatistics::lowLevelEmphasis),
		ROWS.ratio("SizeZoneNonUniformity", "\\frac{1}{N} \\sum_j \\Big(\\sum_i P(i,j)\\Big)^2", "4JP3",
			SizeStatistics::sizeNonUniformity),
		ROWS.ratio("SizeZoneNonUniformityNormalized", "\\frac{1}{N^2} \\sum_j \\Big(\\sum_i P(i,j)\\Big)^2", "VB3A",
			SizeStatistics::sizeNonUniformityNormalized),
		ROWS.ratio("SmallAreaEmphasis", "\\frac{1}{N} \\sum_{i,j} \\frac{P(i,j)}{j^2}", "5QRC",
			SizeStatistics::smallSizeEmphasis),
		ROWS.ratio("SmallAreaHighGrayLevelEmphasis", "\\frac{1}{N} \\sum_{i,j} \\frac{i^2}{j^2} P(i,j)", "HW1V",
			SizeStatistics::smallSizeHighLevelEmphasis),
		ROWS.ratio("SmallAreaLowGrayLevelEmphasis", "\\frac{1}{N} \\sum_{i,j} \\frac{P(i,j)}{i^2 j^2}", "5RAI",
			SizeStatistics::smallSizeLowLevelEmphasis),
		ROWS.bits("ZoneEntropy", "-\\sum_{i,j} p(i,j) \\log_2 (p(i,j) + \\epsilon)", "GU8N", SizeStatistics::entropy),
		ROWS.ratio("ZonePercentage", "\\frac{N}{N_v}", "P30P", SizeStatistics::percentage),
		ROWS.voxels("ZoneVariance", "\\sum_{i,j} (j - \\mu_j)^2\\, p(i,j)", "3NSA", SizeStatistics::sizeVariance));

	GlszmFamily() {
		super("glszm", "Grey level size zone matrix", "the ROI is empty", DEFINITIONS);
	}

	@Override
	List<SparseMatrix> matrices(final FeatureInput input) {
		return List.of(SizeZoneMatrix.of(input.levels(), input.texture()));
	}

	@Override
	SizeStatistics statistics(final SparseMatrix matrix, final FeatureInput input) {
		return new SizeStatistics(matrix, input.levels().present());
	}

	@Override
	public Optional<Supplier<KernelFeatures>> kernels(final KernelInput input, final List<Feature> wanted) {
		return kernels(KernelZones::new, input, wanted, f -> Double.NaN);
	}
}
