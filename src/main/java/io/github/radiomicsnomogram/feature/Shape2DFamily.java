package io.github.radiomicsnomogram.feature;

import io.github.radiomicsnomogram.shape.PlanarStatistics;
import io.github.radiomicsnomogram.shape.PrincipalAxes;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Size and form of a ROI of one slice in its plane: PyRadiomics' class "shape2D". There are values only with the setting
 * force2D and a ROI of one slice along force2Ddimension.
 */
final class Shape2DFamily implements FeatureFamily {

	private static final String ID = "shape2D";
	private static final String SOURCE =
		"van Griethuysen et al. 2017, Cancer Res. 77:e104, doi:10.1158/0008-5472.CAN-17-0339";
	private static final String NOT_IBSI = "not defined by IBSI";
	private static final String NEEDS_PLANE = "undefined without force2D and for a ROI of several slices";
	private static final String[] AXES = { "z", "y", "x" };

	private static final List<Formula<PlanarStatistics>> FORMULAS = List.of(
		axes("Elongation", "\\sqrt{\\lambda_2 / \\lambda_1}", Unit.ONE, 2, PrincipalAxes::elongation),
		axes("MajorAxisLength", "4 \\sqrt{\\lambda_1}", Unit.MM, 1, PrincipalAxes::majorLength),
		outline("MaximumDiameter", "\\max_{i,j} \\lVert v_i - v_j \\rVert", Unit.MM, false, PlanarStatistics::diameter),
		outline("MeshSurface", "A = \\frac{1}{2} \\sum_f a_f \\times b_f", Unit.MM2, false, PlanarStatistics::surface),
		axes("MinorAxisLength", "4 \\sqrt{\\lambda_2}", Unit.MM, 2, PrincipalAxes::minorLength),
		outline("Perimeter", "P = \\sum_f \\lVert a_f - b_f \\rVert", Unit.MM, false, PlanarStatistics::perimeter),
		outline("PerimeterSurfaceRatio", "P / A", Unit.PER_MM, false, s -> s.perimeter() / s.surface()),
		outline("PixelSurface", "N \\, \\Delta u \\Delta v", Unit.MM2, false, PlanarStatistics::pixelSurface),
		outline("Sphericity", "2 \\sqrt{\\pi A} / P", Unit.ONE, false, PlanarStatistics::sphericity),
		outline("SphericalDisproportion", "P / (2 \\sqrt{\\pi A})", Unit.ONE, true, s -> 1 / s.sphericity()));

	private static final List<Feature> FEATURES = Formula.features(FORMULAS);

	private static Formula<PlanarStatistics> outline(final String name, final String formula, final Unit unit,
		final boolean deprecated, final ToDoubleFunction<PlanarStatistics> value)
	{
		return new Formula<>(new Feature(ID, name, formula, unit, "-", SOURCE, deprecated, NEEDS_PLANE, NOT_IBSI),
			s -> FeatureValue.of(value.applyAsDouble(s)));
	}

	private static Formula<PlanarStatistics> axes(final String name, final String formula, final Unit unit,
		final int dimensions, final ToDoubleFunction<PrincipalAxes> value)
	{
		final String degenerate = dimensions == 2 ? "; 0 if the pixel centres lie on one line" : "; 0 for a single pixel";
		return new Formula<>(new Feature(ID, name, formula, unit, "-", SOURCE, false, NEEDS_PLANE + degenerate, NOT_IBSI),
			s -> ShapeFamily.axisValue(s.axes(), dimensions, unit == Unit.ONE, value));
	}

	@Override
	public String id() {
		return ID;
	}

	@Override
	public String title() {
		return "Shape (2D)";
	}

	@Override
	public List<Feature> features() {
		return FEATURES;
	}

	@Override
	public boolean isShape() {
		return true;
	}

	@Override
	public List<FeatureValue> compute(final FeatureInput input, final List<Feature> wanted) {
		if (!input.texture().force2D()) return none(wanted, "shape2D needs the setting force2D");
		final int dimension = input.texture().force2DDimension(), axis = 2 - dimension;
		final int slices = input.roi().box().size(axis);
		if (slices > 1) return none(wanted, String.format(Locale.ROOT,
			"shape2D needs a ROI of one slice along force2Ddimension %d (%s), and this one has %d", dimension, AXES[dimension],
			slices));
		return Formula.evaluate(FORMULAS, PlanarStatistics.of(input.roi(), axis), wanted);
	}

	private static List<FeatureValue> none(final List<Feature> wanted, final String reason) {
		return wanted.stream().map(f -> FeatureValue.undefined(reason)).toList();
	}
}
