package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.InputException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The decomposition filters of a discrete wavelet, bit for bit those of PyWavelets 1.6.0. PyWavelets works on images of
 * single precision in single precision, with filters that aren't always the rounded ones; hence both.
 *
 * @param low low pass
 * @param high high pass, as long
 * @param low32 low pass for images of single precision
 * @param high32 high pass for images of single precision
 */
record Wavelet(double[] low, double[] high, float[] low32, float[] high32) {

	private static final String RESOURCE = "wavelets.txt";

	private static final String NAMES = "haar, dmey, db1 to db38, sym2 to sym20, coif1 to coif17, " +
		"bior and rbio 1.1, 1.3, 1.5, 2.2, 2.4, 2.6, 2.8, 3.1, 3.3, 3.5, 3.7, 3.9, 4.4, 5.5, 6.8";

	/**
	 * @param name as PyWavelets writes it
	 * @throws InputException if there is no discrete wavelet of this name; the message lists those that there are
	 */
	static Wavelet named(final String name) {
		final boolean reverse = name.startsWith("rbio");
		final Map<String, double[]> rows = rows(name.equals("haar") ? "db1" : reverse ? "bior" + name.substring(4) : name);
		if (rows.isEmpty()) throw new InputException("No discrete wavelet is called '" + name + "'. Wavelets: " + NAMES +
			".");
		final double[] low = rows.get("low");
		final double[] dual = rows.getOrDefault("dual", reversed(low));
		if (reverse) return of(reversed(dual), reversed(low), null);
		return of(low, dual, rows.get("low32"));
	}

	private static Wavelet of(final double[] low, final double[] dual, final double[] givenLow32) {
		if (givenLow32 == null) return new Wavelet(low, alternating(dual), floats(low), floats(alternating(dual)));
		return new Wavelet(low, alternating(dual), floats(givenLow32), floats(alternating(reversed(givenLow32))));
	}

	/** Number of coefficients of each filter; even. */
	int taps() {
		return low.length;
	}

	private static Map<String, double[]> rows(final String name) {
		try (InputStream in = Wavelet.class.getResourceAsStream(RESOURCE);
				BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)))
		{
			final List<String[]> found = reader.lines().filter(line -> !line.startsWith("#") && line.startsWith(name +
				" ")).map(line -> line.split(
				" ")).collect(Collectors.toList());
			return found.stream().collect(Collectors.toMap(row -> row[1], Wavelet::numbers));
		}
		catch (final IOException e) {
			throw new UncheckedIOException("Can't read " + RESOURCE, e);
		}
	}

	/** Decimals of single precision may be read as double ones, and then rounded: they have few enough digits. */
	private static double[] numbers(final String[] row) {
		return Stream.of(row).skip(2).mapToDouble(Double::parseDouble).toArray();
	}

	private static double[] reversed(final double[] v) {
		final double[] r = new double[v.length];
		for (int i = 0; i < v.length; i++)
			r[i] = v[v.length - 1 - i];
		return r;
	}

	/** Every other sign turned, the first one negative. */
	private static double[] alternating(final double[] v) {
		final double[] r = v.clone();
		for (int i = 0; i < v.length; i += 2)
			r[i] = -r[i];
		return r;
	}

	private static float[] floats(final double[] v) {
		final float[] r = new float[v.length];
		for (int i = 0; i < v.length; i++)
			r[i] = (float) v[i];
		return r;
	}
}
