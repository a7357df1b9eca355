package io.github.radiomicsnomogram.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureRegistry;
import io.github.radiomicsnomogram.filter.SquareFilter;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

class MapExtractorTest {

	private static final Geometry GRID = Geometry.axisAligned(new long[] { 9, 8, 7 }, new double[] { 1, 1, 2 });
	private static final Volume IMAGE = VoxelArrays.volume(new Random(3).ints(9 * 8 * 7, -50, 150).asDoubleStream()
		.toArray(), GRID, VoxelType.INT16, ImageInfo.of("noise", "HU"));
	private static final Mask ROI = roi();

	private static Mask roi() {
		final Random random = new Random(4);
		final BoundingBox box = new BoundingBox(2, 2, 2, 6, 5, 4);
		final byte[] inside = new byte[(int) box.voxels()];
		for (int i = 0; i < inside.length; i++)
			inside[i] = (byte) (random.nextDouble() < 0.8 ? 1 : 0);
		return Mask.of("roi", GRID, box, inside);
	}

	private static ExtractionSettings settings(final String... families) {
		return ExtractionSettings.defaults().withFeatures(FeatureRegistry.DEFAULT.features().stream().filter(f -> List.of(
			families).contains(f.family())).toList());
	}

	private static List<FeatureMap> maps(final ExtractionSettings settings) {
		return new MapExtractor().extract(IMAGE, ROI, settings, Progress.NONE);
	}

	@Test
	void shapeHasNoMaps() {
		final InputException e = assertThrows(InputException.class, () -> maps(settings("shape")));
		assertTrue(e.getMessage().startsWith("Shape has no maps"), e.getMessage());
		assertEquals(List.of("ngtdm"), maps(settings("shape", "ngtdm")).stream().map(m -> m.feature().family()).distinct()
			.toList());
	}

	/** A kernel that holds the whole ROI is the ROI; sums in another order differ by 1e-13. */
	@Test
	void kernelsAsLargeAsTheRoiGiveItsFeatures() {
		final ExtractionSettings settings = settings("firstorder", "glcm", "gldm", "glrlm", "glszm", "ngtdm").withVoxel(
			new VoxelSettings(100, true, 0, VoxelSettings.ALL));
		final Extraction whole = new Extractor().extract(IMAGE, ROI, settings, Progress.NONE);
		final List<FeatureMap> maps = maps(settings);
		assertEquals(whole.entries().size(), maps.size());
		for (final FeatureMap map : maps) {
			final double expected = whole.value(map.column()).orElseThrow().value(), tolerance = 1e-10 * Math.abs(expected);
			assertEquals(expected, map.minimum(), tolerance, map.column());
			assertEquals(expected, map.maximum(), tolerance, map.column());
			assertEquals(GRID, map.volume().geometry());
		}
	}

	@Test
	void columnsAreThoseOfEachImageTypeAndUnitsThoseOfTheFeatures() {
		final Feature mean = FeatureRegistry.DEFAULT.feature("firstorder_Mean").orElseThrow();
		final ExtractionSettings settings = ExtractionSettings.defaults().withFeatures(List.of(mean, mean));
		final List<FeatureMap> maps = maps(settings.withImageTypes(List.of(ImageType.original(settings.general()), ImageType
			.of(new SquareFilter(), settings.general()))));
		assertEquals(List.of("original_firstorder_Mean", "square_firstorder_Mean"), maps.stream().map(FeatureMap::column)
			.toList());
		assertEquals("HU", maps.get(0).unit());
		assertEquals("original_firstorder_Mean", maps.get(0).volume().info().name());
		assertEquals(GRID.cropped(new BoundingBox(1, 1, 1, 7, 6, 5)), maps.get(0).volume().geometry());
	}

	@Test
	void theCallerMayStopIt() {
		final List<Double> heard = new ArrayList<>();
		final Progress progress = new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				synchronized (heard) {
					heard.add(fraction);
				}
			}

			@Override
			public boolean isCancelled() {
				synchronized (heard) {
					return heard.size() > 5;
				}
			}
		};
		assertThrows(CancellationException.class, () -> new MapExtractor().extract(IMAGE, ROI, settings("glcm"), progress));
	}
}
