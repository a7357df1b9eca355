package io.github.radiomicsnomogram.study;

import java.util.Arrays;

/**
 * The whole training repeated on outcomes dealt anew: what it finds where there is nothing to find. Features and clinical
 * variables stay together; only the follow-up changes hands.
 *
 * @param apparent of the true outcomes
 * @param c apparent concordance of each permutation; a copy comes out
 * @param failed permutations without a model; they count as concordance 0.5
 */
public record PermutationTest(Performance apparent, double[] c, int failed) {

	public PermutationTest {
		c = c.clone();
	}

	@Override
	public double[] c() {
		return c.clone();
	}

	/** Share of permutations, the true order counted in, that do as well as the truth. */
	public double p() {
		return (1.0 + Arrays.stream(c).filter(v -> v >= apparent.c()).count()) / (1.0 + c.length);
	}
}
