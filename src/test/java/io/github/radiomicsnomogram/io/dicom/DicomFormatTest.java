package io.github.radiomicsnomogram.io.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import net.imglib2.Cursor;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in a folder, which of it is meant, and what its values are. */
class DicomFormatTest {

	@TempDir
	Path folder;

	private Volume read(final Path path, final SeriesChoice choice) {
		return new DicomFormat(choice).read(path, Progress.NONE);
	}

	private Volume read() {
		return read(folder, SeriesChoice.ONLY);
	}

	private String refused() {
		return assertThrows(InputException.class, this::read).getMessage();
	}

	private void text(final String name, final String text) throws Exception {
		Files.write(folder.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
	}

	@Test
	void tellsTheInstanceNumbersThatOtherProgramsSortBy() {
		for (int n = 0; n < 3; n++)
			DicomWriter.slice(n, 2 * n).set(Tag.INSTANCE_NUMBER, Integer.toString(30 - n)).write(folder.resolve("s" + n));
		assertEquals("30\\29\\28", read().info().tag("InstanceNumber").orElseThrow());
	}

	@Test
	void choosesByNumberUidAndDescription() {
		DicomWriter.series(folder, 2);
		for (int n = 0; n < 3; n++)
			DicomWriter.slice(n, n).set(Tag.SERIES_INSTANCE_UID, "1.2.3.5").set(Tag.SERIES_NUMBER, "301").set(
				Tag.SERIES_DESCRIPTION, "Thorax venous").write(folder.resolve("v" + n));
		assertTrue(refused().endsWith("' holds 2 images. Choose one by its number, UID or description (command line: --series " +
			"N):\n  5: CT 'Thorax', 2 slices of 4 x 3, 0.75 x 0.5 x 2 mm, UID 1.2.3.4\n" +
			"  301: CT 'Thorax venous', 3 slices of 4 x 3, 0.75 x 0.5 x 1 mm, UID 1.2.3.5"), refused());
		for (final String choice : List.of("301", "1.2.3.5", "thorax venous", "VENOUS"))
			assertEquals(3, read(folder, SeriesChoice.parse(choice)).geometry().size(2), choice);
		// The whole description goes before a part of another.
		for (final String choice : List.of("5", "1.2.3.4", "thorax"))
			assertEquals(2, read(folder, SeriesChoice.parse(choice)).geometry().size(2), choice);
		for (final String choice : List.of("2", "1.2.3", "Abdomen")) {
			final String message = assertThrows(InputException.class, () -> read(folder, SeriesChoice.parse(choice)))
				.getMessage();
			assertTrue(message.contains("none with") && message.contains("  301: CT"), message);
		}
	}

	@Test
	void numbersTheImagesItselfWhereTheirNumbersDont() {
		DicomWriter.series(folder, 2);
		DicomWriter.slice(0, 0).set(Tag.SERIES_INSTANCE_UID, "1.2.3.5").write(folder.resolve("v"));
		assertEquals(List.of(1, 2), DicomSeries.list(folder).stream().map(DicomSeries::number).toList());
	}

	@Test
	void oneFileStandsForItsSeries() throws Exception {
		DicomWriter.series(folder, 2);
		for (int n = 0; n < 3; n++)
			DicomWriter.slice(n, n).set(Tag.SERIES_INSTANCE_UID, "1.2.3.5").write(folder.resolve("v" + n));
		DicomWriter.slice(9, 9).write(Files.createDirectory(folder.resolve("sub")).resolve("deeper"));
		assertEquals(2, read(folder.resolve("s0.dcm"), SeriesChoice.ONLY).geometry().size(2));
		final Volume volume = read(folder.resolve("v1"), SeriesChoice.ONLY);
		assertEquals(3, volume.geometry().size(2));
		assertEquals("v1", volume.info().name());
	}

	@Test
	void readsFoldersOfFoldersAndTheirDirectoryFile() throws Exception {
		final Path deep = Files.createDirectories(folder.resolve("PT0/ST0/SE0"));
		DicomWriter.series(deep, 3);
		DicomWriter.empty().set(Tag.MEDIA_STORAGE_SOP_CLASS_UID, "x").set(Tag.SOP_CLASS_UID, "1.2.840.10008.1.3.10").write(
			folder.resolve("DICOMDIR"));
		for (final Path path : List.of(folder, folder.resolve("DICOMDIR"))) {
			final Volume volume = read(path, SeriesChoice.ONLY);
			assertEquals(3, volume.geometry().size(2));
			assertEquals(List.of("'DICOMDIR' lists no files, so the folder was searched for images instead."), volume.info()
				.warnings());
		}
	}

	@Test
	void leavesOutWhatIsNoImageAndSaysSo() throws Exception {
		DicomWriter.series(folder, 3);
		text("notes.txt", "Nothing of interest, but long enough to be looked at.");
		text(".DS_Store", "\0\0\0\1Bud1");
		text("empty.dcm", "");
		text("fake.dcm", "DICM".repeat(99));
		Files.write(folder.resolve("preamble.dcm"), Arrays.copyOf(DicomWriter.slice(0, 0).bytes(), 132));
		DicomWriter.slice(0, 0).set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.481.3").set(Tag.MODALITY, "RTSTRUCT").write(
			folder.resolve("rois.dcm"));
		final Volume volume = read();
		assertEquals(3, volume.geometry().size(2));
		assertEquals(List.of("Left out, as no DICOM images: .DS_Store, empty.dcm, fake.dcm, notes.txt, preamble.dcm, rois.dcm " +
			"(RTSTRUCT)."), volume.info().warnings());
		final String roi = assertThrows(InputException.class, () -> read(folder.resolve("rois.dcm"), SeriesChoice.ONLY))
			.getMessage();
		assertTrue(roi.endsWith("' is a DICOM file without an image (RTSTRUCT). Give the folder of the images."), roi);
	}

	@Test
	void saysWhatItFoundInAFolderWithoutImages() throws Exception {
		assertTrue(refused().endsWith("' holds no files. Give the folder of a DICOM series."), refused());
		text("notes.txt", "x");
		assertTrue(refused().endsWith("' holds no DICOM image. Left out, as no DICOM images: notes.txt."), refused());
		final String missing = assertThrows(InputException.class, () -> read(folder.resolve("none"), SeriesChoice.ONLY))
			.getMessage();
		assertTrue(missing.contains("there is no such file"), missing);
	}

	@Test
	void aBrokenFileIsNeverDroppedSilently() throws Exception {
		DicomWriter.series(folder, 5);
		final byte[] whole = Files.readAllBytes(folder.resolve("s4.dcm"));
		for (int n = 133 + 12; n < whole.length; n += 3) {
			Files.write(folder.resolve("s4.dcm"), Arrays.copyOf(whole, n));
			assertTrue(refused().contains("s4.dcm"), "cut at " + n + ": " + refused());
		}
		Files.write(folder.resolve("s4.dcm"), whole);
		assertEquals(5, read().geometry().size(2));
	}

	@Test
	void aBrokenFileOfUnknownSeriesSpoilsOnlyItsFolder() throws Exception {
		DicomWriter.series(folder, 3);
		final Path other = Files.createDirectory(folder.resolve("other"));
		Files.write(other.resolve("broken.dcm"), Arrays.copyOf(DicomWriter.slice(0, 0).bytes(), 300));
		final List<String> warnings = read().info().warnings();
		assertEquals(1, warnings.size());
		assertTrue(warnings.get(0).startsWith("broken.dcm: "), warnings.get(0));
		Files.move(other.resolve("broken.dcm"), folder.resolve("broken.dcm"));
		assertTrue(refused().contains("broken.dcm: ") && refused().contains("It may be a slice of this series"), refused());
	}

	@Test
	void followsLinksToFilesButNotToFolders() throws Exception {
		final Path annex = Files.createDirectory(folder.resolve("annex")), series = Files.createDirectory(folder.resolve(
			"series"));
		DicomWriter.series(annex, 3);
		for (int n = 0; n < 3; n++)
			Files.createSymbolicLink(series.resolve("link" + n), annex.resolve("s" + n + ".dcm"));
		Files.createSymbolicLink(series.resolve("loop"), folder);
		assertEquals(3, read(series, SeriesChoice.ONLY).geometry().size(2));
		assertEquals(3, read(series.resolve("link1"), SeriesChoice.ONLY).geometry().size(2));
		Files.delete(annex.resolve("s1.dcm"));
		final String message = assertThrows(InputException.class, () -> read(series, SeriesChoice.ONLY)).getMessage();
		assertTrue(message.contains("link1' is a link to a file that isn't there"), message);
	}

	@Test
	void refusesWhatItCantDecodeByName() {
		DicomWriter.slice(0, 0).as(TransferSyntax.JPEG_LS).set(Tag.PIXEL_DATA, new DicomWriter.Fragments(
			new byte[24])).write(folder.resolve("s"));
		assertTrue(refused().contains("s: its pixels are compressed as JPEG-LS Lossless (transfer syntax " +
			"1.2.840.10008.1.2.4.80), which can't be decoded here. Decompress the files first, for example with dcmdjpls IN OUT"),
			refused());
	}

	@Test
	void takesNoMemoryForPixelsThatCantBeThere() {
		for (final TransferSyntax syntax : List.of(TransferSyntax.EXPLICIT_LITTLE, TransferSyntax.DEFLATED,
			TransferSyntax.RLE))
		{
			final DicomWriter writer = DicomWriter.slice(0, 0).as(syntax).set(Tag.ROWS, 65535).set(Tag.COLUMNS, 65535);
			if (syntax == TransferSyntax.RLE) writer.set(Tag.PIXEL_DATA, new DicomWriter.Fragments(new byte[64]));
			writer.write(folder.resolve("s"));
			assertTrue(refused().contains("65535 x 65535 x 2 are needed"), refused());
		}
	}

	@Test
	void mixesTransferSyntaxesInASeries() {
		final ByteBuffer plane = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
		plane.asShortBuffer().put(DicomWriter.ramp(3, 12));
		DicomWriter.slice(0, 0).write(folder.resolve("a"));
		DicomWriter.slice(1, 2).as(TransferSyntax.EXPLICIT_BIG).write(folder.resolve("b"));
		DicomWriter.slice(2, 4).as(TransferSyntax.DEFLATED).write(folder.resolve("c"));
		DicomWriter.slice(3, 6).as(TransferSyntax.RLE).set(Tag.PIXEL_DATA, new DicomWriter.Fragments(PixelDecoderTest.packed(
			plane.array(), 2))).write(folder.resolve("d"));
		DicomWriter.slice(4, 8).as(TransferSyntax.IMPLICIT_LITTLE).withoutMeta().withoutPreamble().write(folder.resolve("e"));
		final Volume volume = read();
		for (int z = 0; z < 5; z++)
			for (int i = 0; i < 12; i++)
				assertEquals(100 * z + i - 24, volume.voxels().getAt(i % 4, i / 4, z).getRealDouble());
	}

	@Test
	void valuesHaveTheTypeAndUnitThatTheyNeed() {
		check(Map.of(), VoxelType.INT16, "HU", -24);
		check(Map.of(Tag.RESCALE_TYPE, "HU", Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME1"), VoxelType.INT16, "HU", -24);
		check(Map.of(Tag.RESCALE_SLOPE, "0.5"), VoxelType.FLOAT64, "HU", -524);
		check(Map.of(Tag.RESCALE_SLOPE, "100"), VoxelType.INT32, "HU", 98976);
		check(Map.of(Tag.RESCALE_TYPE, "US"), VoxelType.INT16, "", -24);
		check(Map.of(Tag.MODALITY, "MR"), VoxelType.INT16, "", -24);
		check(Map.of(Tag.MODALITY, "PT", Tag.UNITS, "BQML"), VoxelType.INT16, "Bq/ml", -24);
	}

	private void check(final Map<Tag, String> set, final VoxelType type, final String unit, final double first) {
		for (int n = 0; n < 2; n++) {
			final DicomWriter writer = DicomWriter.slice(n, n);
			set.forEach(writer::set);
			writer.write(folder.resolve("s" + n));
		}
		final Volume volume = read();
		assertEquals(type, volume.type());
		assertEquals(unit, volume.info().valueUnit());
		assertEquals(first, volume.voxels().getAt(0, 0, 0).getRealDouble());
	}

	@Test
	void eachSliceHasItsOwnSlope() {
		DicomWriter.slice(0, 0).set(Tag.RESCALE_SLOPE, "0.5").write(folder.resolve("a"));
		DicomWriter.slice(1, 1).set(Tag.RESCALE_SLOPE, "0.25").set(Tag.RESCALE_INTERCEPT, "3").write(folder.resolve("b"));
		final Volume volume = read();
		assertEquals(1011 * 0.5 - 1024, volume.voxels().getAt(3, 2, 0).getRealDouble());
		assertEquals(1111 * 0.25 + 3, volume.voxels().getAt(3, 2, 1).getRealDouble());
	}

	@Test
	void aCtWithoutRescaleIsNotInHounsfieldUnits() {
		DicomWriter.slice(0, 0).remove(Tag.RESCALE_SLOPE).remove(Tag.RESCALE_INTERCEPT).write(folder.resolve("s"));
		final Volume volume = read();
		assertEquals("", volume.info().valueUnit());
		assertEquals(List.of("RescaleIntercept (0028,1052) and RescaleSlope (0028,1053) are missing: this CT's values are as " +
			"stored, not HU."), volume.info().warnings());
		assertEquals(volume.info().warnings(), DicomSeries.list(folder).get(0).warnings());
		DicomWriter.slice(0, 0).remove(Tag.RESCALE_INTERCEPT).write(folder.resolve("s"));
		assertTrue(refused().contains("s: RescaleIntercept (0028,1052) is missing, though RescaleSlope"), refused());
	}

	@Test
	void refusesAttributesThatMakeNoSense() {
		final Map<Tag, Object> odd = Map.of(Tag.ROWS, 0, Tag.BITS_ALLOCATED, 12, Tag.BITS_STORED, 17, Tag.SAMPLES_PER_PIXEL, 3,
			Tag.PHOTOMETRIC_INTERPRETATION, "PALETTE COLOR", Tag.PIXEL_REPRESENTATION, 2, Tag.RESCALE_SLOPE, "0",
			Tag.IMAGE_ORIENTATION_PATIENT, "1\\0\\0\\0.3\\0.9\\0", Tag.IMAGE_POSITION_PATIENT, "1\\2", Tag.PIXEL_SPACING,
			"0.5\\-1");
		odd.forEach((tag, value) -> {
			DicomWriter.slice(0, 0).set(tag, value).write(folder.resolve("s"));
			assertTrue(refused().contains("s: ") && refused().contains(tag.toString()), tag + ": " + refused());
		});
		for (final Tag tag : List.of(Tag.ROWS, Tag.COLUMNS, Tag.BITS_ALLOCATED, Tag.PIXEL_DATA, Tag.PIXEL_SPACING,
			Tag.IMAGE_POSITION_PATIENT, Tag.IMAGE_ORIENTATION_PATIENT))
		{
			DicomWriter.slice(0, 0).remove(tag).write(folder.resolve("s"));
			assertTrue(refused().contains(tag + " is missing"), tag + ": " + refused());
		}
	}

	@Test
	void carriesTheAcquisitionButNotThePatient() {
		DicomWriter.slice(0, 0).set(0x00100010, Vr.PN, "Doe^Jane").set(0x00100020, Vr.LO, "4711").set(Tag.KVP, "120").set(
			Tag.CONTRAST_BOLUS_AGENT, "Iopromide").write(folder.resolve("s"));
		final Map<String, String> tags = read().info().tags();
		assertEquals("120", tags.get("KVP"));
		assertEquals("Iopromide", tags.get("ContrastBolusAgent"));
		assertFalse(tags.toString().contains("Doe") || tags.toString().contains("4711"));
	}

	@Test
	void anyNumberOfThreadsReadsTheSame() {
		DicomWriter.series(folder, 9);
		final Volume one = Parallelization.runSingleThreaded(() -> read());
		final Volume four = Parallelization.runWithNumThreads(4, () -> read());
		assertEquals(one.geometry(), four.geometry());
		final Cursor<? extends RealType<?>> other = Views.flatIterable(four.voxels()).cursor();
		for (final RealType<?> v : Views.flatIterable(one.voxels()))
			assertEquals(v.getRealDouble(), other.next().getRealDouble());
	}

	@Test
	void canBeCancelled() {
		DicomWriter.series(folder, 3);
		assertThrows(CancellationException.class, () -> new DicomFormat().read(folder, new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				assertTrue(fraction >= 0 && fraction <= 1);
			}

			@Override
			public boolean isCancelled() {
				return true;
			}
		}));
	}

	@Test
	void acceptsFoldersAndWhatLooksLikeDicom() {
		final DicomFormat format = new DicomFormat();
		assertTrue(format.accepts(folder, new byte[0]));
		assertTrue(format.accepts(Path.of("x"), DicomWriter.slice(0, 0).bytes()));
		assertTrue(format.accepts(Path.of("x"), DicomWriter.slice(0, 0).withoutMeta().withoutPreamble().bytes()));
		assertFalse(format.accepts(Path.of("x.dcm"), "no such thing, whatever its name is".getBytes(
			StandardCharsets.US_ASCII)));
	}
}
