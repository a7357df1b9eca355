package io.github.radiomicsnomogram.io.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedFramesTest {

	@TempDir
	Path folder;

	/** Smooth, with noise and both ends of the range. */
	static int[] picture(final int n, final int precision, final Random random) {
		final int most = (1 << precision) - 1;
		final int[] samples = new int[n];
		for (int i = 0; i < n; i++)
			samples[i] = Math.floorMod((int) (most * (0.5 + 0.4 * Math.sin(i / 9.0))) + random.nextInt(3) - 1, most + 1);
		samples[0] = 0;
		samples[n - 1] = most;
		samples[n / 2] = most;
		return samples;
	}

	private static byte[] littleEndian(final int[] samples, final int bytes) {
		final byte[] all = new byte[samples.length * bytes];
		for (int i = 0; i < all.length; i++)
			all[i] = (byte) (samples[i / bytes] >> 8 * (i % bytes));
		return all;
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7 })
	void unpacksLosslessJpegOfEachPredictor(final int predictor) throws BadDicom {
		final Random random = new Random(predictor);
		for (final int precision : new int[] { 2, 8, 12, 15, 16 })
			for (final int columns : new int[] { 1, 7, 64 })
				for (final int restart : new int[] { 0, 2 }) {
					final int[] samples = picture(9 * columns, precision, random);
					final int allocated = precision <= 8 ? 8 : 16;
					final PixelFormat format = new PixelFormat(9, columns, allocated, precision, precision - 1, false);
					final Codestream stream = Codestream.of(LosslessJpegEncoder.encode(samples, columns, precision, predictor,
						restart));
					stream.requireFit(format);
					assertArrayEquals(littleEndian(samples, allocated / 8), LosslessJpeg.decode(stream, format));
				}
	}

	@Test
	void refusesDamagedLosslessJpeg() throws BadDicom {
		final byte[] good = LosslessJpegEncoder.encode(picture(64, 12, new Random(1)), 8, 12, 1, 0);
		final PixelFormat format = new PixelFormat(8, 8, 16, 12, 11, false);
		for (int n = 0; n < good.length - 3; n++) {
			final byte[] cut = Arrays.copyOf(good, n);
			assertThrows(BadDicom.class, () -> LosslessJpeg.decode(Codestream.of(cut), format), () -> "cut at " + cut.length);
		}
	}

	/** A picture as ImageIO writes it. */
	static byte[] written(final String format, final int[] samples, final int columns, final boolean sixteen)
		throws IOException
	{
		final BufferedImage image = new BufferedImage(columns, samples.length / columns, sixteen
			? BufferedImage.TYPE_USHORT_GRAY : BufferedImage.TYPE_BYTE_GRAY);
		image.getRaster().setPixels(0, 0, columns, samples.length / columns, samples);
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		assertTrue(ImageIO.write(image, format, out));
		return out.toByteArray();
	}

	@Test
	void unpacksJpeg2000WithinItsBoxes() throws Exception {
		for (final int precision : new int[] { 8, 16 }) {
			final int[] samples = picture(31 * 17, precision, new Random(4));
			final PixelFormat format = new PixelFormat(31, 17, precision, precision, precision - 1, false);
			final Codestream stream = Codestream.of(written("jpeg2000", samples, 17, precision == 16));
			assertEquals(Codestream.Coding.JPEG_2000, stream.coding());
			stream.requireFit(format);
			assertArrayEquals(littleEndian(samples, precision / 8), ImageIoDecoder.decode(stream, format).orElseThrow());
		}
	}

	@Test
	void readsJpegOfEightBitsAndWarnsOfItsLoss() throws Exception {
		final int[] ramp = new int[256];
		Arrays.setAll(ramp, i -> 8 * (i % 16) + 4 * (i / 16));
		final byte[] packed = written("jpeg", ramp, 16, false);
		for (int n = 0; n < 2; n++)
			DicomWriter.slice(n, 2 * n).as(TransferSyntax.JPEG_BASELINE).set(Tag.ROWS, 16).set(Tag.COLUMNS, 16).set(
				Tag.BITS_ALLOCATED, 8).set(Tag.BITS_STORED, 8).set(Tag.HIGH_BIT, 7).set(Tag.PIXEL_DATA, new DicomWriter.Fragments(packed))
				.write(folder.resolve("s" + n));
		final Volume volume = new DicomFormat().read(folder, Progress.NONE);
		assertTrue(volume.info().warnings().get(0).contains("compressed with loss (TransferSyntaxUID of JPEG Baseline)"), volume
			.info().warnings().toString());
		final double[] values = VoxelArrays.doubles(volume);
		// Quality 0.75 of a ramp: a few grey levels.
		for (int i = 0; i < 256; i++)
			assertEquals(ramp[i] - 1024, values[i], 6);
	}

	/** Three frames as lossless JPEG, each in as many fragments as given; with a table of offsets or without. */
	private Path multiFrame(final boolean table, final int... fragments) {
		final List<byte[]> parts = new java.util.ArrayList<>();
		final ByteBuffer offsets = ByteBuffer.allocate(4 * fragments.length).order(ByteOrder.LITTLE_ENDIAN);
		int at = 0;
		for (int f = 0; f < fragments.length; f++) {
			final byte[] packed = LosslessJpegEncoder.encode(frame(f), 4, 16, 1, 0);
			offsets.putInt(at);
			final int size = packed.length / fragments[f];
			for (int i = 0; i < fragments[f]; i++) {
				parts.add(Arrays.copyOfRange(packed, i * size, i + 1 == fragments[f] ? packed.length : (i + 1) * size));
				at += 8 + parts.get(parts.size() - 1).length;
			}
		}
		final List<DicomWriter> groups = new java.util.ArrayList<>();
		for (int f = 0; f < fragments.length; f++)
			groups.add(DicomWriter.empty().set(Tag.PLANE_POSITION_SEQUENCE, List.of(DicomWriter.empty().set(
				Tag.IMAGE_POSITION_PATIENT, "-10\\-20\\" + 2 * f))));
		return DicomWriter.slice(0, 0).as(TransferSyntax.JPEG_LOSSLESS_SV1).remove(Tag.IMAGE_POSITION_PATIENT).set(
			Tag.NUMBER_OF_FRAMES, Integer.toString(fragments.length)).set(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, groups).set(
				Tag.PIXEL_DATA, new DicomWriter.Fragments(parts.toArray(byte[][]::new)).withTable(table ? offsets.array()
					: new byte[0])).write(folder.resolve("m.dcm"));
	}

	private static int[] frame(final int f) {
		final int[] samples = new int[12];
		Arrays.setAll(samples, i -> 1000 * f + i);
		return samples;
	}

	private void findsFrames(final boolean table, final int... fragments) {
		final double[] values = VoxelArrays.doubles(new DicomFormat().read(multiFrame(table, fragments), Progress.NONE));
		for (int i = 0; i < values.length; i++)
			assertEquals(1000 * (i / 12) + i % 12 - 1024, values[i]);
	}

	@Test
	void findsTheFragmentsOfEachFrame() {
		findsFrames(false, 1, 1, 1);
		findsFrames(true, 1, 1, 1);
		findsFrames(true, 2, 1, 3);
		findsFrames(false, 2, 1, 3);
		findsFrames(false, 4);
	}

	@Test
	void refusesAPictureOfAnotherSizeOrKind() throws IOException {
		refused("holds a lossless JPEG picture of 4 rows, 3 columns", LosslessJpegEncoder.encode(frame(0), 3, 16, 1, 0));
		refused("picture of 12 bits, but BitsStored (0028,0101) is 16", LosslessJpegEncoder.encode(new int[12], 4, 12, 1, 0), 1);
		refused("no compressed picture begins there", new byte[40]);
		final byte[] twelve = LosslessJpegEncoder.encode(new int[12], 4, 12, 1, 0);
		twelve[10] = (byte) 0xC1;
		refused("transfer syntax 1.2.840.10008.1.2.4.70), which can't be decoded", twelve);
		final ByteBuffer ones = ByteBuffer.wrap(written("jpeg2000", new int[12], 4, true));
		ones.putInt(find(ones, 0xFF93) + 4, -1);
		refused("its packets hold what none may", ones.array());
		final byte[] whole = written("jpeg2000", new int[12], 4, true);
		refused("it ends too early", Arrays.copyOf(whole, whole.length - 4));
		final ByteBuffer huge = ByteBuffer.wrap(written("jpeg2000", new int[12], 4, true));
		final int siz = find(huge, 0xFF51), cod = find(huge, 0xFF52);
		huge.putInt(siz + 6, 65000).putInt(siz + 10, 65000).putInt(siz + 22, 65000).putInt(siz + 26, 65000);
		refused("holds a JPEG 2000 picture of 65000 rows, 65000 columns", huge.array());
		huge.putShort(cod + 6, (short) 60000);
		refused("packets, more than its", huge.array());
		huge.putShort(cod, (short) 0xFF5F);
		refused("a header holds the marker FF5F", huge.array());
	}

	private static int find(final ByteBuffer stream, final int marker) {
		int at = 0;
		while ((stream.getShort(at) & 0xFFFF) != marker)
			at++;
		return at;
	}

	private void refused(final String words, final byte[] packed) {
		refused(words, packed, 0);
	}

	private void refused(final String words, final byte[] packed, final int signed) {
		DicomWriter.slice(0, 0).set(Tag.PIXEL_REPRESENTATION, signed).as(TransferSyntax.JPEG_LOSSLESS_SV1).set(Tag.PIXEL_DATA, new DicomWriter.Fragments(packed)).write(
			folder.resolve("x.dcm"));
		final String message = assertThrows(InputException.class, () -> new DicomFormat().read(folder, Progress.NONE))
			.getMessage();
		assertTrue(message.contains(words) && message.contains("x.dcm"), message);
	}

	/** Few bytes that would cost a decoder much memory or time; each has one thing more than what is still read. */
	@Test
	void refusesJpeg2000ThatIsFarTooMuchWork() throws Exception {
		final byte[] small = written("jpeg2000", new int[512 * 512], 512, true);
		final PixelFormat format = new PixelFormat(512, 512, 16, 16, 15, false);
		assertArrayEquals(new byte[512 * 512 * 2], ImageIoDecoder.decode(Codestream.of(small), format).orElseThrow());
		// 4 x 4 pixels a block: 129 x 129 blocks, of which 63 layers are read, if there are as many bytes as packets.
		final ByteBuffer layers = ByteBuffer.wrap(Arrays.copyOf(small, 1 << 12));
		final int cod = find(layers, 0xFF52);
		layers.put(cod + 10, (byte) 0).put(cod + 11, (byte) 0).putShort(cod + 6, (short) 63);
		Codestream.of(layers.array());
		layers.putShort(cod + 6, (short) 64);
		final String claimed = assertThrows(BadDicom.class, () -> Codestream.of(layers.array())).getMessage();
		assertTrue(claimed.contains("16641 blocks of pixels in 64 layers"), claimed);
		final ByteBuffer large = ByteBuffer.wrap(small);
		final int siz = find(large, 0xFF51);
		large.putInt(siz + 6, 2048).putInt(siz + 10, 2049).putInt(siz + 22, 2048).putInt(siz + 26, 2049);
		final PixelFormat wide = new PixelFormat(2049, 2048, 16, 16, 15, false);
		final String wider = assertThrows(BadDicom.class, () -> Codestream.of(large.array()).requireFit(wide)).getMessage();
		assertTrue(wider.contains("2048 x 2049, far more than can be packed in its "), wider);
		large.putInt(siz + 10, 2048).putInt(siz + 26, 2048);
		Codestream.of(large.array()).requireFit(new PixelFormat(2048, 2048, 16, 16, 15, false));
	}

	@Test
	void refusesProgressiveJpegOfAThousandScans() throws Exception {
		final byte[] sequential = written("jpeg", new int[64], 8, false);
		Codestream.of(sequential);
		final byte[] progressive = sequential.clone();
		progressive[find(ByteBuffer.wrap(progressive), 0xFFC0) + 1] = (byte) 0xC2;
		Codestream.of(progressive);
		final byte[] scans = new byte[2000];
		for (int i = 0; i < scans.length; i += 2) {
			scans[i] = (byte) 0xFF;
			scans[i + 1] = (byte) 0xDA;
		}
		final String message = assertThrows(BadDicom.class, () -> Codestream.of(DicomWriter.concat(progressive, scans)))
			.getMessage();
		assertTrue(message.contains("it has 1001 scans"), message);
	}

	@Test
	void refusesFarTooManyPixelsForAFile() {
		DicomWriter.slice(0, 0).as(TransferSyntax.JPEG_2000_LOSSLESS).set(Tag.ROWS, 65535).set(Tag.COLUMNS, 32767).set(
			Tag.BITS_ALLOCATED, 8).set(Tag.BITS_STORED, 8).set(Tag.HIGH_BIT, 7).set(Tag.PIXEL_DATA, new DicomWriter.Fragments(
				new byte[50])).write(folder.resolve("x.dcm"));
		final String message = assertThrows(InputException.class, () -> new DicomFormat().read(folder, Progress.NONE))
			.getMessage();
		assertTrue(message.contains("Rows x Columns x bytes = 65535 x 32767 x 1 are needed"), message);
	}
}
