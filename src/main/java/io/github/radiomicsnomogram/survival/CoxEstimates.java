package io.github.radiomicsnomogram.survival;

import java.util.List;

/** What a maximisation found. A redundant column has a NaN coefficient and zero variance. */
record CoxEstimates(double[] coefficients, double[][] variance, double[] means, double nullLogLikelihood,
	double logLikelihood, double scoreTest, int iterations, List<String> warnings)
{}
