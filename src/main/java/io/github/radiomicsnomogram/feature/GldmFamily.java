package io.github.radiomicsnomogram.feature;

import io.github.radiomicsnomogram.texture.KernelDependences;
import io.github.radiomicsnomogram.texture.SizeStatistics;
import io.github.radiomicsnomogram.texture.SparseMatrix;
import io.github.radiomicsnomogram.texture.DependenceMatrix;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Grey level dependence: PyRadiomics' class "gldm". P(i, j) is the number of voxels of level i on which j voxels depend, N
 * that of all voxels. IBSI's neighbouring grey level dependence matrix (NGLDM).
 */
final class GldmFamily extends MatrixFamily<SparseMatrix, SizeStatistics> {

	private static final SizeFeatures ROWS = new SizeFeatures("gldm",
		"Sun and Wee 1983, Comput. Vis. Graph. Image Process. 23:341, doi:10.1016/0734-189X(83)90032-4",
		"", "");

	private static final List<Definition<SizeStatistics>> DEFINITIONS = List.of(
		ROWS.bits("DependenceEntropy", "-\\sum_{i,j} p(i,j) \\log_2 (p(i,j) + \\epsilon)", "FCBV",
			SizeStatistics::entropy),
		ROWS.ratio("DependenceNonUniformity", "\\frac{1}{N} \\sum_j \\Big(\\sum_i P(i,j)\\Big)^2", "Z87G",
			SizeStatistics::sizeNonUniformity),
		ROWS.ratio("DependenceNonUniformityNormalized", "\\frac{1}{N^2} \\sum_j \\Big(\\sum_i P(i,j)\\Big)^2", "OKJI",
			SizeStatistics::sizeNonUniformityNormalized),
		ROWS.voxels("DependenceVariance", "\\sum_{i,j} (j - \\mu_j)^2\\, p(i,j)", "DNX2",
			SizeStatistics::sizeVariance),
		ROWS.ratio("GrayLevelNonUniformity", "\\frac{1}{N} \\sum_i \\Big(\\sum_j P(i,j)\\Big)^2", "FP8K",
			SizeStatistics::levelNonUniformity),
		ROWS.ratio("GrayLevelVariance", "\\sum_{i,j} (i - \\mu_i)^2\\, p(i,j)", "1PFV", SizeStatistics::levelVariance),
		ROWS.ratio("HighGrayLevelEmphasis", "\\frac{1}{N} \\sum_{i,j} i^2 P(i,j)", "OAE7",
			SizeStatistics::highLevelEmphasis),
		ROWS.voxels("LargeDependenceEmphasis", "\\frac{1}{N} \\sum_{i,j} j^2 P(i,j)", "IMOQ",
			SizeStatistics::largeSizeEmphasis),
		ROWS.voxels("LargeDependenceHighGrayLevelEmphasis", "\\frac{1}{N} \\sum_{i,j} i^2 j^2 P(i,j)", "9QMG",
			SizeStatistics::largeSizeHighLevelEmphasis),
		ROWS.voxels("LargeDependenceLowGrayLevelEmphasis", "\\frac{1}{N} \\sum_{i,j} \\frac{j^2}{i^2} P(i,j)", "NBZI",
			SizeStatistics::largeSizeLowLevelEmphasis),
		ROWS.ratio("LowGrayLevelEmphasis", "\\frac{1}{N} \\sum_{i,j} \\frac{P(i,j)}{i^2}", "TL9H",
			SizeStatistics::lowLevelEmphasis),
		ROWS.ratio("SmallDependenceEmphasis", "\\frac{1}{N} \\sum_{i,j} \\frac{P(i,j)}{j^2}", "SODN",
			SizeStatistics::smallSizeEmphasis),
		ROWS.ratio("SmallDependenceHighGrayLevelEmphasis", "\\frac{1}{N} \\sum_{i,j} \\frac{i^2}{j^2} P(i,j)", "JA6D",
			SizeStatistics::smallSizeHighLevelEmphasis),
		ROWS.ratio("SmallDependenceLowGrayLevelEmphasis", "\\frac{1}{N} \\sum_{i,j} \\frac{P(i,j)}{i^2 j^2}", "EQ3F",
			SizeStatistics::smallSizeLowLevelEmphasis));

	GldmFamily() {
		super("gldm", "Grey level dependence matrix", "the ROI is empty", DEFINITIONS);
	}

	@Override
	List<SparseMatrix> matrices(final FeatureInput input) {
		return List.of(DependenceMatrix.of(input.levels(), input.texture()));
	}

	@Override
	SizeStatistics statistics(final SparseMatrix matrix, final FeatureInput input) {
		return new SizeStatistics(matrix, input.levels().present());
	}

	@Override
	public Optional<Supplier<KernelFeatures>> kernels(final KernelInput input, final List<Feature> wanted) {
		return kernels(KernelDependences::new, input, wanted, f -> Double.NaN);
	}
}
