package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.io.dicom.DicomProbe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Whether something that is dropped, or to be opened in some way, is a DICOM series; a short look, not a scan. */
public final class DicomDrop {

	/** So deep PACS exports nest: patient, study, series, file. */
	private static final int DEEPEST = 5;
	/** So many files may lie before the first DICOM file. */
	private static final int MOST_FILES = 200;

	private DicomDrop() {}

	/** Whether a path is a folder with DICOM images, a DICOMDIR, or a file of a series of a scanner. */
	public static boolean isSeries(final Path path) {
		if (Files.isRegularFile(path)) return DicomProbe.isScan(path) || DicomProbe.isDirectory(path);
		if (!Files.isDirectory(path)) return false;
		try (Stream<Path> files = Files.walk(path, DEEPEST)) {
			return files.filter(Files::isRegularFile).limit(MOST_FILES).anyMatch(DicomProbe::isScan);
		}
		catch (final IOException | java.io.UncheckedIOException e) {
			return false;
		}
	}
}
