package io.github.radiomicsnomogram.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Cox model as a nomogram, by the rules of R's rms (Harrell, Regression Modeling Strategies, 2015,
 * doi:10.1007/978-3-319-19425-7): the variable whose axis spans the largest part of the linear predictor gets 0 to 100
 * points, the others in proportion, each 0 where its axis lowers the linear predictor most. Points go on linearly
 * beyond an axis, so that total points always equal the model. Immutable.
 */
public final class Nomogram {

	/** Points of the widest variable. */
	public static final double MAX_POINTS = 100;

	private final List<Variable> variables;
	private final double pointsPerUnit;
	private final double predictorAtZero;

	/** The nomogram of a model that has a Cox model. */
	Nomogram(final PrognosticModel model) {
		final Map<String, List<CoxTerm>> terms = new LinkedHashMap<>();
		for (final CoxTerm t : model.cox())
			terms.computeIfAbsent(t.variable(), v -> new ArrayList<>()).add(t);
		final List<Variable> list = new ArrayList<>();
		terms.forEach((id, t) -> list.add(variable(model, id, t)));
		variables = List.copyOf(list);
		pointsPerUnit = MAX_POINTS / variables.stream().mapToDouble(v -> v.maxEffect() - v.minEffect()).max().orElseThrow();
		predictorAtZero = variables.stream().mapToDouble(Variable::minEffect).sum();
	}

	private static Variable variable(final PrognosticModel model, final String id, final List<CoxTerm> terms) {
		final CoxTerm first = terms.get(0);
		if (first.level().isEmpty()) {
			final String label = first.isSignature() ? model.signature().label() : model.clinicalVariable(id).label();
			final String unit = first.isSignature() ? "" : model.clinicalVariable(id).unit();
			return new Variable(id, label, unit, List.of(), new double[] { first.beta() }, first.axis());
		}
		final ClinicalVariable clinical = model.clinicalVariable(id);
		final List<String> levels = clinical.levels().stream().map(ClinicalVariable.Level::id).toList();
		final double[] effects = new double[levels.size()];
		for (final CoxTerm t : terms)
			effects[levels.indexOf(t.level().orElseThrow())] = t.beta();
		return new Variable(id, clinical.label(), "", levels, effects, new Range(0, levels.size() - 1.0));
	}

	/** A variable of a nomogram: its axis and what its values add to the linear predictor. */
	public static final class Variable {

		private final String id;
		private final String label;
		private final String unit;
		private final List<String> levels;
		private final double[] effects;
		private final Range axis;

		Variable(final String id, final String label, final String unit, final List<String> levels,
			final double[] effects, final Range axis)
		{
			this.id = id;
			this.label = label;
			this.unit = unit;
			this.levels = levels;
			this.effects = effects;
			this.axis = axis;
		}

		/** Id of the clinical variable, or {@link CoxTerm#SIGNATURE}. */
		public String id() {
			return id;
		}

		/** For people. */
		public String label() {
			return label;
		}

		/** Unit, "" if none. */
		public String unit() {
			return unit;
		}

		/** Levels of a binary or categorical variable, the reference first; empty for a number. */
		public List<String> levels() {
			return levels;
		}

		/** Ends of the axis: of a number its values, of levels their indices. */
		public Range axis() {
			return axis;
		}

		/**
		 * What a value adds to the linear predictor.
		 *
		 * @param value number, or index of the level
		 */
		public double effect(final double value) {
			return levels.isEmpty() ? effects[0] * value : effects[(int) value];
		}

		/** Smallest addition on the axis: there the points are 0. */
		public double minEffect() {
			return extreme(-1);
		}

		/** Largest addition on the axis. */
		public double maxEffect() {
			return extreme(1);
		}

		private double extreme(final int sign) {
			if (levels.isEmpty()) return sign * Math.max(sign * effect(axis.min()), sign * effect(axis.max()));
			double extreme = effects[0];
			for (final double e : effects)
				extreme = sign * Math.max(sign * extreme, sign * e);
			return extreme;
		}
	}

	/** The variables, in the order of the Cox model's terms. */
	public List<Variable> variables() {
		return variables;
	}

	/** The points of a value of a variable. */
	public double points(final Variable variable, final double value) {
		return (variable.effect(value) - variable.minEffect()) * pointsPerUnit;
	}

	/** Points for 1 unit of the linear predictor. */
	public double pointsPerUnit() {
		return pointsPerUnit;
	}

	/** The linear predictor that a total of points stands for. */
	public double linearPredictor(final double totalPoints) {
		return predictorAtZero + totalPoints / pointsPerUnit;
	}

	/** The total points of a linear predictor: the inverse of {@link #linearPredictor}. */
	public double totalPoints(final double linearPredictor) {
		return (linearPredictor - predictorAtZero) * pointsPerUnit;
	}

	/** Total points when every variable is at the upper end of its points. */
	public double maxTotalPoints() {
		return variables.stream().mapToDouble(v -> (v.maxEffect() - v.minEffect()) * pointsPerUnit).sum();
	}
}
