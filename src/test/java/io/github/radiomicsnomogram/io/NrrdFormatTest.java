package io.github.radiomicsnomogram.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NrrdFormatTest {

	private static final String SHORTS = "type: short\ndimension: 3\nsizes: 2 3 2\nendian: little\nencoding: raw\n";
	private static final double[] VALUES = { -1000, 3071, 0, 1, 2, 3, 4, 5, 6, 7, 8, -32768 };
	private static final byte[] RAW = shorts(ByteOrder.LITTLE_ENDIAN);

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "signed char,1,INT8", "int8,1,INT8", "uchar,1,UINT8", "unsigned char,1,UINT8", "short,2,INT16",
		"int16_t,2,INT16", "ushort,2,UINT16", "unsigned short int,2,UINT16", "int,4,INT32", "uint32,4,UINT32",
		"long long,8,INT32", "uint64,8,UINT32", "float,-4,FLOAT32", "double,-8,FLOAT64" })
	void readsEveryTypeInBothByteOrders(final String type, final int bytes, final VoxelType expected) throws IOException {
		for (final ByteOrder order : new ByteOrder[] { ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN }) {
			final double[] values = { 0, 1, 2, 3, 99, 100 };
			final ByteBuffer b = ByteBuffer.allocate(6 * Math.abs(bytes)).order(order);
			for (final double v : values)
				VoxelBytes.put(b, bytes, v);
			final Volume volume = read("type: " + type + "\ndimension: 3\nsizes: 3 1 2\nspacings: 1 2 3\nencoding: raw\nendian: " +
				(order == ByteOrder.BIG_ENDIAN ? "big" : "little") + "\n", b.array());
			assertEquals(expected, volume.type());
			assertArrayEquals(values, values(volume));
		}
	}

	@Test
	void keepsSignsAndReadsUnsigned() throws IOException {
		assertArrayEquals(VALUES, values(read(SHORTS + "spacings: 1 1 1\n", RAW)));
		assertEquals(65535, values(read("type: uint16\ndimension: 3\nsizes: 1 1 1\nspacings: 1 1 1\nendian: big\nencoding: raw\n",
			new byte[] { -1, -1 }))[0]);
		assertEquals(4294967295d, values(read(
			"type: uint32\ndimension: 3\nsizes: 1 1 1\nspacings: 1 1 1\nendian: big\nencoding: raw\n", new byte[] { -1, -1, -1,
				-1 }))[0]);
	}

	@Test
	void refuses64BitNumbersThatNeed64Bits() throws IOException {
		final byte[] large = ByteBuffer.allocate(8).putLong(1L << 40).array();
		final String header = "dimension: 3\nsizes: 1 1 1\nspacings: 1 1 1\nendian: big\nencoding: raw\n";
		assertTrue(refusal("type: int64\n" + header, large).contains("64-bit value 1099511627776 doesn't fit in 32 bits"));
		assertTrue(refusal("type: uint64\n" + header, ByteBuffer.allocate(8).putLong(-1).array()).contains(
			"64-bit value 18446744073709551615 doesn't fit"));
	}

	/** Expected by SimpleITK 2.5.7, digit by digit. */
	@ParameterizedTest
	@CsvSource({ "left-posterior-superior,1,1", "right-anterior-superior,-1,-1", "left-anterior-superior,1,-1", "LPS,1,1",
		"RAS,-1,-1" })
	void turnsSpacesIntoLps(final String space, final double x, final double y) throws IOException {
		final Geometry g = read(SHORTS + "space: " + space +
			"\nspace directions: (0.72504622962931997,0.33809460939255959,0) (-0.46488008791476942,0.99693856574031503,0) (0,0,2.5)\n" +
			"space origin: (-12.300000000000001,4.5,77)\n", RAW).geometry();
		assertArrayEquals(new double[] { 0.8, 1.1, 2.5 }, g.spacing());
		assertArrayEquals(new double[] { -12.3 * x, 4.5 * y, 77 }, g.origin());
		final double[] expected = { 0.72504622962932 / 0.8 * x, -0.46488008791476942 / 1.1 * x, 0, 0.3380946093925596 / 0.8 * y,
			0.996938565740315 / 1.1 * y, 0, 0, 0, 1 };
		// A division against a product with the reciprocal: the last bit.
		assertArrayEquals(expected, g.direction(), 2e-16);
	}

	@Test
	void readsSpacingsWithoutSpaceAndBordersOfCells() throws IOException {
		final Geometry g = read(SHORTS + "spacings: 0.5 0.6 1.25\naxis mins: 1 2 3\n", RAW).geometry();
		assertArrayEquals(new double[] { 0.5, 0.6, 1.25 }, g.spacing());
		assertArrayEquals(new double[] { 1.25, 2.3, 3.625 }, g.origin());
		assertArrayEquals(new double[] { 1, 2, 3 }, read(SHORTS +
			"spacings: 0.5 0.6 1.25\naxismins: 1 2 3\ncenterings: node node node\n", RAW).geometry().origin());
	}

	@Test
	void convertsUnits() throws IOException {
		final Geometry g = read(SHORTS + "space: LPS\nspace directions: (0.05,0,0) (0,0.05,0) (0,0,0.3)\nspace units: " +
			"\"cm\" \"cm\" \"cm\"\nspace origin: (1,2,3)\n", RAW).geometry();
		assertArrayEquals(new double[] { 0.5, 0.5, 3 }, g.spacing());
		assertArrayEquals(new double[] { 10, 20, 30 }, g.origin());
		assertTrue(refusal(SHORTS + "spacings: 1 1 1\nunits: \"in\" \"in\" \"in\"\n", RAW).contains("voxel size in 'in'"));
	}

	@Test
	void readsGzipTextAndSkippedBytes() throws IOException {
		final String s = "spacings: 1 1 1\n";
		assertArrayEquals(VALUES, values(read(SHORTS.replace("raw", "gz") + s, gzip(RAW))));
		assertArrayEquals(VALUES, values(read(SHORTS.replace("raw", "gzip") + s + "byte skip: 3\n", gzip(concat("abc", RAW)))));
		assertArrayEquals(VALUES, values(read(SHORTS.replace("raw", "ascii").replace("endian: little\n", "") + s,
			"-1000 3071\n0,1 2 3 4 5\n6 7 8 -32768".getBytes(StandardCharsets.US_ASCII))));
		final StringBuilder hex = new StringBuilder();
		for (final byte b : RAW)
			hex.append(String.format("%02x%s", b, b % 3 == 0 ? "\n" : ""));
		assertArrayEquals(VALUES, values(read(SHORTS.replace("raw", "hex") + s, hex.toString().getBytes(
			StandardCharsets.US_ASCII))));
		assertTrue(refusal(SHORTS.replace("raw", "bzip2") + s, RAW).contains("encoded as 'bzip2'"));
		assertArrayEquals(VALUES, values(read(SHORTS + s + "line skip: 2\nbyte skip: 4\n", concat("one\ntwo\n1234", RAW))));
		assertArrayEquals(VALUES, values(read(SHORTS + s + "byte skip: -1\n", concat("whatever", RAW))));
	}

	@Test
	void readsDetachedData() throws IOException {
		Files.write(folder.resolve("all.raw"), RAW);
		Files.write(folder.resolve("s1.raw"), Arrays.copyOf(RAW, 12));
		Files.write(folder.resolve("s2.raw"), Arrays.copyOfRange(RAW, 12, 24));
		for (final String file : new String[] { "data file: all.raw", "datafile: ./all.raw", "data file: s%d.raw 1 2 1",
			"data file: LIST\ns1.raw\ns2.raw" })
			assertArrayEquals(VALUES, values(read("d.nhdr", SHORTS + "spacings: 1 1 1\n" + file + "\n", new byte[0])), file);
		assertTrue(refusal(SHORTS + "spacings: 1 1 1\ndata file: gone.raw\n", new byte[0]).contains(
			"keeps its voxels in 'gone.raw', which isn't there"));
	}

	@Test
	void aDetachedHeaderLeadsNowhereElse() throws IOException {
		final Path outside = folder.resolveSibling(folder.getFileName() + "-outside.raw");
		Files.write(outside, RAW);
		try {
			for (final String name : List.of("../" + outside.getFileName(), outside.toAbsolutePath().toString()))
				assertTrue(refusal(SHORTS + "spacings: 1 1 1\ndata file: " + name + "\n", new byte[0]).contains(
					"outside its own folder"), name);
			Files.createSymbolicLink(folder.resolve("link.raw"), outside);
			assertTrue(refusal(SHORTS + "spacings: 1 1 1\ndata file: link.raw\n", new byte[0]).contains("outside its own folder"));
		}
		finally {
			Files.delete(outside);
		}
		for (final String list : List.of("s%d.raw 1 2 0", "s%d.raw 1 2000000000 1", "s%999999999d.raw 1 2 1", "s%d%d.raw 1 2 1",
			"s%d.raw -2147483648 2147483647 1"))
			assertTrue(refusal(SHORTS + "spacings: 1 1 1\ndata file: " + list + "\n", new byte[0]).contains(
				"of at most 65536 files"), list);
	}

	@Test
	void readsHeadersOfOtherSystems() throws IOException {
		final String header = SHORTS + "# remark\nSpacings: 1 1 1\n0008|0060:=CT\n0018|0060:= 120\nnote:=a\\nb\n";
		final Volume volume = read(header.replace("\n", "\r\n"), RAW);
		assertArrayEquals(VALUES, values(volume));
		assertEquals("HU", volume.info().valueUnit());
		assertEquals("120", volume.info().tag("KVP").orElseThrow());
		assertEquals("image.nrrd", volume.info().name());
	}

	@Test
	void readsASliceAndSaysWhatItAssumes() throws IOException {
		final Volume slice = read("type: short\ndimension: 2\nsizes: 4 3\nendian: little\nencoding: raw\nspace dimension: 2\n" +
			"space directions: (0.5,0) (0,0.6)\nspace origin: (1,2)\n", RAW);
		assertEquals(new Geometry(new long[] { 4, 3, 1 }, new double[] { 0.5, 0.6, 1 }, new double[] { 1, 2, 0 }, new double[] {
			1, 0, 0, 0, 1, 0, 0, 0, 1 }), slice.geometry());
		assertEquals(1, slice.info().warnings().size());
	}

	@Test
	void readsAChannelWhereverItsAxisStands() throws IOException {
		final String header = "NRRD0004\n" + SHORTS.replace("dimension: 3", "dimension: 4") + "space: LPS\n";
		final Path first = folder.resolve("first.nrrd"), last = folder.resolve("last.nrrd");
		Files.write(first, concat(header.replace("2 3 2", "2 1 3 2") + "space directions: none (1,0,0) (0,1,0) (0,0,1)\n\n", RAW));
		Files.write(last, concat(header.replace("2 3 2", "1 3 2 2") + "space directions: (1,0,0) (0,1,0) (0,0,1) none\n\n", RAW));
		assertArrayEquals(new double[] { 3071, 1, 3, 5, 7, -32768 }, values(new NrrdFormat().readChannel(first, 1,
			Progress.NONE)));
		assertArrayEquals(new double[] { 4, 5, 6, 7, 8, -32768 }, values(new NrrdFormat().readChannel(last, 1, Progress.NONE)));
	}

	@Test
	void saysWhatIsOddAboutSpace() throws IOException {
		final String origin = "space origin: (0,0,0)\n", plain = "space directions: (1,0,0) (0,1,0) (0,0,2)\n" + origin;
		assertTrue(read(SHORTS + plain, RAW).info().warnings().get(0).contains("no field 'space'"));
		assertTrue(read(SHORTS + "space: scanner-xyz\n" + plain, RAW).info().warnings().get(0).contains(
			"no known relation to the patient"));
		assertTrue(refusal(SHORTS + "space: right-posterior-superior\n" + plain, RAW).contains(
			"names the space 'right-posterior-superior'"));
		assertTrue(read(SHORTS + "space: LPS\nspace directions: (1,0,0) (0,1,0) (0,0.5,2)\n" + origin, RAW).info().warnings().get(
			0).startsWith("axes 2 and 3 aren't at right angles (cosine 0.24253562503633297)"));
		assertTrue(read(SHORTS + "space: LPS\n" + plain + "space units: \"cm\" \"cm\" \"cm\"\n", RAW).info().warnings().get(0)
			.contains("is in cm, converted to mm here"));
	}

	@Test
	void dropsAxesOfOneSample() throws IOException {
		final String header = SHORTS.replace("dimension: 3", "dimension: 4");
		assertArrayEquals(VALUES, values(read(header.replace("2 3 2", "1 2 3 2") +
			"kinds: list domain domain domain\nspace: LPS\nspace directions: none (1,0,0) (0,1,0) (0,0,1)\n", RAW)));
		assertArrayEquals(VALUES, values(read(header.replace("2 3 2", "2 3 2 1") + "spacings: 1 1 1 nan\n", RAW)));
	}

	@ParameterizedTest
	@ValueSource(strings = { //
		"sizes: 2 3 2->sizes: 2 3 3|is truncated: 'image.nrrd' has 24 bytes of raw data where the header promises 36",
		"sizes: 2 3 2->sizes: 2 3|gives 2 numbers in 'sizes' where 3 belong",
		"sizes: 2 3 2->sizes: 2 3 x|has 'x' in 'sizes' where a number belongs",
		"sizes: 2 3 2->sizes: 2 3 -2|has impossible sizes", "sizes: 2 3 2->sizes: 99999999 99999999 9|impossible sizes",
		"type: short->type: block|has voxels of type 'block'", "encoding: raw->encoding: bzip2|is encoded as 'bzip2'",
		"encoding: raw->encoding: gzip|compressed data are damaged", "encoding: raw\n->|has no field 'encoding'",
		"endian: little\n->|has no field 'endian'", "endian: little->endian: odd|has endian 'odd'",
		"spacings: 1 1 1->|the voxel size is unknown", "spacings: 1 1 1->spacings: 0 1 1|Spacing must be positive",
		"spacings: 1 1 1->spacings: nan 1 1|Spacing must be positive",
		"spacings: 1 1 1->space: LPS\nspace directions: (0,0,0) (0,1,0) (0,0,1)|Spacing must be positive",
		"spacings: 1 1 1->space: LPS\nspace directions: (1,0,0) (1,0,0) (0,0,1)|don't span a volume",
		"spacings: 1 1 1->space: LPS\nspace directions: (1,0,0) (0,1,0)|gives 2 space directions for 3 axes",
		"spacings: 1 1 1->spacings: 1 1 1\nkinds: domain domain vector|holds 2 values along axis 3 (kind 'vector')",
		"dimension: 3\nsizes: 2 3 2->dimension: 4\nsizes: 2 3 1 2|is 4-D, sizes [2, 3, 1, 2]",
		"spacings: 1 1 1->what is this|neither field nor key/value pair: 'what is this'" })
	void refusesWithTheReason(final String change) throws IOException {
		final int arrow = change.indexOf("->"), bar = change.indexOf('|');
		String header = SHORTS + "spacings: 1 1 1\n";
		header = header.replace(change.substring(0, arrow), change.substring(arrow + 2, bar)).replace("\n\n", "\n");
		if (header.contains("dimension: 4")) header = header.replace("1 1 1\n", "1 1 1 1\n");
		final String message = refusal(header, RAW);
		assertTrue(message.contains(change.substring(bar + 1)) && message.contains("image.nrrd"), message);
	}

	@Test
	void refusesAnImpossibleSizeBeforeItTakesMemory() throws IOException {
		final String huge = "type: short\ndimension: 3\nsizes: 30000 30000 30000\nspacings: 1 1 1\nendian: little\nencoding: ";
		assertTrue(refusal(huge + "gzip\n", gzip(RAW)).contains("is truncated"));
		assertTrue(refusal(huge + "text\n", RAW).contains("is truncated"));
	}

	@Test
	void refusesDamage() throws IOException {
		final byte[] packed = gzip(RAW);
		assertTrue(refusal(SHORTS.replace("raw", "gzip") + "spacings: 1 1 1\n", Arrays.copyOf(packed, packed.length - 12))
			.contains("ends too early (truncated)"));
		assertTrue(refusal(SHORTS.replace("raw", "ascii") + "spacings: 1 1 1\n",
			"1 2 3 4 5 6 7 8 9 10 11       ".getBytes(StandardCharsets.US_ASCII)).contains("is truncated: it holds 22 of 24 bytes"));
		final Path header = folder.resolve("header.nrrd");
		Files.writeString(header, "NRRD0004\n" + SHORTS);
		assertTrue(refusal(header).contains("no blank line ends its header"));
		Files.writeString(header, "something else");
		assertTrue(refusal(header).contains("doesn't start with NRRD000"));
	}

	@ParameterizedTest
	@EnumSource(VoxelType.class)
	void whatIsWrittenIsRead(final VoxelType type) {
		final double[] values = IntStream.range(0, 24).mapToDouble(i -> type.isInteger() ? i * 5 : i / 3f).toArray();
		final Geometry geometry = new Geometry(new long[] { 2, 3, 4 }, new double[] { 0.9765620231628418, 1 / 3d, Math.PI },
			new double[] { -1e-7, 1e22, 0.1 }, new double[] { 0, -1, 0, 1, 0, 0, 0, 0, 1 });
		final Volume volume = new Volume(ArrayImgs.doubles(values, 2, 3, 4), geometry, type, ImageInfo.of("x", ""));
		final Path file = folder.resolve("written.nrrd");
		NrrdWriter.write(volume, file);
		final Volume again = new NrrdFormat().read(file, Progress.NONE);
		assertEquals(type, again.type());
		assertEquals(geometry, again.geometry());
		assertArrayEquals(values, values(again));
	}

	@Test
	void writesAMaskOnItsWholeGrid() {
		final Geometry grid = Geometry.axisAligned(new long[] { 4, 3, 2 }, new double[] { 1, 1, 2 });
		final Mask mask = Mask.of("m", grid, new io.github.radiomicsnomogram.volume.BoundingBox(1, 1, 0, 2, 1, 1), new byte[] { 1,
			1, 0, 1 });
		final Path file = folder.resolve("mask.nrrd");
		NrrdWriter.write(mask, file);
		assertEquals(mask, ImageFiles.with().readMask(file, 1, Progress.NONE));
	}

	@Test
	void stopsWhenAsked() throws IOException {
		final Path file = file("image.nrrd", SHORTS + "spacings: 1 1 1\n", RAW);
		assertThrows(CancellationException.class, () -> new NrrdFormat().read(file, new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				// Only stops.
			}

			@Override
			public boolean isCancelled() {
				return true;
			}
		}));
	}

	private Path file(final String name, final String header, final byte[] data) throws IOException {
		final Path file = folder.resolve(name);
		Files.write(file, concat("NRRD0005\n" + header + (header.contains("\r") ? "\r\n" : "\n"), data));
		return file;
	}

	private Volume read(final String header, final byte[] data) throws IOException {
		return read("image.nrrd", header, data);
	}

	private Volume read(final String name, final String header, final byte[] data) throws IOException {
		return new NrrdFormat().read(file(name, header, data), Progress.NONE);
	}

	private String refusal(final String header, final byte[] data) throws IOException {
		return refusal(file("image.nrrd", header, data));
	}

	private static String refusal(final Path file) {
		return assertThrows(InputException.class, () -> new NrrdFormat().read(file, Progress.NONE)).getMessage();
	}

	private static double[] values(final Volume volume) {
		return Views.flatIterable(volume.voxels()).stream().mapToDouble(RealType::getRealDouble).toArray();
	}

	private static byte[] shorts(final ByteOrder order) {
		final ByteBuffer b = ByteBuffer.allocate(2 * VALUES.length).order(order);
		for (final double v : VALUES)
			b.putShort((short) v);
		return b.array();
	}

	private static byte[] concat(final String text, final byte[] data) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
		out.writeBytes(data);
		return out.toByteArray();
	}

	private static byte[] gzip(final byte[] data) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (OutputStream out = new GZIPOutputStream(bytes)) {
			out.write(data);
		}
		return bytes.toByteArray();
	}
}
