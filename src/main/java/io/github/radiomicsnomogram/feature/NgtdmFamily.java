package io.github.radiomicsnomogram.feature;

import io.github.radiomicsnomogram.texture.KernelToneDifferences;
import io.github.radiomicsnomogram.texture.ToneDifferenceMatrix;
import io.github.radiomicsnomogram.texture.ToneDifferenceStatistics;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Differences to the mean of the neighbours: PyRadiomics' class "ngtdm". */
final class NgtdmFamily extends MatrixFamily<ToneDifferenceMatrix, ToneDifferenceStatistics> {

	private static final String ID = "ngtdm";

	private static final String AMADASUN = "Amadasun and King 1989, IEEE Trans. Syst. Man Cybern. 19:1264, " +
		"doi:10.1109/21.44046";
	private static final String LONELY = "voxels without neighbours count, with difference 0; IBSI leaves them out";

	private static final List<Definition<ToneDifferenceStatistics>> DEFINITIONS = List.of(
		row("Busyness", "\\frac{\\sum_i p_i s_i}{\\sum_{i,j} |i p_i - j p_j|}", "NQ30",
			"0 if i p_i is the same for all grey levels", ToneDifferenceStatistics::busyness,
			ToneDifferenceStatistics::isWithoutShareDifferences),
		row("Coarseness", "\\frac{1}{\\sum_i p_i s_i}", "QCDE", "1000000 if no voxel differs from the mean of its neighbours",
			ToneDifferenceStatistics::coarseness, ToneDifferenceStatistics::isWithoutDifferences),
		row("Complexity", "\\frac{1}{N_v} \\sum_{i,j} |i - j| \\frac{p_i s_i + p_j s_j}{p_i + p_j}", "HDEZ", "",
			ToneDifferenceStatistics::complexity, s -> false),
		row("Contrast", "\\frac{\\sum_{i,j} p_i p_j (i - j)^2}{N_{gp} (N_{gp} - 1)} \\frac{\\sum_i s_i}{N_v}", "65HE",
			"0 if the ROI has one grey level", ToneDifferenceStatistics::contrast, ToneDifferenceStatistics::isFlat),
		row("Strength", "\\frac{\\sum_{i,j} (p_i + p_j)(i - j)^2}{\\sum_i s_i}", "1X9X",
			"0 if no voxel differs from the mean of its neighbours", ToneDifferenceStatistics::strength,
			ToneDifferenceStatistics::isWithoutDifferences));

	NgtdmFamily() {
		super(ID, "Neighbouring grey tone difference matrix", "the ROI is empty", DEFINITIONS);
	}

	private static Definition<ToneDifferenceStatistics> row(final String name, final String formula, final String ibsi,
		final String convention, final ToDoubleFunction<ToneDifferenceStatistics> value,
		final Predicate<ToneDifferenceStatistics> byConvention)
	{
		return new Definition<>(new Feature(ID, name, formula, Unit.ONE, ibsi, AMADASUN, false, convention, LONELY), value,
			byConvention, convention);
	}

	@Override
	List<ToneDifferenceMatrix> matrices(final FeatureInput input) {
		return List.of(ToneDifferenceMatrix.of(input.levels(), input.texture()));
	}

	@Override
	ToneDifferenceStatistics statistics(final ToneDifferenceMatrix matrix, final FeatureInput input) {
		return new ToneDifferenceStatistics(matrix);
	}

	@Override
	public Optional<Supplier<KernelFeatures>> kernels(final KernelInput input, final List<Feature> wanted) {
		return kernels(KernelToneDifferences::new, input, wanted, f -> Double.NaN);
	}
}
