package io.github.radiomicsnomogram.survival;

/** A Cox log partial likelihood with its derivatives. */
interface PartialLikelihood {

	/** Value, score and observed information at some coefficients. */
	record Derivatives(double logLikelihood, double[] score, double[][] information) {}

	/** Evaluates at these coefficients. */
	Derivatives at(double[] beta);
}
