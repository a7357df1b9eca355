package io.github.radiomicsnomogram.feature;

import io.github.radiomicsnomogram.shape.PrincipalAxes;
import io.github.radiomicsnomogram.shape.ShapeStatistics;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Size and form of the ROI in space: PyRadiomics' class "shape". */
final class ShapeFamily implements FeatureFamily {

	private static final String ID = "shape";

	private static final String IBSI = "Zwanenburg et al. 2020, Radiology 295:328, doi:10.1148/radiol.2020191145";
	private static final String MESH = "Lorensen & Cline 1987, SIGGRAPH Comput. Graph. 21:163, doi:10.1145/37402.37422; " +
		IBSI;
	private static final String PYRADIOMICS =
		"van Griethuysen et al. 2017, Cancer Res. 77:e104, doi:10.1158/0008-5472.CAN-17-0339";
	private static final String AERTS = "Aerts et al. 2014, Nat. Commun. 5:4006, doi:10.1038/ncomms5006";

	private static final String GAPS = "voxels that touch at an edge or a corner only can leave gaps in PyRadiomics' mesh; " +
		"its volume then depends on the corner of the ROI's box";
	private static final String DIVISOR = "the covariance is divided by N; IBSI's reference values follow from N - 1";
	private static final String NOT_IBSI = "not defined by IBSI";
	private static final String IN_A_PLANE = "0 if the voxel centres lie in one plane";
	private static final String ON_A_LINE = "0 if the voxel centres lie on one line";
	private static final String NO_VOLUME = "undefined if gaps of the mesh make its volume 0";
	private static final String ONE_VOXEL = "undefined for a single voxel";

	private static final List<Formula<ShapeStatistics>> FORMULAS = List.of(
		axes("Elongation", "\\sqrt{\\lambda_2 / \\lambda_1}", Unit.ONE, "Q3CK", 2, PrincipalAxes::elongation),
		axes("Flatness", "\\sqrt{\\lambda_3 / \\lambda_1}", Unit.ONE, "N17B", 3, PrincipalAxes::flatness),
		axes("LeastAxisLength", "4 \\sqrt{\\lambda_3}", Unit.MM, "7J51", 3, PrincipalAxes::leastLength),
		axes("MajorAxisLength", "4 \\sqrt{\\lambda_1}", Unit.MM, "TDIC", 1, PrincipalAxes::majorLength),
		diameter("Maximum2DDiameterColumn", "\\max_{i,j: y_i = y_j} \\lVert v_i - v_j \\rVert", "-", s -> s.diameters().column()),
		diameter("Maximum2DDiameterRow", "\\max_{i,j: x_i = x_j} \\lVert v_i - v_j \\rVert", "-", s -> s.diameters().row()),
		diameter("Maximum2DDiameterSlice", "\\max_{i,j: z_i = z_j} \\lVert v_i - v_j \\rVert", "-", s -> s.diameters().slice()),
		diameter("Maximum3DDiameter", "\\max_{i,j} \\lVert v_i - v_j \\rVert", "L0JK", s -> s.diameters().maximum3D()),
		mesh("MeshVolume", "V = \\frac{1}{6} \\sum_f a_f \\cdot (b_f \\times c_f)", Unit.MM3, "RNU0", s -> s.mesh().volume()),
		axes("MinorAxisLength", "4 \\sqrt{\\lambda_2}", Unit.MM, "P9VJ", 2, PrincipalAxes::minorLength),
		mesh("Sphericity", "\\sqrt[3]{36 \\pi V^2} / A", Unit.ONE, "QCFX", ShapeStatistics::sphericity),
		mesh("SurfaceArea", "A = \\frac{1}{2} \\sum_f \\lVert (b_f - a_f) \\times (c_f - a_f) \\rVert", Unit.MM2, "C0JK", s -> s
			.mesh().area()),
		new Formula<>(new Feature(ID, "SurfaceVolumeRatio", "A / V", Unit.PER_MM, "2PR5", MESH, false, NO_VOLUME, GAPS),
			s -> perVolume(s, s.mesh().area() / s.mesh().volume())),
		new Formula<>(new Feature(ID, "VoxelVolume", "N \\, \\Delta x \\Delta y \\Delta z", Unit.MM3, "YEKZ", IBSI, false, "",
			""), s -> FeatureValue.of(s.voxelVolume())),
		compactness("Compactness1", "V / \\sqrt{\\pi A^3}", "SKGS", s -> s.mesh().volume() / (Math.pow(s.mesh().area(), 1.5) *
			Math.sqrt(Math.PI))),
		compactness("Compactness2", "36 \\pi V^2 / A^3", "BQWJ", s -> 36 * Math.PI * (s.mesh().volume() * s.mesh().volume()) /
			Math.pow(s.mesh().area(), 3)),
		new Formula<>(new Feature(ID, "SphericalDisproportion", "A / \\sqrt[3]{36 \\pi V^2}", Unit.ONE, "KRCK", AERTS, true,
			NO_VOLUME, GAPS), s -> perVolume(s, 1 / s.sphericity())));

	private static final List<Feature> FEATURES = Formula.features(FORMULAS);

	private static Formula<ShapeStatistics> mesh(final String name, final String formula, final Unit unit,
		final String ibsi, final ToDoubleFunction<ShapeStatistics> value)
	{
		return new Formula<>(new Feature(ID, name, formula, unit, ibsi, MESH, false, "", GAPS), ofValue(value));
	}

	private static Formula<ShapeStatistics> compactness(final String name, final String formula, final String ibsi,
		final ToDoubleFunction<ShapeStatistics> value)
	{
		return new Formula<>(new Feature(ID, name, formula, Unit.ONE, ibsi, AERTS, true, "", GAPS), ofValue(value));
	}

	private static Formula<ShapeStatistics> diameter(final String name, final String formula, final String ibsi,
		final ToDoubleFunction<ShapeStatistics> value)
	{
		final boolean known = !ibsi.equals("-");
		return new Formula<>(new Feature(ID, name, formula, Unit.MM, ibsi, known ? IBSI : PYRADIOMICS, false, "", known ? ""
			: NOT_IBSI), ofValue(value));
	}

	/** A value that was divided by the volume of the mesh. */
	private static FeatureValue perVolume(final ShapeStatistics s, final double value) {
		return s.mesh().volume() == 0 ? FeatureValue.undefined("the surface mesh has gaps and encloses no volume")
			: FeatureValue.of(value);
	}

	private static Function<ShapeStatistics, FeatureValue> ofValue(final ToDoubleFunction<ShapeStatistics> value) {
		return s -> FeatureValue.of(value.applyAsDouble(s));
	}

	/**
	 * A feature of the principal axes.
	 *
	 * @param dimensions that the voxel centres must span for the formula to say something
	 */
	private static Formula<ShapeStatistics> axes(final String name, final String formula, final Unit unit,
		final String ibsi, final int dimensions, final ToDoubleFunction<PrincipalAxes> value)
	{
		final boolean ratio = unit == Unit.ONE;
		final String degenerate = dimensions == 3 ? IN_A_PLANE : dimensions == 2 ? ON_A_LINE : "0 for a single voxel";
		final String undefinedWhen = ratio ? degenerate + "; " + ONE_VOXEL : degenerate;
		return new Formula<>(new Feature(ID, name, formula, unit, ibsi, IBSI, false, undefinedWhen, ratio ? "" : DIVISOR),
			s -> axisValue(s.axes(), dimensions, ratio, value));
	}

	/** 0 by convention where the voxels span too few dimensions; nothing for the ratio of a single voxel. */
	static FeatureValue axisValue(final PrincipalAxes axes, final int dimensions, final boolean ratio,
		final ToDoubleFunction<PrincipalAxes> value)
	{
		if (axes.dimensions() >= dimensions) return FeatureValue.of(value.applyAsDouble(axes));
		if (ratio && axes.dimensions() == 0) return FeatureValue.undefined("a single voxel has no axes");
		return FeatureValue.byConvention(0, switch (axes.dimensions()) {
			case 0 -> "a single voxel has no axes";
			case 1 -> "the voxel centres lie on one line";
			default -> "the voxel centres lie in one plane";
		});
	}

	@Override
	public String id() {
		return ID;
	}

	@Override
	public String title() {
		return "Shape (3D)";
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
		return Formula.evaluate(FORMULAS, ShapeStatistics.of(input.roi(), input.progress()), wanted);
	}
}
