package io.github.radiomicsnomogram.survival;

import static io.github.radiomicsnomogram.survival.Golden.assertAllClose;
import static io.github.radiomicsnomogram.survival.Golden.assertClose;
import static io.github.radiomicsnomogram.survival.Golden.numbers;
import static io.github.radiomicsnomogram.survival.OwnOracle.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Calibration of predicted survival and the nomogram of the simulated cohort equal rms's. */
class OwnPredictionTest {

	private static final double CONVERGED = 1e-9;

	/** groupkm at the quantiles that calibrate takes; coxph on log(-log S), and on its restricted cubic spline. */
	@Test
	void calibration() throws IOException {
		final JsonObject r = OwnOracle.object("calibration");
		final double[] predicted = Arrays.stream(OwnOracle.cohort().numeric("risk_new")).map(p -> 1 - p).toArray();
		final int size = (int) value(r, "size");
		final Calibration c = Calibration.of(OwnOracle.times(), predicted, 36, size);
		assertAllClose(numbers(r.get("cuts")), Calibration.cuts(predicted, size), 1e-14, "cuts");
		OwnOracle.check(r, "x", c.groups(), Calibration.Group::predicted, 1e-13);
		OwnOracle.check(r, "n", c.groups(), Calibration.Group::n, 0);
		OwnOracle.check(r, "events", c.groups(), Calibration.Group::events, 0);
		OwnOracle.check(r, "km", c.groups(), Calibration.Group::observed, 1e-12);
		OwnOracle.check(r, "error", c.groups(), Calibration.Group::logError, 1e-12);
		assertClose(value(r, "slope"), c.slope(), CONVERGED, "slope");
		assertClose(value(r, "slope_se"), c.slopeError(), CONVERGED, "slope's error");
		assertClose(value(r, "observed_expected"), c.observedToExpected(), 1e-12, "observed to expected");
		OwnOracle.check(r, "predicted", c.smooth(), Calibration.Point::predicted, 1e-15);
		OwnOracle.check(r, "observed", c.smooth(), Calibration.Point::observed, CONVERGED);
		assertClose(value(r, "ici"), c.ici(), CONVERGED, "ici");
	}

	/** nomogram(cph(..., eps = 1e-13)). */
	@Test
	void nomogram() throws IOException {
		final JsonObject r = OwnOracle.object("nomogram");
		final NomogramScale scale = NomogramScale.of(CoxRegression.fit(ModelFrame.of(OwnOracle.cohort(), "time", "event", List
			.of("age", "treated", "f1")).data()), 36);
		assertClose(value(r, "per_unit"), scale.pointsPerUnit(), CONVERGED, "points per unit");
		assertClose(value(r, "at_zero"), scale.predictorAtZero(), CONVERGED, "predictor at 0 points");
		assertClose(value(r, "centre"), scale.centre(), CONVERGED, "centre");
		for (final NomogramScale.Axis axis : scale.axes()) {
			final JsonObject a = r.getAsJsonObject(axis.name());
			assertAllClose(numbers(a.get("value")), axis.values().stream().mapToDouble(Double::parseDouble).toArray(), 1e-12,
				axis.name());
			assertAllClose(numbers(a.get("points")), axis.points(), CONVERGED, axis.name() + " points");
		}
		assertAllClose(numbers(r.get("total")), scale.totalTicks(), 1e-12, "total");
		assertAllClose(numbers(r.getAsJsonObject("lp").get("lp")), scale.predictorTicks(), 1e-12, "lp");
		assertAllClose(numbers(r.getAsJsonObject("lp").get("total")), Arrays.stream(scale.predictorTicks()).map(
			v -> scale.totalPoints(v + scale.centre())).toArray(), CONVERGED, "lp's place");
		assertAllClose(numbers(r.get("s_of_total")), Arrays.stream(scale.totalTicks()).map(scale::survival).toArray(),
			CONVERGED, "survival");
		final JsonObject s = r.getAsJsonObject("survival");
		assertAllClose(numbers(s.get("value")), scale.survivalTicks(), 1e-12, "survival ticks");
		// rms reads the place of a survival off 1000 points of the curve, linearly.
		assertAllClose(numbers(s.get("total")), Arrays.stream(scale.survivalTicks()).map(scale::totalPointsOfSurvival)
			.toArray(), 1e-4, "survival's place");
		for (final double total : scale.totalTicks())
			assertEquals(total, scale.totalPointsOfSurvival(scale.survival(total)), 1e-9);
	}
}
