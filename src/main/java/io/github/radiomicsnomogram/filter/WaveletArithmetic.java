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
		public void combine(final double[] in, final int base, final Taps taps, final double[] filter, final double[] out,
			final int to, final int n)
		{
			Arrays.fill(out, to, to + n, 0);
			for (int k = 0; k < filter.length; k += 2) {
				final int a = taps.order()[k];
				final int b = taps.order()[k + 1];
				addTwo(in, base + taps.from()[a], filter[a], base + taps.from()[b], filter[b], out, to, n);
			}
		}

		private void addTwo(final double[] in, final int fromA, final double a, final int fromB, final double b,
			final double[] out, final int to, final int n)
		{
			for (int i = 0; i < n; i++)
				out[to + i] = out[to + i] + a * in[fromA + i] + b * in[fromB + i];
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
		public void combine(final float[] in, final int base, final Taps taps, final float[] filter, final float[] out,
			final int to, final int n)
		{
			Arrays.fill(out, to, to + n, 0);
			for (int k = 0; k < filter.length; k += 2) {
				final int a = taps.order()[k];
				final int b = taps.order()[k + 1];
				addTwo(in, base + taps.from()[a], filter[a], base + taps.from()[b], filter[b], out, to, n);
			}
		}

		private void addTwo(final float[] in, final int fromA, final float a, final int fromB, final float b,
			final float[] out, final int to, final int n)
		{
			for (int i = 0; i < n; i++)
				out[to + i] = out[to + i] + a * in[fromA + i] + b * in[fromB + i];
		}
	};

	/** Writes values, in this precision, from a place on. */
	void put(double[] values, A array, int at);

	/** So many zeros. */
	A zeros(int n);

	/** A wavelet's low pass in this precision. */
	A low(Wavelet wavelet);

	/** A wavelet's high pass in this precision. */
	A high(Wavelet wavelet);

	/** An image of values in this precision; they aren't copied. */
	Volume volume(A values, Geometry geometry, ImageInfo info);

	/**
	 * Filters n neighbouring places at once: {@code out[to + i] = sum over t of filter[t] * in[base + from[t] + i]}.
	 *
	 * @param in values
	 * @param base where in them the line begins
	 * @param taps where on the line each tap begins to read, and the order of the sum
	 * @param filter an even number of coefficients
	 * @param out another array, to write to
	 * @param to place in it to begin at
	 * @param n number of places
	 */
	void combine(A in, int base, Taps taps, A filter, A out, int to, int n);

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
