package io.github.radiomicsnomogram.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.Arrays;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;

class RoiRulesTest {

	private static final Geometry GRID = grid(0);
	private static final Volume IMAGE = new Volume(ArrayImgs.shorts(5, 4, 3), GRID, VoxelType.INT16, ImageInfo.of("ct",
		"HU"));

	private static Geometry grid(final double x) {
		return new Geometry(new long[] { 5, 4, 3 }, new double[] { 0.5, 0.5, 2 }, new double[] { x, 0, 0 }, new double[] { 1,
			0, 0, 0, 1, 0, 0, 0, 1 });
	}

	private static Mask box(final Geometry grid, final int nx, final int ny, final int nz) {
		final byte[] inside = new byte[nx * ny * nz];
		Arrays.fill(inside, (byte) 1);
		return Mask.of("roi", grid, new BoundingBox(0, 0, 0, nx - 1, ny - 1, nz - 1), inside);
	}

	private static String refusal(final RoiRules rules, final Mask mask) {
		return assertThrows(InputException.class, () -> rules.check(IMAGE, mask)).getMessage();
	}

	@Test
	void acceptsAPlane() {
		final Mask plane = box(GRID, 2, 2, 1);
		assertSame(plane, RoiRules.DEFAULT.check(IMAGE, plane));
	}

	@Test
	void refusesSmallRois() {
		assertEquals("The ROI 'roi' is a single voxel: no features can be computed for it. Draw a larger ROI or choose " +
			"another label.", refusal(new RoiRules(1, 0, 0, false), box(GRID, 1, 1, 1)));
		assertEquals("The ROI 'roi' has 1 dimension(s) (1 x 4 x 1 voxels); at least 2 are needed (minimumROIDimensions). " +
			"Draw a larger ROI or choose another label.", refusal(RoiRules.DEFAULT, box(GRID, 1, 4, 1)));
		assertEquals("The ROI 'roi' has 4 voxels; more than 4 are needed (minimumROISize).", refusal(new RoiRules(2, 4, 0, false),
			box(GRID, 2, 2, 1)));
	}

	@Test
	void refusesAnotherGridWithBothGeometries() {
		final String message = refusal(RoiRules.DEFAULT, box(grid(0.01), 2, 2, 2));
		assertTrue(message.contains("(origin along x: 0.0 against 0.01 mm)"), message);
		assertTrue(message.contains(GRID.describe()) && message.contains(grid(0.01).describe()), message);
	}

	@Test
	void placesARoiWithinToleranceOnTheImagesGrid() {
		final Mask near = box(grid(0.01), 2, 2, 2);
		assertEquals(GRID, new RoiRules(2, 0, 0.05, false).check(IMAGE, near).geometry());
		assertTrue(refusal(new RoiRules(2, 0, 0.01, false), near).contains("different grids"), "0.01 voxels are 0.005 mm");
	}
}
