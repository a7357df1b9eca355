package io.github.radiomicsnomogram.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The whole training repeated on samples drawn with replacement (Harrell, Lee and Mark 1996,
 * doi:10.1002/(SICI)1097-0258(19960229)15:4&lt;361::AID-SIM168&gt;3.0.CO;2-4): screening, selection and all, not the last
 * model alone.
 *
 * @param apparent of the model in its own patients
 * @param samples one for each that gave a model
 * @param failed samples without a model: too few events, no convergence
 */
public record BootstrapOfStudy(Performance apparent, List<Sample> samples, int failed) {

	/**
	 * One sample.
	 *
	 * @param inSample of the sample's model in the sample
	 * @param inOriginal of the sample's model in the original patients
	 * @param features in its signature
	 * @param variables in its multivariate model
	 */
	public record Sample(Performance inSample, Performance inOriginal, List<String> features, List<String> variables) {

		public Sample {
			features = List.copyOf(features);
			variables = List.copyOf(variables);
		}
	}

	public BootstrapOfStudy {
		samples = List.copyOf(samples);
	}

	/** How much a model flatters itself: mean of sample less original. */
	public Performance optimism() {
		return new Performance(mean(s -> s.inSample.c() - s.inOriginal.c()), mean(s -> s.inSample.auc() - s.inOriginal
			.auc()));
	}

	/** Apparent less optimism: what to expect in new patients like these. */
	public Performance corrected() {
		return apparent.minus(optimism());
	}

	private double mean(final ToDoubleFunction<Sample> value) {
		return samples.stream().mapToDouble(value).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
	}

	/** Share of the samples whose signature holds each feature; those of 0 are left out. */
	public Map<String, Double> featureFrequency(final List<String> features) {
		return frequency(features, true);
	}

	/** Share of the samples whose multivariate model holds each variable. */
	public Map<String, Double> variableFrequency(final List<String> variables) {
		return frequency(variables, false);
	}

	private Map<String, Double> frequency(final List<String> names, final boolean features) {
		final Map<String, Double> shares = new LinkedHashMap<>();
		for (final String name : names) {
			final long n = samples.stream().filter(s -> (features ? s.features : s.variables).contains(name)).count();
			if (n > 0 || !features) shares.put(name, (double) n / samples.size());
		}
		return shares;
	}
}
