package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.io.dicom.DicomRois;

import java.nio.file.Path;

/** Files with ROIs that have names: DICOM RTSTRUCT and SEG, and segmentations of 3D Slicer. */
public final class RoiSets {

	private RoiSets() {}

	/** Whether a file is one, by what is in it, not by its name. */
	public static boolean accepts(final Path file) {
		return SegNrrd.accepts(file) || DicomRois.accepts(file);
	}

	/**
	 * Reads the list of its ROIs.
	 *
	 * @throws io.github.radiomicsnomogram.InputException if it is none, or broken
	 */
	public static DicomRois read(final Path file) {
		return SegNrrd.accepts(file) ? SegNrrd.read(file) : DicomRois.read(file);
	}
}
