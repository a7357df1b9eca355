package io.github.radiomicsnomogram.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.texture.Binning;
import io.github.radiomicsnomogram.texture.GreyLevels;
import io.github.radiomicsnomogram.texture.TextureSettings;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.RoiVoxels;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;

class FirstOrderFamilyTest {

	private static final FeatureFamily FAMILY = new FirstOrderFamily();

	/** A few dozen roundings one after the other. */
	private static final double ROUNDING = 2e-14;

	/** A ROI of n x 1 x 1 voxels of 2 cubic mm. */
	private static FeatureInput input(final double shift, final double... values) {
		final int n = values.length;
		final Geometry geometry = Geometry.axisAligned(new long[] { n, 1, 1 }, new double[] { 2, 0.5, 2 });
		final byte[] inside = new byte[n];
		Arrays.fill(inside, (byte) 1);
		final RoiVoxels roi = new RoiVoxels(new Volume(ArrayImgs.doubles(values, n, 1, 1), geometry, VoxelType.FLOAT64,
			ImageInfo.of("image", "HU")), Mask.of("roi", geometry, new BoundingBox(0, 0, 0, n - 1, 0, 0), inside));
		return new FeatureInput(roi, GreyLevels.of(roi, Binning.DEFAULT), TextureSettings.DEFAULT, shift, Progress.NONE);
	}

	private static FeatureValue value(final FeatureInput input, final String name) {
		final Feature feature = FAMILY.features().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
		return FAMILY.compute(input, List.of(feature)).get(0);
	}

	private static void assertValue(final double expected, final FeatureInput input, final String name) {
		assertEquals(expected, value(input, name).value(), Math.abs(expected) * ROUNDING, name);
	}

	@Test
	void featuresComeInPyRadiomicsOrder() {
		assertEquals(List.of("10Percentile", "90Percentile", "Energy", "Entropy", "InterquartileRange", "Kurtosis", "Maximum",
			"MeanAbsoluteDeviation", "Mean", "Median", "Minimum", "Range", "RobustMeanAbsoluteDeviation", "RootMeanSquared",
			"Skewness", "TotalEnergy", "Uniformity", "Variance", "StandardDeviation"), FAMILY.features().stream().map(
				Feature::name).toList());
		assertEquals(List.of("StandardDeviation"), FAMILY.features().stream().filter(Feature::deprecated).map(Feature::name)
			.toList());
	}

	/** Worked by hand: mean 4, deviations -4, -3, -1, 2, 6. */
	@Test
	void aSmallExample() {
		final FeatureInput in = input(0, 10, 0, 3, 6, 1);
		assertValue(0, in, "Minimum");
		assertValue(10, in, "Maximum");
		assertValue(10, in, "Range");
		assertValue(4, in, "Mean");
		assertValue(3, in, "Median");
		assertValue(0.4, in, "10Percentile");
		assertValue(8.4, in, "90Percentile");
		assertValue(5, in, "InterquartileRange");
		assertValue(146, in, "Energy");
		assertValue(292, in, "TotalEnergy");
		assertValue(Math.sqrt(146 / 5.0), in, "RootMeanSquared");
		assertValue(16 / 5.0, in, "MeanAbsoluteDeviation");
		assertValue(66 / 5.0, in, "Variance");
		assertValue(Math.sqrt(66 / 5.0), in, "StandardDeviation");
		assertValue((-64 - 27 - 1 + 8 + 216) / 5.0 / Math.pow(66 / 5.0, 1.5), in, "Skewness");
		assertValue((256 + 81 + 1 + 16 + 1296) / 5.0 / Math.pow(66 / 5.0, 2), in, "Kurtosis");
		assertValue((Math.abs(3 - 10 / 3.0) + (6 - 10 / 3.0) + (10 / 3.0 - 1)) / 3, in, "RobustMeanAbsoluteDeviation");
	}

	@Test
	void greyLevelsGiveEntropyAndUniformity() {
		final FeatureInput in = input(0, 0, 10, 30, 40, 60, 80, 90, 99);
		assertValue(-(0.25 * -2 + 0.25 * -2 + 0.125 * -3 + 0.375 * Math.log(0.375) / Math.log(2)), in, "Entropy");
		assertValue((4 + 4 + 1 + 9) / 64.0, in, "Uniformity");
	}

	@Test
	void theShiftCountsForEnergyOnly() {
		final FeatureInput in = input(100, -1, 2, 5);
		assertValue(99 * 99 + 102 * 102 + 105 * 105, in, "Energy");
		assertValue(2 * (99 * 99 + 102 * 102 + 105 * 105), in, "TotalEnergy");
		assertValue(Math.sqrt((99 * 99 + 102 * 102 + 105 * 105) / 3.0), in, "RootMeanSquared");
		assertValue(2, in, "Mean");
	}

	/**
	 * Values that are far from 0 and close together, moments by exact arithmetic. Two passes lose nothing but the rounding
	 * of the mean, 1e-9 against a standard deviation of 3000: squared in the second moment, 3 and 4 times in the others.
	 */
	@Test
	void momentsKeepTheirDigitsFarFromZero() {
		final double[] x = new Random(6).doubles(5000, 0, 1).map(v -> 1e7 + v * v * 1e4).toArray();
		final FeatureInput in = input(0, x);
		BigDecimal mean = BigDecimal.ZERO;
		for (final double v : x)
			mean = mean.add(new BigDecimal(v));
		mean = mean.divide(BigDecimal.valueOf(x.length), MathContext.DECIMAL128);
		final BigDecimal[] m = { null, null, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO };
		for (final double v : x)
			for (int k = 2; k <= 4; k++)
				m[k] = m[k].add(new BigDecimal(v).subtract(mean).pow(k, MathContext.DECIMAL128));
		final double n = x.length, m2 = m[2].doubleValue() / n;
		assertEquals(mean.doubleValue(), value(in, "Mean").value(), 2 * Math.ulp(1e7));
		assertValue(m2, in, "Variance");
		final double shift = Math.ulp(1e7) / Math.sqrt(m2);
		assertEquals(m[3].doubleValue() / n / Math.pow(m2, 1.5), value(in, "Skewness").value(), 3 * shift);
		assertEquals(m[4].doubleValue() / n / (m2 * m2), value(in, "Kurtosis").value(), 4 * shift);
	}

	@Test
	void aFlatRoiHasValuesByConvention() {
		final FeatureInput in = input(0, 100, 100, 100);
		for (final String name : List.of("Skewness", "Kurtosis")) {
			final FeatureValue v = value(in, name);
			assertEquals(FeatureValue.byConvention(0, "all values are equal"), v);
		}
		assertEquals(FeatureValue.of(0), value(in, "Variance"));
		assertEquals(FeatureValue.of(1), value(in, "Uniformity"));
		// PyRadiomics' number: -log2(1 + 2.2e-16).
		assertValue(-3.203426503814917e-16, in, "Entropy");
	}

	@Test
	void twoVoxelsHaveNoRobustDeviation() {
		final FeatureValue v = value(input(0, -168, -67), "RobustMeanAbsoluteDeviation");
		assertEquals(FeatureValue.undefined("no value lies between the 10th and the 90th percentile"), v);
		assertEquals(FeatureValue.of(-157.9), value(input(0, -168, -67), "10Percentile"));
		assertEquals(FeatureValue.of(0), value(input(0, 5, 5), "RobustMeanAbsoluteDeviation"));
	}

	/** Naive: the values that comparisons keep. Whole numbers often are a percentile themselves. */
	@Test
	void robustDeviationIsThatOfTheValuesBetween() {
		final Random random = new Random(12);
		for (final int n : new int[] { 1, 3, 10, 11, 100, 1001, 20_000 }) {
			assertRobust(random.doubles(n, -1e3, -1).toArray());
			assertRobust(random.ints(n, -1000, 3000).asDoubleStream().toArray());
			assertRobust(random.ints(n, 0, 3).asDoubleStream().toArray());
			assertRobust(random.doubles(n).map(v -> Math.exp(14 * v)).toArray());
			assertRobust(random.doubles(n).map(v -> (float) v).toArray());
			assertRobust(random.doubles(n, 1e9, 1e9 + 1).toArray());
		}
	}

	private static void assertRobust(final double[] values) {
		final FeatureInput in = input(0, values);
		final double low = value(in, "10Percentile").value(), high = value(in, "90Percentile").value();
		final double[] kept = Arrays.stream(values).filter(v -> v >= low && v <= high).toArray();
		final double mean = Arrays.stream(kept).average().getAsDouble();
		final double expected = Arrays.stream(kept).map(v -> Math.abs(v - mean)).average().getAsDouble();
		assertEquals(expected, value(in, "RobustMeanAbsoluteDeviation").value(), ROUNDING * (expected + Math.abs(mean)));
	}

	@Test
	void theOrderOfTheWishIsKept() {
		final List<Feature> wanted = List.of(FAMILY.features().get(9), FAMILY.features().get(0));
		assertEquals(List.of(FeatureValue.of(5), FeatureValue.of(1.8)), FAMILY.compute(input(0, 1, 5, 9), wanted));
		final Feature foreign = new ShapeFamily().features().get(0);
		assertTrue(assertThrows(IllegalArgumentException.class, () -> FAMILY.compute(input(0, 1, 5), List.of(foreign)))
			.getMessage().contains("shape_Elongation"));
	}

	@Test
	void resultsDontDependOnTheThreads() {
		final FeatureInput in = input(0, new Random(9).doubles(700_001, -1000, 3000).toArray());
		final Callable<List<FeatureValue>> compute = () -> FAMILY.compute(in, FAMILY.features());
		final List<FeatureValue> one = Parallelization.runSingleThreaded(compute);
		for (final int threads : new int[] { 2, 5 })
			assertEquals(one, Parallelization.runWithNumThreads(threads, compute));
	}
}
