package io.github.radiomicsnomogram.preprocess;

import java.util.List;

/**
 * Sum and sum of squares of an image's voxels, in twice the precision of a double (Knuth's two-sum), so that they don't
 * depend on how the work is split. ITK's StatisticsImageFilter compensates its sums too, and its results agree; the
 * variance is taken from the two sums as ITK takes it, divisor n - 1.
 */
final class ImageSums {

	private long n;
	private double sum;
	private double sumRest;
	private double squares;
	private double squaresRest;
	private double lowest = Double.POSITIVE_INFINITY;
	private double highest = Double.NEGATIVE_INFINITY;

	private ImageSums() {}

	static ImageSums of(final double[] values, final int from, final int n) {
		final ImageSums s = new ImageSums();
		for (int i = from; i < from + n; i++) {
			final double v = values[i];
			s.addSum(v);
			s.addSquares(v * v);
			s.lowest = Math.min(s.lowest, v);
			s.highest = Math.max(s.highest, v);
		}
		s.n = n;
		return s;
	}

	static ImageSums merge(final List<ImageSums> parts) {
		final ImageSums all = new ImageSums();
		for (final ImageSums p : parts) {
			all.addSum(p.sumRest);
			all.addSum(p.sum);
			all.addSquares(p.squaresRest);
			all.addSquares(p.squares);
			all.lowest = Math.min(all.lowest, p.lowest);
			all.highest = Math.max(all.highest, p.highest);
			all.n += p.n;
		}
		return all;
	}

	private void addSum(final double v) {
		final double next = sum + v, part = next - sum;
		sumRest += sum - (next - part) + (v - part);
		sum = next;
	}

	private void addSquares(final double v) {
		final double next = squares + v, part = next - squares;
		squaresRest += squares - (next - part) + (v - part);
		squares = next;
	}

	double mean() {
		return (sum + sumRest) / n;
	}

	double standardDeviation() {
		final double s = sum + sumRest;
		return Math.sqrt((squares + squaresRest - s * s / n) / (n - 1));
	}

	double lowest() {
		return lowest;
	}

	double highest() {
		return highest;
	}

	boolean isFlat() {
		return lowest == highest;
	}
}
