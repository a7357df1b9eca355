package io.github.radiomicsnomogram.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All filters against PyRadiomics on images of our own; see make_filter_oracle.py. */
class FilterOracleTest {

	private static final int EVERY = 37, FIRST_VALUE = 7;

	/** C libraries' logarithm and exponential are off by one unit in the last place now and then. */
	private static final double LIBRARY = 2.5e-16;

	/** An image type of an image, and the rows of the images that it gives. */
	record Oracle(String title, List<String[]> rows) {

		@Override
		public String toString() {
			return title;
		}
	}

	static Stream<Oracle> oracles() throws IOException, URISyntaxException {
		final Map<String, List<String[]>> rows = new LinkedHashMap<>();
		for (final String line : Files.readAllLines(Path.of(FilterOracleTest.class.getResource("/filter/filter-oracle.csv")
			.toURI()))) {
			final String[] row = line.split(",");
			rows.computeIfAbsent(String.join(" ", List.of(row).subList(0, 4)), k -> new ArrayList<>()).add(row);
		}
		return rows.entrySet().stream().map(e -> new Oracle(e.getKey(), e.getValue()));
	}

	@ParameterizedTest
	@MethodSource("oracles")
	void imagesArePyRadiomicsImages(final Oracle oracle) {
		final String[] head = oracle.rows.get(0);
		final int[] size = Stream.of(head[0].split("x")).mapToInt(Integer::parseInt).toArray();
		final Volume image = FilterImages.image(VoxelType.valueOf(head[1]), size[0], size[1], size[2]);
		final Map<String, Volume> made = FilterImages.all(filter(head[2], head[3].split(" ")), image);
		assertEquals(oracle.rows.stream().map(row -> row[4]).toList(), List.copyOf(made.keySet()));
		for (final String[] row : oracle.rows) {
			final Volume volume = made.get(row[4]);
			assertEquals(VoxelType.valueOf(row[5]), volume.type(), row[4]);
			assertEquals(image.geometry(), volume.geometry(), row[4]);
			final double[] values = VoxelArrays.doubles(volume);
			final boolean fromLibrary = row[2].equals("Logarithm") || row[2].equals("Exponential");
			for (int i = 0; i < values.length; i += EVERY) {
				final double expected = Double.parseDouble(row[FIRST_VALUE + i / EVERY]);
				assertEquals(expected, values[i] + 0.0, fromLibrary ? LIBRARY * Math.abs(expected) : 0, row[4] + " voxel " + i);
			}
			if (!fromLibrary) assertEquals(Long.parseLong(row[6]), crc(values), row[4]);
		}
	}

	private static ImageFilter filter(final String type, final String[] settings) {
		return switch (type) {
			case "Wavelet" -> new WaveletFilter(settings[0], Integer.parseInt(settings[1]), Integer.parseInt(settings[2]),
				settings[3].equals("True"), Integer.parseInt(settings[4]));
			case "LoG" -> new LogFilter(Stream.of(settings).map(FilterOracleTest::number).toList());
			case "Gradient" -> new GradientFilter(settings[0].equals("True"));
			case "Square" -> new SquareFilter();
			case "SquareRoot" -> new SquareRootFilter();
			case "Logarithm" -> new LogarithmFilter();
			case "Exponential" -> new ExponentialFilter();
			default -> throw new AssertionError(type);
		};
	}

	private static Number number(final String text) {
		if (text.contains(".")) return Double.valueOf(text);
		return Integer.valueOf(text);
	}

	/** Of the values' bits, with 0 for -0. */
	private static long crc(final double[] values) {
		final ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		for (final double v : values)
			bytes.putDouble(v + 0.0);
		final CRC32 crc = new CRC32();
		crc.update(bytes.array());
		return crc.getValue();
	}
}
