package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.Arrays;

/**
 * Sums of products in the precision of the image, rounded after each step and taken in the order asked for, so that each
 * digit is that of PyWavelets: areas without contrast give rounding noise around 0, which is a bin's edge.
 *
 * @param <A> array of the precision
 */
interface WaveletArithmetic<A> {

	/** Double precision: images of integers and of doubles. */
	WaveletArithmetic<double[]> DOUBLE = new WaveletArithmetic<>() {

		@Override
		public void put(final double[] values, final double[] array, final int at) {
			System.arraycopy(values, 0, array, at, values.length);
		}

		@Override
		public double[] zeros(final int n) {
			return new double[n];
		}

		@Override
		public void clear(final double[] array, final int n) {
			Arrays.fill(array, 0, n, 0);
		}

		@Override
		public double[] low(final Wavelet wavelet) {
			return wavelet.low();
		}

		@Override
		public double[] high(final Wavelet wavelet) {
			return wavelet.high();
		}

		@Override
		public Volume volume(final double[] values, final Geometry geometry, final ImageInfo info) {
			return VoxelArrays.volume(values, geometry, VoxelType.FLOAT64, info);
		}

		@Override
		public void addTwo(final double[] one, final double[] two, final double[] filter, final int a, final int b,
			final double[] sum, final int n)
		{
			final double fa = filter[a], fb = filter[b];
			for (int i = 0; i < n; i++)
				sum[i] = sum[i] + fa * one[i] + fb * two[i];
		}
	};

	/** Single precision: images of floats. */
	WaveletArithmetic<float[]> SINGLE = new WaveletArithmetic<>() {

		@Override
		public void put(final double[] values, final float[] array, final int at) {
			for (int i = 0; i < values.length; i++)
				array[at + i] = (float) values[i];
		}

		@Override
		public float[] zeros(final int n) {
			return new float[n];
		}

		@Override
		public void clear(final float[] array, final int n) {
			Arrays.fill(array, 0, n, 0);
		}

		@Override
		public float[] low(final Wavelet wavelet) {
			return wavelet.low32();
		}

		@Override
		public float[] high(final Wavelet wavelet) {
			return wavelet.high32();
		}

		@Override
		public Volume volume(final float[] values, final Geometry geometry, final ImageInfo info) {
			return VoxelArrays.volume(values, geometry, info);
		}

		@Override
		public void addTwo(final float[] one, final float[] two, final float[] filter, final int a, final int b,
			final float[] sum, final int n)
		{
			final float fa = filter[a], fb = filter[b];
			for (int i = 0; i < n; i++)
				sum[i] = sum[i] + fa * one[i] + fb * two[i];
		}
	};

	/** Writes values, in this precision, from a place on. */
	void put(double[] values, A array, int at);

	/** So many zeros. */
	A zeros(int n);

	/** Sets the first n values to 0. */
	void clear(A array, int n);

	/** A wavelet's low pass in this precision. */
	A low(Wavelet wavelet);

	/** A wavelet's high pass in this precision. */
	A high(Wavelet wavelet);

	/** An image of values in this precision; they aren't copied. */
	Volume volume(A values, Geometry geometry, ImageInfo info);

	/**
	 * Adds two products to each of n sums, {@code sum[i] + filter[a] * one[i] + filter[b] * two[i]}: one place in three
	 * arrays, as Java needs it to work on many at once.
	 */
	void addTwo(A one, A two, A filter, int a, int b, A sum, int n);

	/**
	 * How neighbouring outputs come about.
	 *
	 * @param to the first of them
	 * @param n how many there are
	 * @param from where each tap of the filter begins to read
	 * @param order all taps, in the order of the sum
	 */
	record Taps(int to, int n, int[] from, int[] order) {

		/** Whether the next ones come about in the same way, so that both can be computed at once. */
		boolean isFollowedBy(final Taps next) {
			if (next.to != to + n || !Arrays.equals(order, next.order)) return false;
			for (int t = 0; t < from.length; t++)
				if (next.from[t] != from[t] + n) return false;
			return true;
		}

		/** As many outputs more. */
		Taps longer(final int more) {
			return new Taps(to, n + more, from, order);
		}
	}
}
