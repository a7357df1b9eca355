package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureFamily;
import io.github.radiomicsnomogram.feature.FeatureInput;
import io.github.radiomicsnomogram.feature.FeatureRegistry;
import io.github.radiomicsnomogram.feature.FeatureValue;
import io.github.radiomicsnomogram.feature.Unit;

import java.util.List;
import java.util.stream.Stream;

/** A registry of few features whose value is the number of voxels, to test what surrounds the real ones. */
final class ToyFamilies {

	static final FeatureRegistry REGISTRY = new FeatureRegistry(List.of(
		new Toy("shape", true, List.of(feature("shape", "Volume", false), feature("shape", "Old", true))),
		new Toy("firstorder", false, List.of(feature("firstorder", "Mean", false), feature("firstorder", "Energy", false))),
		new Toy("glcm", false, List.of(feature("glcm", "Contrast", false), feature("glcm", "Id", false)))));

	private ToyFamilies() {}

	static Feature feature(final String id) {
		return REGISTRY.feature(id).orElseThrow();
	}

	static List<Feature> features(final String... ids) {
		return Stream.of(ids).map(ToyFamilies::feature).toList();
	}

	private static Feature feature(final String family, final String name, final boolean deprecated) {
		return new Feature(family, name, "n", Unit.ONE, "-", "-", deprecated, "", "");
	}

	private record Toy(String id, boolean isShape, List<Feature> features) implements FeatureFamily {

		@Override
		public String title() {
			return "Toy " + id;
		}

		@Override
		public List<FeatureValue> compute(final FeatureInput input, final List<Feature> wanted) {
			input.progress().check();
			return wanted.stream().map(f -> FeatureValue.of(input.roi().count())).toList();
		}
	}
}
