package io.github.radiomicsnomogram.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class WaveletFilterTest {

	private static final List<String> SPLINES = List.of("1.1", "1.3", "1.5", "2.2", "2.4", "2.6", "2.8", "3.1", "3.3",
		"3.5", "3.7", "3.9", "4.4", "5.5", "6.8");

	private static List<String> wavelets() {
		final List<String> names = new ArrayList<>(List.of("haar", "dmey"));
		for (int i = 1; i <= 38; i++)
			names.add("db" + i);
		for (int i = 2; i <= 20; i++)
			names.add("sym" + i);
		for (int i = 1; i <= 17; i++)
			names.add("coif" + i);
		for (final String order : SPLINES)
			names.addAll(List.of("bior" + order, "rbio" + order));
		return names;
	}

	/** A low pass keeps sqrt(2) times a constant, a high pass nothing of it; dmey is cut off. */
	@Test
	void everyWaveletIsThere() {
		assertEquals(106, wavelets().size());
		for (final String name : wavelets()) {
			final Wavelet wavelet = Wavelet.named(name);
			double low = 0;
			double high = 0;
			for (int i = 0; i < wavelet.taps(); i++) {
				low += wavelet.low()[i];
				high += wavelet.high()[i];
				assertEquals(wavelet.low()[i], wavelet.low32()[i], 1e-7, name);
				assertEquals(wavelet.high()[i], wavelet.high32()[i], 1e-7, name);
			}
			assertEquals(0, wavelet.taps() % 2, name);
			assertEquals(Math.sqrt(2), low, name.equals("dmey") ? 2e-3 : 1e-8, name);
			assertEquals(0, high, name.equals("dmey") ? 2e-3 : 1e-8, name);
		}
	}

	@Test
	void unknownWaveletsAreRefused() {
		for (final String name : List.of("morl", "db39", "db", "sym1", "coif18", "bior1.2", "rbio", "", "low", "#")) {
			final InputException e = assertThrows(InputException.class, () -> new WaveletFilter(name, 1, 0, false, 0), name);
			assertTrue(e.getMessage().contains("'" + name + "'") && e.getMessage().contains("coif1 to coif17"), e.getMessage());
		}
		assertThrows(InputException.class, () -> new WaveletFilter("db1", 0, 0, false, 0));
		assertThrows(InputException.class, () -> new WaveletFilter("db1", 1, -1, false, 0));
		assertThrows(InputException.class, () -> new WaveletFilter("db1", 1, 0, true, 3));
	}

	@Test
	void imagesComeInPyRadiomicsOrder() {
		final Volume image = FilterImages.image(VoxelType.INT16, 4, 4, 4);
		assertEquals(List.of("wavelet-LLH", "wavelet-LHL", "wavelet-LHH", "wavelet-HLL", "wavelet-HLH", "wavelet-HHL",
			"wavelet-HHH", "wavelet2-LLH", "wavelet2-LHL", "wavelet2-LHH", "wavelet2-HLL", "wavelet2-HLH", "wavelet2-HHL",
			"wavelet2-HHH", "wavelet2-LLL"), names(new WaveletFilter("db2", 2, 3, false, 0), image));
		assertEquals(List.of("wavelet-LH", "wavelet-HL", "wavelet-HH", "wavelet-LL"), names(new WaveletFilter("db2", 1, 0,
			true, 0), image));
	}

	private static List<String> names(final ImageFilter filter, final Volume image) {
		return List.copyOf(FilterImages.all(filter, image).keySet());
	}

	/** Each axis straight from the definition, indices modulo the length made even. */
	@Test
	void agreesWithTheDefinition() {
		final int nx = 7;
		final int ny = 6;
		final int nz = 5;
		final Volume image = FilterImages.image(VoxelType.FLOAT64, nx, ny, nz);
		final double[] values = VoxelArrays.doubles(image);
		for (final String name : List.of("db2", "sym8", "bior2.2")) {
			final Map<String, Volume> made = FilterImages.all(new WaveletFilter(name, 1, 0, false, 0), image);
			final Wavelet wavelet = Wavelet.named(name);
			made.forEach((type, volume) -> {
				double[] expected = padded(values, nx, ny, nz);
				for (int axis = 0; axis < 3; axis++)
					expected = filtered(expected, new int[] { 8, 6, 6 }, axis, type.charAt(8 + axis) == 'L' ? wavelet.low()
						: wavelet.high());
				final double[] v = VoxelArrays.doubles(volume);
				for (int i = 0; i < v.length; i++)
					assertEquals(expected[i % nx + 8 * (i / nx % ny) + 48 * (i / nx / ny)], v[i], 1e-12, name + " " + type);
			});
		}
	}

	private static double[] padded(final double[] values, final int nx, final int ny, final int nz) {
		final double[] padded = new double[8 * 6 * 6];
		for (int i = 0; i < padded.length; i++)
			padded[i] = values[i % 8 % nx + nx * (i / 8 % 6 % ny) + nx * ny * (i / 48 % nz)];
		return padded;
	}

	private static double[] filtered(final double[] in, final int[] size, final int axis, final double[] filter) {
		final int stride = axis == 0 ? 1 : axis == 1 ? size[0] : size[0] * size[1];
		final double[] out = new double[in.length];
		for (int i = 0; i < in.length; i++) {
			final int place = i / stride % size[axis];
			for (int t = 0; t < filter.length; t++)
				out[i] += filter[t] * in[i + stride * (Math.floorMod(place + filter.length / 2 - t, size[axis]) - place)];
		}
		return out;
	}

	/** Flat areas give noise around 0 that depends on the order of the sum, not on where the area lies. */
	@Test
	void flatImagesAreFlat() {
		final double[] values = new double[6 * 6 * 6];
		java.util.Arrays.fill(values, 37);
		final Volume image = FilterImages.volume(VoxelType.INT16, values, 6, 6, 6);
		FilterImages.all(new WaveletFilter("haar", 1, 0, false, 0), image).forEach((name, volume) -> {
			if (name.contains("H")) assertArrayEquals(new double[216], VoxelArrays.doubles(volume), name);
		});
	}
}
