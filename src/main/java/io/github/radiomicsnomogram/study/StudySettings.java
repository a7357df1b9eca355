package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.extract.ExtractionSettings;
import io.github.radiomicsnomogram.model.Acquisition;
import io.github.radiomicsnomogram.model.Citation;
import io.github.radiomicsnomogram.model.ClinicalVariable;
import io.github.radiomicsnomogram.model.Endpoint;
import io.github.radiomicsnomogram.model.Range;
import io.github.radiomicsnomogram.model.RoiLimits;
import io.github.radiomicsnomogram.survival.CoxNetCrossValidation.Measure;
import io.github.radiomicsnomogram.survival.StepwiseSelection.Direction;
import io.github.radiomicsnomogram.survival.Ties;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Every choice of a study; what a study file holds, see {@link StudyFile}. Immutable.
 *
 * @param id of the study and of the model that it trains
 * @param title of the model, for people
 * @param population who the patients are, in words
 * @param data where things stand in the tables
 * @param endpoint what is predicted, and when
 * @param clinical candidates of the multivariate model
 * @param split which patients train
 * @param reproducibility which features are repeatable enough; empty to ask no such thing
 * @param screen which features go on after a Cox model of each
 * @param collinearity which of two alike features stays; empty to keep both
 * @param lasso penalised selection
 * @param cutoff between low and high risk
 * @param multivariate model of the signature and clinical variables
 * @param treatment whose effect is looked at in subgroups; empty for none
 * @param decision thresholds of the decision curve
 * @param calibrationGroups groups of the calibration curve
 * @param honest resampling of the whole study
 * @param extraction how the features were extracted
 * @param acquisition how the images were made
 * @param roi what a ROI should be like
 * @param notes what every user of the model must know
 * @param citation how to cite the model
 */
public record StudySettings(String id, String title, String population, Data data, Endpoint endpoint,
	List<Candidate> clinical, Split split, Optional<Repeatable> reproducibility, Screen screen,
	Optional<Collinear> collinearity, Lasso lasso, CutoffRule cutoff, Multivariate multivariate,
	Optional<Treatment> treatment, Thresholds decision, int calibrationGroups, Honest honest, ExtractionChoice extraction,
	Acquisition acquisition, RoiLimits roi, List<String> notes, Citation citation)
{

	public StudySettings {
		clinical = List.copyOf(clinical);
		notes = List.copyOf(notes);
	}

	/**
	 * Columns of the tables.
	 *
	 * @param id patient's id, in every table
	 * @param time follow-up, in months
	 * @param event 1 or yes if the follow-up ended with the event
	 * @param features columns or patterns: * for any text, ? for any character
	 * @param exclude the same, of columns that are no features
	 * @param dropUnmatched whether patients that lack a row in one of the tables are left out, with a warning, or refused
	 */
	public record Data(String id, String time, String event, List<String> features, List<String> exclude,
		boolean dropUnmatched)
	{

		public Data {
			features = List.copyOf(features);
			exclude = List.copyOf(exclude);
		}
	}

	/**
	 * A clinical variable that may enter the multivariate model.
	 *
	 * @param column in the tables
	 * @param variable what the model file will say of it; a numeric one without a range gets that of the training patients
	 */
	public record Candidate(String column, String id, String label, String description, ClinicalVariable.Kind kind,
		String unit, Optional<Range> range, List<ClinicalVariable.Level> levels)
	{

		public Candidate {
			levels = List.copyOf(levels);
		}

		/** The model's variable. */
		public ClinicalVariable variable(final Range seen) {
			final boolean numeric = kind == ClinicalVariable.Kind.NUMERIC;
			return new ClinicalVariable(id, label, description, kind, unit, numeric ? Optional.of(range.orElse(seen)) : Optional
				.empty(), levels);
		}
	}

	/** Which patients train the model; the others validate it. */
	public sealed interface Split permits ByColumn, AtRandom, ByTime, NoSplit {}

	/** A column says it. */
	public record ByColumn(String column, String training, String validation) implements Split {}

	/** A share of the patients, dealt at random; among those with and without the event alike if wanted. */
	public record AtRandom(double fraction, long seed, boolean stratified) implements Split {}

	/** Those up to a date or number: training on the past, validation on the later ones. */
	public record ByTime(String column, String until) implements Split {}

	/** All train. */
	public record NoSplit() implements Split {}

	/** Which column of a reproducibility table must reach a threshold. */
	public record Repeatable(String feature, String value, double threshold) {}

	/** Features by the P value of their own Cox model, or the best few; neither keeps all. */
	public record Screen(OptionalDouble p, OptionalInt top) {}

	/** Of two features whose correlation is larger than this, in size, the one with the smaller P stays. */
	public record Collinear(double threshold, boolean spearman) {}

	/**
	 * LASSO or elastic net.
	 *
	 * @param alpha 1 for the LASSO
	 * @param folds of the cross-validation
	 * @param seed of dealing them
	 * @param foldColumn column with given folds, 1 to k; empty to deal them
	 * @param oneStandardError lambda.1se in place of lambda.min
	 * @param lambdas number of penalties
	 * @param minRatio smallest penalty over the largest; NaN for glmnet's choice
	 * @param measure what is compared
	 * @param centred whether the score gets an intercept that makes its training mean 0
	 */
	public record Lasso(double alpha, int folds, long seed, Optional<String> foldColumn, boolean oneStandardError,
		int lambdas, double minRatio, Measure measure, boolean centred)
	{}

	/** How the cut-off is found. */
	public enum CutoffMethod {
			/** Largest sensitivity + specificity for the event by the horizon. */
			YOUDEN,
			/** Median score of the training patients. */
			MEDIAN,
			/** A given score. */
			FIXED
	}

	/** The cut-off; the value is that of a fixed one, else NaN. */
	public record CutoffRule(CutoffMethod method, double value) {}

	/**
	 * The multivariate model.
	 *
	 * @param candidateP a variable whose own P is below goes in
	 * @param direction of the stepwise selection; empty for none
	 * @param schwarz Schwarz's criterion (log of the number of events) in place of Akaike's
	 * @param ties how tied events are treated in every Cox model
	 */
	public record Multivariate(double candidateP, Optional<Direction> direction, boolean schwarz, Ties ties) {}

	/** A treatment: column, the value that means treated, and clinical columns that make further subgroups. */
	public record Treatment(String column, String treated, List<String> subgroups) {

		public Treatment {
			subgroups = List.copyOf(subgroups);
		}
	}

	/** From, to and step of the decision curve's threshold probabilities. */
	public record Thresholds(double from, double to, double step) {

		/** All thresholds. */
		public double[] values() {
			final int n = (int) Math.floor((to - from) / step + 1e-9) + 1;
			final double[] v = new double[n];
			for (int i = 0; i < n; i++)
				// Rounded, so that 0.1 + 2 * 0.1 is 0.3.
				v[i] = Math.round((from + i * step) * 1e9) / 1e9;
			return v;
		}
	}

	/**
	 * Resampling of the whole study.
	 *
	 * @param bootstrap samples; 0 for none
	 * @param outerFolds of the nested cross-validation; 0 for none
	 * @param repeats of it
	 * @param permutations of the outcomes; 0 for none
	 * @param seed of everything random in it
	 */
	public record Honest(int bootstrap, int outerFolds, int repeats, int permutations, long seed) {}

	/**
	 * How the features were extracted.
	 *
	 * @param settings all settings, without features
	 * @param whole whether they were stated as a whole, so that a table must agree; bins alone count if the table tells
	 *          nothing
	 * @param source where that is known from
	 */
	public record ExtractionChoice(Optional<ExtractionSettings> settings, boolean whole, String source) {

		/** Settings that a table must agree with. */
		public Optional<ExtractionSettings> stated() {
			return whole ? settings : Optional.empty();
		}
	}
}
