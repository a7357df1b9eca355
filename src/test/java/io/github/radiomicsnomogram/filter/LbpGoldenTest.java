package io.github.radiomicsnomogram.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.Shared;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Against PyRadiomics' filtered images, voxel by voxel. Tolerance 0, but for lbp-3D-m2: those images were made on a
 * processor for which NumPy and its BLAS take other instructions, and PyRadiomics itself is up to 7.2e-15 (2 units in the
 * last place of the largest values) away from them elsewhere.
 */
class LbpGoldenTest {

	private static final double OTHER_PROCESSOR = 1e-14;

	@ParameterizedTest
	@ValueSource(strings = { "edge_border", "edge_float", "edge_rotated" })
	void everyVoxel(final String name) {
		final Path folder = Shared.path("golden/radiomics").resolve(name);
		final ImageFiles files = ImageFiles.with();
		final Volume image = files.read(folder.resolve("image.nrrd"), Progress.NONE);
		final Mask mask = files.readMask(folder.resolve("mask.nrrd"), 1, Progress.NONE);
		final BoundingBox all = image.geometry().box();
		final Map<String, Volume> images = LbpImages.filtered(Lbp3DFilter.DEFAULT, image, mask, all);
		images.putAll(LbpImages.filtered(Lbp2DFilter.DEFAULT, image, mask, all));
		assertEquals(4, images.size());
		images.forEach((label, volume) -> {
			final Volume expected = files.read(folder.resolve("filters").resolve(label + ".nrrd"), Progress.NONE);
			assertEquals(expected.type(), volume.type(), label);
			final double[] e = VoxelArrays.doubles(expected), v = VoxelArrays.doubles(volume);
			for (int i = 0; i < e.length; i++)
				assertEquals(e[i] + 0.0, v[i] + 0.0, label.equals("lbp-3D-m2") ? OTHER_PROCESSOR : 0, label + " voxel " + i);
		});
	}
}
