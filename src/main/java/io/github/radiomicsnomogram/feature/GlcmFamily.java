package io.github.radiomicsnomogram.feature;

import io.github.radiomicsnomogram.texture.CooccurrenceMatrices;
import io.github.radiomicsnomogram.texture.CooccurrenceStatistics;
import io.github.radiomicsnomogram.texture.KernelCooccurrence;
import io.github.radiomicsnomogram.texture.SparseMatrix;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Grey level co-occurrence: PyRadiomics' class "glcm". Each feature is computed for each direction and averaged, which
 * IBSI calls "averaged over 3D directions" (ITBB).
 */
final class GlcmFamily extends MatrixFamily<SparseMatrix, CooccurrenceStatistics> {

	private static final String ID = "glcm";

	private static final String HARALICK = "Haralick et al. 1973, IEEE Trans. Syst. Man Cybern. 3:610, " +
		"doi:10.1109/TSMC.1973.4309314";
	private static final String SOH = "Soh and Tsatsoulis 1999, IEEE Trans. Geosci. Remote Sens. 37:780, " +
		"doi:10.1109/36.752194";
	private static final String UNSER = "Unser 1986, IEEE Trans. Pattern Anal. Mach. Intell. 8:118, " +
		"doi:10.1109/TPAMI.1986.4767760";
	private static final String CLAUSI = "Clausi 2002, Can. J. Remote Sens. 28:45, doi:10.5589/m02-004";

	private static final String NO_NEIGHBOURS = "undefined if no two voxels of the ROI are neighbours";
	private static final String INDEPENDENT =
		"left out where the levels are independent and rounding makes their mutual information negative";
	private static final String EPSILON = "2.2e-16 is added to p before the logarithm is taken";
	private static final String HIGHEST_LEVEL = "Ng is the highest grey level, counted from that of the minimum";

	private static final List<Definition<CooccurrenceStatistics>> DEFINITIONS = List.of(
		plain("Autocorrelation", "\\sum_{i,j} i j\\, p(i,j)", "QWB0", SOH, CooccurrenceStatistics::autocorrelation),
		plain("ClusterProminence", "\\sum_{i,j} (i + j - \\mu_x - \\mu_y)^4\\, p(i,j)", "AE86", UNSER,
			CooccurrenceStatistics::prominence),
		plain("ClusterShade", "\\sum_{i,j} (i + j - \\mu_x - \\mu_y)^3\\, p(i,j)", "7NFM", UNSER,
			CooccurrenceStatistics::shade),
		plain("ClusterTendency", "\\sum_{i,j} (i + j - \\mu_x - \\mu_y)^2\\, p(i,j)", "DG8W", UNSER,
			CooccurrenceStatistics::tendency),
		plain("Contrast", "\\sum_{i,j} (i - j)^2\\, p(i,j)", "ACUI", HARALICK, CooccurrenceStatistics::contrast),
		convention("Correlation", "\\frac{\\sum_{i,j} (i - \\mu_x)(j - \\mu_y)\\, p(i,j)}{\\sigma_x \\sigma_y}", "NI2N",
			"1 where all pairs have one grey level", CooccurrenceStatistics::correlation,
			CooccurrenceStatistics::isWithoutVariance),
		plain("DifferenceAverage", "\\sum_k k\\, p_{|x-y|}(k)", "TF7R", HARALICK, s -> s.differences().mean()),
		entropy("DifferenceEntropy", "-\\sum_k p_{|x-y|}(k) \\log_2 (p_{|x-y|}(k) + \\epsilon)", "NTRS", s -> s.differences()
			.entropy()),
		plain("DifferenceVariance", "\\sum_k (k - DA)^2\\, p_{|x-y|}(k)", "D3YU", HARALICK, s -> s.differences().variance()),
		plain("Id", "\\sum_k \\frac{p_{|x-y|}(k)}{1 + k}", "IB1Z", CLAUSI, s -> s.differences().inverseMean(1)),
		plain("Idm", "\\sum_k \\frac{p_{|x-y|}(k)}{1 + k^2}", "WF0Z", HARALICK, s -> s.differences().inverseSquare(1)),
		normalized("Idmn", "\\sum_k \\frac{p_{|x-y|}(k)}{1 + k^2 / N_g^2}", "1QCO", s -> s.differences().inverseSquare(s
			.highestLevel())),
		normalized("Idn", "\\sum_k \\frac{p_{|x-y|}(k)}{1 + k / N_g}", "NDRX", s -> s.differences().inverseMean(s
			.highestLevel())),
		convention("Imc1", "\\frac{H_{xy} - H_{xy1}}{\\max (H_x, H_y)}", "R8DG", "0 where all pairs are alike",
			CooccurrenceStatistics::informationCorrelation1, CooccurrenceStatistics::isOnePair),
		new Definition<>(new Feature(ID, "Imc2", "\\sqrt{1 - e^{-2 (H_{xy2} - H_{xy})}}", Unit.ONE, "JN9H", HARALICK, false,
			INDEPENDENT + "; " + NO_NEIGHBOURS, EPSILON), CooccurrenceStatistics::informationCorrelation2, s -> false,
			INDEPENDENT),
		plain("InverseVariance", "\\sum_{k > 0} \\frac{p_{|x-y|}(k)}{k^2}", "E8JP", CLAUSI, s -> s.differences()
			.inverseVariance()),
		plain("JointAverage", "\\mu_x = \\sum_{i,j} i\\, p(i,j)", "60VM", UNSER, CooccurrenceStatistics::meanX),
		plain("JointEnergy", "\\sum_{i,j} p(i,j)^2", "8ZQL", HARALICK, CooccurrenceStatistics::energy),
		entropy("JointEntropy", "H_{xy} = -\\sum_{i,j} p(i,j) \\log_2 (p(i,j) + \\epsilon)", "TU9B",
			CooccurrenceStatistics::entropy),
		new Definition<>(new Feature(ID, "MCC",
			"\\sqrt{\\lambda_2(Q)},\\ Q(i,j) = \\sum_k \\frac{p(i,k)\\, p(j,k)}{p_x(i)\\, p_y(k) + \\epsilon}", Unit.ONE, "-",
			HARALICK, false, "1 if the ROI has one grey level; " + NO_NEIGHBOURS, "not defined by IBSI"),
			CooccurrenceStatistics::maximalCorrelation, CooccurrenceStatistics::isFlat, "1 if the ROI has one grey level"),
		plain("MaximumProbability", "\\max_{i,j} p(i,j)", "GYBY", HARALICK, CooccurrenceStatistics::maximum),
		plain("SumAverage", "\\sum_k k\\, p_{x+y}(k)", "ZGXS", HARALICK, s -> s.sums().mean()),
		entropy("SumEntropy", "-\\sum_k p_{x+y}(k) \\log_2 (p_{x+y}(k) + \\epsilon)", "P6QZ", s -> s.sums().entropy()),
		plain("SumSquares", "\\sum_{i,j} (i - \\mu_x)^2\\, p(i,j)", "UR99", HARALICK, CooccurrenceStatistics::varianceX));

	GlcmFamily() {
		super(ID, "Grey level co-occurrence matrix", "no two voxels of the ROI are neighbours", DEFINITIONS);
	}

	private static Definition<CooccurrenceStatistics> plain(final String name, final String formula, final String ibsi,
		final String source, final ToDoubleFunction<CooccurrenceStatistics> value)
	{
		return new Definition<>(new Feature(ID, name, formula, Unit.ONE, ibsi, source, false, NO_NEIGHBOURS, ""), value);
	}

	private static Definition<CooccurrenceStatistics> entropy(final String name, final String formula, final String ibsi,
		final ToDoubleFunction<CooccurrenceStatistics> value)
	{
		return new Definition<>(new Feature(ID, name, formula, Unit.BITS, ibsi, HARALICK, false, NO_NEIGHBOURS, EPSILON),
			value);
	}

	private static Definition<CooccurrenceStatistics> normalized(final String name, final String formula,
		final String ibsi, final ToDoubleFunction<CooccurrenceStatistics> value)
	{
		return new Definition<>(new Feature(ID, name, formula, Unit.ONE, ibsi, CLAUSI, false, NO_NEIGHBOURS, HIGHEST_LEVEL),
			value);
	}

	private static Definition<CooccurrenceStatistics> convention(final String name, final String formula,
		final String ibsi, final String reason, final ToDoubleFunction<CooccurrenceStatistics> value,
		final Predicate<CooccurrenceStatistics> byConvention)
	{
		return new Definition<>(new Feature(ID, name, formula, Unit.ONE, ibsi, HARALICK, false, reason + "; " +
			NO_NEIGHBOURS, ""), value, byConvention, reason);
	}

	@Override
	List<SparseMatrix> matrices(final FeatureInput input) {
		return CooccurrenceMatrices.of(input.levels(), input.texture());
	}

	/** Of a flat ROI PyRadiomics knows one feature without any pair; which one depends on whether it has one matrix. */
	@Override
	FeatureValue withoutMatrix(final Feature feature, final FeatureInput input) {
		final boolean single = input.texture().weightingNorm().isPresent() || CooccurrenceMatrices.directions(input.levels(),
			input.texture()) == 1;
		if (input.levels().size() > 1 || !feature.name().equals(single ? "InverseVariance" : "MCC")) return super
			.withoutMatrix(feature, input);
		return FeatureValue.byConvention(single ? 0 : 1, "the ROI has one grey level and no two voxels are neighbours");
	}

	@Override
	CooccurrenceStatistics statistics(final SparseMatrix matrix, final FeatureInput input) {
		return new CooccurrenceStatistics(matrix, input.levels().present());
	}

	@Override
	public Optional<Supplier<KernelFeatures>> kernels(final KernelInput input, final List<Feature> wanted) {
		final int[] places = wanted.stream().mapToInt(f -> KernelCooccurrence.FEATURES.indexOf(f.name())).toArray();
		return Optional.of(() -> {
			final KernelCooccurrence kernels = new KernelCooccurrence(input.grid(), input.initValue());
			final double[] all = new double[KernelCooccurrence.FEATURES.size()];
			return (x, y, z, values) -> {
				kernels.compute(input.grid().centre(x, y, z), all);
				for (int f = 0; f < places.length; f++)
					values[f] = all[places[f]];
			};
		});
	}
}
