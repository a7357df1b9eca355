package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.FileErrors;
import io.github.radiomicsnomogram.io.ImageFormat;
import io.github.radiomicsnomogram.volume.Reach;
import io.github.radiomicsnomogram.volume.Volume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * DICOM series: a folder (with its sub-folders), one file of a series, an enhanced multi-frame file, or a DICOMDIR.
 * Slices are ordered by their positions alone, and the volume's grid comes from them; values are stored numbers times
 * slope plus intercept of each slice, never inverted or windowed.
 */
public final class DicomFormat implements ImageFormat {

	private final SeriesChoice choice;

	/** Reads the only image of a folder. */
	public DicomFormat() {
		this(SeriesChoice.ONLY);
	}

	/** Reads the image that is chosen. */
	public DicomFormat(final SeriesChoice choice) {
		this.choice = choice;
	}

	@Override
	public String name() {
		return "DICOM (folder of a series, one of its files, DICOMDIR)";
	}

	@Override
	public boolean accepts(final Path file, final byte[] head) {
		return Files.isDirectory(file) || DicomSignature.hasMagic(head) || DicomSignature.firstElement(head) >= 0;
	}

	@Override
	public Volume read(final Path file, final Progress progress) {
		return open(file, Reach.WHOLE, progress);
	}

	/** All headers are read and checked, whatever the reach; pixels of planes that nobody looks at are not. */
	@Override
	public Volume open(final Path file, final Reach reach, final Progress progress) {
		if (Files.isDirectory(file)) return DicomFolder.scan(file, progress).open(choice, reach, progress);
		try {
			final Optional<DicomFile> dicom = DicomParser.parse(file);
			if (dicom.isEmpty()) throw new InputException("'" + file + "' is no DICOM file, or an empty one.");
			final boolean wholeFolder = dicom.get().isDirectory() || choice != SeriesChoice.ONLY;
			if (!wholeFolder) requireImage(file, dicom.get());
			final DicomFolder folder = DicomFolder.scan(file, progress);
			return wholeFolder ? folder.open(choice, reach, progress) : folder.openImageOf(file, reach, progress);
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(file, e);
		}
	}

	/**
	 * Reads a PET series as standardised uptake values by body weight, in g/ml.
	 *
	 * @param file folder of the series, or one of its files
	 * @throws InputException as {@link #read}, and if it is no PET series, or lacks what SUV needs
	 */
	public Volume readSuv(final Path file, final Progress progress) {
		return openSuv(file, Reach.WHOLE, progress);
	}

	/** As {@link #readSuv}, for those who may not look at all of it, as {@link #open}. */
	public Volume openSuv(final Path file, final Reach reach, final Progress progress) {
		try {
			if (Files.isDirectory(file)) return DicomFolder.scan(file, progress).openSuv(choice, reach, progress);
			final DicomFile dicom = DicomParser.parse(file).orElseThrow(() -> new InputException("'" + file +
				"' is no DICOM file; SUV needs a DICOM PET series."));
			final boolean its = choice == SeriesChoice.ONLY && !dicom.isDirectory() && !dicom.seriesUid().isEmpty();
			return DicomFolder.scan(file, progress).openSuv(its ? SeriesChoice.uid(dicom.seriesUid()) : choice, reach, progress);
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(file, e);
		}
	}

	private static void requireImage(final Path file, final DicomFile dicom) {
		if (!dicom.isImage()) throw new InputException("'" + file + "' is a DICOM file without an image" + (dicom.modality()
			.isEmpty() ? "" : " (" + DicomAttributes.shown(dicom.modality()) + ")") + ". Give the folder of the images.");
		if (!dicom.problem().isEmpty()) throw new InputException("'" + file + "': " + dicom.problem() + ".");
	}
}
