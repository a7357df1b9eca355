package io.github.radiomicsnomogram.io.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Mutations;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.Volume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DICOMDIRs that are right, wrong and hostile. */
class MediaDirectoryTest {

	private static final int NEXT = 0x00041400, LOWER = 0x00041420, TYPE = 0x00041430, FIRST = 0x00041200;

	@TempDir
	Path folder;
	private Path dicomdir;

	@BeforeEach
	void writeSeries() throws IOException {
		final Path images = Files.createDirectories(folder.resolve("images"));
		DicomWriter.series(images, 4);
		for (int n = 0; n < 4; n++)
			Files.move(images.resolve("s" + n + ".dcm"), images.resolve("im" + n));
		dicomdir = folder.resolve("DICOMDIR");
	}

	private static DicomWriter record(final String type, final String file) {
		final DicomWriter record = DicomWriter.empty().set(NEXT, Vr.UL, 400).set(Tag.RECORD_IN_USE_FLAG, 0xFFFF).set(LOWER,
			Vr.UL, 400).set(TYPE, Vr.CS, type);
		return file == null ? record : record.set(Tag.REFERENCED_FILE_ID, file);
	}

	/** A list whose offsets lead in circles, which must do no harm. */
	private static DicomWriter directory(final String... files) {
		final List<DicomWriter> records = new ArrayList<>(List.of(record("PATIENT", null), record("STUDY", null), record(
			"SERIES", null)));
		for (final String file : files)
			records.add(record("IMAGE", file));
		return directory(records);
	}

	private static DicomWriter directory(final List<DicomWriter> records) {
		return DicomWriter.empty().of("1.2.840.10008.1.3.10").set(FIRST, Vr.UL, 400).set(
			Tag.DIRECTORY_RECORD_SEQUENCE, records);
	}

	private Volume read(final Path path) {
		return new DicomFormat().read(path, Progress.NONE);
	}

	/** The folder and its list give the same slices and the same words. */
	private void gives(final int slices, final String... words) {
		for (final Path path : List.of(folder, dicomdir)) {
			final Volume volume = read(path);
			assertEquals(slices, volume.geometry().size(2));
			assertEquals(words.length, volume.info().warnings().size(), volume.info().warnings().toString());
			for (int i = 0; i < words.length; i++)
				assertTrue(volume.info().warnings().get(i).contains(words[i]), volume.info().warnings().toString());
		}
	}

	@Test
	void findsFilesWithNamesAsOnDiscs() throws IOException {
		directory("IMAGES\\IM0", "images\\im1", "IMAGES\\IM2.;1", "IMAGES\\IM3;1").write(dicomdir);
		Files.writeString(folder.resolve("AUTORUN.INF"), "[autorun] open=viewer.exe");
		assertEquals(List.of(), read(dicomdir).info().warnings());
		Files.delete(folder.resolve("AUTORUN.INF"));
		gives(4);
		directory("IMAGES\\IM0", "IMAGES\\IM1", "IMAGES\\IM2", "IMAGES\\IM3").withOpenSequences().as(
			TransferSyntax.IMPLICIT_LITTLE).write(dicomdir);
		gives(4);
	}

	@Test
	void namesFilesThatAreAbsent() {
		directory("IMAGES\\IM0", "IMAGES\\IM1", "IMAGES\\IM2", "IMAGES\\IM3", "IMAGES\\IM4").write(dicomdir);
		gives(4, "'DICOMDIR' lists a file that isn't in its folder: IMAGES/IM4. If they belong");
		directory("A\\B", "A\\C").write(dicomdir);
		gives(4, "'DICOMDIR' lists A/B, A/C, and no such file is there, so the folder was searched");
	}

	@Test
	void leavesOutWhatIsNotListed() throws IOException {
		directory("IMAGES\\IM0", "IMAGES\\IM1", "IMAGES\\IM2").write(dicomdir);
		gives(3, "1 image of the folder isn't listed in its DICOMDIR and left out: im3");
		final DicomWriter deleted = record("IMAGE", "IMAGES\\IM3").set(Tag.RECORD_IN_USE_FLAG, 0);
		directory(List.of(record("IMAGE", "IMAGES\\IM1"), record("IMAGE", "IMAGES\\IM2"), deleted)).write(dicomdir);
		gives(2, "2 images of the folder aren't listed in its DICOMDIR and left out: im0, im3");
	}

	/** Two lists in one folder, as where two discs were copied into one: the one that is given counts, or both. */
	@Test
	void takesTheListThatIsGiven() {
		directory("IMAGES\\IM0", "IMAGES\\IM1").write(dicomdir);
		directory("IMAGES\\IM2", "IMAGES\\IM3").write(folder.resolve("DICOMDIR.2"));
		assertEquals(2, read(dicomdir).geometry().size(2));
		assertEquals(4.0, read(folder.resolve("DICOMDIR.2")).geometry().origin()[2]);
		assertEquals(4, read(folder).geometry().size(2));
	}

	@Test
	void keepsOtherSeriesOfAFolderApart() {
		directory("IMAGES\\IM0", "IMAGES\\IM1", "IMAGES\\IM2", "IMAGES\\IM3").write(dicomdir);
		for (int n = 0; n < 2; n++)
			DicomWriter.slice(n, n).set(Tag.SERIES_INSTANCE_UID, "1.2.3.5").set(Tag.SERIES_NUMBER, "6").write(folder.resolve("other" + n));
		assertEquals(4, read(dicomdir).geometry().size(2));
		assertTrue(read(dicomdir).info().warnings().get(0).contains("2 images of the folder aren't listed in its DICOMDIR and " +
			"left out: other0, other1"), read(dicomdir).info().warnings().toString());
		assertThrows(InputException.class, () -> read(folder));
		final Volume other = new DicomFormat(SeriesChoice.number(6)).read(folder, Progress.NONE);
		assertEquals(2, other.geometry().size(2));
		assertTrue(other.info().warnings().get(0).contains("of series that it doesn't list: other0, other1"), other.info()
			.warnings().toString());
	}

	@Test
	void leadsToNoFileOutsideItsFolder() throws IOException {
		final Path outside = Files.createTempDirectory("outside");
		try {
			DicomWriter.slice(4, 8).write(outside.resolve("im4"));
			Files.createSymbolicLink(folder.resolve("link"), outside.resolve("im4"));
			final String up = "..\\" + outside.getFileName() + "\\im4", absolute = "\\" + outside.toString().replace('/', '\\') +
				"\\im4";
			directory("IMAGES\\IM0", "IMAGES\\IM1", "IMAGES\\IM2", "IMAGES\\IM3", up, absolute, outside + "/im4", "LINK").write(
				dicomdir);
			final Volume volume = read(dicomdir);
			assertEquals(4, volume.geometry().size(2));
			assertTrue(volume.info().warnings().get(0).contains("lists 4 files that aren't in its folder: ../"), volume.info()
				.warnings().toString());
		}
		finally {
			Files.delete(outside.resolve("im4"));
			Files.delete(outside);
		}
	}

	@Test
	void searchesTheFolderIfTheListIsBroken() throws IOException {
		final byte[] good = directory("IMAGES\\IM0", "IMAGES\\IM1", "IMAGES\\IM2", "IMAGES\\IM3").bytes();
		Files.write(dicomdir, Arrays.copyOf(good, good.length - 30));
		gives(4, "'DICOMDIR' can't be used: DirectoryRecordSequence (0004,1220) claims");
		Files.write(dicomdir, Arrays.copyOf(DicomWriter.concat(new byte[128], "DICM".getBytes()), 300));
		assertEquals(4, read(folder).geometry().size(2));
		directory().write(dicomdir);
		gives(4, "'DICOMDIR' lists no files");
		DicomWriter nested = record("IMAGE", "IMAGES\\IM0");
		for (int i = 0; i < 50; i++)
			nested = record("IMAGE", "IMAGES\\IM1").set(Tag.DIRECTORY_RECORD_SEQUENCE, List.of(nested));
		directory(List.of(nested)).write(dicomdir);
		gives(4, "'DICOMDIR' can't be used: DirectoryRecordSequence (0004,1220) lies in more than");
	}

	/** More with -Ddicom.fuzz=N. */
	@Test
	void loadsOrRefusesMutatedLists() throws IOException {
		final Random random = new Random(7);
		final byte[] good = directory("IMAGES\\IM0", "IMAGES\\IM1", "IMAGES\\IM2", "IMAGES\\IM3").bytes();
		int loaded = 0;
		final int rounds = 2 * DicomFuzzTest.ROUNDS;
		for (int i = 0; i < rounds; i++) {
			Files.write(dicomdir, Mutations.bytes(good, random.nextInt(10) == 0 ? 0 : 128, random));
			try {
				final Volume volume = read(random.nextBoolean() ? folder : dicomdir);
				assertTrue(volume.geometry().size(2) == 4 || !volume.info().warnings().isEmpty());
				loaded++;
			}
			catch (final InputException e) {
				assertTrue(e.getMessage().contains(folder.getFileName().toString()), e.getMessage());
			}
		}
		assertTrue(loaded > rounds / 4, loaded + " of " + rounds);
	}
}
