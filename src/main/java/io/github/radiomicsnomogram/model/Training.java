package io.github.radiomicsnomogram.model;

import java.util.ArrayList;
import java.util.List;

/**
 * How this software trained a model: enough to repeat it, and to see whether another file comes from the same training.
 *
 * @param software name and version
 * @param study id of the study file
 * @param studySha256 of the study file's text: of every choice
 * @param dataSha256 of the training patients' values as they entered the training
 * @param variables features, score and clinical variables of the model among the training patients
 * @param lineage what was done to the model since, the oldest first: recalibrations
 */
public record Training(String software, String study, String studySha256, String dataSha256, List<Summary> variables,
	List<String> lineage)
{

	/**
	 * A variable among the training patients.
	 *
	 * @param id feature's column, clinical variable's id, or {@link CoxTerm#SIGNATURE}
	 * @param mean of the values; of levels, of their indices
	 * @param sd divisor n - 1
	 * @param min smallest
	 * @param median middle
	 * @param max largest
	 */
	public record Summary(String id, double mean, double sd, double min, double median, double max) {}

	public Training {
		variables = List.copyOf(variables);
		lineage = List.copyOf(lineage);
	}

	/** The same with one more step in its lineage. */
	public Training then(final String step) {
		final List<String> more = new ArrayList<>(lineage);
		more.add(step);
		return new Training(software, study, studySha256, dataSha256, variables, more);
	}
}
