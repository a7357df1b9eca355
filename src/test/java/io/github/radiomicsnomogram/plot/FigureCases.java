package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.model.Examples;
import io.github.radiomicsnomogram.model.Prediction;
import io.github.radiomicsnomogram.model.PrognosticModel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Predictions that try the figures' layout. */
final class FigureCases {

	private FigureCases() {}

	static List<Prediction> predictions() {
		final List<Prediction> all = new ArrayList<>(List.of(Examples.high(), Examples.lowWithoutNodes()));
		final PrognosticModel m = Examples.zhang();
		for (final double correlation : new double[] { -0.9, -0.4, 0.1, 0.185, 0.8, 1.0 })
			for (final double area : new double[] { 1e3, 8e7 })
				for (final String ki67 : List.of("0", "3.75", "100"))
					for (final String aln : List.of("negative", "positive"))
						all.add(m.predict(Examples.extraction(m, 3.2, correlation, 0.1, area), Examples.facts(), Examples.clinical(m,
							"ki67", ki67, "aln", aln)));
		final PrognosticModel g = Examples.withGrade();
		for (final String grade : List.of("1", "II", "iii"))
			all.add(g.predict(Examples.extraction(g, 3.2, 0.2, 0.1, 1e5), Examples.facts(Map.of()), Examples.clinical(g,
				"ki67", "20", "grade", grade)));
		return all;
	}
}
