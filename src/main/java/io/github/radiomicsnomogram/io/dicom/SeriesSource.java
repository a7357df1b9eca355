package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.FileErrors;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Volume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A DICOM image with the files of its planes, for those who refer to them. Found without reading pixels. Immutable. */
public final class SeriesSource {

	private final DicomFolder folder;
	private final DicomSeries series;
	private final Path path;
	private final SeriesPart part;

	private SeriesSource(final DicomFolder folder, final DicomSeries series, final Path path) {
		this.folder = folder;
		this.series = series;
		this.path = path;
		part = folder.part(series);
	}

	/**
	 * Finds an image by the rules of {@link DicomFormat}.
	 *
	 * @param path folder of the series, one of its files, or a DICOMDIR
	 * @throws InputException if it is none, or the choice is not of one image; the message lists them
	 */
	public static SeriesSource find(final Path path, final SeriesChoice choice, final Progress progress) {
		if (!Files.exists(path)) throw new InputException("There is no file or folder '" + path + "'. Check the path.");
		final DicomFolder folder = DicomFolder.scan(path, progress);
		if (choice == SeriesChoice.ONLY && !Files.isDirectory(path)) {
			final Optional<DicomSeries> its = ofFile(folder, path);
			if (its.isPresent()) return new SeriesSource(folder, its.get(), path);
			explain(path, progress);
		}
		return new SeriesSource(folder, folder.choose(choice), path);
	}

	/** One of the images of a folder. */
	public static SeriesSource of(final DicomFolder folder, final DicomSeries series, final Path path) {
		return new SeriesSource(folder, series, path);
	}

	/** A file that belongs to no image is refused with the reason, unless it is the list of its folder. */
	private static void explain(final Path file, final Progress progress) {
		try {
			if (!DicomParser.parse(file).map(DicomFile::isDirectory).orElse(false)) new DicomFormat().read(file, progress);
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(file, e);
		}
	}

	/** The image of a folder that a file belongs to, if it does. */
	private static Optional<DicomSeries> ofFile(final DicomFolder folder, final Path file) {
		try {
			return folder.imageOf(file);
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(file, e);
		}
	}

	/** What was found. */
	public DicomSeries series() {
		return series;
	}

	/** Folder or file that was given. */
	public Path path() {
		return path;
	}

	/** All images of the folder. */
	public List<DicomSeries> all() {
		return folder.series();
	}

	/**
	 * The grid of the image.
	 *
	 * @throws InputException if the planes are no volume
	 */
	public Geometry geometry() {
		return stack().geometry();
	}

	/**
	 * The planes of the image, along its z axis.
	 *
	 * @throws InputException as {@link #geometry()}
	 */
	public List<SourceSlice> slices() {
		return stack().slices().stream().map(SourceSlice::of).toList();
	}

	/**
	 * Display window of the first plane: centre and width in physical values.
	 *
	 * @return nothing if the file has none
	 */
	public Optional<double[]> window() {
		final Frame first = stack().slices().get(0).frame();
		final double[] both = new double[2];
		final Tag[] tags = { Tag.WINDOW_CENTER, Tag.WINDOW_WIDTH };
		for (int i = 0; i < 2; i++)
			try {
				both[i] = first.text(tags[i]).map(t -> t.split("\\\\")[0].trim()).map(Double::parseDouble).orElse(Double.NaN);
			}
			catch (final NumberFormatException e) {
				return Optional.empty();
			}
		return Double.isFinite(both[0]) && both[1] > 0 && Double.isFinite(both[1]) ? Optional.of(both) : Optional.empty();
	}

	/**
	 * Reads the image.
	 *
	 * @param suv whether PET values become standardised uptake values by body weight
	 * @throws InputException as {@link DicomFolder#read} and {@link DicomFolder#readSuv}
	 */
	public Volume read(final boolean suv, final Progress progress) {
		final SeriesChoice its = SeriesChoice.number(series.number());
		return suv ? folder.readSuv(its, progress) : folder.read(its, progress);
	}

	SliceStack stack() {
		if (part.stack() == null) throw new InputException("The DICOM series '" + DicomAttributes.shown(series
			.description()) + "' in '" + path + "' can't be read as a volume: " + part.problem() + ".");
		return part.stack();
	}
}
