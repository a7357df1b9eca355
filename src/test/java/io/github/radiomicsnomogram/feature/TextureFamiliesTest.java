package io.github.radiomicsnomogram.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.feature.FeatureValue.Status;
import io.github.radiomicsnomogram.texture.Binning;
import io.github.radiomicsnomogram.texture.GreyLevels;
import io.github.radiomicsnomogram.texture.LevelCases;
import io.github.radiomicsnomogram.texture.TextureSettings;
import io.github.radiomicsnomogram.texture.TextureSettings.Norm;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;

/** What the texture families promise beside their numbers. */
class TextureFamiliesTest {

	/** Directions are summed in another order. */
	private static final double ROUNDING = 1e-12;

	private static final List<FeatureFamily> FAMILIES = List.of(new GlcmFamily(), new GldmFamily(), new GlrlmFamily(),
		new GlszmFamily(), new NgtdmFamily());

	private static final int[][][] NOISE = LevelCases.random(11, 9, 8, 7, 6, 0.7);

	@Test
	void theFeaturesOfPyRadiomicsAndNoOthers() {
		assertEquals(List.of(24, 14, 16, 16, 5), FAMILIES.stream().map(f -> f.features().size()).toList());
		for (final FeatureFamily family : FAMILIES) {
			final List<String> names = family.features().stream().map(Feature::name).toList();
			assertEquals(names.stream().sorted().toList(), names, "PyRadiomics lists them by name");
			for (final Feature f : family.features()) {
				assertEquals(family.id(), f.family());
				assertFalse(f.deprecated());
				assertFalse(f.formula().isBlank() || f.source().isBlank(), f.id());
				assertTrue(f.ibsi().matches("-|[0-9A-Z]{4}"), f.id());
			}
		}
	}

	@Test
	void ibsiCodesAreUnique() {
		final List<String> codes = FAMILIES.stream().flatMap(f -> f.features().stream()).map(Feature::ibsi).filter(c -> !c
			.equals("-")).toList();
		assertEquals(codes.size(), Set.copyOf(codes).size());
	}

	@Test
	void valuesComeInTheOrderAskedFor() {
		final FeatureFamily family = FAMILIES.get(0);
		final Map<String, FeatureValue> all = compute(NOISE, TextureSettings.DEFAULT);
		final List<Feature> some = List.of(family.features().get(23), family.features().get(3), family.features().get(19));
		final List<FeatureValue> values = family.compute(input(NOISE, TextureSettings.DEFAULT), some);
		for (int i = 0; i < some.size(); i++)
			assertEquals(all.get(some.get(i).id()), values.get(i));
		final Feature other = FAMILIES.get(1).features().get(0);
		assertThrows(IllegalArgumentException.class, () -> family.compute(input(NOISE, TextureSettings.DEFAULT), List.of(
			other)));
	}

	@Test
	void flippedAndTurnedRoisHaveTheSameTexture() {
		final Map<String, FeatureValue> values = compute(NOISE, TextureSettings.DEFAULT);
		assertSame(values, compute(turned(NOISE, 0), TextureSettings.DEFAULT));
		assertSame(values, compute(turned(NOISE, 1), TextureSettings.DEFAULT));
		assertSame(values, compute(turned(NOISE, 2), TextureSettings.DEFAULT));
	}

	/** x and y exchanged, x reversed, or x, y, z moved on. */
	private static int[][][] turned(final int[][][] a, final int how) {
		final int nz = a.length, ny = a[0].length, nx = a[0][0].length;
		final int[][][] b = switch (how) {
			case 0 -> new int[nz][nx][ny];
			case 1 -> new int[nz][ny][nx];
			default -> new int[nx][nz][ny];
		};
		for (int z = 0; z < nz; z++)
			for (int y = 0; y < ny; y++)
				for (int x = 0; x < nx; x++)
					switch (how) {
						case 0 -> b[z][x][y] = a[z][y][x];
						case 1 -> b[z][y][nx - 1 - x] = a[z][y][x];
						default -> b[x][z][y] = a[z][y][x];
					}
		return b;
	}

	@Test
	void aShiftByBinsLeavesTheTexture() {
		final Map<String, FeatureValue> values = compute(shifted(NOISE, 0));
		assertEquals(values, compute(shifted(NOISE, 3 * 25)));
		assertEquals(values, compute(shifted(NOISE, -40 * 25)));
	}

	/** Levels as values of an image, 7 apart, bins of 25. */
	private static FeatureInput shifted(final int[][][] levels, final int by) {
		final int[][][] values = new int[levels.length][levels[0].length][levels[0][0].length];
		for (int z = 0; z < values.length; z++)
			for (int y = 0; y < values[0].length; y++)
				for (int x = 0; x < values[0][0].length; x++)
					values[z][y][x] = levels[z][y][x] == 0 ? 0 : 7 * levels[z][y][x] + 10_000 + by;
		return FeatureInput.of(LevelCases.roi(values, VoxelType.INT16, 1, 1, 1), Binning.DEFAULT);
	}

	@Test
	void threadsDontShow() {
		final TextureSettings many = new TextureSettings(List.of(1, 2), false, Optional.of(Norm.EUCLIDEAN), 1, false, 0);
		for (final TextureSettings settings : List.of(TextureSettings.DEFAULT, many)) {
			final Map<String, FeatureValue> one = Parallelization.runSingleThreaded(() -> compute(NOISE, settings));
			for (int threads = 2; threads < 6; threads++)
				assertEquals(one, Parallelization.runWithNumThreads(threads, () -> compute(NOISE, settings)));
		}
	}

	@Test
	void flatRoisHaveValuesByConvention() {
		final Map<String, FeatureValue> values = compute(LevelCases.random(1, 5, 4, 3, 1, 0.8), TextureSettings.DEFAULT);
		assertConvention(1, "1 where all pairs have one grey level", values.get("glcm_Correlation"));
		assertConvention(0, "0 where all pairs are alike", values.get("glcm_Imc1"));
		assertConvention(1, "1 if the ROI has one grey level", values.get("glcm_MCC"));
		assertConvention(1e6, "1000000 if no voxel differs from the mean of its neighbours", values.get(
			"ngtdm_Coarseness"));
		assertConvention(0, "0 if the ROI has one grey level", values.get("ngtdm_Contrast"));
		assertConvention(0, "0 if i p_i is the same for all grey levels", values.get("ngtdm_Busyness"));
		assertConvention(0, "0 if no voxel differs from the mean of its neighbours", values.get("ngtdm_Strength"));
		assertEquals(7, values.values().stream().filter(v -> v.status() == Status.CONVENTION).count());
		assertEquals(68, values.values().stream().filter(v -> v.status() == Status.OK).count());
	}

	@Test
	void aConventionForSomeDirectionsSaysForHowMany() {
		final int[][][] roi = { { { 1, 1, 0 }, { 0, 0, 2 } } };
		final FeatureValue correlation = compute(roi, TextureSettings.DEFAULT).get("glcm_Correlation");
		assertConvention(0, "1 where all pairs have one grey level, in 1 of 2 directions", correlation);
	}

	/** Two voxels side by side: PyRadiomics' values. */
	@Test
	void twoVoxels() {
		final Map<String, FeatureValue> values = compute(new int[][][] { { { 1, 5 }, { 0, 0 } } }, TextureSettings.DEFAULT);
		assertEquals(-1, values.get("glcm_Correlation").value(), 1e-15);
		assertEquals(0.9999999999999996, values.get("glcm_MCC").value());
		assertEquals(-1, values.get("glcm_Imc1").value(), 1e-15);
		assertEquals(0.25, values.get("ngtdm_Coarseness").value());
		assertEquals(16, values.get("ngtdm_Complexity").value());
		assertEquals(1, values.get("glszm_ZonePercentage").value());
		assertEquals(Set.of(Status.OK), statuses(values));
	}

	/** No two of them are neighbours, but lines meet two of them. */
	@Test
	void isolatedVoxelsHaveNoPairs() {
		final Map<String, FeatureValue> values = compute(new int[][][] { { { 1, 0, 2 }, { 0, 0, 0 }, { 4, 0, 3 } } },
			TextureSettings.DEFAULT);
		values.forEach((id, value) -> {
			if (id.startsWith("glcm")) assertEquals(FeatureValue.undefined("no two voxels of the ROI are neighbours"), value);
			else assertTrue(value.hasValue(), id);
		});
		assertEquals(1, values.get("glrlm_RunPercentage").value());
		assertEquals(1e6, values.get("ngtdm_Coarseness").value());
	}

	/** A knight's move apart: no line either. */
	@Test
	void voxelsOffEveryLineHaveNoRuns() {
		final int[][][] roi = { { { 1, 0, 0 }, { 0, 0, 2 } } };
		final Map<String, FeatureValue> values = compute(roi, TextureSettings.DEFAULT);
		for (final Feature f : new GlrlmFamily().features())
			assertEquals(FeatureValue.undefined("no line of voxels meets two voxels of the ROI"), values.get(f.id()));
		final Map<String, FeatureValue> weighted = compute(roi, new TextureSettings(List.of(1), true, Optional.of(
			Norm.NO_WEIGHTING), 0, false, 0));
		assertConvention(0, "no line of voxels meets two voxels of the ROI", weighted.get("glrlm_RunEntropy"));
		assertEquals(Status.UNDEFINED, weighted.get("glrlm_RunPercentage").status());
	}

	@Test
	void aFlatRoiWithoutPairsHasItsMcc() {
		final Map<String, FeatureValue> values = compute(new int[][][] { { { 1, 0, 1 }, { 0, 0, 0 }, { 1, 0, 1 } } },
			TextureSettings.DEFAULT);
		assertConvention(1, "the ROI has one grey level and no two voxels are neighbours", values.get("glcm_MCC"));
		assertEquals(Status.UNDEFINED, values.get("glcm_Contrast").status());
	}

	/** 700 levels in 1000 voxels: the matrices have 700 rows, not 1,000,000. */
	@Test
	void manyGreyLevels() {
		final int[][][] roi = LevelCases.random(5, 10, 10, 10, 1_000_000, 1);
		final Map<String, FeatureValue> values = compute(roi, TextureSettings.DEFAULT);
		assertEquals(Set.of(Status.OK), statuses(values));
		assertEquals(1, values.get("glszm_ZonePercentage").value());
	}

	@Test
	void tooManyGreyLevelsForPairsAreRefused() {
		final FeatureInput input = input(new int[][][] { { { 1, 2_500_000 } } }, TextureSettings.DEFAULT);
		assertEquals("The grey levels of the ROI go up to 2500000; co-occurrence matrices take 2097152 at most. Use a larger " +
			"binWidth, or a binCount.", assertThrows(InputException.class, () -> FAMILIES.get(0).compute(input, FAMILIES.get(0)
				.features())).getMessage());
		assertEquals(1, FAMILIES.get(3).compute(input, FAMILIES.get(3).features()).get(0).value());
	}

	@Test
	void cancellingStops() {
		final GreyLevels levels = LevelCases.of(NOISE);
		final Progress cancelled = new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				// Nobody listens.
			}

			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		final FeatureInput input = new FeatureInput(levels.roi(), levels, TextureSettings.DEFAULT, 0, cancelled);
		for (final FeatureFamily family : FAMILIES)
			assertThrows(CancellationException.class, () -> family.compute(input, family.features()));
	}

	private static FeatureInput input(final int[][][] levels, final TextureSettings settings) {
		final GreyLevels grey = LevelCases.of(levels);
		return new FeatureInput(grey.roi(), grey, settings, 0, Progress.NONE);
	}

	private static Map<String, FeatureValue> compute(final int[][][] levels, final TextureSettings settings) {
		return compute(input(levels, settings));
	}

	private static Map<String, FeatureValue> compute(final FeatureInput input) {
		final Map<String, FeatureValue> all = new LinkedHashMap<>();
		for (final FeatureFamily family : FAMILIES) {
			final List<FeatureValue> values = family.compute(input, family.features());
			for (int i = 0; i < values.size(); i++)
				all.put(family.features().get(i).id(), values.get(i));
		}
		return all;
	}

	private static Set<Status> statuses(final Map<String, FeatureValue> values) {
		final Set<Status> statuses = new TreeSet<>();
		values.values().forEach(v -> statuses.add(v.status()));
		return statuses;
	}

	private static void assertSame(final Map<String, FeatureValue> expected, final Map<String, FeatureValue> computed) {
		expected.forEach((id, value) -> assertEquals(value.value(), computed.get(id).value(), Math.abs(value.value()) *
			ROUNDING, id));
	}

	private static void assertConvention(final double value, final String reason, final FeatureValue computed) {
		assertEquals(Status.CONVENTION, computed.status());
		assertEquals(reason, computed.reason());
		assertEquals(value, computed.value(), 1e-15, "a mean of two rounded numbers");
	}
}
