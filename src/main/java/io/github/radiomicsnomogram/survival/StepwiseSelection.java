package io.github.radiomicsnomogram.survival;

import java.util.ArrayList;
import java.util.List;

/**
 * Selection of a model's terms by Akaike's criterion, one term at a time: R's step(). In each round every term that may
 * be left out or taken in is tried; the one with the smallest criterion is taken if that is smaller than the present
 * one's.
 *
 * @param steps the rounds, the first one being the start
 * @param fit of the selected terms
 */
public record StepwiseSelection(List<Step> steps, CoxFit fit) {

	/** Which changes are tried. */
	public enum Direction {
			BACKWARD, FORWARD, BOTH
	}

	/**
	 * One round.
	 *
	 * @param change "" for the start, "- term" or "+ term"
	 * @param deviance -2 log likelihood after it
	 * @param residualDf patients (R counts events for a Cox model) less coefficients
	 * @param criterion -2 log likelihood + k df
	 */
	public record Step(String change, double deviance, int residualDf, double criterion) {}

	/**
	 * Selects terms.
	 *
	 * @param full data with every term that may be in the model
	 * @param start terms to begin with
	 * @param direction of the changes
	 * @param k price of a coefficient: 2 for Akaike, log(events) for Schwarz
	 */
	public static StepwiseSelection of(final CoxData full, final List<String> start, final Direction direction,
		final double k, final Ties ties)
	{
		final Search search = new Search(full, k, ties);
		Model current = search.fit("", start);
		final List<Step> steps = new ArrayList<>(List.of(search.step(current)));
		for (;;) {
			Model best = null;
			for (final Model m : search.neighbours(current, direction))
				if (best == null || m.criterion < best.criterion) best = m;
			if (best == null || best.criterion >= current.criterion) break;
			current = best;
			steps.add(search.step(current));
		}
		return new StepwiseSelection(steps, current.fit);
	}

	private record Model(String change, List<String> terms, CoxFit fit, double criterion) {}

	private record Search(CoxData full, double k, Ties ties) {

		Model fit(final String change, final List<String> terms) {
			final CoxFit fit = CoxRegression.fit(full.withCovariates(full.covariates().select(terms)), ties);
			return new Model(change, terms, fit, -2 * fit.logLikelihood() + k * fit.degreesOfFreedom());
		}

		Step step(final Model m) {
			return new Step(m.change, -2 * m.fit.logLikelihood(), full.times().events() - m.fit.degreesOfFreedom(), m.criterion);
		}

		List<Model> neighbours(final Model m, final Direction direction) {
			final List<Model> tried = new ArrayList<>();
			if (direction != Direction.FORWARD) for (final String term : m.terms) {
				final List<String> without = new ArrayList<>(m.terms);
				without.remove(term);
				tried.add(fit("- " + term, without));
			}
			if (direction != Direction.BACKWARD) for (final String term : full.covariates().terms()) {
				if (m.terms.contains(term)) continue;
				final List<String> with = new ArrayList<>(m.terms);
				with.add(term);
				tried.add(fit("+ " + term, with));
			}
			return tried;
		}
	}
}
