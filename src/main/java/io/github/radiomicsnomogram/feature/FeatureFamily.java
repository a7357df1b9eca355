package io.github.radiomicsnomogram.feature;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Features that are computed together, from one set of matrices or one mesh. A PyRadiomics feature class; other sets,
 * such as IBSI's with other aggregations, are further implementations.
 */
public interface FeatureFamily {

	/** PyRadiomics' class name, for example "glcm": the middle part of a column. */
	String id();

	/** For people: "Gray Level Co-occurrence Matrix". */
	String title();

	/** Every feature of the family, deprecated ones included, in PyRadiomics' order. */
	List<Feature> features();

	/** Whether the values depend on the ROI's outline alone, so that filtered images don't repeat them. */
	default boolean isShape() {
		return false;
	}

	/**
	 * Computes features. Parallel parts run in the caller's {@link net.imglib2.parallel.TaskExecutor}; results don't
	 * depend on how many threads that has.
	 *
	 * @param input what to compute from
	 * @param wanted features of this family, in any order
	 * @return one value for each wanted feature, in the same order
	 * @throws java.util.concurrent.CancellationException if the caller's progress says so
	 */
	List<FeatureValue> compute(FeatureInput input, List<Feature> wanted);

	/**
	 * Computes features of kernels, for maps: the values that {@link #compute} would have for each kernel as a ROI of its
	 * own, but with the grey levels of the whole ROI. Nothing if the family has no maps, as shape.
	 *
	 * @param input what to compute from
	 * @param wanted features of this family, in any order
	 * @return makes one for each thread
	 */
	default Optional<Supplier<KernelFeatures>> kernels(final KernelInput input, final List<Feature> wanted) {
		return Optional.empty();
	}
}
