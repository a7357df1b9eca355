package io.github.radiomicsnomogram.io.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.Shared;
import io.github.radiomicsnomogram.io.NrrdFormat;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A written segmentation holds the voxels that were given, on the images that they belong to. */
class SegWriterTest {

	@TempDir
	private Path folder;

	/** A CT of 4 x 3 x n voxels that names patient, study and frame of reference. */
	private Path series(final int slices) throws IOException {
		final Path images = Files.createDirectory(folder.resolve("images"));
		for (int n = 0; n < slices; n++)
			slice(n).write(images.resolve("s" + n + ".dcm"));
		return images;
	}

	private static DicomWriter slice(final int n) {
		return DicomWriter.slice(n, 2 * n).set(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100").set(Tag.PATIENT_NAME, "M\u00fcller^Eva")
			.set(Tag.PATIENT_ID, "P7").set(Tag.STUDY_INSTANCE_UID, "1.2.3").set(Tag.FRAME_OF_REFERENCE_UID, "1.2.3.77");
	}

	private static SeriesSource source(final Path images) {
		return SeriesSource.find(images, SeriesChoice.ONLY, Progress.NONE);
	}

	private static Mask random(final String name, final Geometry grid, final long seed, final double share) {
		final Random random = new Random(seed);
		final byte[] inside = new byte[(int) grid.voxels()];
		for (int i = 0; i < inside.length; i++)
			inside[i] = (byte) (random.nextDouble() < share ? 1 : 0);
		inside[inside.length / 2] = 1;
		return Mask.of(name, grid, grid.box(), inside);
	}

	@Test
	void voxelsComeBackExactlyThoughFramesDontEndOnBytes() throws IOException {
		final SeriesSource source = source(series(5));
		final List<Mask> masks = List.of(random("one", source.geometry(), 1, 0.5), random("zwei \u00e4\u4e2d", source
			.geometry(), 2, 0.1), random("three", source.geometry(), 3, 1));
		final Path file = folder.resolve("seg.dcm");
		SegWriter.write(masks, source, file);
		final Seg seg = Seg.read(file);
		assertEquals(List.of("one", "zwei \u00e4\u4e2d", "three"), seg.rois().stream().map(DicomRoi::name).toList());
		final Volume image = source.read(false, Progress.NONE);
		for (int i = 0; i < masks.size(); i++) {
			final DicomMask read = seg.mask(RoiChoice.number(i + 1), image, Progress.NONE);
			assertEquals(masks.get(i), read.mask());
			assertEquals(List.of(), read.warnings());
		}
	}

	/** Frames on which a mask has no voxel aren't written. */
	@Test
	void onlySlicesOfTheMaskAreFrames() throws Exception {
		final SeriesSource source = source(series(5));
		final byte[] inside = new byte[60];
		inside[13] = inside[40] = 1;
		SegWriter.write(List.of(Mask.of("two", source.geometry(), source.geometry().box(), inside)), source, folder.resolve("two.dcm"));
		final DicomAttributes read = DicomParser.parseRois(folder.resolve("two.dcm")).orElseThrow().attributes();
		assertEquals(2, read.integer(Tag.NUMBER_OF_FRAMES).orElseThrow());
		assertEquals(List.of("-10\\-20\\2", "-10\\-20\\6"), read.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).stream().map(
			f -> f.item(Tag.PLANE_POSITION_SEQUENCE).text(Tag.IMAGE_POSITION_PATIENT).orElseThrow()).toList());
	}

	@Test
	void patientAndStudyAreTheImages() throws Exception {
		final SeriesSource source = source(series(2));
		SegWriter.write(List.of(random("a", source.geometry(), 1, 0.5)), source, folder.resolve("a.dcm"));
		final DicomAttributes read = DicomParser.parsePatient(folder.resolve("a.dcm")).orElseThrow().attributes();
		final Map<Tag, String> expected = Map.of(Tag.PATIENT_NAME, "M\u00fcller^Eva", Tag.PATIENT_ID, "P7",
			Tag.STUDY_INSTANCE_UID, "1.2.3", Tag.FRAME_OF_REFERENCE_UID, "1.2.3.77", Tag.MODALITY, "SEG", Tag.SERIES_NUMBER,
			"1005");
		expected.forEach((tag, text) -> assertEquals(text, read.text(tag).orElse(""), tag.toString()));
		assertFalse(read.text(Tag.SERIES_INSTANCE_UID).orElseThrow().equals(source.series().uid()));
		assertTrue(read.text(Tag.SOP_INSTANCE_UID).orElseThrow().matches("2\\.25\\.[1-9][0-9]{0,38}"));
	}

	@Test
	void anotherGridAndASeriesWithoutStudyAreRefused() throws IOException {
		final Path images = series(3);
		final SeriesSource source = source(images);
		final Geometry other = Geometry.axisAligned(source.geometry().size(), source.geometry().spacing());
		final String message = assertThrows(InputException.class, () -> SegWriter.write(List.of(random("x", other, 1, 1)),
			source, folder.resolve("x.dcm"))).getMessage();
		assertTrue(message.contains("another grid") && message.contains("origin along x: -10.0 against 0.0 mm"), message);
		slice(0).remove(Tag.STUDY_INSTANCE_UID).write(images.resolve("s0.dcm"));
		final SeriesSource nameless = source(images);
		final String missing = assertThrows(InputException.class, () -> SegWriter.write(List.of(random("x", nameless
			.geometry(), 1, 1)), nameless, folder.resolve("x.dcm"))).getMessage();
		assertTrue(missing.contains("StudyInstanceUID (0020,000D) is missing") && missing.contains("s0.dcm"), missing);
		assertFalse(Files.exists(folder.resolve("x.dcm")));
	}

	@Test
	void numbersHaveAtMost16Characters() {
		for (final double v : new double[] { 0.1 + 0.2, -1.0 / 3, 1e-5 / 3, -123456.789012345678, 1e22 / 3, 0, -2.5, 1e-300 / 7 }) {
			final String text = DataSet.decimal(v);
			assertTrue(text.length() <= 16, text);
			// At least 9 digits fit beside sign, point and the longest exponent.
			assertEquals(v, Double.parseDouble(text), 1e-8 * Math.abs(v), text);
		}
		assertEquals("-2.5", DataSet.decimal(-2.5));
		assertEquals("30", DataSet.decimal(30));
	}

	/** Shuffled, oblique, reversed, sagittal, multi-frame and position-jittered images, and a PET. */
	@ParameterizedTest
	@ValueSource(strings = { "a_plain_shuffled", "h1_oblique", "h2_feet_first", "h3_reversed_order", "h4_sagittal",
		"h5_nonsquare", "l2_position_jitter", "m_enhanced_ct", "g_pet_suv_start", "c_big_endian" })
	void everyOrientationComesBack(final String name) {
		final SeriesSource source = source(Shared.path("golden/dicom/" + name + "/dicom"));
		final Mask mask = random("r", source.geometry(), name.hashCode(), 0.3);
		SegWriter.write(List.of(mask), source, folder.resolve("seg.dcm"));
		final DicomMask read = Seg.read(folder.resolve("seg.dcm")).mask(RoiChoice.ONLY, source.read(false, Progress.NONE),
			Progress.NONE);
		assertArrayEquals(mask.toBytes(), read.mask().toBytes());
		assertEquals(mask, read.mask());
	}

	/** Contours of a real tumour become a segmentation of the same voxels. */
	@Test
	void theVoxelsOfAStructureSet() throws IOException {
		final Path golden = Shared.path("golden/dicom/t2_rt_sts_002_CT");
		final SeriesSource source = source(golden.resolve("dicom/image"));
		final Volume image = source.read(false, Progress.NONE);
		final Mask tumour = RtStruct.read(golden.resolve("dicom/RS.dcm")).mask(RoiChoice.ONLY, image, Progress.NONE).mask();
		SegWriter.write(List.of(tumour), source, folder.resolve("tumour.dcm"));
		final Mask read = Seg.read(folder.resolve("tumour.dcm")).mask(RoiChoice.ONLY, image, Progress.NONE).mask();
		assertEquals(tumour, read);
		try (Stream<Path> files = Files.list(golden)) {
			final Path expected = files.filter(f -> f.getFileName().toString().startsWith("mask_")).findFirst().orElseThrow();
			final Volume labels = new NrrdFormat().read(expected, Progress.NONE);
			assertArrayEquals(Mask.ofLabel("", labels.geometry(), labels.voxels(), 1).toBytes(), read.toBytes());
		}
	}
}
