package io.github.radiomicsnomogram.io.dicom;

import static io.github.radiomicsnomogram.io.dicom.RoiFiles.closed;
import static io.github.radiomicsnomogram.io.dicom.RoiFiles.contour;
import static io.github.radiomicsnomogram.io.dicom.RoiFiles.contours;
import static io.github.radiomicsnomogram.io.dicom.RoiFiles.points;
import static io.github.radiomicsnomogram.io.dicom.RoiFiles.rectangle;
import static io.github.radiomicsnomogram.io.dicom.RoiFiles.roi;
import static io.github.radiomicsnomogram.io.dicom.RoiFiles.structureSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RtStructTest {

	@TempDir
	Path folder;

	private DicomMask read(final DicomWriter writer) {
		return read(writer, RoiChoice.ONLY, RoiFiles.image());
	}

	private DicomMask read(final DicomWriter writer, final RoiChoice choice, final Volume image) {
		return RtStruct.read(writer.write(folder.resolve("rs.dcm"))).mask(choice, image, Progress.NONE);
	}

	private String refusal(final DicomWriter writer, final RoiChoice choice, final Volume image) {
		final String message = assertThrows(InputException.class, () -> read(writer, choice, image)).getMessage();
		assertTrue(message.contains("rs.dcm"), message);
		return message;
	}

	private void refused(final DicomWriter writer, final String words) {
		final String message = refusal(writer, RoiChoice.ONLY, RoiFiles.image());
		assertTrue(message.contains(words), message);
	}

	private static void warned(final DicomMask mask, final String words) {
		assertEquals(1, mask.warnings().size(), mask.warnings().toString());
		assertTrue(mask.warnings().get(0).startsWith("ROI 1 'one': ") && mask.warnings().get(0).contains(words), mask
			.warnings().get(0));
	}

	@ParameterizedTest
	@EnumSource(value = TransferSyntax.class, names = { "IMPLICIT_LITTLE", "EXPLICIT_LITTLE", "EXPLICIT_BIG", "DEFLATED" })
	void fillsContoursOnATurnedGrid(final TransferSyntax syntax) {
		final DicomMask found = read(structureSet(rectangle(1, 2, 3, 4, 4), rectangle(2, 0, 0, 0, 1)).as(syntax));
		assertEquals("2,3,1 3,3,1 4,3,1 2,4,1 3,4,1 4,4,1 0,0,2 0,1,2", RoiFiles.voxels(found.mask()));
		assertEquals("one", found.mask().name());
		assertEquals(List.of(), found.warnings());
	}

	@Test
	void readsContoursLongerThan64KInImplicitFiles() {
		final StringBuilder many = new StringBuilder(points(1, -0.4, -0.4, 1.4, -0.4));
		for (int i = 0; i < 5000; i++)
			many.append('\\').append(points(1, 1.4, 1.4 - i * 1e-6));
		many.append('\\').append(points(1, -0.4, 1.4));
		assertTrue(many.length() > 1 << 16);
		final DicomMask found = read(structureSet(contour("CLOSED_PLANAR", many.toString())).as(
			TransferSyntax.IMPLICIT_LITTLE));
		assertEquals("0,0,1 1,0,1 0,1,1 1,1,1", RoiFiles.voxels(found.mask()));
	}

	@Test
	void makesTheSameHoleOfInnerContourXorAndKeyhole() {
		final double[] outer = { 0.6, 0.6, 4.4, 0.6, 4.4, 4.4, 0.6, 4.4 };
		final double[] keyhole = { 0.6, 0.6, 4.4, 0.6, 4.4, 4.4, 0.6, 4.4, 0.6, 1.7, 1.7, 1.7, 1.7, 3.3, 3.3, 3.3, 3.3, 1.7, 1.7,
			1.7, 0.6, 1.7 };
		final double[] inner = { 1.7, 1.7, 3.3, 1.7, 3.3, 3.3, 1.7, 3.3 };
		final String expected = RoiFiles.voxels(read(structureSet(closed(2, keyhole))).mask());
		assertEquals(12, expected.split(" ").length);
		assertEquals(expected, RoiFiles.voxels(read(structureSet(closed(2, outer), closed(2, inner))).mask()));
		assertEquals(expected, RoiFiles.voxels(read(structureSet(contour("CLOSEDPLANAR_XOR", points(2, inner)), contour(
			"CLOSEDPLANAR_XOR", points(2, outer)))).mask()));
	}

	@Test
	void unitesPlanesThatFallOnOneSlice() {
		final DicomMask found = read(structureSet(rectangle(1.8, 1, 1, 2, 1), rectangle(2.1, 2, 1, 3, 1)));
		assertEquals("1,1,2 2,1,2 3,1,2", RoiFiles.voxels(found.mask()));
		assertEquals(2, found.warnings().size());
		assertTrue(found.warnings().get(0).contains("up to 0.200 slices (0.400 mm) off the slices"), found.warnings()
			.toString());
		assertTrue(found.warnings().get(1).contains("2 planes fall on 1 slices"), found.warnings().toString());
	}

	@Test
	void leavesOutWhatLiesOutside() {
		warned(read(structureSet(rectangle(4, 1, 1, 1, 1), rectangle(5, 1, 1, 1, 1))), "1 of 2 contours lie outside");
		final DicomMask over = read(structureSet(rectangle(0, -3, 4, 0, 9)));
		assertEquals("0,4,0 0,5,0", RoiFiles.voxels(over.mask()));
		warned(over, "outside the image in part");
		refused(structureSet(rectangle(2, 20, 1, 22, 3)), "empty");
		refused(structureSet(rectangle(-0.6, 1, 1, 3, 3)), "below its first or above its last slice");
	}

	@Test
	void warnsOfGapsPointsAndCounts() {
		warned(read(structureSet(rectangle(0, 1, 1, 1, 1), rectangle(3, 1, 1, 1, 1))), "no contours on slices 1, 2 (from 0)");
		warned(read(structureSet(rectangle(0, 1, 1, 1, 1), contour("POINT", points(0, 3, 3)))), "1 of 2 contours enclose no area");
		warned(read(structureSet(rectangle(0, 1, 1, 1, 1).set(Tag.NUMBER_OF_CONTOUR_POINTS, "7"))),
			"NumberOfContourPoints (3006,0046) is wrong in 1 of 1");
		warned(read(structureSet(rectangle(0, 1, 1, 1, 1).remove(Tag.CONTOUR_GEOMETRIC_TYPE))), "taken as closed");
	}

	@Test
	void refusesWhatIsNoArea() {
		refused(structureSet(contour("OPEN_PLANAR", points(0, 0, 0, 3, 0, 3, 3))), "OPEN_PLANAR");
		refused(structureSet(closed(0, 1, 1, 3, 3)), "empty");
		refused(structureSet(closed(0, 1, 1, 3, 1, 5, 1)), "empty");
		refused(structureSet(List.of(roi(1, "one")), List.of()), "ROI 1 'one': it has no contours");
	}

	@Test
	void refusesBadPoints() {
		refused(structureSet(contour("CLOSED_PLANAR", "1\\2\\3\\4")), "contour 1 of 1: ContourData (3006,0050) has 4 numbers");
		refused(structureSet(contour("CLOSED_PLANAR", "1\\2\\x")), "'x' is no number");
		refused(structureSet(contour("CLOSED_PLANAR", "1\\2\\1e9\\1\\2\\3\\1\\2\\3")), "mm away");
		refused(structureSet(contour("CLOSED_PLANAR", points(0, 1, 1) + "\\" + points(1, 3, 1) + "\\" + points(2, 3, 3))),
			"not planar");
		refused(structureSet(List.of(roi(1, "a"), roi(1, "b").set(Tag.ROI_NAME, "b")), List.of()), "Choose one by its number or name");
	}

	@Test
	void refusesAnotherFrameOfReference() {
		final DicomWriter set = structureSet(rectangle(0, 1, 1, 1, 1));
		final String other = refusal(set, RoiChoice.ONLY, RoiFiles.image(Map.of("FrameOfReferenceUID", "9.9", "SeriesInstanceUID",
			RoiFiles.SERIES)));
		assertTrue(other.contains("9.9") && other.contains(RoiFiles.FRAME) && other.contains("ROI 1 'one'"), other);
		final DicomMask same = read(set, RoiChoice.ONLY, RoiFiles.image(Map.of("FrameOfReferenceUID", RoiFiles.FRAME,
			"SeriesInstanceUID", "8.8")));
		warned(new DicomMask(same.mask(), List.of(same.warnings().get(0).replace("'one' ", "'one': "))), "8.8");
		assertTrue(refusal(set, RoiChoice.ONLY, RoiFiles.image(Map.of("SeriesInstanceUID", "8.8"))).contains(
			"nothing says that they share coordinates"));
		assertTrue(read(set, RoiChoice.ONLY, RoiFiles.image(Map.of("SeriesInstanceUID", RoiFiles.SERIES))).warnings().isEmpty());
		assertTrue(read(set, RoiChoice.ONLY, RoiFiles.image(Map.of())).warnings().get(0).contains("can't be checked"));
	}

	@Test
	void choosesByNumberNameAndPattern() {
		final DicomWriter set = structureSet(List.of(roi(3, "GTV 1"), roi(7, "GTV 2 "), roi(8, "Lung*"), roi(9, "lungs")), List
			.of(contours(3, rectangle(0, 1, 1, 1, 1)), contours(7, rectangle(0, 2, 2, 2, 2)), contours(8, rectangle(0, 3, 3, 3, 3)),
				contours(9, rectangle(0, 4, 4, 4, 4))));
		for (final Map.Entry<String, String> e : Map.of("3", "1,1,0", "gtv?1", "1,1,0", "GTV 2", "2,2,0", "*2", "2,2,0", "Lung*",
			"3,3,0", "lungs", "4,4,0", "LUNGS", "4,4,0").entrySet())
			assertEquals(e.getValue(), RoiFiles.voxels(read(set, RoiChoice.parse(e.getKey()), RoiFiles.image()).mask()));
		for (final String bad : List.of("GTV*", "1", "heart"))
			for (final String words : List.of("4 ROIs, and ", "3: 'GTV 1', 1 contour", "9: 'lungs', 1 contour"))
				assertTrue(refusal(set, RoiChoice.parse(bad), RoiFiles.image()).contains(words));
	}

	@Test
	void tellsRoiFilesFromOthers() {
		final Path set = structureSet(rectangle(0, 1, 1, 1, 1)).write(folder.resolve("rs.dcm"));
		final Path slice = DicomWriter.slice(1, 0).write(folder.resolve("ct.dcm"));
		assertTrue(DicomRois.accepts(set));
		assertFalse(DicomRois.accepts(slice));
		assertFalse(DicomRois.accepts(folder));
		assertTrue(assertThrows(InputException.class, () -> DicomRois.read(slice)).getMessage().contains(
			"neither a structure set"));
		assertTrue(assertThrows(InputException.class, () -> Seg.read(set)).getMessage().contains("no segmentation"));
	}

	@Test
	void keepsNoContoursWhenAFolderIsLookedAt() throws Exception {
		final Path set = structureSet(rectangle(0, 1, 1, 1, 1)).write(folder.resolve("rs.dcm"));
		assertTrue(DicomParser.parse(set).orElseThrow().attributes().items(Tag.ROI_CONTOUR_SEQUENCE).isEmpty());
		assertEquals(1, DicomParser.parseRois(set).orElseThrow().attributes().items(Tag.ROI_CONTOUR_SEQUENCE).size());
	}
}
