package io.github.radiomicsnomogram.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.Shared;
import io.github.radiomicsnomogram.io.NrrdFormat;
import io.github.radiomicsnomogram.texture.Binning;
import io.github.radiomicsnomogram.texture.GreyLevels;
import io.github.radiomicsnomogram.texture.TextureSettings;
import io.github.radiomicsnomogram.texture.TextureSettings.Norm;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.RoiVoxels;
import io.github.radiomicsnomogram.volume.Volume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * The texture families give PyRadiomics 3.1.0's values on every reference case: real CT, MR and PET, the IBSI phantom, and
 * ROIs that are flat, of two voxels, in parts, isolated, rotated or at the border.
 */
class TextureConformanceTest {

	/**
	 * Both sides round differently, mostly below 1e-13. ClusterShade, a sum of terms of both signs, comes to 1e-11 where
	 * its sum is a thousandth of its terms.
	 */
	private static final double RELATIVE = 2e-11;

	/** What PyRadiomics' rounding leaves of values that are 0: a variance of 5e-32 for runs that are all of length 1. */
	private static final double ZERO = 1e-30;

	private static final List<String> FAMILIES = List.of("glcm", "gldm", "glrlm", "glszm", "ngtdm");

	@Test
	void theDefaultSettings() throws IOException {
		assertTrue(conforming("S1", new Binning.FixedWidth(25), TextureSettings.DEFAULT) > 15);
	}

	@Test
	void aFixedNumberOfBins() throws IOException {
		assertTrue(conforming("S3", new Binning.FixedCount(32), TextureSettings.DEFAULT) > 15);
	}

	@Test
	void narrowBins() throws IOException {
		assertEquals(1, conforming("D1", new Binning.FixedWidth(1), TextureSettings.DEFAULT));
		assertEquals(1, conforming("P1", new Binning.FixedWidth(0.25), TextureSettings.DEFAULT));
	}

	@Test
	void labelsOfOneImage() throws IOException {
		for (final int label : new int[] { 1, 7, 8, 9 })
			assertEquals(1, conforming("S11_label" + label, new Binning.FixedWidth(25), TextureSettings.DEFAULT));
	}

	@Test
	void neighboursInTheSliceOnly() throws IOException {
		final TextureSettings flat = new TextureSettings(List.of(1), true, Optional.empty(), 0, true, 0);
		assertTrue(conforming("S7", new Binning.FixedWidth(25), flat) > 15);
		assertTrue(conforming("S12", new Binning.FixedWidth(25), flat) > 15);
	}

	@Test
	void distancesWeightsAndDependence() throws IOException {
		final TextureSettings settings = new TextureSettings(List.of(1, 2), false, Optional.of(Norm.EUCLIDEAN), 1, false, 0);
		assertTrue(conforming("S9", new Binning.FixedWidth(25), settings) > 15);
	}

	/** Number of cases with reference values for a setting, all of which agree. */
	private static int conforming(final String setting, final Binning binning, final TextureSettings texture)
		throws IOException
	{
		int cases = 0;
		try (Stream<Path> folders = Files.list(Shared.path("golden/radiomics"))) {
			for (final Path folder : folders.sorted().toList()) {
				final Path reference = folder.resolve(setting + ".csv");
				if (!Files.exists(reference)) continue;
				cases++;
				compare(folder.getFileName() + " " + setting, expected(reference), computed(input(folder, setting, binning,
					texture)));
			}
		}
		return cases;
	}

	private static void compare(final String where, final Map<String, Double> expected, final Map<String, Double> computed) {
		assertEquals(expected.keySet(), computed.keySet(), where);
		expected.forEach((column, value) -> assertEquals(value, computed.get(column), value.isNaN() ? ZERO : Math.abs(value) *
			RELATIVE + ZERO, where + " " + column));
	}

	private static Map<String, Double> expected(final Path csv) throws IOException {
		final Map<String, Double> values = new TreeMap<>();
		for (final String line : Files.readAllLines(csv)) {
			final String[] cells = line.split(",");
			final String[] name = cells[0].split("_");
			if (name.length == 3 && FAMILIES.contains(name[1])) values.put(cells[0], Double.valueOf(cells[1].replace("nan",
				"NaN")));
		}
		return values;
	}

	private static FeatureInput input(final Path folder, final String setting, final Binning binning,
		final TextureSettings texture)
	{
		final Volume image = new NrrdFormat().read(folder.resolve("image.nrrd"), Progress.NONE);
		final Volume labels = new NrrdFormat().read(folder.resolve("mask.nrrd"), Progress.NONE);
		final int label = setting.startsWith("S11_label") ? Integer.parseInt(setting.substring(9)) : 1;
		final Mask mask = Mask.ofLabel("mask", labels.geometry(), labels.voxels(), label);
		final RoiVoxels roi = new RoiVoxels(image, setting.equals("S12") ? largestSlice(mask) : mask);
		return new FeatureInput(roi, GreyLevels.of(roi, binning), texture, 0, Progress.NONE);
	}

	private static Mask largestSlice(final Mask mask) {
		final BoundingBox box = mask.box();
		final byte[] inside = mask.toBytes();
		final int area = box.size(0) * box.size(1);
		int largest = -1, most = 0;
		for (int z = 0; z < box.size(2); z++) {
			int n = 0;
			for (int i = z * area; i < (z + 1) * area; i++)
				n += inside[i];
			if (n > most) {
				most = n;
				largest = z;
			}
		}
		return Mask.of("slice", mask.geometry(), new BoundingBox(box.x0(), box.y0(), box.z0() + largest, box.x1(), box.y1(),
			box.z0() + largest), Arrays.copyOfRange(inside, largest * area, (largest + 1) * area));
	}

	private static Map<String, Double> computed(final FeatureInput input) {
		final Map<String, Double> values = new TreeMap<>();
		for (final String id : FAMILIES) {
			final FeatureFamily family = FeatureRegistry.DEFAULT.family(id).orElseThrow();
			final List<Feature> features = new ArrayList<>(family.features());
			final List<FeatureValue> computed = family.compute(input, features);
			for (int i = 0; i < features.size(); i++)
				values.put(features.get(i).column("original"), computed.get(i).value());
		}
		return values;
	}
}
