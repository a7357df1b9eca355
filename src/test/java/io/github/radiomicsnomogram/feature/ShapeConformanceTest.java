package io.github.radiomicsnomogram.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.Shared;
import io.github.radiomicsnomogram.io.NrrdFormat;
import io.github.radiomicsnomogram.texture.Binning;
import io.github.radiomicsnomogram.texture.GreyLevels;
import io.github.radiomicsnomogram.texture.TextureSettings;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.RoiVoxels;
import io.github.radiomicsnomogram.volume.Volume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Shape and first-order features are PyRadiomics 3.1.0's on every reference case: real CT, MR and PET, the IBSI phantom,
 * and ROIs that are flat, of two voxels, in parts, isolated, rotated or at the border.
 */
class ShapeConformanceTest {

	/**
	 * PyRadiomics adds up a volume triangle by triangle, in coordinates that are large against a voxel, and loses four
	 * digits on the largest ROIs; ours is exact. First-order sums run in the same order on both sides.
	 */
	private static final double SHAPE = 3e-12, FIRST_ORDER = 5e-15;

	/** mm. What PyRadiomics' rounding leaves of the third axis of a slice, 4e-15, is 0 here. */
	private static final double NO_LENGTH = 1e-13;

	private static final TextureSettings IN_SLICES = new TextureSettings(List.of(1), true, Optional.empty(), 0, true, 0);

	@ParameterizedTest
	@ValueSource(strings = { "S1", "S7" })
	void binsOfOneWidth(final String setting) throws IOException {
		assertTrue(conforming(setting, new Binning.FixedWidth(25), TextureSettings.DEFAULT) > 15);
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

	@ParameterizedTest
	@ValueSource(ints = { 1, 7, 8, 9 })
	void labelsOfOneImage(final int label) throws IOException {
		assertEquals(1, conforming("S11_label" + label, new Binning.FixedWidth(25), TextureSettings.DEFAULT));
	}

	@Test
	void planarShapeOfTheLargestSlice() throws IOException {
		assertTrue(conforming("S12", new Binning.FixedWidth(25), IN_SLICES) > 15);
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
				final RoiVoxels roi = roi(folder, setting);
				compare(folder.getFileName() + " " + setting, reference, new FeatureInput(roi, GreyLevels.of(roi, binning), texture,
					0, Progress.NONE));
			}
		}
		return cases;
	}

	/** The columns of the families are those of the reference, in its order, and so are the values. */
	private static void compare(final String where, final Path reference, final FeatureInput input) throws IOException {
		final Map<String, FeatureValue> computed = new LinkedHashMap<>();
		for (final FeatureFamily family : List.of(new ShapeFamily(), new Shape2DFamily(), new FirstOrderFamily())) {
			if (family.id().equals("shape2D") && !input.texture().force2D()) continue;
			final List<Feature> features = family.features().stream().filter(f -> !f.id().equals(
				"shape2D_SphericalDisproportion")).toList();
			final List<FeatureValue> values = family.compute(input, features);
			for (int i = 0; i < features.size(); i++)
				computed.put(features.get(i).column("original"), values.get(i));
		}
		final Map<String, Double> expected = expected(reference);
		assertEquals(List.copyOf(expected.keySet()), List.copyOf(computed.keySet()), where);
		expected.forEach((column, value) -> assertEquals(value, computed.get(column).value(), tolerance(column, value), where +
			" " + column));
	}

	private static double tolerance(final String column, final double value) {
		if (Double.isNaN(value)) return 0;
		if (column.contains("firstorder")) return Math.abs(value) * FIRST_ORDER;
		return Math.abs(value) * SHAPE + (column.contains("Least") || column.contains("Flatness") ? NO_LENGTH : 0);
	}

	private static Map<String, Double> expected(final Path csv) throws IOException {
		final Map<String, Double> values = new LinkedHashMap<>();
		for (final String line : Files.readAllLines(csv)) {
			final String[] cells = line.split(",");
			if (cells[0].matches("original_(shape|shape2D|firstorder)_.*")) values.put(cells[0], Double.valueOf(cells[1].replace(
				"nan", "NaN")));
		}
		return values;
	}

	private static RoiVoxels roi(final Path folder, final String setting) {
		final Volume image = new NrrdFormat().read(folder.resolve("image.nrrd"), Progress.NONE);
		final Volume labels = new NrrdFormat().read(folder.resolve("mask.nrrd"), Progress.NONE);
		final int label = setting.startsWith("S11_label") ? Integer.parseInt(setting.substring("S11_label".length())) : 1;
		final Mask mask = Mask.ofLabel("mask", labels.geometry(), labels.voxels(), label);
		return new RoiVoxels(image, setting.equals("S12") ? largestSlice(mask) : mask);
	}

	private static Mask largestSlice(final Mask mask) {
		final BoundingBox box = mask.box();
		int largest = 0, most = 0;
		for (int z = box.z0(); z <= box.z1(); z++) {
			int n = 0;
			for (int y = box.y0(); y <= box.y1(); y++)
				for (int x = box.x0(); x <= box.x1(); x++)
					if (mask.contains(x, y, z)) n++;
			if (n > most) {
				most = n;
				largest = z;
			}
		}
		final byte[] inside = new byte[box.size(0) * box.size(1)];
		for (int i = 0; i < inside.length; i++)
			if (mask.contains(box.x0() + i % box.size(0), box.y0() + i / box.size(0), largest)) inside[i] = 1;
		return Mask.of("slice", mask.geometry(), new BoundingBox(box.x0(), box.y0(), largest, box.x1(), box.y1(), largest),
			inside);
	}
}
