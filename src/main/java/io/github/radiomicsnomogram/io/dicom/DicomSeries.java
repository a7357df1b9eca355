package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.Geometry;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An image that a folder of DICOM files offers: a series, or one of its parts (orientations, acquisitions) if it holds
 * several.
 *
 * @param number to choose it by: its SeriesNumber if that tells all images of the folder apart, else its place in the
 *          list from 1
 * @param uid SeriesInstanceUID
 * @param description SeriesDescription, or ""
 * @param modality "CT", "PT", "MR", ...
 * @param part what tells it from other images of the same series ("AcquisitionNumber 2"), or ""
 * @param slices number of planes
 * @param columns pixels along x; 0 if unknown
 * @param rows pixels along y; 0 if unknown
 * @param geometry grid of the volume; empty if there is a problem
 * @param warnings what the user should know
 * @param problem why it can't be read as a volume, or ""
 */
public record DicomSeries(int number, String uid, String description, String modality, String part, int slices,
	int columns, int rows, Optional<Geometry> geometry, List<String> warnings, String problem)
{

	public DicomSeries {
		warnings = List.copyOf(warnings);
	}

	/**
	 * The images of a folder and its sub-folders, or of the folder of a file; no pixels are read.
	 *
	 * @throws io.github.radiomicsnomogram.InputException if there is no such folder
	 */
	public static List<DicomSeries> list(final Path folder) {
		return DicomFolder.scan(folder, Progress.NONE).series();
	}

	/** One line for a list: number, modality, description, part, size, spacing, UID, and what is wrong. */
	public String describe() {
		final String title = modality + " '" + DicomAttributes.shown(description) + "'" + (part.isEmpty() ? "" : ", " + part);
		final String size = slices + (slices == 1 ? " slice" : " slices") + (columns == 0 ? "" : " of " + columns + " x " +
			rows);
		final String spacing = geometry.map(g -> String.format(Locale.ROOT, ", %s x %s x %s mm", SliceStack.mm(g.spacing(0)),
			SliceStack.mm(g.spacing(1)), SliceStack.mm(g.spacing(2)))).orElse("");
		return number + ": " + title + ", " + size + spacing + ", UID " + DicomAttributes.shown(uid) + (problem.isEmpty() ? ""
			: " (not usable: " + problem + ")");
	}
}
