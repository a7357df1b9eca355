package io.github.radiomicsnomogram.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Geometry and values expected by SimpleITK 2.5.7 for the same headers, digit by digit. */
class NiftiFormatTest {

	private static final float[] AFFINE = { 0.31118807196617126f, -0.6987540125846863f, -0.4966733157634735f, 10,
		0.5773403644561768f, 0.38852834701538086f, -0.7240737080574036f, 20.5f, 0.2446223795413971f, -0.028080660849809647f,
		2.340733528137207f, -33.29999923706055f };
	private static final float[] QUATERNION = { 0.07516749948263168f, -0.161873921751976f, 0.5015173554420471f, 10, 20.5f,
		-33.29999923706055f };
	private static final double[] BY_AFFINE = { -0.4445543789348309, 0.8734425361670483, 0.1986693172931591,
		-0.8247719314342021, -0.4856604451323655, 0.28962947008450846, 0.3494605346647351, -0.035100826883526365,
		0.9362933687818348 };
	private static final double[] BY_QUATERNION = { -0.44455434477407174, 0.8734425693492537, 0.19866933503271939,
		-0.8247719470444866, -0.48566038490229374, 0.28962949594607335, 0.3494605412789009, -0.03510083453609029,
		0.9362933570178102 };
	private static final double[] ALONG_LPS = { 1, 0, 0, 0, 1, 0, 0, 0, 1 };
	private static final double[] VALUES = { 0, 1, 2, 3, 4, 5, 6, 7, 98, 99, 100, 101 };

	@TempDir
	private Path folder;

	@Test
	void takesPixdimAndTheOnlyForm() throws IOException {
		check(read(b -> sform(b, 1, AFFINE)), BY_AFFINE);
		check(read(b -> sform(b, 4, AFFINE)), BY_AFFINE);
		check(read(b -> qform(b, 1, QUATERNION)), BY_QUATERNION);
		check(read(b -> qform(b, 2, QUATERNION)), BY_QUATERNION);
	}

	private static void check(final Volume volume, final double[] direction) {
		assertArrayEquals(new double[] { 0.699999988079071, 0.800000011920929, 2.5 }, volume.geometry().spacing());
		assertArrayEquals(new double[] { -10, -20.5, -33.29999923706055 }, volume.geometry().origin());
		assertArrayEquals(direction, volume.geometry().direction());
		assertEquals(java.util.List.of(), volume.info().warnings());
	}

	@Test
	void choosesBetweenFormsAsItkDoes() throws IOException {
		final float[] turned = { 0, 0, 1, 10, 20.5f, -33.29999923706055f };
		final Volume scanner = read(b -> {
			sform(b, 1, AFFINE);
			qform(b, 1, turned);
		}), other = read(b -> {
			sform(b, 2, AFFINE);
			qform(b, 1, turned);
		});
		assertArrayEquals(BY_AFFINE, scanner.geometry().direction());
		assertArrayEquals(ALONG_LPS, other.geometry().direction());
		assertEquals("[qform and sform place its voxels differently, by up to 2.98550210280436 mm; the sform is used, as in ITK and " +
			"PyRadiomics]", scanner.info().warnings().toString());
		assertTrue(other.info().warnings().get(0).contains("the qform is used"));
	}

	/** As SimpleITK 2.5.7 does. */
	@Test
	void turnsAxesOfNegativePixdimRound() throws IOException {
		final Volume volume = read(b -> {
			sform(b, 1, AFFINE);
			b.putFloat(84, -0.8f);
		});
		final double[] direction = BY_AFFINE.clone();
		for (int row = 0; row < 3; row++)
			direction[3 * row + 1] *= -1;
		assertArrayEquals(direction, volume.geometry().direction());
		assertEquals(0.800000011920929, volume.geometry().spacing(1));
		assertTrue(volume.info().warnings().get(0).contains("these axes were turned round, as ITK does"));
	}

	@Test
	void flipsTheThirdAxisForANegativeQfac() throws IOException {
		final double[] direction = BY_QUATERNION.clone();
		for (int row = 0; row < 3; row++)
			direction[3 * row + 2] *= -1;
		check(read(b -> {
			qform(b, 1, QUATERNION);
			b.putFloat(76, -1);
		}), direction);
	}

	@Test
	void avoidsSkewedAxesWhereItCan() throws IOException {
		final float[] skewed = AFFINE.clone();
		skewed[1] += 0.3f;
		assertArrayEquals(BY_QUATERNION, read(b -> {
			sform(b, 1, skewed);
			qform(b, 1, QUATERNION);
		}).geometry().direction());
		assertTrue(refusal(b -> sform(b, 1, skewed)).contains("aren't at right angles"));
	}

	@Test
	void saysThatNothingIsKnownOfThePatient() throws IOException {
		final Volume volume = read(b -> {});
		assertArrayEquals(ALONG_LPS, volume.geometry().direction());
		assertArrayEquals(new double[3], volume.geometry().origin());
		assertTrue(volume.info().warnings().get(0).startsWith("neither qform nor sform"));
	}

	@Test
	void warnsWhereVoxelSizesContradict() throws IOException {
		final float[] twice = AFFINE.clone();
		for (int i = 0; i < 12; i++)
			if (i % 4 != 3) twice[i] *= 2;
		final Volume volume = read(b -> sform(b, 1, twice));
		assertEquals(0.699999988079071, volume.geometry().spacing(0));
		assertTrue(volume.info().warnings().get(2).endsWith("by the affine matrix; pixdim is used, as in ITK"));
	}

	@ParameterizedTest
	@CsvSource({ "0,1", "1,1000", "2,1", "3,0.001", "10,1", "17,1000" })
	void convertsUnits(final int units, final double scale) throws IOException {
		final Volume volume = read(b -> {
			sform(b, 1, AFFINE);
			b.put(123, (byte) units);
		});
		assertEquals(2.5 * scale, volume.geometry().spacing(2));
		assertEquals(-20.5 * scale, volume.geometry().origin()[1]);
	}

	@ParameterizedTest
	@CsvSource({ "2,1,UINT8", "256,1,INT8", "4,2,INT16", "512,2,UINT16", "8,4,INT32", "768,4,UINT32", "1024,8,INT32",
		"1280,8,UINT32", "16,-4,FLOAT32", "64,-8,FLOAT64" })
	void readsEveryTypeInBothByteOrdersAndVersions(final int code, final int bytes, final VoxelType type)
		throws IOException
	{
		for (final ByteOrder order : new ByteOrder[] { ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN }) {
			final Volume one = read(write("a.nii", version1(order, code, bytes, b -> sform(b, 1, AFFINE))));
			assertEquals(type, one.type());
			assertArrayEquals(VALUES, values(one));
			final Volume two = read(write("b.nii", version2(order, code, bytes)));
			assertEquals(type, two.type());
			assertArrayEquals(VALUES, values(two));
			assertArrayEquals(new double[] { 0.7, 0.8, 2.5 }, two.geometry().spacing());
			assertArrayEquals(new double[] { -10, -20.5, 30 }, two.geometry().origin());
		}
	}

	/** ITK turns scaled integers into single precision: product and sum in double, rounded once. */
	@Test
	void scalesLikeItk() throws IOException {
		final Volume scaled = read(b -> scale(b, 0.1f, -3.7f));
		assertEquals(VoxelType.FLOAT32, scaled.type());
		final double slope = 0.1f, intercept = -3.7f;
		assertArrayEquals(Arrays.stream(VALUES).map(v -> (float) (v * slope + intercept)).toArray(), values(scaled));
		final Volume hounsfield = read(b -> scale(b, 1, -1024));
		assertEquals(VoxelType.FLOAT32, hounsfield.type());
		assertEquals(-1023, values(hounsfield)[1]);
	}

	@ParameterizedTest
	@CsvSource({ "0,0", "1,0", "NaN,NaN", "1,NaN" })
	void keepsTheTypeWithoutScale(final float slope, final float intercept) throws IOException {
		final Volume volume = read(b -> scale(b, slope, intercept));
		assertEquals(VoxelType.INT16, volume.type());
		assertArrayEquals(VALUES, values(volume));
	}

	@Test
	void addsAnInterceptWhereTheSlopeIsZero() throws IOException {
		assertEquals(5, values(read(b -> scale(b, 0, 5)))[0]);
	}

	@Test
	void readsPairsAndPackedFilesWhateverTheirName() throws IOException {
		final byte[] file = version1(ByteOrder.LITTLE_ENDIAN, 4, 2, b -> sform(b, 1, AFFINE));
		final byte[] header = Arrays.copyOf(file, 348);
		header[345] = 'i';
		header[108] = header[109] = header[110] = header[111] = 0;
		final Path hdr = write("p.hdr", header);
		assertTrue(assertThrows(InputException.class, () -> read(hdr)).getMessage().contains("'p.img', which isn't there"));
		final Path img = write("p.img", Arrays.copyOfRange(file, 352, file.length));
		assertArrayEquals(VALUES, values(read(hdr)));
		assertArrayEquals(VALUES, values(read(img)));
		for (final String name : new String[] { "x.nii.gz", "x.nii" })
			assertArrayEquals(VALUES, values(read(write(name, gzip(file)))));
		assertArrayEquals(VALUES, values(read(write("y.nii.gz", file))));
	}

	@Test
	void acceptsFurtherAxesOfOneSampleOnly() throws IOException {
		assertArrayEquals(VALUES, values(read(b -> {
			b.putShort(40, (short) 5);
			b.putShort(48, (short) 1);
			b.putShort(50, (short) 1);
		})));
		final String message = refusal(b -> {
			b.putShort(40, (short) 4);
			b.putShort(46, (short) 1);
			b.putShort(48, (short) 2);
		});
		assertTrue(message.contains("holds 2 volumes along axis 4 (sizes [2, 3, 1, 2])"), message);
	}

	/** A fifth axis is one of channels, which PyRadiomics chooses from by label_channel. */
	@Test
	void readsAChannelWhereOneIsChosen() throws IOException {
		final byte[] bytes = version1(ByteOrder.LITTLE_ENDIAN, 4, 2, b -> {
			sform(b, 1, AFFINE);
			b.putShort(40, (short) 5).putShort(46, (short) 1).putShort(48, (short) 1).putShort(50, (short) 2);
		});
		final Path file = write("a.nii", bytes);
		assertArrayEquals(Arrays.copyOfRange(VALUES, 6, 12), values(new NiftiFormat().readChannel(file, 1, Progress.NONE)));
		assertArrayEquals(Arrays.copyOf(VALUES, 6), values(new NiftiFormat().readChannel(file, 0, Progress.NONE)));
		assertTrue(assertThrows(InputException.class, () -> new NiftiFormat().readChannel(file, 2, Progress.NONE)).getMessage()
			.contains("0 to 1, but channel 2"));
		assertTrue(assertThrows(InputException.class, () -> new NiftiFormat().read(file, Progress.NONE)).getMessage().contains(
			"2 volumes along axis 5"));
	}

	@Test
	void comparesTheChecksumOfPackedFiles() throws IOException {
		final java.util.Random random = new java.util.Random(1);
		final byte[] bytes = Arrays.copyOf(version1(ByteOrder.LITTLE_ENDIAN, 4, 2, b -> {
			sform(b, 1, AFFINE);
			b.putShort(42, (short) 300).putShort(44, (short) 300).putShort(46, (short) 2);
		}), 352 + 360000);
		final byte[] noise = new byte[360000];
		random.nextBytes(noise);
		System.arraycopy(noise, 0, bytes, 352, noise.length);
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (OutputStream gzip = new GZIPOutputStream(out)) {
			gzip.write(bytes);
		}
		final byte[] packed = out.toByteArray();
		packed[packed.length - 7] ^= 1;
		final Path file = write("a.nii.gz", packed);
		assertTrue(assertThrows(InputException.class, () -> new NiftiFormat().read(file, Progress.NONE)).getMessage().contains(
			"compressed data are damaged"));
	}

	@Test
	void readsASlice() throws IOException {
		final Volume volume = read(b -> {
			b.putShort(40, (short) 2);
			b.putShort(44, (short) 6);
			b.putFloat(88, 0);
			sform(b, 1, AFFINE);
		});
		assertArrayEquals(new long[] { 2, 6, 1 }, volume.geometry().size());
		assertEquals(1, volume.geometry().spacing(2));
		assertTrue(volume.info().warnings().get(0).startsWith("a single slice of unknown thickness"));
	}

	@Test
	void refusesWithTheReason() throws IOException {
		assertTrue(refusal(b -> b.putShort(70, (short) 128)).contains("colours (RGB)"));
		assertTrue(refusal(b -> b.putShort(70, (short) 32)).contains("complex numbers"));
		assertTrue(refusal(b -> b.putShort(70, (short) 1536)).contains("voxels of type 1536"));
		assertTrue(refusal(b -> b.putFloat(88, 0)).contains("Spacing must be positive"));
		assertTrue(refusal(b -> b.putFloat(80, Float.NaN)).contains("Spacing must be positive"));
		assertTrue(refusal(b -> b.putShort(40, (short) 9)).contains("has 9 axes"));
		assertTrue(refusal(b -> b.putShort(42, (short) -1)).contains("impossible sizes: [-1, 3, 2]"));
		assertTrue(refusal(b -> b.putShort(42, (short) 30000)).contains("is truncated"));
		assertTrue(refusal(b -> b.putInt(344, 0)).contains("ANALYZE 7.5"));
		assertTrue(refusal(b -> b.putInt(0, 7)).contains("is no NIfTI file"));
	}

	@Test
	void refusesDamage() throws IOException {
		final byte[] file = version1(ByteOrder.LITTLE_ENDIAN, 4, 2, b -> {});
		assertTrue(refusal("c.nii", Arrays.copyOf(file, file.length - 1)).contains("is truncated"));
		assertTrue(refusal("c.nii", Arrays.copyOf(file, 200)).contains("header has 200 of 348 bytes"));
		final byte[] packed = gzip(file);
		assertTrue(refusal("c.nii.gz", Arrays.copyOf(packed, packed.length - 15)).contains("ends too early (truncated)"));
		packed[packed.length / 2] ^= 0x55;
		assertTrue(refusal("c.nii.gz", packed).contains("c.nii.gz"));
	}

	private static void sform(final ByteBuffer b, final int code, final float[] affine) {
		b.putShort(254, (short) code);
		for (int i = 0; i < 12; i++)
			b.putFloat(280 + 4 * i, affine[i]);
	}

	private static void qform(final ByteBuffer b, final int code, final float[] quaternion) {
		b.putShort(252, (short) code);
		for (int i = 0; i < 6; i++)
			b.putFloat(256 + 4 * i, quaternion[i]);
	}

	private static void scale(final ByteBuffer b, final float slope, final float intercept) {
		sform(b, 1, AFFINE);
		b.putFloat(112, slope);
		b.putFloat(116, intercept);
	}

	private static byte[] version1(final ByteOrder order, final int code, final int bytes, final Consumer<ByteBuffer> edit) {
		final ByteBuffer b = ByteBuffer.allocate(352 + VALUES.length * Math.abs(bytes)).order(order);
		b.putInt(0, 348);
		final short[] dim = { 3, 2, 3, 2 };
		final float[] pixdim = { 1, 0.7f, 0.8f, 2.5f };
		for (int i = 0; i < 4; i++) {
			b.putShort(40 + 2 * i, dim[i]);
			b.putFloat(76 + 4 * i, pixdim[i]);
		}
		b.putShort(70, (short) code);
		b.putFloat(108, 352);
		b.put(344, new byte[] { 'n', '+', '1', 0 });
		put(b, 352, bytes);
		edit.accept(b);
		return b.array();
	}

	private static byte[] version2(final ByteOrder order, final int code, final int bytes) {
		final ByteBuffer b = ByteBuffer.allocate(544 + VALUES.length * Math.abs(bytes)).order(order);
		b.putInt(0, 540);
		b.put(4, new byte[] { 'n', '+', '2', 0, '\r', '\n', 0x1a, '\n' });
		b.putShort(12, (short) code);
		final long[] dim = { 3, 2, 3, 2 };
		final double[] pixdim = { 1, 0.7, 0.8, 2.5 };
		for (int i = 0; i < 4; i++) {
			b.putLong(16 + 8 * i, dim[i]);
			b.putDouble(104 + 8 * i, pixdim[i]);
		}
		b.putLong(168, 544);
		b.putInt(348, 1);
		final double[] affine = { 0.7, 0, 0, 10, 0, 0.8, 0, 20.5, 0, 0, 2.5, 30 };
		for (int i = 0; i < 12; i++)
			b.putDouble(400 + 8 * i, affine[i]);
		b.putInt(500, 2);
		put(b, 544, bytes);
		return b.array();
	}

	private static void put(final ByteBuffer b, final int at, final int bytes) {
		b.position(at);
		for (final double v : VALUES)
			VoxelBytes.put(b, bytes, v);
	}

	private Path write(final String name, final byte[] bytes) throws IOException {
		return Files.write(folder.resolve(name), bytes);
	}

	private Volume read(final Consumer<ByteBuffer> edit) throws IOException {
		return read(write("image.nii", version1(ByteOrder.LITTLE_ENDIAN, 4, 2, edit)));
	}

	private static Volume read(final Path file) {
		return new NiftiFormat().read(file, Progress.NONE);
	}

	private String refusal(final Consumer<ByteBuffer> edit) throws IOException {
		return refusal("image.nii", version1(ByteOrder.LITTLE_ENDIAN, 4, 2, edit));
	}

	private String refusal(final String name, final byte[] bytes) throws IOException {
		final Path file = write(name, bytes);
		return assertThrows(InputException.class, () -> read(file)).getMessage();
	}

	private static double[] values(final Volume volume) {
		return Views.flatIterable(volume.voxels()).stream().mapToDouble(RealType::getRealDouble).toArray();
	}

	private static byte[] gzip(final byte[] data) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (OutputStream out = new GZIPOutputStream(bytes)) {
			out.write(data);
		}
		return bytes.toByteArray();
	}
}
