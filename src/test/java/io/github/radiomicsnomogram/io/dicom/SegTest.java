package io.github.radiomicsnomogram.io.dicom;

import static io.github.radiomicsnomogram.io.dicom.RoiFiles.NX;
import static io.github.radiomicsnomogram.io.dicom.RoiFiles.NY;
import static io.github.radiomicsnomogram.io.dicom.RoiFiles.bits;
import static io.github.radiomicsnomogram.io.dicom.RoiFiles.frame;
import static io.github.radiomicsnomogram.io.dicom.RoiFiles.segmentation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SegTest {

	@TempDir
	Path folder;

	private DicomMask read(final DicomWriter writer, final int segment) {
		return read(writer, segment, RoiFiles.image());
	}

	private DicomMask read(final DicomWriter writer, final int segment, final Volume image) {
		return Seg.read(writer.write(folder.resolve("seg.dcm"))).mask(RoiChoice.number(segment), image, Progress.NONE);
	}

	private void refused(final DicomWriter writer, final int segment, final String... words) {
		final String message = assertThrows(InputException.class, () -> read(writer, segment)).getMessage();
		assertTrue(message.contains("seg.dcm"), message);
		for (final String word : words)
			assertTrue(message.contains(word), message);
	}

	/** Two frames of 2 rows and 3 columns: 6 bits each, so that the second begins within a byte. */
	private static DicomWriter small(final DicomWriter... frames) {
		return segmentation(2, 3, frames).set(Tag.PIXEL_DATA, bits(1, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0));
	}

	@ParameterizedTest
	@EnumSource(value = TransferSyntax.class, names = { "IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "DEFLATED" })
	void placesFramesOfBits(final TransferSyntax syntax) {
		final DicomWriter seg = small(frame(1, 1, 2, 3), frame(2, 4, 4, 0)).as(syntax);
		assertEquals("1,2,3 3,3,3", RoiFiles.voxels(read(seg, 1).mask()));
		assertEquals("5,4,0 4,5,0", RoiFiles.voxels(read(seg, 2).mask()));
		assertEquals(List.of(), read(seg, 2).warnings());
		assertEquals("two", read(seg, 2).mask().name());
	}

	@Test
	void readsBigEndianWordsOfBits() {
		final byte[] swapped = bits(1, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0);
		final DicomWriter seg = small(frame(1, 1, 2, 3), frame(2, 4, 4, 0)).as(TransferSyntax.EXPLICIT_BIG).set(
			Tag.PIXEL_DATA, new byte[] { swapped[1], swapped[0] });
		assertEquals("1,2,3 3,3,3", RoiFiles.voxels(read(seg, 1).mask()));
		assertEquals("5,4,0 4,5,0", RoiFiles.voxels(read(seg, 2).mask()));
	}

	@Test
	void unitesFramesOfOneSliceInAnyOrder() {
		final DicomWriter seg = small(frame(1, 1, 2, 3), frame(1, 1, 2, 3));
		assertEquals("1,2,3 2,2,3 1,3,3 3,3,3", RoiFiles.voxels(read(seg, 1).mask()));
		refused(seg, 2, "segment is empty", "ROI 2 'two'");
	}

	@Test
	void putsTurnedAndMirroredFramesAtTheirPlace() {
		final double[] d = RoiFiles.GRID.direction();
		// Rows run along -y, columns along x.
		final String cosines = -d[1] + "\\" + -d[4] + "\\" + -d[7] + "\\" + d[0] + "\\" + d[3] + "\\" + d[6];
		final DicomWriter seg = small(frame(1, 1, 4, 3), frame(2, 4, 4, 0)).set(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, List.of(
			DicomWriter.empty().set(Tag.PLANE_ORIENTATION_SEQUENCE, List.of(DicomWriter.empty().set(
				Tag.IMAGE_ORIENTATION_PATIENT, cosines))).set(Tag.PIXEL_MEASURES_SEQUENCE, List.of(DicomWriter.empty().set(
					Tag.PIXEL_SPACING, "0.5\\0.75")))));
		final DicomMask found = read(seg, 1);
		assertEquals("2,2,3 1,4,3", RoiFiles.voxels(found.mask()));
		assertTrue(found.warnings().get(0).contains("turned or mirrored"));
	}

	@Test
	void saysWhatLiesOutside() {
		final DicomMask found = read(small(frame(1, 4, 4, 3), frame(1, 4, 4, 7)), 1);
		assertEquals("4,4,3 6,5,3", RoiFiles.voxels(found.mask()));
		assertTrue(found.warnings().get(0).contains("2 of its 4 voxels lie outside the image"));
		assertEquals("0,0,0", RoiFiles.voxels(read(small(frame(1, -2, -1, 0), frame(2, 0, 0, 0)), 1).mask()));
		refused(small(frame(1, 1, 2, 5), frame(1, 1, 2, -1)), 1, "all 4 voxels of the segment lie outside the image");
	}

	@Test
	void refusesAnotherGridWithTheNumbersOfBoth() {
		refused(small(frame(1, 1, 2, 3.3), frame(2, 0, 0, 0)), 1, "not on the image's grid", "(1.000, 2.000, 3.300)",
			RoiFiles.GRID.describe());
		refused(small(frame(1, 1.1, 2, 3), frame(2, 0, 0, 0)), 1, "lies between voxels");
		final DicomWriter seg = small(frame(1, 1, 2, 3), frame(2, 0, 0, 0));
		final DicomWriter orientation = DicomWriter.empty().set(Tag.IMAGE_ORIENTATION_PATIENT, "1\\0\\0\\0\\1\\0");
		final DicomWriter coarse = DicomWriter.empty().set(Tag.PIXEL_SPACING, "1.5\\1");
		final DicomWriter same = DicomWriter.empty().set(Tag.PIXEL_SPACING, "0.75\\0.5");
		for (final DicomWriter spacing : List.of(coarse, same))
			refused(seg.set(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, List.of(DicomWriter.empty().set(Tag.PLANE_ORIENTATION_SEQUENCE,
				List.of(orientation)).set(Tag.PIXEL_MEASURES_SEQUENCE, List.of(spacing)))), 1, spacing == coarse
					? "pixel spacing is 1.0 x 1.5 mm, the image's 0.5 x 0.75 mm" : "ImageOrientationPatient (0020,0037) is 1\\0\\0\\0\\1\\0");
	}

	/** Frames at z 2.5, -0.5 and 1 (in the image's slices) make a grid of 3 mm from -0.5, the second of whose slices is the third frame. */
	@Test
	void aGridOfItsOwnIsKnownByAllFrames() {
		final DicomWriter seg = segmentation(2, 2, frame(1, 1.5, 2, 2.5), frame(1, 1.5, 2, -0.5), frame(2, 1.5, 2, 1))
			.set(Tag.PIXEL_DATA, bits(1, 0, 0, 0, /**/ 0, 1, 1, 0, /**/ 1, 1, 1, 1));
		final DicomRois rois = DicomRois.read(seg.write(folder.resolve("own.dcm")));
		final Mask own = rois.own(RoiChoice.number(1), RoiFiles.image(), Progress.NONE).orElseThrow().mask();
		final Geometry grid = RoiFiles.GRID;
		// Decimal strings keep 10 digits behind the point.
		assertEquals(Optional.empty(), own.geometry().firstDifference(new Geometry(new long[] { 2, 2, 3 }, new double[] { 0.5,
			0.75, 3 }, grid.toPatient(1.5, 2, -0.5), grid.direction()), 1e-9));
		assertEquals("1,0,0 0,1,0 0,0,2", RoiFiles.voxels(own));
		assertEquals("0,0,1 1,0,1 0,1,1 1,1,1", RoiFiles.voxels(rois.own(RoiChoice.number(2), RoiFiles.image(), Progress.NONE)
			.orElseThrow().mask()));
		assertThrows(InputException.class, () -> rois.mask(RoiChoice.number(1), RoiFiles.image(), Progress.NONE));
	}

	@Test
	void voxelsOfTheImageNeedNoGridOfTheirOwn() {
		final DicomRois rois = DicomRois.read(small(frame(1, 1, 2, 3), frame(2, 0, 0, 0)).write(folder.resolve("on.dcm")));
		assertEquals(Optional.empty(), rois.own(RoiChoice.number(1), RoiFiles.image(), Progress.NONE));
	}

	@Test
	void refusesFramesWithoutACommonGrid() {
		for (final DicomWriter[] frames : new DicomWriter[][] { { frame(1, 0, 0, 0.5), frame(1, 0.5, 0, 1.5) }, { frame(1, 0, 0,
			0.5), frame(1, 0, 0, 1.5), frame(1, 0, 0, 2.8) }, { frame(1, 0, 0, 0.5) }, { frame(1, 0, 0, 0.5), frame(1, 0, 0,
				0.502), frame(1, 0, 0, 9e5) } }) {
			final DicomRois rois = DicomRois.read(segmentation(2, 2, frames).set(Tag.PIXEL_DATA, bits(1, 1, 1, 1,
				1, 1, 1, 1, 1, 1, 1, 1)).write(folder.resolve("bad.dcm")));
			final String message = assertThrows(InputException.class, () -> rois.own(RoiChoice.number(1), RoiFiles.image(),
				Progress.NONE)).getMessage();
			assertTrue(message.matches("(?s).*bad.dcm': ROI 1 'one': .*(no common grid|are missing|too many slices).*"), message);
		}
	}

	/** A frame may lie as far off its slice as slices of a series may be uneven. */
	@Test
	void aFrameALittleOffItsSliceIsTakenWithAWarning() {
		final DicomMask read = DicomRois.read(segmentation(2, 2, frame(1, 1, 2, 3.04)).set(Tag.PIXEL_DATA, bits(
			1, 0, 0, 1)).write(folder.resolve("off.dcm"))).mask(RoiChoice.number(1), RoiFiles.image(), Progress.NONE);
		assertEquals("1,2,3 2,3,3", RoiFiles.voxels(read.mask()));
		assertTrue(read.warnings().get(0).contains("up to 0.0400 slices off"), read.warnings().toString());
	}

	@Test
	void takesFractionsFromTheThresholdOn() {
		final byte[] pixels = new byte[NX * NY];
		pixels[0] = 49;
		pixels[1] = 50;
		pixels[2] = 100;
		final DicomWriter seg = segmentation(NY, NX, frame(1, 2)).set(Tag.SEGMENTATION_TYPE, "FRACTIONAL").set(
			Tag.BITS_ALLOCATED, 8).set(Tag.MAXIMUM_FRACTIONAL_VALUE, 100).set(Tag.PIXEL_DATA, pixels);
		final DicomMask found = read(seg, 1);
		assertEquals("1,0,2 2,0,2", RoiFiles.voxels(found.mask()));
		assertTrue(found.warnings().get(0).contains("fraction 0.5 or more"));
		final Seg read = Seg.read(folder.resolve("seg.dcm"));
		assertEquals("2,0,2", RoiFiles.voxels(read.withThreshold(0.51).mask(RoiChoice.number(1), RoiFiles.image(), Progress.NONE)
			.mask()));
		assertEquals("0,0,2 1,0,2 2,0,2", RoiFiles.voxels(read.withThreshold(0.49).mask(RoiChoice.number(1), RoiFiles.image(),
			Progress.NONE).mask()));
		assertThrows(InputException.class, () -> read.withThreshold(0));
		refused(seg.set(Tag.MAXIMUM_FRACTIONAL_VALUE, 0), 1, "MaximumFractionalValue");
		final byte[] packed = PixelDecoderTest.packed(pixels, 1);
		assertEquals("1,0,2 2,0,2", RoiFiles.voxels(read(seg.set(Tag.MAXIMUM_FRACTIONAL_VALUE, 100).as(TransferSyntax.RLE).set(
			Tag.PIXEL_DATA, new DicomWriter.Fragments(packed)), 1).mask()));
	}

	@Test
	void takesSegmentsOfALabelMap() {
		final short[] labels = new short[NX * NY];
		labels[3] = 1;
		labels[4] = 2;
		labels[5] = 2;
		for (final TransferSyntax syntax : List.of(TransferSyntax.EXPLICIT_LITTLE, TransferSyntax.EXPLICIT_BIG)) {
			final DicomWriter seg = segmentation(NY, NX, frame(1, 2)).as(syntax).set(Tag.SOP_CLASS_UID,
				"1.2.840.10008.5.1.4.1.1.66.7").set(Tag.SEGMENTATION_TYPE, "LABELMAP").set(Tag.BITS_ALLOCATED, 16).set(
					Tag.PIXEL_DATA, labels);
			assertEquals("3,0,2", RoiFiles.voxels(read(seg, 1).mask()));
			assertEquals("4,0,2 5,0,2", RoiFiles.voxels(read(seg, 2).mask()));
		}
	}

	@Test
	void refusesBrokenFiles() {
		refused(small(frame(1, 1, 2, 3), frame(2, 4, 4, 0)).set(Tag.PIXEL_DATA, new byte[1]), 1, "12 bytes".substring(3),
			"has 1 bytes", "need 2");
		refused(small(frame(1, 1, 2, 3), frame(2, 4, 4, 0)).remove(Tag.PIXEL_DATA), 1, "PixelData (7FE0,0010) is missing");
		refused(small(frame(1, 1, 2, 3), frame(2, 4, 4, 0)).remove(Tag.SEGMENT_SEQUENCE), 1, "lists no segment");
		refused(small(frame(1, 1, 2, 3), frame(2, 4, 4, 0)).set(Tag.NUMBER_OF_FRAMES, "3"), 1, "2 frames are described");
		refused(small(frame(1, 1, 2, 3), frame(2, 4, 4, 0)).set(Tag.ROWS, 0), 1, "Rows (0028,0010) is 0");
		refused(small(frame(1, 1, 2, 3), frame(2, 4, 4, 0)).set(Tag.ROWS, 65535).set(Tag.COLUMNS, 65535), 1, "too large");
		refused(small(frame(1, 1, 2, 3), frame(2, 4, 4, 0)).set(Tag.SEGMENTATION_TYPE, "OTHER"), 1, "'OTHER'");
		refused(small(frame(1, 1, 2, 3), frame(2, 4, 4, 0)).set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.66.5"), 1,
			"surfaces");
		refused(small(frame(1, 1, 2, 3).remove(Tag.SEGMENT_IDENTIFICATION_SEQUENCE), frame(2, 4, 4, 0)), 1,
			"ReferencedSegmentNumber (0062,000B) of seg.dcm, frame 1 is missing");
		refused(small(frame(1, 1, 2, 3), frame(2, 4, 4, 0)).as(TransferSyntax.JPEG_LS), 1, "JPEG-LS");
	}

	@Test
	void refusesAnotherFrameOfReference() {
		final DicomWriter seg = small(frame(1, 1, 2, 3), frame(2, 4, 4, 0));
		final Volume other = RoiFiles.image(Map.of("FrameOfReferenceUID", "9.9"));
		final String message = assertThrows(InputException.class, () -> read(seg, 1, other)).getMessage();
		assertTrue(message.contains("9.9") && message.contains(RoiFiles.FRAME), message);
	}

	@Test
	void warnsOfFramesFartherApartThanSlices() {
		final DicomMask found = read(small(frame(1, 1, 2, 0), frame(1, 1, 2, 2)).set(Tag.SPACING_BETWEEN_SLICES, "4"), 1);
		assertTrue(found.warnings().get(0).contains("4.0 mm, the image's slices are 2.0 mm apart"), found.warnings()
			.toString());
	}
}
