package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.fiji.TiffFormat;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.io.dicom.DicomFormat;
import io.github.radiomicsnomogram.io.dicom.SeriesChoice;
import io.github.radiomicsnomogram.volume.Reach;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.Option;

/** Which image of a DICOM folder is meant, and in which values, as options. */
final class ImageOptions {

	@Option(names = "--series", paramLabel = "N|UID|TEXT", description = {
		"Which series of a DICOM folder: its number, its UID, or (a part of) its description (default: the only one)." })
	private String series;

	@Option(names = "--suv", description = {
		"Convert a DICOM PET to standardized uptake values by body weight (SUVbw, g/ml)." })
	private boolean suv;

	/**
	 * Refuses a choice of nothing.
	 *
	 * @throws picocli.CommandLine.ParameterException if --series is blank
	 */
	void check(final Verb verb) {
		if (series != null && series.isBlank()) throw verb.usage("--series must be a number, a UID or a text, not nothing.");
	}

	/** What the values depend on, as text; "" without these options. */
	String text() {
		return series == null && !suv ? "" : "series " + series + ", suv " + suv;
	}

	/** Whether an image is read as DICOM. */
	boolean isDicom(final Path image) {
		return series != null || suv || ImageFiles.with(new TiffFormat()).isDicom(image);
	}

	/**
	 * Reads an image as these options say; only DICOM where they say something.
	 *
	 * @param reach how much of it will be looked at
	 */
	Volume read(final Path image, final Reach reach, final Progress progress) {
		final DicomFormat dicom = new DicomFormat(series == null ? SeriesChoice.ONLY : SeriesChoice.parse(series));
		if (suv) return dicom.openSuv(image, reach, progress);
		return (series == null ? ImageFiles.with(new TiffFormat()) : new ImageFiles(List.of(dicom))).open(image, reach,
			progress);
	}
}
