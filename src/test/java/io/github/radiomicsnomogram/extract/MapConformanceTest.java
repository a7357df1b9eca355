package io.github.radiomicsnomogram.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.feature.FeatureRegistry;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** First-order and co-occurrence maps against PyRadiomics' on patients' images. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MapConformanceTest {

	private final ConformanceRecord record = new ConformanceRecord();
	private int done;

	/** The same sums in another order differ by 1e-12 or so. */
	private static final double RELATIVE = 1e-9;

	@ParameterizedTest
	@ValueSource(strings = { "breast1", "prostate" })
	void equalsPyRadiomics(final String name) {
		final Path folder = Golden.root().resolve(name).resolve("voxel");
		final Mask mask = Golden.mask(name, 1);
		final ExtractionSettings settings = ExtractionSettings.defaults().withFeatures(FeatureRegistry.DEFAULT.features()
			.stream().filter(f -> !f.deprecated() && (f.family().equals("firstorder") || f.family().equals("glcm"))).toList());
		final List<String> wrong = new ArrayList<>();
		int compared = 0;
		for (final FeatureMap map : new MapExtractor().extract(Golden.image(name), mask, settings, Progress.NONE)) {
			final boolean alone = Files.exists(folder.resolve(map.column() + "_batch1.nrrd"));
			final Volume expected = ImageFiles.with().read(folder.resolve(map.column() + (alone ? "_batch1" : "") + ".nrrd"),
				Progress.NONE);
			assertEquals(java.util.Optional.empty(), expected.geometry().firstDifference(map.volume().geometry()));
			compared += compare(map, VoxelArrays.doubles(expected), name, wrong);
		}
		assertEquals(List.of(), wrong);
		assertTrue(compared > 40 * mask.voxelCount(), compared + " values");
		done++;
	}

	/** JointAverage was made in batches, where it is NaN if a kernel has no neighbours in some direction. */
	private int compare(final FeatureMap map, final double[] expected, final String name, final List<String> wrong) {
		final double[] found = VoxelArrays.doubles(map.volume());
		final boolean lost = map.feature().name().equals("JointAverage");
		for (int i = 0; i < expected.length; i++) {
			final boolean equal = Double.isNaN(expected[i]) ? lost || Double.isNaN(found[i]) : Math.abs(found[i] -
				expected[i]) <= RELATIVE * Math.abs(expected[i]);
			if (!equal) wrong.add(map.column() + " " + found[i] + " for " + expected[i]);
		}
		record.addVoxels(new ConformanceRecord.Place("map", map.feature().id(), name), expected, found, 0, name);
		return expected.length;
	}

	@AfterAll
	void publish() throws IOException {
		if (done == 2) record.publish();
	}
}
