package io.github.radiomicsnomogram.model;

import java.util.List;
import java.util.Optional;

/**
 * A radiomics signature: a weighted sum of features, {@code intercept + sum of coefficient * value}, where a term with
 * a scaling takes {@code (value - mean) / sd} in place of the value.
 *
 * @param label for people, "Radiomics signature"
 * @param intercept score when every term is 0
 * @param terms in the order of the publication; at least one
 */
public record Signature(String label, double intercept, List<Term> terms) {

	/**
	 * One feature of the signature.
	 *
	 * @param column PyRadiomics' column, "original_glcm_Correlation"
	 * @param coefficient weight
	 * @param scaling how the value is standardised first, if it is
	 * @param plausible values that are no surprise, if known
	 */
	public record Term(String column, double coefficient, Optional<Scaling> scaling, Optional<Plausible> plausible) {

		/** What the term adds to the score for a raw feature value. */
		public double contribution(final double value) {
			return coefficient * scaling.map(s -> (value - s.mean()) / s.sd()).orElse(value);
		}
	}

	/**
	 * Standardisation of a raw value with the training cohort's numbers.
	 *
	 * @param mean subtracted
	 * @param sd then divided by; positive
	 */
	public record Scaling(double mean, double sd) {}

	/**
	 * Values that a feature is expected to have. Outside, the score is computed all the same, with a warning.
	 *
	 * @param range expected
	 * @param source where the range comes from
	 */
	public record Plausible(Range range, String source) {}

	public Signature {
		terms = List.copyOf(terms);
		if (terms.isEmpty()) throw new IllegalArgumentException("a signature needs a feature");
	}

	/**
	 * The score.
	 *
	 * @param values raw feature values in the order of the terms
	 */
	public double score(final double... values) {
		if (values.length != terms.size()) throw new IllegalArgumentException(values.length + " values for " + terms
			.size() + " features");
		double sum = intercept;
		for (int i = 0; i < values.length; i++)
			sum += terms.get(i).contribution(values[i]);
		return sum;
	}

	/** The columns that the score is made of. */
	public List<String> columns() {
		return terms.stream().map(Term::column).toList();
	}
}
