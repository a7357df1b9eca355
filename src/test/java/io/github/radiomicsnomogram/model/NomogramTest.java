package io.github.radiomicsnomogram.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * Against R 4.2.2 with rms 6.5.0. The fit's coefficients were replaced by the model's, so that rms only lays out axes:
 *
 * <pre>
 * f &lt;- cph(Surv(time, event) ~ signature + ki67 + aln, d, x = TRUE, y = TRUE)
 * f$coefficients[] &lt;- log(c(30.328, 1.018, 2.360)); f$center &lt;- 0
 * N &lt;- nomogram(f, lp.at = seq(-1, 5, 1), fun = function(lp) .948^exp(lp), fun.at = c(.9, .8, .5, .1))
 * </pre>
 *
 * where signature spans -0.4 to 0.8, ki67 0 to 100, aln 0 and 1.
 */
class NomogramTest {

	/** The same few operations in doubles. */
	private static final double SAME_ARITHMETIC = 1e-12;
	/** rms finds the total points of a survival by linear interpolation between 1000 points. */
	private static final double RMS_INTERPOLATION = 2e-3;

	@Test
	void pointsAreThoseOfRms() {
		final PrognosticModel zhang = Examples.zhang();
		final Nomogram n = zhang.nomogram().orElseThrow();
		assertEquals(24.423092044736812, n.pointsPerUnit(), SAME_ARITHMETIC);
		assertEquals(-1.3648285512856135, n.linearPredictor(0), SAME_ARITHMETIC);
		final Nomogram.Variable signature = n.variables().get(0), ki67 = n.variables().get(1), aln = n.variables().get(2);
		assertEquals(0, n.points(signature, -0.4), SAME_ARITHMETIC);
		assertEquals(33.333333333333336, n.points(signature, 0), SAME_ARITHMETIC);
		assertEquals(100, n.points(signature, 0.8), SAME_ARITHMETIC);
		assertEquals(17.428238500751892, n.points(ki67, 40), SAME_ARITHMETIC);
		assertEquals(43.570596251879728, n.points(ki67, 100), SAME_ARITHMETIC);
		assertEquals(0, n.points(aln, 0), SAME_ARITHMETIC);
		assertEquals(20.971171757036053, n.points(aln, 1), SAME_ARITHMETIC);
		assertEquals(100 + 43.570596251879728 + 20.971171757036053, n.maxTotalPoints(), SAME_ARITHMETIC);
		final double[] lpAxis = { 8.9102412885965236, 33.333333333333336, 57.756425378070155, 82.179517422806967,
			106.60260946754377, 131.02570151228059, 155.44879355701741 };
		for (int i = 0; i < lpAxis.length; i++)
			assertEquals(lpAxis[i], n.totalPoints(i - 1), 1e-11, "points of lp " + (i - 1));
		final double[] survival = { 0.9, 0.8, 0.5, 0.1 };
		final double[] points = { 49.930264723187399, 68.258028158344075, 95.939875507398384, 125.26102627006915 };
		for (int i = 0; i < survival.length; i++)
			assertEquals(points[i], n.totalPoints(zhang.baseline().orElseThrow().linearPredictor(survival[i])),
				RMS_INTERPOLATION);
	}

	/**
	 * A categorical variable whose middle level is the best, and a protective number:
	 * {@code g <- cph(Surv(time, event) ~ signature + ki67 + grade, ...)} with coefficients log(c(4, .98, .5, 3)).
	 */
	@Test
	void levelsAndProtectiveVariablesAreThoseOfRms() {
		final Nomogram n = Examples.withGrade().nomogram().orElseThrow();
		assertEquals(49.498316452509108, n.pointsPerUnit(), SAME_ARITHMETIC);
		assertEquals(-3.2679356567598479, n.linearPredictor(0), SAME_ARITHMETIC);
		final Nomogram.Variable signature = n.variables().get(0), ki67 = n.variables().get(1), grade = n.variables().get(2);
		assertEquals(82.343084379649525, n.points(signature, 0.8), SAME_ARITHMETIC);
		assertEquals(100, n.points(ki67, 0), SAME_ARITHMETIC);
		assertEquals(89.999999999999986, n.points(ki67, 10), SAME_ARITHMETIC);
		assertEquals(0, n.points(ki67, 100), SAME_ARITHMETIC);
		assertEquals(34.309618491520638, n.points(grade, 0), SAME_ARITHMETIC);
		assertEquals(0, n.points(grade, 1), SAME_ARITHMETIC);
		assertEquals(88.689077214630018, n.points(grade, 2), SAME_ARITHMETIC);
	}
}
