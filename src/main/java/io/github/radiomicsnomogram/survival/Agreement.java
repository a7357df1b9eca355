package io.github.radiomicsnomogram.survival;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.volume.Mask;

import java.util.stream.IntStream;

/** Agreement of two measurements, or of two contours. */
public final class Agreement {

	private Agreement() {}

	/**
	 * Limits of agreement (Bland and Altman 1986, doi:10.1016/S0140-6736(86)90837-8).
	 *
	 * @param bias mean difference, first less second
	 * @param deviation standard deviation of the differences
	 * @param lower bias less 1.96 deviations
	 * @param upper bias plus 1.96 deviations
	 * @param biasError standard error of the bias
	 * @param limitError standard error of a limit
	 */
	public record BlandAltman(double bias, double deviation, double lower, double upper, double biasError,
		double limitError)
	{}

	/** Limits of agreement of paired measurements. */
	public static BlandAltman blandAltman(final double[] first, final double[] second) {
		if (first.length != second.length || first.length < 2) throw new InputException(
			"Limits of agreement need 2 or more pairs; there are " + first.length + " and " + second.length + " values.");
		final int n = first.length;
		final double[] d = IntStream.range(0, n).mapToDouble(i -> first[i] - second[i]).toArray();
		final double bias = Moments.mean(d), sd = Math.sqrt(Moments.variance(d)), z = Distributions.Z95;
		return new BlandAltman(bias, sd, bias - z * sd, bias + z * sd, sd / Math.sqrt(n), sd * Math.sqrt(1.0 / n + z * z / (2 *
			(n - 1.0))));
	}

	/**
	 * Dice's coefficient of two contours on the same grid: twice the shared voxels over the sum of both.
	 *
	 * @throws InputException if the grids differ
	 */
	public static double dice(final Mask a, final Mask b) {
		a.geometry().firstDifference(b.geometry()).ifPresent(d -> {
			throw new InputException("ROIs '" + a.name() + "' and '" + b.name() + "' lie on different grids (" + d + ").");
		});
		long shared = 0;
		final byte[] inside = a.toBytes();
		int i = 0;
		for (int z = a.box().z0(); z <= a.box().z1(); z++)
			for (int y = a.box().y0(); y <= a.box().y1(); y++)
				for (int x = a.box().x0(); x <= a.box().x1(); x++)
					if (inside[i++] != 0 && b.contains(x, y, z)) shared++;
		return 2.0 * shared / (a.voxelCount() + b.voxelCount());
	}
}
