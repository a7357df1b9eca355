package io.github.radiomicsnomogram.extract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Maps of every family against those of PyRadiomics 3.1.0, on data of this repository. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MapOracleTest {

	/** The same sums in another order differ by 1e-12 or so. */
	private static final double RELATIVE = 1e-9;

	/** ClusterShade of a symmetric distribution is 0 but for rounding; its terms are some 10. */
	private static final double ROUNDING = 1e-14;

	private final ConformanceRecord record = new ConformanceRecord();
	private int done;

	static List<MapCase> all() {
		return MapCase.all();
	}

	@ParameterizedTest
	@MethodSource("all")
	void equalsPyRadiomics(final MapCase c) {
		final Map<String, double[]> expected = c.expected();
		final List<FeatureMap> maps = c.extract();
		final Mask roi = c.roi();
		final List<String> wrong = new ArrayList<>();
		for (final FeatureMap map : maps) {
			final double[] values = expected.get(map.column()), found = MapCase.inRoi(map, roi);
			record.addVoxels(new ConformanceRecord.Place("own-map", map.feature().id(), "small ROIs"), values, found, 0, c.name());
			for (int i = 0; i < values.length; i++)
				if (!equal(values[i], found[i], map.feature().name().equals("ClusterShade") ? ROUNDING : 0)) wrong.add(map
					.column() + " voxel " + i + ": " + found[i] + " for " + values[i]);
		}
		assertEquals(List.of(), wrong);
		done++;
		assertEquals(List.copyOf(expected.keySet()), maps.stream().map(FeatureMap::column).toList());
	}

	@AfterAll
	void publish() throws IOException {
		if (done == all().size()) record.publish();
	}

	private static boolean equal(final double expected, final double found, final double rounding) {
		if (Double.isNaN(expected)) return Double.isNaN(found);
		return Math.abs(found - expected) <= Math.max(rounding, RELATIVE * Math.abs(expected));
	}

	@ParameterizedTest
	@MethodSource("all")
	void mapsLieWherePyRadiomicsPutsThemAndSayWhatIsInThem(final MapCase c) {
		final double initValue = c.settings().voxel().initValue();
		final Mask roi = c.roi();
		for (final FeatureMap map : c.extract()) {
			final double[] found = MapCase.inRoi(map, roi), all = VoxelArrays.doubles(map.volume());
			assertEquals(c.size(), Arrays.stream(map.volume().geometry().size()).mapToObj(n -> (int) n).toList());
			assertEquals(roi.geometry(), map.volume().geometry());
			assertEquals(all.length - found.length, DoubleStream.of(outside(all, roi)).filter(v -> v == initValue).count());
			assertEquals(DoubleStream.of(found).filter(Double::isNaN).count(), map.withoutValue());
			assertEquals(map.withoutValue() == 0, map.reason().isEmpty(), map.reason());
			final double[] values = DoubleStream.of(found).filter(v -> !Double.isNaN(v)).sorted().toArray();
			assertTrue(values.length > 0);
			assertEquals(values[0], map.minimum(), 0);
			assertEquals(values[values.length - 1], map.maximum(), 0);
		}
	}

	private static double[] outside(final double[] all, final Mask roi) {
		final double[] values = new double[all.length];
		final int nx = (int) roi.geometry().size(0), ny = (int) roi.geometry().size(1);
		int n = 0;
		for (int i = 0; i < all.length; i++)
			if (!roi.contains(i % nx, i / nx % ny, i / nx / ny)) values[n++] = all[i];
		return Arrays.copyOf(values, n);
	}

	@ParameterizedTest
	@MethodSource("all")
	void theNumberOfThreadsChangesNoBit(final MapCase c) {
		final List<FeatureMap> one = Parallelization.runSingleThreaded(c::extract);
		final List<FeatureMap> three = Parallelization.runWithNumThreads(3, c::extract);
		final Mask roi = c.roi();
		for (int m = 0; m < one.size(); m++)
			assertArrayEquals(MapCase.inRoi(one.get(m), roi), MapCase.inRoi(three.get(m), roi), one.get(m).column());
	}
}
