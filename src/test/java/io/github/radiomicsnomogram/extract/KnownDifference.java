package io.github.radiomicsnomogram.extract;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a value that PyRadiomics left beside the project is not found again, or for a reason that is worth knowing: what
 * PyRadiomics does, what this software does, and why. The conformance tests allow for these and the document lists them.
 */
enum KnownDifference {

	LBP_PERCENTILES("lbp-3D-m2_firstorder_RobustMeanAbsoluteDeviation",
		"edge_.*|sts.*|breast1|brain.*|prostate|ibsi_.*", 2e-2,
		"Interpolates on a sphere by NumPy's matrix products, whose last bits depend on the processor.",
		"Rounds as NumPy does on processors with AVX2 and FMA.",
		"Many voxels of lbp-3D-m2 have one value but for its last bits, and the 10th or 90th percentile falls among them. " +
			"The reference values come from another processor; PyRadiomics run where these tests were run gives the values of " +
			"this software."),

	EXPONENTIAL_OF_ONE_VALUE("exponential_firstorder_Skewness", "edge_flat", 2,
		"NumPy's exp is off by one unit in the last place, so that all voxels differ from their mean by one bit.",
		"Rounds exp to the nearest.",
		"The ROI has one value; its skewness is the sign of a rounding error, 1 or -1."),

	ROUNDED_ZERO(".*", ".*", 0,
		"Leaves rounding where a value is 0: LeastAxisLength of a plane 3.6e-15 mm, Skewness of a symmetric ROI 1e-16.",
		"The same, of another size.",
		"Values below 1e-13 on both sides count as equal."),

	BATCHES("glcm_MCC, glcm_JointAverage of maps", ".*", 0,
		"Computes maps in batches. A kernel without neighbours in some direction loses its JointAverage, and the MCC of " +
			"its whole batch becomes initValue.",
		"Gives the values of PyRadiomics kernel by kernel (voxelBatch 1), where they are defined.",
		"PyRadiomics' values would depend on the size of the batches."),

	MCC_OF_INDEPENDENT_LEVELS("glcm_MCC", "three or more grey levels that are independent of each other", 0,
		"Takes the root of what rounding leaves of an eigenvalue that is 0: up to 1e-8, or, if it is negative, no value for " +
			"that direction.",
		"0 for three or more levels; for two levels it rounds as LAPACK does, to the same value.",
		"No reference value is affected; it happens in matrices without symmetry of a few levels."),

	SHAPE_2D_OF_SLICES("shape2D", "ROIs of several slices", 0,
		"Its check of the ROI's size is inverted and looks at another axis: it stops the whole extraction.",
		"Computes all the rest; shape2D has no value, and a warning says why.",
		"Nothing is gained by losing the other columns."),

	INTERPOLATOR_3("interpolator: 3", "resampled images", 0,
		"Allows 3 in parameter files, which SimpleITK since 2.4 doesn't know, and fails.",
		"3 is the B-spline, as it was.",
		"Parameter files of that time stay usable."),

	LBP_ROUNDING("lbp-3D-m1, lbp-3D-m2", "images of integers", 0,
		"Rounds the samples around a voxel to whole numbers if the image has whole numbers; a note beside the reference " +
			"values speaks of a cast.",
		"Rounds too.",
		"The voxels are the same; only the note differs.");

	/** Magnitude below which a value is rounding. */
	static final double ZERO = 1e-13;

	private final String column, cases, theirs, ours, why;
	private final Pattern columns, names;
	private final double relative;

	KnownDifference(final String column, final String cases, final double relative, final String theirs, final String ours,
		final String why)
	{
		this.column = column;
		this.cases = cases;
		this.relative = relative;
		this.theirs = theirs;
		this.ours = ours;
		this.why = why;
		columns = Pattern.compile(column);
		names = Pattern.compile(cases);
	}

	/** The difference that explains a value, if there is one. */
	static Optional<KnownDifference> of(final String column, final String name, final double ours, final double theirs) {
		if (ours == theirs || Double.isNaN(theirs)) return Optional.empty();
		if (Math.abs(ours) < ZERO && Math.abs(theirs) < ZERO) return Optional.of(ROUNDED_ZERO);
		for (final KnownDifference d : values())
			if (d.relative > 0 && d.columns.matcher(column).matches() && d.names.matcher(name).matches()) return Optional.of(d);
		return Optional.empty();
	}

	/** Relative error that is allowed; 0 if it shows in no error. */
	double relative() {
		return relative;
	}

	/** Where it is seen. */
	String where() {
		return cases.equals(".*") ? column.equals(".*") ? "any feature" : column : relative > 0 && this == LBP_PERCENTILES
			? column : column + ": " + cases;
	}

	/** What PyRadiomics does. */
	String theirs() {
		return theirs;
	}

	/** What this software does. */
	String ours() {
		return ours;
	}

	/** Why it differs. */
	String why() {
		return why;
	}
}
