package io.github.radiomicsnomogram.feature;

import io.github.radiomicsnomogram.texture.KernelRuns;
import io.github.radiomicsnomogram.texture.SizeStatistics;
import io.github.radiomicsnomogram.texture.SparseMatrix;
import io.github.radiomicsnomogram.texture.RunLengthMatrices;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Grey level runs: PyRadiomics' class "glrlm". P(i, j) is the number of runs of level i and length j, N that of all runs.
 * Each feature is computed for each direction and averaged (IBSI: ITBB).
 */
final class GlrlmFamily extends MatrixFamily<SparseMatrix, SizeStatistics> {

	private static final SizeFeatures ROWS = new SizeFeatures("glrlm",
		"Galloway 1975, Comput. Graph. Image Process. 4:172, doi:10.1016/S0146-664X(75)80008-6",
		"undefined if no line of voxels meets two voxels of the ROI", "");

	private static final List<Definition<SizeStatistics>> DEFINITIONS = List.of(
		ROWS.ratio("GrayLevelNonUniformity", "\\frac{1}{N} \\sum_i \\Big(\\sum_j P(i,j)\\Big)^2", "R5YN",
			SizeStatistics::levelNonUniformity),
		ROWS.ratio("GrayLevelNonUniformityNormalized", "\\frac{1}{N^2} \\sum_i \\Big(\\sum_j P(i,j)\\Big)^2", "OVBL",
			SizeStatistics::levelNonUniformityNormalized),
		ROWS.ratio("GrayLevelVariance", "\\sum_{i,j} (i - \\mu_i)^2\\, p(i,j)", "8CE5", SizeStatistics::levelVariance),
		ROWS.ratio("HighGrayLevelRunEmphasis", "\\frac{1}{N} \\sum_{i,j} i^2 P(i,j)", "G3QZ",
			SizeStatistics::highLevelEmphasis),
		ROWS.voxels("LongRunEmphasis", "\\frac{1}{N} \\sum_{i,j} j^2 P(i,j)", "W4KF",
			SizeStatistics::largeSizeEmphasis),
		ROWS.voxels("LongRunHighGrayLevelEmphasis", "\\frac{1}{N} \\sum_{i,j} i^2 j^2 P(i,j)", "3KUM",
			SizeStatistics::largeSizeHighLevelEmphasis),
		ROWS.voxels("LongRunLowGrayLevelEmphasis", "\\frac{1}{N} \\sum_{i,j} \\frac{j^2}{i^2} P(i,j)", "IVPO",
			SizeStatistics::largeSizeLowLevelEmphasis),
		ROWS.ratio("LowGrayLevelRunEmphasis", "\\frac{1}{N} \\sum_{i,j} \\frac{P(i,j)}{i^2}", "V3SW",
			SizeStatistics::lowLevelEmphasis),
		ROWS.bits("RunEntropy", "-\\sum_{i,j} p(i,j) \\log_2 (p(i,j) + \\epsilon)", "HJ9O", SizeStatistics::entropy),
		ROWS.ratio("RunLengthNonUniformity", "\\frac{1}{N} \\sum_j \\Big(\\sum_i P(i,j)\\Big)^2", "W92Y",
			SizeStatistics::sizeNonUniformity),
		ROWS.ratio("RunLengthNonUniformityNormalized", "\\frac{1}{N^2} \\sum_j \\Big(\\sum_i P(i,j)\\Big)^2", "IC23",
			SizeStatistics::sizeNonUniformityNormalized),
		ROWS.ratio("RunPercentage", "\\frac{N}{N_v}", "9ZK5", SizeStatistics::percentage),
		ROWS.voxels("RunVariance", "\\sum_{i,j} (j - \\mu_j)^2\\, p(i,j)", "SXLW", SizeStatistics::sizeVariance),
		ROWS.ratio("ShortRunEmphasis", "\\frac{1}{N} \\sum_{i,j} \\frac{P(i,j)}{j^2}", "22OV",
			SizeStatistics::smallSizeEmphasis),
		ROWS.ratio("ShortRunHighGrayLevelEmphasis", "\\frac{1}{N} \\sum_{i,j} \\frac{i^2}{j^2} P(i,j)", "GD3A",
			SizeStatistics::smallSizeHighLevelEmphasis),
		ROWS.ratio("ShortRunLowGrayLevelEmphasis", "\\frac{1}{N} \\sum_{i,j} \\frac{P(i,j)}{i^2 j^2}", "HTZT",
			SizeStatistics::smallSizeLowLevelEmphasis));

	GlrlmFamily() {
		super("glrlm", "Grey level run length matrix", "no line of voxels meets two voxels of the ROI", DEFINITIONS);
	}

	@Override
	List<SparseMatrix> matrices(final FeatureInput input) {
		return RunLengthMatrices.of(input.levels(), input.texture());
	}

	/** Where PyRadiomics has one matrix, and it is empty, two features are sums of nothing instead of undefined. */
	@Override
	FeatureValue withoutMatrix(final Feature feature, final FeatureInput input) {
		final boolean single = input.texture().weightingNorm().isPresent() || RunLengthMatrices.directions(input.levels(),
			input.texture()) == 1;
		return single && isSumOfNothing(feature) ? FeatureValue.byConvention(0, "no line of voxels meets two voxels of the ROI") : super
			.withoutMatrix(feature, input);
	}

	@Override
	SizeStatistics statistics(final SparseMatrix matrix, final FeatureInput input) {
		return new SizeStatistics(matrix, input.levels().present());
	}

	@Override
	public Optional<Supplier<KernelFeatures>> kernels(final KernelInput input, final List<Feature> wanted) {
		return kernels(KernelRuns::new, input, wanted, f -> KernelRuns.isSingle(input
			.grid()) && isSumOfNothing(f) ? 0 : Double.NaN);
	}

	private static boolean isSumOfNothing(final Feature feature) {
		return feature.name().equals("RunEntropy") || feature.name().equals("RunVariance");
	}
}
