package io.github.radiomicsnomogram.io.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** A short look at a file, for those who ask whether it is worth to be opened; never an error. */
public final class DicomProbe {

	private static final Set<String> SCANS = Set.of("CT", "PT", "MR");

	private DicomProbe() {}

	/** Whether a file is a plane, or several, of a CT, PET or MR scan that says where it lies. */
	public static boolean isScan(final Path file) {
		return read(file).filter(d -> d.isImage() && SCANS.contains(d.modality()) && (d.attributes().has(
			Tag.IMAGE_POSITION_PATIENT) || d.attributes().has(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE))).isPresent();
	}

	/** Whether a file is the list of a folder (DICOMDIR). */
	public static boolean isDirectory(final Path file) {
		return read(file).filter(DicomFile::isDirectory).isPresent();
	}

	private static Optional<DicomFile> read(final Path file) {
		try {
			return DicomParser.parse(file);
		}
		catch (final IOException e) {
			return Optional.empty();
		}
	}
}
