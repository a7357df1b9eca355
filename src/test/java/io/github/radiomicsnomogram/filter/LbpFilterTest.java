package io.github.radiomicsnomogram.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.RoiVoxels;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.List;
import java.util.Map;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties of LBP2D and LBP3D that need no oracle. */
class LbpFilterTest {

	private static final BoundingBox PART = new BoundingBox(3, 2, 1, 8, 9, 6);

	private final Volume image = LbpImages.image("noise", 11, 12, 9, VoxelType.INT16);
	private final Mask roi = LbpImages.roi(image.geometry(), 1);

	@Test
	void namesInPyradiomicsOrder() {
		assertEquals(List.of("lbp-3D-m1", "lbp-3D-m2", "lbp-3D-m3", "lbp-3D-k"), List.copyOf(LbpImages.filtered(
			new Lbp3DFilter(3, 1, 0), image, roi, image.geometry().box()).keySet()));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.5, 1, 2.5, 20 })
	void aPartIsThePartOfTheWhole(final double radius) {
		requirePart(new Lbp3DFilter(2, radius, 1));
		for (int axis = 0; axis < 3; axis++)
			requirePart(new Lbp2DFilter(radius, 9, Lbp2DMethod.UNIFORM, axis));
	}

	private void requirePart(final ImageFilter filter) {
		final Map<String, Volume> whole = LbpImages.filtered(filter, image, roi, image.geometry().box());
		LbpImages.filtered(filter, image, roi, PART).forEach((name, part) -> {
			assertEquals(image.geometry().cropped(PART), part.geometry());
			assertArrayEquals(VoxelArrays.doubles(whole.get(name), PART), VoxelArrays.doubles(part), name);
		});
	}

	@Test
	void threadsDontMatter() {
		for (final ImageFilter filter : List.of(Lbp2DFilter.DEFAULT, Lbp3DFilter.DEFAULT)) {
			final Map<String, Volume> one = Parallelization.runSingleThreaded(() -> LbpImages.filtered(filter, image, roi,
				PART));
			final Map<String, Volume> four = Parallelization.runWithNumThreads(4, () -> LbpImages.filtered(filter, image, roi,
				PART));
			one.forEach((name, volume) -> assertArrayEquals(VoxelArrays.doubles(volume), VoxelArrays.doubles(four.get(name)),
				name));
		}
	}

	@Test
	void aRoiBesideTheRegionGivesZeros() {
		final Mask corner = Mask.of("corner", image.geometry(), new BoundingBox(0, 0, 0, 0, 0, 0), new byte[] { 1 });
		LbpImages.filtered(Lbp3DFilter.DEFAULT, image, corner, PART).forEach((name, volume) -> assertArrayEquals(
			new double[(int) PART.voxels()], VoxelArrays.doubles(volume), name));
	}

	@Test
	void aVoxelWithoutKurtosisIsExplained() {
		final Volume flat = LbpImages.image("flat", 9, 9, 9, VoxelType.INT16);
		final Mask middle = Mask.of("middle", flat.geometry(), new BoundingBox(4, 4, 4, 4, 4, 4), new byte[] { 1 });
		final Volume k = LbpImages.filtered(Lbp3DFilter.DEFAULT, flat, middle, flat.geometry().box()).get("lbp-3D-k");
		assertTrue(k.info().warnings().get(0).contains("NaN in 1 voxels"), k.info().warnings().toString());
		final InputException error = assertThrows(InputException.class, () -> new RoiVoxels(k, middle));
		assertTrue(error.getMessage().contains("NaN where all neighbours are alike"), error.getMessage());
	}

	@ParameterizedTest
	@EnumSource(Lbp2DMethod.class)
	void methodsByName(final Lbp2DMethod method) {
		assertEquals(method, Lbp2DMethod.ofName(method.pyradiomicsName()));
	}

	@Test
	void impossibleSettingsAreRefused() {
		refused("nri_uniform", () -> Lbp2DMethod.ofName("nri_uniform"));
		refused("lbp2DSamples is 32", () -> new Lbp2DFilter(1, 32, Lbp2DMethod.DEFAULT, 0));
		refused("lbp2DSamples is 33", () -> new Lbp2DFilter(1, 33, Lbp2DMethod.ROR, 0));
		refused("lbp2DSamples is 0", () -> new Lbp2DFilter(1, 0, Lbp2DMethod.UNIFORM, 0));
		refused("lbp2DRadius is 0.0", () -> new Lbp2DFilter(0, 8, Lbp2DMethod.UNIFORM, 0));
		refused("force2Ddimension is 3", () -> new Lbp2DFilter(1, 8, Lbp2DMethod.UNIFORM, 3));
		refused("lbp3DLevels is 1", () -> new Lbp3DFilter(1, 1, 1));
		refused("lbp3DIcosphereRadius is NaN", () -> new Lbp3DFilter(2, Double.NaN, 1));
		refused("lbp3DIcosphereSubdivision is -1", () -> new Lbp3DFilter(2, 1, -1));
	}

	private static void refused(final String words, final org.junit.jupiter.api.function.Executable settings) {
		final String message = assertThrows(InputException.class, settings).getMessage();
		assertTrue(message.contains(words), message);
	}
}
