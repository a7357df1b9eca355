package io.github.radiomicsnomogram.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.List;

import org.junit.jupiter.api.Test;

class LogFilterTest {

	@Test
	void namesAreWrittenAsPythonWritesTheNumber() {
		final Geometry grid = Geometry.axisAligned(new long[] { 4, 4, 4 }, new double[] { 1e17, 1e17, 1e17 });
		final Volume image = VoxelArrays.volume(new double[64], grid, VoxelType.INT16, ImageInfo.of("coarse", ""));
		final List<Number> sigma = List.of(0.5, 10.0, 1.25, 1, 0.001, 0.1, 1e-4, 1e-5, 1.5e-7, 1e16, 123456789.125);
		final List<String> expected = List.of("0-5", "10-0", "1-25", "1", "0-001", "0-1", "0-0001", "1e-05", "1-5e-07",
			"1e+16", "123456789-125");
		for (int i = 0; i < sigma.size(); i++)
			assertEquals("log-sigma-" + expected.get(i) + "-mm-3D", LogFilter.name(sigma.get(i)));
		assertEquals(0, new LogFilter(sigma).omissions(image.geometry()).size());
	}

	/** PyRadiomics needs 4 voxels, and ceil(sigma / spacing) + 1. */
	@Test
	void sigmaThatTheImageIsTooSmallForGivesNoImage() {
		final Volume image = FilterImages.image(VoxelType.INT16, 9, 8, 4);
		final LogFilter filter = new LogFilter(List.of(1.0, 4.8, 5.0, 7.5));
		assertEquals(List.of("log-sigma-1-0-mm-3D", "log-sigma-4-8-mm-3D"), List.copyOf(FilterImages.all(filter, image)
			.keySet()));
		final List<String> omissions = filter.omissions(image.geometry());
		assertEquals(2, omissions.size());
		assertTrue(omissions.get(0).startsWith("LoG gives no image for sigma 5.0 mm: it needs 9 voxels of 0.7 mm along y, " +
			"and the image has 8"), omissions.get(0));
		assertEquals(4, filter.omissions(FilterImages.image(VoxelType.INT16, 9, 8, 3).geometry()).size());
		assertEquals(1, new LogFilter(List.of()).omissions(image.geometry()).size());
	}

	@Test
	void sigmaMustBePositive() {
		for (final double sigma : new double[] { 0, -1, Double.NaN, Double.POSITIVE_INFINITY })
			assertThrows(InputException.class, () -> new LogFilter(List.of(1.0, sigma)));
	}

	/** ITK's coefficients are 0 / 0 there, and PyRadiomics fails at the bins. */
	@Test
	void tinySigmaIsRefused() {
		final Volume image = FilterImages.image(VoxelType.INT16, 9, 8, 4);
		final InputException e = assertThrows(InputException.class, () -> FilterImages.all(new LogFilter(List.of(1e-4)),
			image));
		assertTrue(e.getMessage().contains("sigma 1.0E-4 mm is too small for voxels of"), e.getMessage());
	}
}
