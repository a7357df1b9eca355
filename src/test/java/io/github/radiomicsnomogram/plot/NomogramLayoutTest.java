package io.github.radiomicsnomogram.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.model.Examples;
import io.github.radiomicsnomogram.model.Prediction;
import io.github.radiomicsnomogram.model.PrognosticModel;

import java.util.Map;

import org.junit.jupiter.api.Test;

class NomogramLayoutTest {

	private static final PrognosticModel MODEL = Examples.zhang();
	/** Sums and quotients of a few numbers. */
	private static final double ROUNDING = 1e-9;

	@Test
	void readsWhatThePredictionSays() {
		final Prediction p = Examples.high();
		final NomogramReading own = NomogramReading.of(p);
		final NomogramReading read = NomogramReading.of(MODEL, Map.of("signature", p.riskScore(), "ki67", 20.0, "aln", 1.0));
		assertEquals(own.total().orElseThrow(), read.total().orElseThrow(), ROUNDING);
		assertEquals(own.linearPredictor().orElseThrow(), read.linearPredictor().orElseThrow(), ROUNDING);
		assertEquals(own.survival().orElseThrow().survival(), read.survival().orElseThrow().survival(), ROUNDING);
		assertEquals("positive", read.entries().get(2).text());
	}

	@Test
	void aPlaceGivesItsValueBack() {
		final NomogramLayout layout = NomogramFigure.layout(MODEL, NomogramReading.of(MODEL, Map.of("signature", 0.3)));
		assertEquals(3, layout.rows().size());
		for (final NomogramLayout.Row row : layout.rows()) {
			final double min = row.variable().axis().min(), max = row.variable().axis().max();
			for (final double v : new double[] { min, max })
				assertEquals(v, row.valueAt(row.x(v)), ROUNDING * Math.max(1, Math.abs(v)), row.variable().id());
			assertTrue(row.valueAt(-1e6) == min || row.valueAt(-1e6) == max, "the ends hold");
			assertEquals(row, layout.rowAt(row.y() + 5).orElseThrow());
		}
		assertEquals(0.3, layout.rows().get(0).valueAt(layout.rows().get(0).x(0.3)), ROUNDING);
		assertTrue(layout.rowAt(-100).isEmpty());
		assertTrue(SceneChecks.texts(layout.scene()).stream().anyMatch(t -> t.startsWith("0.3: ")));
	}

	@Test
	void withoutAllValuesThereIsNoTotal() {
		final NomogramReading r = NomogramReading.of(MODEL, Map.of("signature", 0.3, "ki67", Double.NaN));
		assertTrue(r.total().isEmpty() && r.linearPredictor().isEmpty() && r.survival().isEmpty());
		assertTrue(r.entries().get(1).points().isEmpty());
	}

	@Test
	void wrongValuesAreRefused() {
		final String id = assertThrows(InputException.class, () -> NomogramReading.of(MODEL, Map.of("ki", 1.0))).getMessage();
		assertTrue(id.contains("'ki'") && id.contains("ki67"), id);
		final String level = assertThrows(InputException.class, () -> NomogramReading.of(MODEL, Map.of("aln", 2.0)))
			.getMessage();
		assertTrue(level.contains("negative, positive"), level);
	}
}
