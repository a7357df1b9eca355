package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.model.Nomogram;
import io.github.radiomicsnomogram.model.Nomogram.Variable;

import java.util.List;
import java.util.Optional;

/**
 * A drawn nomogram and where its axes lie, so that a person can move the marks: see
 * {@link NomogramFigure#layout}.
 *
 * @param scene the drawing
 * @param rows the variables' axes, from the top
 */
public record NomogramLayout(Scene scene, List<Row> rows) {

	/** How far above and below its line an axis can be taken hold of, in points. */
	private static final double REACH = 20;

	/**
	 * The axis of a variable.
	 *
	 * @param nomogram whose
	 * @param variable whose
	 * @param y of its line on the page
	 * @param left x of 0 points
	 * @param right x of 100 points
	 */
	public record Row(Nomogram nomogram, Variable variable, double y, double left, double right) {

		/** Place of a value (number, or index of the level) on the page. */
		public double x(final double value) {
			return left + (right - left) * nomogram.points(variable, value) / Nomogram.MAX_POINTS;
		}

		/** The value at a place: within the axis' ends, or the nearest level's index. */
		public double valueAt(final double x) {
			if (!variable.levels().isEmpty()) return nearestLevel(x);
			final double points = (x - left) / (right - left) * Nomogram.MAX_POINTS;
			final double value = (points / nomogram.pointsPerUnit() + variable.minEffect()) / variable.effect(1);
			return Math.max(variable.axis().min(), Math.min(variable.axis().max(), value));
		}

		private int nearestLevel(final double x) {
			int best = 0;
			for (int k = 1; k < variable.levels().size(); k++)
				if (Math.abs(x(k) - x) < Math.abs(x(best) - x)) best = k;
			return best;
		}
	}

	public NomogramLayout {
		rows = List.copyOf(rows);
	}

	/** The axis at a height of the page, if there is one near. */
	public Optional<Row> rowAt(final double y) {
		return rows.stream().filter(r -> Math.abs(r.y - y) <= REACH).findFirst();
	}
}
