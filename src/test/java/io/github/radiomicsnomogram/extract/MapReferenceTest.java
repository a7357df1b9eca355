package io.github.radiomicsnomogram.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.feature.FeatureFamily;
import io.github.radiomicsnomogram.feature.FeatureInput;
import io.github.radiomicsnomogram.feature.FeatureRegistry;
import io.github.radiomicsnomogram.feature.FeatureValue;
import io.github.radiomicsnomogram.feature.KernelFeatures;
import io.github.radiomicsnomogram.feature.KernelInput;
import io.github.radiomicsnomogram.texture.Binning;
import io.github.radiomicsnomogram.texture.GreyLevels;
import io.github.radiomicsnomogram.texture.TextureSettings;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.RoiVoxels;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kernels' fast ways against one whole extraction of each kernel as a ROI of its own. */
class MapReferenceTest {

	/** Sums in another order. */
	private static final double RELATIVE = 1e-10, ABSOLUTE = 1e-11;

	/** These look at the highest level, and at whether the ROI is flat: of the whole ROI in maps. */
	private static final Set<String> OF_THE_WHOLE = Set.of("Idn", "Idmn", "MCC");

	private static final int NX = 7, NY = 6, NZ = 5;

	/** Few levels are counted in tables, many in sorted lists. */
	@ParameterizedTest
	@CsvSource({ "1,4,0.9,1,true,false", "2,5,0.7,2,true,false", "1,400,0.8,3,true,false", "2,400,0.9,4,false,false",
		"1,6,0.4,5,false,true", "3,9,1.0,6,true,true", "2,300,0.8,7,true,true" })
	void equalsTheExtractionOfEachKernel(final int radius, final int levels, final double density, final long seed,
		final boolean symmetrical, final boolean weighted)
	{
		final Random random = new Random(seed);
		final Volume image = image(random, levels);
		final Mask mask = mask(random, density, image.geometry());
		final TextureSettings texture = new TextureSettings(List.of(1, 2), symmetrical, weighted ? Optional.of(
			TextureSettings.Norm.EUCLIDEAN) : Optional.empty(), 1, false, 0);
		final KernelInput input = KernelInput.of(image, mask, image.geometry().box(), radius, new Binning.FixedWidth(1),
			texture, 0, 0);
		final List<String> wrong = new ArrayList<>();
		for (final FeatureFamily family : FeatureRegistry.DEFAULT.families())
			family.kernels(input, family.features()).ifPresent(kernels -> compare(family, input, kernels.get(), radius, image,
				mask, wrong));
		assertEquals(List.of(), wrong);
	}

	private static void compare(final FeatureFamily family, final KernelInput input, final KernelFeatures kernels,
		final int radius, final Volume image, final Mask mask, final List<String> wrong)
	{
		final double[] found = new double[family.features().size()];
		final BoundingBox box = mask.box();
		for (int z = box.z0(); z <= box.z1(); z++)
			for (int y = box.y0(); y <= box.y1(); y++)
				for (int x = box.x0(); x <= box.x1(); x++) {
					if (!mask.contains(x, y, z)) continue;
					kernels.compute(x - box.x0(), y - box.y0(), z - box.z0(), found);
					final List<FeatureValue> expected = family.compute(kernel(input, radius, image, mask, x, y, z), family
						.features());
					for (int f = 0; f < found.length; f++) {
						final Feature feature = family.features().get(f);
						final double value = expected.get(f).value();
						if (!OF_THE_WHOLE.contains(feature.name()) && !equal(value, found[f])) wrong.add(feature.id() + " at " + x +
							", " + y + ", " + z + ": " + found[f] + " for " + value);
					}
				}
	}

	private static boolean equal(final double expected, final double found) {
		return Double.isNaN(expected) ? Double.isNaN(found) : Math.abs(expected - found) <= ABSOLUTE + RELATIVE * Math.abs(
			expected);
	}

	/** A kernel as a ROI, with the grey levels of the whole ROI. */
	private static FeatureInput kernel(final KernelInput input, final int radius, final Volume image, final Mask mask,
		final int x, final int y, final int z)
	{
		final byte[] inside = new byte[NX * NY * NZ];
		int i = 0;
		for (int w = 0; w < NZ; w++)
			for (int v = 0; v < NY; v++)
				for (int u = 0; u < NX; u++)
					inside[i++] = (byte) (mask.contains(u, v, w) && Math.abs(u - x) <= radius && Math.abs(v - y) <= radius && Math
						.abs(w - z) <= radius ? 1 : 0);
		final RoiVoxels roi = new RoiVoxels(image, Mask.of("kernel", image.geometry(), image.geometry().box(), inside));
		final double low = Arrays.stream(input.voxels().values()).min().orElseThrow();
		final int[] levels = Arrays.stream(roi.values()).mapToInt(v -> (int) (v - low) + 1).toArray();
		return new FeatureInput(roi, GreyLevels.ofLevels(roi, levels), input.grid().settings(), 0, Progress.NONE);
	}

	private static Volume image(final Random random, final int levels) {
		final Geometry grid = Geometry.axisAligned(new long[] { NX, NY, NZ }, new double[] { 0.8, 1, 1.5 });
		return VoxelArrays.volume(random.ints(NX * NY * NZ, 0, levels).asDoubleStream().toArray(), grid, VoxelType.INT16,
			ImageInfo.of("noise", ""));
	}

	private static Mask mask(final Random random, final double density, final Geometry grid) {
		final byte[] inside = new byte[NX * NY * NZ];
		for (int i = 0; i < inside.length; i++)
			inside[i] = (byte) (random.nextDouble() < density ? 1 : 0);
		return Mask.of("roi", grid, grid.box(), inside);
	}
}
