package io.github.radiomicsnomogram.io.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where slices lie, and what makes them one volume or not. */
class DicomSeriesTest {

	/** The arithmetic is exact but for a rounding or two of numbers below 100. */
	private static final double EPS = 1e-12;

	@TempDir
	Path folder;

	private Volume read() {
		return new DicomFormat().read(folder, Progress.NONE);
	}

	private String refused() {
		return assertThrows(InputException.class, this::read).getMessage();
	}

	private void write(final DicomWriter writer, final String name) {
		writer.write(folder.resolve(name));
	}

	@Test
	void ordersByPositionAndTakesSpacingFromPositions() {
		final double[] z = { -4, 2, -7, -1, 5 };
		for (int n = 0; n < z.length; n++)
			write(DicomWriter.slice(n, z[n]).set(Tag.SLICE_THICKNESS, "9").set(Tag.SPACING_BETWEEN_SLICES, "7"), "s" + n);
		final Volume volume = read();
		// PixelSpacing is 0.5 mm between rows (y) and 0.75 mm between columns (x).
		final Geometry expected = new Geometry(new long[] { 4, 3, 5 }, new double[] { 0.75, 0.5, 3 }, new double[] { -10, -20,
			-7 }, new double[] { 1, 0, 0, 0, 1, 0, 0, 0, 1 });
		assertEquals("", expected.firstDifference(volume.geometry(), EPS).orElse(""));
		final int[] order = { 2, 0, 3, 1, 4 };
		for (int k = 0; k < 5; k++)
			for (int i = 0; i < 12; i++)
				assertEquals(1000 + 100 * order[k] + i - 1024, volume.voxels().getAt(i % 4, i / 4, k).getRealDouble());
		assertEquals(List.of(), volume.info().warnings());
	}

	@Test
	void everyVoxelLiesWhereTheHeaderOfItsSlicePutsIt() {
		final String[] orientations = { "1\\0\\0\\0\\1\\0", "-1\\0\\0\\0\\1\\0", "0\\1\\0\\0\\0\\-1", "1\\0\\0\\0\\0\\-1",
			"0.8\\0.6\\0\\-0.36\\0.48\\0.8", "0\\0\\1\\0\\1\\0" };
		for (final String orientation : orientations) {
			final String[] c = orientation.split("\\\\");
			final double[] r = new double[6];
			for (int i = 0; i < 6; i++)
				r[i] = Double.parseDouble(c[i]);
			final double[] normal = { r[1] * r[5] - r[2] * r[4], r[2] * r[3] - r[0] * r[5], r[0] * r[4] - r[1] * r[3] };
			for (int n = 0; n < 3; n++)
				write(DicomWriter.slice(n, 0).set(Tag.IMAGE_ORIENTATION_PATIENT, orientation).set(Tag.IMAGE_POSITION_PATIENT, //
					(1 - 2.5 * n * normal[0]) + "\\" + (2 - 2.5 * n * normal[1]) + "\\" + (3 - 2.5 * n * normal[2])), "s" + n);
			final Volume volume = read();
			for (int n = 0; n < 3; n++)
				for (int i = 0; i < 12; i++) {
					final int x = i % 4, y = i / 4;
					final double[] point = new double[3];
					for (int d = 0; d < 3; d++)
						point[d] = 1 + d - 2.5 * n * normal[d] + r[d] * 0.75 * x + r[3 + d] * 0.5 * y;
					assertArrayEquals(point, volume.geometry().toPatient(x, y, 2 - n), EPS, orientation);
					assertEquals(100 * n + i - 24, volume.voxels().getAt(x, y, 2 - n).getRealDouble(), orientation);
				}
		}
	}

	@Test
	void jitterOfRoundedPositionsIsNothingToSpeakOf() {
		final double[] jitter = { 1e-4, -1e-4, 5e-3, -5e-3, 0 };
		for (int n = 0; n < 5; n++)
			write(DicomWriter.slice(n, 2 * n + jitter[n]), "s" + n);
		final Volume volume = read();
		assertEquals((8 - 1e-4) / 4, volume.geometry().spacing(2), EPS);
		assertEquals(List.of(), volume.info().warnings());
	}

	@Test
	void tellsOfPositionsWithOneDecimal() {
		// 2.25 mm, written with one decimal.
		final double[] z = { 0, 2.3, 4.5, 6.8, 9 };
		for (int n = 0; n < 5; n++)
			write(DicomWriter.slice(n, z[n]), "s" + n);
		assertEquals(List.of("Slices lie up to 0.05 mm off an even spacing of 2.25 mm; they were taken as even."), read()
			.info().warnings());
	}

	@Test
	void refusesGapsAndUnevenSpacing() {
		for (final int n : new int[] { 0, 1, 2, 4, 5 })
			write(DicomWriter.slice(n, 2 * n), "s" + n);
		assertTrue(refused().contains(
			"not uniform: 2 to 4 mm, mostly 2 mm. Between s2 and s4 the gap is 4 mm: 1 slice is missing there"), refused());
		write(DicomWriter.slice(3, 6.4), "s3");
		assertTrue(refused().contains("not uniform: 1.6 to 2.4 mm, mostly 2 mm. The widest gap lies between s2 and s3"),
			refused());
	}

	@Test
	void refusesShearedAndShiftedSlices() throws Exception {
		for (int n = 0; n < 4; n++)
			write(DicomWriter.slice(n, 0).set(Tag.IMAGE_POSITION_PATIENT, "0\\" + 0.5 * n + "\\" + 2 * n), "s" + n);
		assertTrue(refused().contains("gantry tilt): each is shifted sideways by 0.5 mm, 14.0362 degrees"), refused());
		write(DicomWriter.slice(3, 0).set(Tag.IMAGE_POSITION_PATIENT, "0\\0\\6"), "s3");
		assertTrue(refused().contains("shifted sideways against each other, by up to 1 mm, most between s2 and s3: "),
			refused());
	}

	@Test
	void leavesOutCopiesButNoOtherImageAtAPosition() throws Exception {
		DicomWriter.series(folder, 3);
		Files.copy(folder.resolve("s1.dcm"), folder.resolve("s1 copy.dcm"));
		write(DicomWriter.slice(2, 4).set(Tag.SOP_INSTANCE_UID, "1.2.3.99"), "sent twice.dcm");
		final Volume volume = read();
		assertEquals(3, volume.geometry().size(2));
		assertEquals(List.of("s1.dcm, sent twice.dcm were left out: they are copies of an image at the same position."),
			volume.info().warnings());
		write(DicomWriter.slice(7, 4), "other.dcm");
		assertTrue(refused().contains(
			"other.dcm, s2.dcm, sent twice.dcm are different images at the same position (ImagePositionPatient (0020,0032) " +
				"-10\\-20\\4.0), and so at 2 of 3 positions"), refused());
	}

	@Test
	void refusesMixedSizesAndSpacings() {
		DicomWriter.series(folder, 4);
		write(DicomWriter.slice(1, 2).set(Tag.ROWS, 4).pixels(DicomWriter.ramp(1, 16)), "s1.dcm");
		assertTrue(refused().contains("s1.dcm has 4 rows and 4 columns, but 3 other images of the series have 3 rows and 4"),
			refused());
		write(DicomWriter.slice(1, 2).set(Tag.PIXEL_SPACING, "0.5\\0.76"), "s1.dcm");
		assertTrue(refused().contains("s1.dcm has PixelSpacing (0028,0030) 0.5\\0.76, but 3 other"), refused());
		write(DicomWriter.slice(1, 2).remove(Tag.RESCALE_SLOPE).remove(Tag.RESCALE_INTERCEPT), "s1.dcm");
		assertTrue(refused().contains("s1.dcm has no rescale slope and intercept, but"), refused());
		write(DicomWriter.slice(1, 2).set(Tag.RESCALE_TYPE, "US"), "s1.dcm");
		assertTrue(refused().contains("s1.dcm has unit 'US', but 3 other images of the series have unit ''"), refused());
	}

	@Test
	void offersPartsOfASeriesApart() {
		for (int n = 0; n < 3; n++) {
			write(DicomWriter.slice(n, 2 * n), "a" + n);
			write(DicomWriter.slice(n + 5, 2 * n).set(Tag.ACQUISITION_NUMBER, "2"), "b" + n);
		}
		write(DicomWriter.slice(0, 0).set(Tag.IMAGE_ORIENTATION_PATIENT, "1\\0\\0\\0\\0\\-1"), "c");
		final List<DicomSeries> parts = DicomSeries.list(folder);
		assertEquals(List.of("axial images, such as a0, AcquisitionNumber 1", "axial images, such as a0, AcquisitionNumber 2",
			"coronal images, such as c"), parts.stream().map(DicomSeries::part).toList());
		assertEquals(List.of(1, 2, 3), parts.stream().map(DicomSeries::number).toList());
		for (final DicomSeries part : parts)
			assertTrue(refused().contains(part.describe()), refused());
		final Volume second = new DicomFormat(SeriesChoice.number(2)).read(folder, Progress.NONE);
		assertEquals(500 - 24, second.voxels().getAt(0, 0, 0).getRealDouble());
		final String byUid = assertThrows(InputException.class, () -> new DicomFormat(SeriesChoice.parse("1.2.3.4")).read(
			folder, Progress.NONE)).getMessage();
		assertTrue(byUid.contains("3 of them with UID 1.2.3.4"), byUid);
	}

	@Test
	void neverInterleavesAcquisitionsThatLieBetweenEachOther() {
		for (int n = 0; n < 3; n++) {
			write(DicomWriter.slice(n, 2 * n), "a" + n);
			write(DicomWriter.slice(n + 5, 2 * n + 1).set(Tag.ACQUISITION_NUMBER, "2"), "b" + n);
		}
		assertEquals(List.of("AcquisitionNumber 1", "AcquisitionNumber 2"), DicomSeries.list(folder).stream().map(
			DicomSeries::part).toList());
	}

	@Test
	void acquisitionsThatFollowEachOtherAreOneImage() {
		for (int n = 0; n < 6; n++)
			write(DicomWriter.slice(n, 2 * n).set(Tag.ACQUISITION_NUMBER, "" + n / 3), "s" + n);
		assertEquals(6, read().geometry().size(2));
		for (int n = 0; n < 6; n++)
			write(DicomWriter.slice(n, 2 * n).set(Tag.ACQUISITION_NUMBER, "" + n), "s" + n);
		assertEquals(6, read().geometry().size(2));
	}

	@Test
	void leavesOutALocalizerAndSaysSo() {
		DicomWriter.series(folder, 3);
		write(DicomWriter.slice(9, 0).set(Tag.IMAGE_TYPE, "ORIGINAL\\PRIMARY\\LOCALIZER").set(Tag.ROWS, 2).set(Tag.COLUMNS,
			6), "scout");
		assertEquals(List.of("scout: left out, 1 of the series' images being localizers (ImageType (0008,0008)), no planes of " +
			"the scan."), read().info().warnings());
	}

	@Test
	void aSingleSliceIsAsThickAsItsHeaderSays() {
		write(DicomWriter.slice(0, 0).set(Tag.SPACING_BETWEEN_SLICES, "3"), "s");
		assertEquals(2, read().geometry().spacing(2));
		write(DicomWriter.slice(0, 0).set(Tag.SPACING_BETWEEN_SLICES, "3").set(Tag.SLICE_THICKNESS, "0"), "s");
		assertEquals(3, read().geometry().spacing(2));
		write(DicomWriter.slice(0, 0).remove(Tag.SLICE_THICKNESS), "s");
		assertTrue(refused().contains("s: it is the only slice, and SliceThickness (0018,0050) and SpacingBetweenSlices " +
			"(0018,0088) are missing"), refused());
	}

	@Test
	void readsFramesAsSlices() {
		final List<DicomWriter> frames = new java.util.ArrayList<>();
		final double[] z = { 4, 0, 2 };
		final short[] pixels = new short[36];
		for (int n = 0; n < 3; n++) {
			System.arraycopy(DicomWriter.ramp(n, 12), 0, pixels, 12 * n, 12);
			frames.add(DicomWriter.empty().set(Tag.PLANE_POSITION_SEQUENCE, List.of(DicomWriter.empty().set(
				Tag.IMAGE_POSITION_PATIENT, "-10\\-20\\" + z[n]))).set(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE, List.of(DicomWriter
					.empty().set(Tag.RESCALE_SLOPE, "1").set(Tag.RESCALE_INTERCEPT, "" + -1000 * n))));
		}
		final DicomWriter file = DicomWriter.slice(0, 0).remove(Tag.IMAGE_POSITION_PATIENT).remove(Tag.PIXEL_SPACING).remove(
			Tag.RESCALE_SLOPE).remove(Tag.RESCALE_INTERCEPT).set(Tag.NUMBER_OF_FRAMES, "3").pixels(pixels).set(
				Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, List.of(DicomWriter.empty().set(Tag.PIXEL_MEASURES_SEQUENCE, List.of(
					DicomWriter.empty().set(Tag.PIXEL_SPACING, "0.5\\0.75"))))).set(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
						frames);
		for (final TransferSyntax syntax : List.of(TransferSyntax.EXPLICIT_LITTLE, TransferSyntax.IMPLICIT_LITTLE,
			TransferSyntax.EXPLICIT_BIG, TransferSyntax.DEFLATED))
		{
			write(file.as(syntax), "enhanced");
			final Volume volume = read();
			assertArrayEquals(new double[] { 0.75, 0.5, 2 }, volume.geometry().spacing(), EPS);
			final int[] order = { 1, 2, 0 };
			for (int k = 0; k < 3; k++)
				assertEquals(1003 - 900 * order[k], volume.voxels().getAt(3, 0, k).getRealDouble());
		}
		write(file.as(TransferSyntax.EXPLICIT_LITTLE).set(Tag.NUMBER_OF_FRAMES, "2"), "enhanced");
		assertTrue(refused().contains("NumberOfFrames (0028,0008) is 2, but 3 frames are described"), refused());
		write(file.set(Tag.NUMBER_OF_FRAMES, "3").set(Tag.ROWS, 4), "enhanced");
		assertTrue(refused().contains("72 bytes, but Rows x Columns x bytes x frames = 4 x 4 x 2 x 3 are needed"), refused());
	}
}
