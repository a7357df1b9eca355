package io.github.radiomicsnomogram.feature;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Statistics of the values in the ROI, wherever they lie: PyRadiomics' class "firstorder". */
final class FirstOrderFamily implements FeatureFamily {

	private static final String ID = "firstorder";

	private static final String IBSI = "Zwanenburg et al. 2020, Radiology 295:328, doi:10.1148/radiol.2020191145";
	private static final String PYRADIOMICS =
		"van Griethuysen et al. 2017, Cancer Res. 77:e104, doi:10.1158/0008-5472.CAN-17-0339";

	private static final String FLAT = "0 if all values are equal";
	private static final String SHIFT = "the values are shifted by voxelArrayShift (0 by default) first";
	private static final String EPSILON = "2.2e-16 is added to p before the logarithm is taken";

	private static final List<Formula<FirstOrderStatistics>> FORMULAS = List.of(
		plain("10Percentile", "P_{10}", Unit.VALUE, "QG58", FirstOrderStatistics::p10),
		plain("90Percentile", "P_{90}", Unit.VALUE, "8DWT", FirstOrderStatistics::p90),
		other("Energy", "\\sum_i (x_i + c)^2", Unit.VALUE_SQUARED, "N8CA", SHIFT, FirstOrderStatistics::energy),
		other("Entropy", "-\\sum_g p_g \\log_2 (p_g + \\epsilon)", Unit.BITS, "TLU2", EPSILON, FirstOrderStatistics::entropy),
		plain("InterquartileRange", "P_{75} - P_{25}", Unit.VALUE, "SALO", s -> s.p75() - s.p25()),
		flat("Kurtosis", "\\mu_4 / \\mu_2^2", "IPH6", "not the excess: IBSI's value plus 3", s -> s.m4() / (s.m2() * s.m2())),
		plain("Maximum", "\\max_i x_i", Unit.VALUE, "84IY", FirstOrderStatistics::maximum),
		plain("MeanAbsoluteDeviation", "\\frac{1}{N} \\sum_i |x_i - \\bar{x}|", Unit.VALUE, "4FUA",
			FirstOrderStatistics::meanAbsoluteDeviation),
		plain("Mean", "\\bar{x} = \\frac{1}{N} \\sum_i x_i", Unit.VALUE, "Q4LE", FirstOrderStatistics::mean),
		plain("Median", "P_{50}", Unit.VALUE, "Y12H", FirstOrderStatistics::median),
		plain("Minimum", "\\min_i x_i", Unit.VALUE, "1GSF", FirstOrderStatistics::minimum),
		plain("Range", "\\max_i x_i - \\min_i x_i", Unit.VALUE, "2OJQ", s -> s.maximum() - s.minimum()),
		new Formula<>(new Feature(ID, "RobustMeanAbsoluteDeviation",
			"\\frac{1}{N_{10-90}} \\sum_{i: P_{10} \\le x_i \\le P_{90}} |x_i - \\bar{x}_{10-90}|", Unit.VALUE, "1128", IBSI, false,
			"undefined if no value lies between the 10th and the 90th percentile (two voxels)", ""),
			FirstOrderFamily::robustDeviation),
		other("RootMeanSquared", "\\sqrt{\\frac{1}{N} \\sum_i (x_i + c)^2}", Unit.VALUE, "5ZWQ", SHIFT, s -> Math.sqrt(s
			.energy() / s.count())),
		flat("Skewness", "\\mu_3 / \\mu_2^{3/2}", "KE2A", "", s -> s.m3() / Math.pow(s.m2(), 1.5)),
		other("TotalEnergy", "\\Delta x \\Delta y \\Delta z \\sum_i (x_i + c)^2", Unit.VALUE_SQUARED_MM3, "-",
			"not defined by IBSI", s -> s.energy() * s.voxelVolume()),
		plain("Uniformity", "\\sum_g p_g^2", Unit.ONE, "BJ5W", FirstOrderStatistics::uniformity),
		plain("Variance", "\\frac{1}{N} \\sum_i (x_i - \\bar{x})^2", Unit.VALUE_SQUARED, "ECT3",
			FirstOrderStatistics::variance),
		new Formula<>(new Feature(ID, "StandardDeviation", "\\sqrt{\\frac{1}{N} \\sum_i (x_i - \\bar{x})^2}", Unit.VALUE, "-",
			PYRADIOMICS, true, "", "not defined by IBSI; the root of its variance"), s -> FeatureValue.of(Math.sqrt(s.m2()))));

	private static final List<Feature> FEATURES = Formula.features(FORMULAS);

	private static Formula<FirstOrderStatistics> plain(final String name, final String formula, final Unit unit,
		final String ibsi, final ToDoubleFunction<FirstOrderStatistics> value)
	{
		return other(name, formula, unit, ibsi, "", value);
	}

	private static Formula<FirstOrderStatistics> other(final String name, final String formula, final Unit unit,
		final String ibsi, final String differs, final ToDoubleFunction<FirstOrderStatistics> value)
	{
		return new Formula<>(new Feature(ID, name, formula, unit, ibsi, ibsi.equals("-") ? PYRADIOMICS : IBSI, false, "",
			differs), s -> FeatureValue.of(value.applyAsDouble(s)));
	}

	/** A ratio of central moments, which PyRadiomics sets to 0 where both are 0. */
	private static Formula<FirstOrderStatistics> flat(final String name, final String formula, final String ibsi,
		final String differs, final ToDoubleFunction<FirstOrderStatistics> value)
	{
		final Function<FirstOrderStatistics, FeatureValue> orZero = s -> {
			final double v = s.m2() == 0 ? 0 : value.applyAsDouble(s);
			return s.isFlat() ? FeatureValue.byConvention(v, "all values are equal") : FeatureValue.of(v);
		};
		return new Formula<>(new Feature(ID, name, formula, Unit.ONE, ibsi, IBSI, false, FLAT, differs), orZero);
	}

	private static FeatureValue robustDeviation(final FirstOrderStatistics s) {
		return Double.isNaN(s.robustMeanAbsoluteDeviation()) ? FeatureValue.undefined(
			"no value lies between the 10th and the 90th percentile") : FeatureValue.of(s.robustMeanAbsoluteDeviation());
	}

	@Override
	public String id() {
		return ID;
	}

	@Override
	public String title() {
		return "First order";
	}

	@Override
	public List<Feature> features() {
		return FEATURES;
	}

	@Override
	public List<FeatureValue> compute(final FeatureInput input, final List<Feature> wanted) {
		return Formula.evaluate(FORMULAS, FirstOrderStatistics.of(input), wanted);
	}

	@Override
	public Optional<Supplier<KernelFeatures>> kernels(final KernelInput input, final List<Feature> wanted) {
		final List<Function<? super FirstOrderStatistics, FeatureValue>> functions = Formula.functions(FORMULAS, wanted);
		final double[] values = input.grid().spread(input.voxels().values());
		final int[] levels = input.grid().spread(input.firstOrderLevels().ranks());
		return Optional.of(() -> new FirstOrderKernels(input, values, levels, functions));
	}
}
