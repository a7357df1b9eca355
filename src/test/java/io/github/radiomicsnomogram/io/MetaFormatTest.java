package io.github.radiomicsnomogram.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
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
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Geometry and values expected by SimpleITK 2.5.7 for the same headers. */
class MetaFormatTest {

	private static final String SHORTS = "ObjectType = Image\nNDims = 3\nBinaryData = True\nBinaryDataByteOrderMSB = False\n" +
		"DimSize = 2 3 2\nElementType = MET_SHORT\n";
	private static final String GRID = "TransformMatrix = 0.36 0.48 -0.8 -0.8 0.6 0 0.48 0.64 0.6\nOffset = 1 2 3\n" +
		"ElementSpacing = 0.5 0.7 2\n";
	private static final String LOCAL = "ElementDataFile = LOCAL\n";
	/** Columns are the rows of TransformMatrix. */
	private static final double[] DIRECTION = { 0.36, -0.8, 0.48, 0.48, 0.6, 0.64, -0.8, 0, 0.6 };
	private static final double[] VALUES = { -1000, 3071, 0, 1, 2, 3, 4, 5, 6, 7, 8, -32768 };
	private static final byte[] RAW = shorts(ByteOrder.LITTLE_ENDIAN);

	@TempDir
	private Path folder;

	@Test
	void readsGridAndValues() throws IOException {
		for (final String header : List.of(SHORTS + GRID, SHORTS + GRID.replace("TransformMatrix", "Rotation").replace("Offset",
			"Position"), SHORTS + GRID.replace("TransformMatrix", "Orientation").replace("Offset", "Origin"), (SHORTS + GRID)
				.replace(" =", ":"), (SHORTS + GRID).replace(" = ", "="), (SHORTS + GRID).replace("\n", "\r\n"), SHORTS +
					"Comment = a = b\nCenterOfRotation = 10 20 30\nFoo = 1\n" + GRID))
		{
			final Volume volume = read(header + LOCAL, RAW);
			assertEquals(new Geometry(new long[] { 2, 3, 2 }, new double[] { 0.5, 0.7, 2 }, new double[] { 1, 2, 3 },
				DIRECTION), volume.geometry());
			assertArrayEquals(VALUES, VoxelArrays.doubles(volume));
			assertEquals(VoxelType.INT16, volume.type());
			assertEquals(List.of(), volume.info().warnings());
		}
	}

	@Test
	void readsGridsThatSayLess() throws IOException {
		assertArrayEquals(new double[] { 1, 2, 3 }, read(SHORTS + "ElementSize = 1 2 3\n" + LOCAL, RAW).geometry().spacing());
		final Volume turned = read(SHORTS + GRID.replace("0.5 0.7 2", "-0.5 0.7 2") + LOCAL, RAW);
		assertArrayEquals(new double[] { -0.36, -0.8, 0.48, -0.48, 0.6, 0.64, 0.8, 0, 0.6 }, turned.geometry().direction());
		assertEquals(0.5, turned.geometry().spacing(0));
		assertTrue(turned.info().warnings().get(0).contains("turned round, as ITK does"));
		final Volume slice = read("ObjectType = Image\nNDims = 2\nBinaryData = True\nDimSize = 6 2\nElementType = MET_SHORT\n" +
			"ElementSpacing = 0.5 0.7\nOffset = 1 2\n" + LOCAL, RAW);
		assertEquals(new Geometry(new long[] { 6, 2, 1 }, new double[] { 0.5, 0.7, 1 }, new double[] { 1, 2, 0 }, new double[] {
			1, 0, 0, 0, 1, 0, 0, 0, 1 }), slice.geometry());
		assertTrue(slice.info().warnings().get(0).contains("unknown thickness"));
		assertArrayEquals(VALUES, VoxelArrays.doubles(read(SHORTS.replace("NDims = 3", "NDims = 4").replace("2 3 2", "2 3 2 1") +
			"ElementSpacing = 1 1 1 1\n" + LOCAL, RAW)));
	}

	@Test
	void tellsWhatItkPassesOver() throws IOException {
		assertEquals("[its DistanceUnits are cm, converted to mm here; ITK and PyRadiomics take the numbers for mm]", read(
			SHORTS + GRID + "DistanceUnits = cm\n" + LOCAL, RAW).info().warnings().toString());
		assertEquals(20, read(SHORTS + GRID + "DistanceUnits = cm\n" + LOCAL, RAW).geometry().spacing(2));
		assertEquals(List.of(), read(SHORTS + GRID + "DistanceUnits = mm\n" + LOCAL, RAW).info().warnings());
		assertTrue(read(SHORTS + GRID + "ElementToIntensityFunctionSlope = 2\n" + LOCAL, RAW).info().warnings().get(0)
			.contains("slope 2, offset 0) isn't applied"));
		final String plain = SHORTS + "ElementSpacing = 1 1 1\nTransformMatrix = 1 0 0 0 0 -1 0 1 0\n";
		assertEquals(List.of(), read(plain + "AnatomicalOrientation = RSA\n" + LOCAL, RAW).info().warnings());
		assertTrue(read(plain + "AnatomicalOrientation = RAI\n" + LOCAL, RAW).info().warnings().get(0).contains(
			"says RAI, its TransformMatrix RSA"));
		assertEquals("HU", read(SHORTS + GRID + "Modality = MET_MOD_CT\n" + LOCAL, RAW).info().valueUnit());
	}

	@ParameterizedTest
	@CsvSource({ "MET_CHAR,1,INT8", "MET_UCHAR,1,UINT8", "MET_SHORT,2,INT16", "MET_USHORT,2,UINT16", "MET_INT,4,INT32",
		"MET_UINT,4,UINT32", "MET_LONG,4,INT32", "MET_ULONG,4,UINT32", "MET_LONG_LONG,8,INT32", "MET_ULONG_LONG,8,UINT32",
		"MET_FLOAT,-4,FLOAT32", "MET_DOUBLE,-8,FLOAT64" })
	void readsEveryTypeInBothByteOrders(final String type, final int bytes, final VoxelType expected) throws IOException {
		final double[] values = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 99, 100 };
		for (final ByteOrder order : new ByteOrder[] { ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN })
			for (final String key : new String[] { "BinaryDataByteOrderMSB", "ElementByteOrderMSB" }) {
				final ByteBuffer b = ByteBuffer.allocate(12 * Math.abs(bytes)).order(order);
				for (final double v : values)
					VoxelBytes.put(b, bytes, v);
				final Volume volume = read(SHORTS.replace("BinaryDataByteOrderMSB = False", key + " = " +
					(order == ByteOrder.BIG_ENDIAN ? "True" : "False")).replace("MET_SHORT", type) + GRID + LOCAL, b.array());
				assertEquals(expected, volume.type());
				assertArrayEquals(values, VoxelArrays.doubles(volume));
			}
	}

	@Test
	void readsPackedDataAndText() throws IOException {
		final byte[] zlib = packed(DeflaterOutputStream::new), gzip = packed(GZIPOutputStream::new);
		for (final byte[] data : new byte[][] { zlib, gzip })
			assertArrayEquals(VALUES, VoxelArrays.doubles(read(SHORTS + GRID + "CompressedData = True\nCompressedDataSize = " +
				data.length + "\n" + LOCAL, data)));
		Files.write(folder.resolve("a.zraw"), zlib);
		assertArrayEquals(VALUES, VoxelArrays.doubles(read("a.mhd", SHORTS + GRID +
			"CompressedData = True\nElementDataFile = a.zraw", new byte[0])));
		assertArrayEquals(VALUES, VoxelArrays.doubles(read(SHORTS.replace("BinaryData = True", "BinaryData = False") + GRID +
			LOCAL, "-1000 3071 0 1\n2 3 4 5\n6 7 8 -32768\n".getBytes(StandardCharsets.US_ASCII))));
	}

	@FunctionalInterface
	private interface Packer {

		OutputStream on(OutputStream out) throws IOException;
	}

	private static byte[] packed(final Packer packer) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (OutputStream packing = packer.on(out)) {
			packing.write(RAW);
		}
		return out.toByteArray();
	}

	@Test
	void readsDetachedData() throws IOException {
		Files.write(folder.resolve("all.raw"), RAW);
		Files.write(folder.resolve("head.raw"), concat("abcdef", RAW));
		Files.write(folder.resolve("s1.raw"), Arrays.copyOf(RAW, 12));
		Files.write(folder.resolve("s2.raw"), Arrays.copyOfRange(RAW, 12, 24));
		for (final String file : new String[] { "all.raw", "./all.raw", "LIST\ns1.raw\ns2.raw\n", "LIST 2\ns1.raw\ns2.raw",
			"LIST 2D\ns1.raw\ns2.raw", "LIST 3D\nall.raw", "s%d.raw 1 2 1", "s%01d.raw 1 2" })
			assertArrayEquals(VALUES, VoxelArrays.doubles(read("a.mhd", SHORTS + GRID + "ElementDataFile = " + file,
				new byte[0])), file);
		for (final int skip : new int[] { 6, -1 })
			assertArrayEquals(VALUES, VoxelArrays.doubles(read("a.mhd", SHORTS + GRID + "HeaderSize = " + skip +
				"\nElementDataFile = head.raw\n", new byte[0])));
	}

	@Test
	void aDetachedHeaderLeadsNowhereElse() throws IOException {
		final Path outside = folder.resolveSibling(folder.getFileName() + "-outside.raw");
		Files.write(outside, RAW);
		try {
			for (final String name : List.of("../" + outside.getFileName(), outside.toAbsolutePath().toString(), "LIST\n../" +
				outside.getFileName() + "\nb\n"))
				assertTrue(refusal("a.mhd", SHORTS + GRID + "ElementDataFile = " + name + "\n", new byte[0]).contains(
					"outside its own folder"), name);
			Files.createSymbolicLink(folder.resolve("link.raw"), outside);
			assertTrue(refusal(SHORTS + GRID + "ElementDataFile = link.raw\n").contains("outside its own folder"));
		}
		finally {
			Files.delete(outside);
		}
		for (final String list : List.of("s%d.raw 1 2 0", "s%d.raw 1 2000000000 1", "s%999999999d.raw 1 2 1", "s%d%d.raw 1 2 1",
			"s%d.raw"))
			assertTrue(refusal(SHORTS + GRID + "ElementDataFile = " + list + "\n").contains("of at most 65536 files"), list);
	}

	@Test
	void readsAChannelWhereOneIsChosen() throws IOException {
		final String header = SHORTS.replace("2 3 2", "2 3 1") + GRID + "ElementNumberOfChannels = 2\n" + LOCAL;
		final Path file = write("a.mha", header, RAW);
		assertArrayEquals(new double[] { 3071, 1, 3, 5, 7, -32768 }, VoxelArrays.doubles(new MetaFormat().readChannel(file, 1,
			Progress.NONE)));
		assertTrue(assertThrows(InputException.class, () -> new MetaFormat().readChannel(file, 2, Progress.NONE)).getMessage()
			.contains("0 to 1, but channel 2"));
		assertTrue(refusal(header).contains("has 2 channels"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ElementSpacing = 0.5 0.7 2//has neither ElementSpacing nor ElementSize", "0.5 0.7 2/0.5 0 2/voxel spacing",
		"0.5 0.7 2/0.5 0.7/gives 2 numbers in ElementSpacing", "0.36 0.48 -0.8/0.72 0.96 -1.6/other lengths than 1",
		"0.36 0.48 -0.8/1 0 0/aren't at right angles", "0.36/nan/where a number belongs", "= Image/= Tube/holds no image",
		"MET_SHORT/MET_STRING/voxels of type 'MET_STRING'", "ElementType = MET_SHORT//has no ElementType",
		"NDims = 3//has no NDims", "2 3 2/2 0 2/impossible sizes", "2 3 2/2 3 2000000000/is truncated", "2 3 2/2 3 3/is truncated",
		"ElementDataFile = LOCAL/x = y/no 'key = value'", "ElementDataFile = LOCAL/ElementDataFile = gone.raw/which isn't there",
		"LOCAL/LIST 4D/Only LIST", "BinaryData = True/CompressedData = True/compressed data", "Offset = 1 2 3/Offset = 1 2 x/in Offset" })
	void refusesWithTheReason(final String change) throws IOException {
		final String[] parts = change.split("/", -1);
		assertTrue((SHORTS + GRID + LOCAL).contains(parts[0]), parts[0]);
		final String message = refusal((SHORTS + GRID + LOCAL).replaceFirst(java.util.regex.Pattern.quote(parts[0]), parts[1]));
		assertTrue(message.contains(parts[2]), message);
		assertTrue(message.contains("image.mha"), message);
	}

	@ParameterizedTest
	@EnumSource(VoxelType.class)
	void whatIsWrittenIsRead(final VoxelType type) {
		final Geometry grid = new Geometry(new long[] { 2, 3, 2 }, new double[] { 0.7, 1 / 3d, 2 }, new double[] { -1e-9, 2, 1e10 },
			DIRECTION);
		final double[] values = type.isInteger() ? new double[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 127 } : new double[] { 0.5, -1,
			Double.NaN, Double.POSITIVE_INFINITY, 0, 1, 2, 3, 4, 5, 6, 7 };
		final Volume volume = VoxelArrays.volume(values, grid, type, ImageInfo.of("a", ""));
		MetaWriter.write(volume, folder.resolve("a.mha"));
		final Volume read = new MetaFormat().read(folder.resolve("a.mha"), Progress.NONE);
		assertEquals(grid, read.geometry());
		assertEquals(type, read.type());
		assertArrayEquals(values, VoxelArrays.doubles(read));
	}

	@Test
	void writesAMaskOnItsWholeGrid() {
		final Geometry grid = Geometry.axisAligned(new long[] { 3, 2, 2 }, new double[] { 1, 1, 1 });
		MetaWriter.write(Mask.of("m", grid, new BoundingBox(1, 1, 1, 2, 1, 1), new byte[] { 1, 1 }), folder.resolve("m.mha"));
		final Volume read = new MetaFormat().read(folder.resolve("m.mha"), Progress.NONE);
		assertEquals(VoxelType.UINT8, read.type());
		assertArrayEquals(new double[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1 }, VoxelArrays.doubles(read));
	}

	@Test
	void goesByContentIfTheNameSaysNothing() throws IOException {
		final Path file = write("image", SHORTS + GRID + LOCAL, RAW);
		assertArrayEquals(VALUES, VoxelArrays.doubles(ImageFiles.with().read(file, Progress.NONE)));
	}

	private Volume read(final String header, final byte[] data) throws IOException {
		return read("image.mha", header, data);
	}

	private Volume read(final String name, final String header, final byte[] data) throws IOException {
		return new MetaFormat().read(write(name, header, data), Progress.NONE);
	}

	private Path write(final String name, final String header, final byte[] data) throws IOException {
		return Files.write(folder.resolve(name), concat(header, data));
	}

	private String refusal(final String header) throws IOException {
		return refusal("image.mha", header, RAW);
	}

	private String refusal(final String name, final String header, final byte[] data) throws IOException {
		final Path file = write(name, header, data);
		return assertThrows(InputException.class, () -> new MetaFormat().read(file, Progress.NONE)).getMessage();
	}

	private static byte[] concat(final String text, final byte[] data) {
		final byte[] head = text.getBytes(StandardCharsets.UTF_8), all = Arrays.copyOf(head, head.length + data.length);
		System.arraycopy(data, 0, all, head.length, data.length);
		return all;
	}

	private static byte[] shorts(final ByteOrder order) {
		final ByteBuffer b = ByteBuffer.allocate(24).order(order);
		for (final double v : VALUES)
			b.putShort((short) v);
		return b.array();
	}
}
