package io.github.radiomicsnomogram.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every filter: regions, threads, cancelling, images that can't be filtered. */
class FilterPropertiesTest {

	static Stream<ImageFilter> filters() {
		return Stream.of(new SquareFilter(), new SquareRootFilter(), new LogarithmFilter(), new ExponentialFilter(),
			new GradientFilter(true), new GradientFilter(false), new LogFilter(List.of(1.0, 2.5)), new WaveletFilter("coif1", 2,
				0, false, 0), new WaveletFilter("db3", 1, 1, true, 1), new WaveletFilter("sym20", 1, 0, false, 0));
	}

	@ParameterizedTest
	@MethodSource("filters")
	void aRegionIsThatPartOfTheWholeImage(final ImageFilter filter) {
		for (final VoxelType type : List.of(VoxelType.INT16, VoxelType.FLOAT32)) {
			final Volume image = FilterImages.image(type, 21, 18, 13);
			final Map<String, Volume> whole = FilterImages.all(filter, image);
			for (final BoundingBox region : List.of(new BoundingBox(0, 3, 12, 4, 3, 12), new BoundingBox(16, 0, 2, 20, 17, 9),
				new BoundingBox(7, 8, 6, 7, 8, 6)))
			{
				final Map<String, Volume> parts = FilterImages.in(filter, image, region);
				assertEquals(List.copyOf(whole.keySet()), List.copyOf(parts.keySet()));
				parts.forEach((name, part) -> {
					assertEquals(image.geometry().cropped(region), part.geometry());
					assertArrayEquals(VoxelArrays.doubles(whole.get(name), region), VoxelArrays.doubles(part), name + " " + region);
				});
			}
		}
	}

	/** The image is large enough to be split. */
	@ParameterizedTest
	@MethodSource("filters")
	void threadsDontMatter(final ImageFilter filter) {
		final Volume image = FilterImages.image(VoxelType.INT16, 65, 70, 40);
		final Map<String, Volume> one = Parallelization.runSingleThreaded(() -> FilterImages.all(filter, image));
		final Map<String, Volume> many = Parallelization.runWithNumThreads(5, () -> FilterImages.all(filter, image));
		one.forEach((name, volume) -> assertArrayEquals(VoxelArrays.doubles(volume), VoxelArrays.doubles(many.get(name)),
			name));
	}

	@ParameterizedTest
	@MethodSource("filters")
	void canBeCancelled(final ImageFilter filter) {
		final Volume image = FilterImages.image(VoxelType.INT16, 9, 8, 7);
		final Progress cancelled = new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				assertTrue(fraction >= 0 && fraction <= 1);
			}

			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> filter.apply(image, null, image.geometry().box(), cancelled,
			filtered -> {}));
	}

	@Test
	void imagesWithoutAScaleAreRefused() {
		final Volume zero = FilterImages.volume(VoxelType.INT16, new double[60], 3, 4, 5);
		for (final ImageFilter filter : List.of(new SquareFilter(), new LogarithmFilter(), new ExponentialFilter())) {
			final InputException e = assertThrows(InputException.class, () -> FilterImages.all(filter, zero));
			assertTrue(e.getMessage().contains("'pattern', which is 0 everywhere"), e.getMessage());
		}
		assertArrayEquals(new double[60], VoxelArrays.doubles(FilterImages.all(new SquareRootFilter(), zero).get(
			"squareroot")));
		final Volume broken = FilterImages.volume(VoxelType.FLOAT32, new double[] { 1, Double.NaN, 3 }, 3, 1, 1);
		assertThrows(InputException.class, () -> FilterImages.all(new SquareFilter(), broken));
	}
}
