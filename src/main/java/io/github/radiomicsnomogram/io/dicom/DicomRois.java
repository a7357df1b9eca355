package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.FileErrors;
import io.github.radiomicsnomogram.volume.Volume;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The ROIs of a DICOM file: a structure set ({@link RtStruct}) or a segmentation ({@link Seg}). Immutable. */
public interface DicomRois {

	/** The ROIs, in the order of the file. */
	List<DicomRoi> rois();

	/**
	 * A ROI on the grid of an image. Voxels that the file puts outside the image are left out, with a warning.
	 *
	 * @throws InputException if the choice is not of one ROI, the ROI lies in another frame of reference or on another
	 *           grid, has errors, or is empty; the message names the file and the ROI
	 */
	DicomMask mask(RoiChoice choice, Volume image, Progress progress);

	/**
	 * A ROI whose voxels aren't the image's, on the grid of its file, for it to be resampled.
	 *
	 * @return nothing if there is nothing to resample, and {@link #mask} gives the ROI: contours, which have no grid, and
	 *         voxels that are the image's
	 * @throws InputException as {@link #mask}, except that the grid may be another one
	 */
	Optional<DicomMask> own(RoiChoice choice, Volume image, Progress progress);

	/**
	 * Reads a structure set or a segmentation, whichever the file is.
	 *
	 * @throws InputException if it is neither, or broken
	 */
	static DicomRois read(final Path file) {
		final DicomFile dicom = parse(file);
		if (RtStruct.isStructureSet(dicom)) return RtStruct.of(dicom);
		if (Seg.isSegmentation(dicom)) return Seg.of(dicom);
		throw new InputException("'" + file + "' holds no ROIs: it is a DICOM file" + (dicom.modality().isEmpty() ? "" : " (" +
			DicomAttributes.shown(dicom.modality()) + ")") +
			", but neither a structure set (RTSTRUCT) nor a segmentation (SEG)." + (dicom.problem().isEmpty() ? "" : " Besides, " +
				dicom.problem() + "."));
	}

	/** Whether a file is a structure set or a segmentation, by what is in it, not by its name. */
	static boolean accepts(final Path file) {
		if (!Files.isRegularFile(file)) return false;
		try (InputStream in = Files.newInputStream(file)) {
			if (DicomSignature.firstElement(in.readNBytes(DicomSignature.HEAD)) < 0) return false;
			return DicomParser.parse(file).filter(d -> RtStruct.isStructureSet(d) || Seg.isSegmentation(d)).isPresent();
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(file, e);
		}
	}

	/** A file with what ROIs need of it. */
	private static DicomFile parse(final Path file) {
		if (!Files.exists(file)) throw new InputException("There is no file '" + file + "'. Check the path.");
		try {
			return DicomParser.parseRois(file).orElseThrow(() -> new InputException("'" + file +
				"' is no DICOM file, or an empty one."));
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(file, e);
		}
	}
}
