package io.github.radiomicsnomogram.io.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Files that contradict themselves or each other, or leave out what their numbers depend on: never a guess. */
class ContradictionsTest {

	@TempDir
	Path folder;

	private String refused() {
		return assertThrows(InputException.class, () -> new DicomFormat().read(folder, Progress.NONE)).getMessage();
	}

	private void refused(final String words) {
		final String message = refused();
		assertTrue(message.contains(words), message);
	}

	/** Frames of an enhanced file, 2 mm apart from z = 0, of 8-bit pixels. */
	private static DicomWriter frames(final int n, final int rows, final int columns) {
		final List<DicomWriter> groups = new ArrayList<>();
		for (int f = 0; f < n; f++)
			groups.add(DicomWriter.empty().set(Tag.PLANE_POSITION_SEQUENCE, List.of(DicomWriter.empty().set(
				Tag.IMAGE_POSITION_PATIENT, "-10\\-20\\" + 2 * f))));
		return DicomWriter.slice(0, 0).remove(Tag.IMAGE_POSITION_PATIENT).set(Tag.NUMBER_OF_FRAMES, Integer.toString(n)).set(
			Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, groups).set(Tag.ROWS, rows).set(Tag.COLUMNS, columns).set(
				Tag.BITS_ALLOCATED, 8).set(Tag.BITS_STORED, 8).set(Tag.HIGH_BIT, 7).set(Tag.RESCALE_INTERCEPT, "0");
	}

	@Test
	void bigEndianWordsOfTwoPixelsMayCrossFrames() {
		final byte[] ramp = new byte[46];
		for (int i = 0; i < 45; i++)
			ramp[i] = (byte) (i + 1);
		final byte[] words = new byte[46];
		for (int i = 0; i < 46; i++)
			words[i] = ramp[i ^ 1];
		final double[] expected = DoubleStream.iterate(1, d -> d + 1).limit(45).toArray();
		final DicomWriter three = frames(3, 3, 5).as(TransferSyntax.EXPLICIT_BIG);
		three.set(Tag.PIXEL_DATA.number(), Vr.OW, words).write(folder.resolve("x"));
		assertArrayEquals(expected, VoxelArrays.doubles(new DicomFormat().read(folder, Progress.NONE)));
		three.set(Tag.PIXEL_DATA.number(), Vr.OB, ramp).write(folder.resolve("x"));
		assertArrayEquals(expected, VoxelArrays.doubles(new DicomFormat().read(folder, Progress.NONE)));
	}

	@Test
	void aSeriesIsOfOneStudyAndModality() {
		for (int n = 0; n < 4; n++)
			DicomWriter.slice(n, 2 * n).set(Tag.STUDY_INSTANCE_UID, "1.2.3").write(folder.resolve("s" + n));
		DicomWriter.slice(4, 8).write(folder.resolve("s4"));
		assertEquals(5, new DicomFormat().read(folder, Progress.NONE).geometry().size(2));
		DicomWriter.slice(4, 8).set(Tag.STUDY_INSTANCE_UID, "1.2.4").write(folder.resolve("s4"));
		refused("s4 has StudyInstanceUID (0020,000D) 1.2.4, but 4 other images of the series have StudyInstanceUID " +
			"(0020,000D) 1.2.3: they are not one volume");
		DicomWriter.slice(4, 8).set(Tag.MODALITY, "MR").write(folder.resolve("s4"));
		refused("s4 has Modality (0008,0060) 'MR', but 4 other images of the series have Modality (0008,0060) 'CT'");
	}

	@Test
	void whatNumbersMeanIsNotGuessed() {
		for (final Tag tag : List.of(Tag.PIXEL_REPRESENTATION, Tag.BITS_STORED)) {
			DicomWriter.slice(0, 0).remove(tag).write(folder.resolve("s"));
			refused("s: " + tag + " is missing");
		}
		DicomWriter.slice(0, 0).set(Tag.MODALITY_LUT_SEQUENCE, List.of(DicomWriter.empty().set(Tag.RESCALE_TYPE, "US"))).write(
			folder.resolve("s"));
		refused("s: its values go through a table, ModalityLUTSequence (0028,3000)");
		DicomWriter.slice(0, 0).remove(Tag.PIXEL_DATA).remove(Tag.BITS_STORED).set(Tag.BITS_ALLOCATED, 64).set(
			Tag.DOUBLE_FLOAT_PIXEL_DATA, new byte[96]).write(folder.resolve("s"));
		refused("s: its pixels are floating-point numbers (DoubleFloatPixelData (7FE0,0009))");
	}

	@Test
	void anOffsetTableMustNotTurnTheOrderOfFrames() {
		final byte[][] packed = new byte[2][];
		Arrays.setAll(packed, f -> LosslessJpegEncoder.encode(new int[] { f, f, f, f }, 2, 8, 1, 0));
		final byte[] turned = { (byte) (8 + packed[0].length), 0, 0, 0, 0, 0, 0, 0 };
		final DicomWriter two = frames(2, 2, 2).as(TransferSyntax.JPEG_LOSSLESS_SV1);
		final DicomWriter.Fragments fragments = new DicomWriter.Fragments(packed);
		two.set(Tag.PIXEL_DATA, fragments.withTable(turned)).write(folder.resolve("x"));
		refused("table of offsets that puts its fragments in another order");
		// What is no place of a fragment at all says nothing, as the frames are told by their number.
		two.set(Tag.PIXEL_DATA, fragments.withTable(new byte[8])).write(folder.resolve("x"));
		assertArrayEquals(new double[] { 0, 0, 0, 0, 1, 1, 1, 1 }, VoxelArrays.doubles(new DicomFormat().read(folder,
			Progress.NONE)));
	}

	@Test
	void valuesMustBeFinite() {
		DicomWriter.slice(0, 0).set(Tag.RESCALE_SLOPE, "1e305").write(folder.resolve("s"));
		refused("s: RescaleSlope (0028,1053) is 1.0E305 and RescaleIntercept (0028,1052) is -1024.0: values would be infinite");
		DicomWriter.slice(0, 0).set(Tag.RESCALE_SLOPE, "1e300").write(folder.resolve("s"));
		assertEquals(1000 * 1e300 - 1024, new DicomFormat().read(folder, Progress.NONE).voxels().getAt(0, 0, 0)
			.getRealDouble());
	}

	@Test
	void losslessJpegWithoutItsLowestBitsIsNotLossless() {
		final byte[] packed = LosslessJpegEncoder.encode(new int[12], 4, 16, 1, 0);
		int scan = 2;
		while (packed[scan] != (byte) 0xFF || packed[scan + 1] != (byte) 0xDA)
			scan++;
		packed[scan + 9] = 2;
		DicomWriter.slice(0, 0).as(TransferSyntax.JPEG_LOSSLESS).set(Tag.PIXEL_DATA, new DicomWriter.Fragments(packed)).write(
			folder.resolve("s"));
		refused("s': PixelData (7FE0,0010) holds a lossless JPEG picture without its lowest bits (2, by a point transform)");
	}

	@Test
	void aDeflatedFileIsReadToItsEnd() throws IOException {
		DicomWriter.series(folder, 3);
		final Path file = folder.resolve("s1.dcm");
		final byte[] whole = DicomWriter.slice(1, 2).as(TransferSyntax.DEFLATED).bytes();
		for (int n = whole.length - 1; n > whole.length - 12; n--) {
			Files.write(file, Arrays.copyOf(whole, n));
			refused("s1.dcm");
		}
		DicomWriter.slice(1, 2).as(TransferSyntax.DEFLATED).append(new byte[8]).write(file);
		refused("s1.dcm: its deflated data set is damaged: what follows its pixels doesn't belong there");
		final byte[] padding = DicomWriter.concat(DicomWriter.header(Encoding.EXPLICIT_LITTLE, 0xFFFCFFFC, Vr.OB, 2), new byte[2]);
		DicomWriter.slice(1, 2).as(TransferSyntax.DEFLATED).append(padding).write(file);
		assertEquals(3, new DicomFormat().read(folder, Progress.NONE).geometry().size(2));
	}

	@Test
	void aFileOfSeveralImagesIsNoChoice() throws IOException {
		final DicomWriter file = frames(2, 2, 2);
		final List<DicomWriter> groups = new ArrayList<>();
		for (int f = 0; f < 4; f++)
			groups.add(DicomWriter.empty().set(Tag.PLANE_POSITION_SEQUENCE, List.of(DicomWriter.empty().set(
				Tag.IMAGE_POSITION_PATIENT, "-10\\-20\\" + f / 2))).set(Tag.FRAME_CONTENT_SEQUENCE, List.of(DicomWriter.empty().set(
					Tag.STACK_ID, "" + f % 2))));
		final Path path = file.set(Tag.NUMBER_OF_FRAMES, "4").set(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, groups).set(
			Tag.PIXEL_DATA.number(), Vr.OB, new byte[] { 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3 }).write(folder.resolve("x"));
		for (final Executable reading : List.<Executable> of(() -> new DicomFormat().read(path, Progress.NONE),
			() -> SeriesSource.find(path, SeriesChoice.ONLY, Progress.NONE)))
		{
			final String message = assertThrows(InputException.class, reading).getMessage();
			assertTrue(message.contains("x' are 2 images. Choose one by its number (command line: --series N):\n  1: ") && message
				.contains("\n  2: CT 'Thorax', StackID 1, 2 slices"), message);
		}
		assertEquals(List.of(1, 2), DicomFolder.scan(path, Progress.NONE).meant(path).stream().map(DicomSeries::number).toList());
		final Path alone = DicomWriter.slice(0, 0).set(Tag.SERIES_INSTANCE_UID, "1.2.9").write(folder.resolve("y"));
		assertEquals(List.of("1.2.9"), DicomFolder.scan(alone, Progress.NONE).meant(alone).stream().map(DicomSeries::uid)
			.toList());
		Files.delete(alone);
		assertArrayEquals(new double[] { 1, 1, 1, 1, 3, 3, 3, 3 }, VoxelArrays.doubles(new DicomFormat(SeriesChoice.number(2))
			.read(path, Progress.NONE)));
	}

	@Test
	void pixelsLieWhereTheirHeaderSaysOrNowhere() throws IOException {
		DicomWriter.series(folder, 3);
		final byte[] good = Files.readAllBytes(folder.resolve("s1.dcm"));
		final int header = good.length - 24 - 12;
		final byte[] noVr = good.clone();
		noVr[header + 4] = 0;
		Files.write(folder.resolve("s1.dcm"), noVr);
		refused("s1.dcm: PixelData (7FE0,0010) has no representation that it can have");
		// The header twice: the first pixels are the second header, the last ones are left.
		final byte[] head = Arrays.copyOfRange(good, header, header + 12);
		Files.write(folder.resolve("s1.dcm"), DicomWriter.concat(Arrays.copyOf(good, header), head, Arrays.copyOfRange(good,
			header, good.length)));
		assertEquals(List.of("s1.dcm: 12 bytes follow its pixels that don't belong there; they were left out."),
			new DicomFormat().read(folder, Progress.NONE).info().warnings());
		final byte[] padding = DicomWriter.concat(DicomWriter.header(Encoding.EXPLICIT_LITTLE, 0xFFFCFFFC, Vr.OB, 2), new byte[2]);
		DicomWriter.slice(1, 2).append(padding).write(folder.resolve("s1.dcm"));
		assertEquals(List.of(), new DicomFormat().read(folder, Progress.NONE).info().warnings());
	}

	@Test
	void aRefusalSaysWhatWasLeftOut() throws IOException {
		DicomWriter.series(folder, 4);
		Files.write(folder.resolve("s1.dcm"), new byte[500]);
		refused("s2.dcm the gap is 4 mm: 1 slice is missing there. Export the whole series. Left out, as no DICOM images: s1.dcm.");
	}

	@Test
	void imagesOfSeveralKindsAreNeverInterleaved() {
		for (int n = 0; n < 6; n++)
			DicomWriter.slice(n, 2 * n).set(Tag.CONVOLUTION_KERNEL, n % 2 == 0 ? "B30f" : "B70f").write(folder.resolve("s" + n));
		refused("' holds 2 images (images of one series are apart");
		refused("1: CT 'Thorax', ConvolutionKernel B30f, 3 slices of 4 x 3, 0.75 x 0.5 x 4 mm");
		// One after the other they may be one image, but not without a word.
		for (int n = 0; n < 6; n++)
			DicomWriter.slice(n, 2 * n).set(Tag.KVP, n < 3 ? "80" : "140").write(folder.resolve("s" + n));
		assertEquals(List.of("The slices were taken with different KVP (0018,0060): '80', '140'."), new DicomFormat().read(
			folder, Progress.NONE).info().warnings());
		// Planes are often taken in turns, so their times tell nothing.
		for (int n = 0; n < 6; n++)
			DicomWriter.slice(n, 2 * n).set(Tag.ACQUISITION_TIME, n % 2 == 0 ? "100000" : "100100").write(folder.resolve("s" + n));
		assertEquals(6, new DicomFormat().read(folder, Progress.NONE).geometry().size(2));
	}

	@Test
	void namesAFewOfManyBrokenFiles() {
		for (int n = 0; n < 20; n++)
			DicomWriter.slice(n, 2 * n).claim("1.2.3.4.5").write(folder.resolve("s" + n));
		refused("s0: TransferSyntaxUID (0002,0010) is '1.2.3.4.5', a private or unknown transfer syntax.");
		refused("12 more files are broken.");
		assertTrue(refused().length() < 2000, refused());
	}

	@Test
	void namesFilmsAndUnusualPictures() {
		for (final TransferSyntax syntax : List.of(TransferSyntax.MPEG4, TransferSyntax.HEVC, TransferSyntax.JPEG_XL,
			TransferSyntax.JPEG_PROGRESSIVE, TransferSyntax.HTJ2K))
		{
			DicomWriter.slice(0, 0).as(syntax).set(Tag.PIXEL_DATA, new DicomWriter.Fragments(new byte[24])).write(folder.resolve(
				"s"));
			refused("s: its pixels are compressed as " + syntax.title() + " (transfer syntax " + syntax.uid() +
				"), which can't be decoded here");
		}
	}
}
