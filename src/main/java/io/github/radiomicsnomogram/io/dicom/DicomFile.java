package io.github.radiomicsnomogram.io.dicom;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was found in a DICOM file before its pixels.
 *
 * @param path of the file
 * @param syntax as the file names it
 * @param encoding as the data set is really written
 * @param attributes as far as the file could be read
 * @param pixels where the pixels lie, null if there are none
 * @param warnings what the user must be told of the file
 * @param problem why the file could not be read to its pixels or its end, "" if it could
 */
record DicomFile(Path path, TransferSyntax syntax, Encoding encoding, DicomAttributes attributes, PixelData pixels,
	List<String> warnings, String problem)
{

	private static final String DIRECTORY = "1.2.840.10008.1.3.10";
	private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";

	/** SOP classes under {@link #STORAGE} whose files are planes of a scan, or at least pictures. */
	private static final Set<String> PICTURES = Set.of("1", "2", "3", "4", "6", "7", "12", "13", "20", "30", "77", "128", "130");

	private static final Set<String> NO_PICTURES = Set.of("4.2");

	/** Modalities whose files have pixels that are no picture of a patient. */
	private static final Set<String> DERIVED = Set.of("SEG", "RTDOSE", "RTSTRUCT", "RTPLAN", "SR", "PR", "KO", "REG");

	/** Whether this is the list of a folder, by its class, or by its name if it is broken. */
	boolean isDirectory() {
		return sopClass().equals(DIRECTORY) || !problem.isEmpty() && pixels == null && path.getFileName().toString()
			.equalsIgnoreCase("DICOMDIR");
	}

	/** Whether this is, or was meant to be, an image: then a fault in it is worth an error. */
	boolean isImage() {
		if (isDirectory() || DERIVED.contains(modality())) return false;
		final String sopClass = sopClass();
		if (sopClass.startsWith(STORAGE)) {
			final String[] numbers = sopClass.substring(STORAGE.length()).split("\\.");
			final String family = numbers.length > 1 ? numbers[0] + "." + numbers[1] : numbers[0];
			return PICTURES.contains(numbers[0]) && !NO_PICTURES.contains(family);
		}
		return pixels != null || attributes.has(Tag.ROWS) || !problem.isEmpty();
	}

	/** "CT", "RTSTRUCT", ...; "" if it isn't given. */
	String modality() {
		return attributes.text(Tag.MODALITY).orElse("");
	}

	/** "" if it isn't given. */
	String seriesUid() {
		return attributes.text(Tag.SERIES_INSTANCE_UID).orElse("");
	}

	/** "" if it isn't given. */
	String sopClass() {
		final Optional<String> own = attributes.text(Tag.SOP_CLASS_UID);
		return own.or(() -> attributes.text(Tag.MEDIA_STORAGE_SOP_CLASS_UID)).orElse("");
	}
}
