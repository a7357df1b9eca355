package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * In which coordinates the ROIs of a file are given. Numbers of two frames of reference can look alike and mean other
 * places, so that only the same one counts, and the same series where a file doesn't say it.
 *
 * @param file of the ROI
 * @param frame FrameOfReferenceUID, empty if it isn't given
 * @param series SeriesInstanceUIDs of the images that it was drawn on, empty if they aren't given
 */
record RoiSpace(Path file, Optional<String> frame, List<String> series) {

	/**
	 * Checks that a ROI belongs to an image.
	 *
	 * @param roi for messages
	 * @return warnings
	 * @throws InputException if it does not, with both UIDs
	 */
	List<String> check(final DicomRoi roi, final Volume image) {
		final Optional<String> its = image.info().tag(Tag.FRAME_OF_REFERENCE_UID.keyword());
		final Optional<String> imageSeries = image.info().tag(Tag.SERIES_INSTANCE_UID.keyword());
		final boolean named = imageSeries.isPresent() && !series.isEmpty();
		final boolean other = named && !series.contains(imageSeries.get());
		final String seriesWords = named ? "series " + DicomAttributes.shown(series.get(0)) + (series.size() == 1 ? ""
			: " and others") + ", the image is series " + DicomAttributes.shown(imageSeries.get()) : "";
		if (frame.isPresent() && its.isPresent()) {
			if (!frame.get().equals(its.get())) throw new InputException("'" + file + "': " + roi.title() +
				" doesn't belong to the image '" + image.info().name() + "': its " + Tag.FRAME_OF_REFERENCE_UID + " is " +
				DicomAttributes.shown(frame.get()) + ", the image's is " + DicomAttributes.shown(its.get()) +
				", so equal coordinates are other places. Take the image that it was drawn on" + (series.isEmpty() ? "" : " (series " +
					DicomAttributes.shown(series.get(0)) + ")") + ", or register the two.");
			return other ? List.of(roi.title() + " was drawn on " + seriesWords +
				"; both have the same frame of reference, so it was placed by its coordinates.") : List.of();
		}
		if (other) throw new InputException("'" + file + "': " + roi.title() + " was drawn on " + seriesWords + ", and " +
			Tag.FRAME_OF_REFERENCE_UID + " is missing in " + (frame.isEmpty() ? "the ROI's file" : "the image") +
			", so nothing says that they share coordinates. Take the series that it was drawn on.");
		return named ? List.of() : List.of(roi.title() + " was placed by its coordinates: " + (its.isEmpty() ? "the image"
			: "its file") + " doesn't name its frame of reference, so it can't be checked that they belong together.");
	}
}
