package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.dicom.DicomFolder;
import io.github.radiomicsnomogram.io.dicom.DicomSeries;
import io.github.radiomicsnomogram.io.dicom.SeriesChoice;
import io.github.radiomicsnomogram.io.dicom.SeriesSource;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Opening of a DICOM series, once, for every way into it: menu, macro, script, drag and drop. Shows nothing. */
public final class DicomJob {

	/**
	 * A series that was opened.
	 *
	 * @param image not shown
	 * @param series number of the series in its folder, by which a macro chooses it again
	 * @param several whether the folder holds others
	 * @param warnings what the user should know
	 */
	public record Result(ImagePlus image, int series, boolean several, List<String> warnings) {}

	/** Asks which of several series is meant. */
	@FunctionalInterface
	public interface Chooser {

		/**
		 * @param all at least two
		 * @return one of them, or null if the user cancelled
		 */
		DicomSeries choose(List<DicomSeries> all);
	}

	private DicomJob() {}

	/**
	 * Opens a series.
	 *
	 * @param options what the user chose
	 * @param chooser is asked if the folder holds several series and the options don't say which; null if there is nobody to
	 *          ask
	 * @param progress the caller's ear and brake
	 * @throws InputException if there is no such series, it can't be read, or it isn't said which one; the message lists
	 *           what is there
	 * @throws CancellationException if the caller or the user stopped it
	 */
	public static Result open(final DicomOptions options, final Chooser chooser, final Progress progress) {
		final Path path = path(options.path());
		final SeriesSource source = source(path, options.series().strip(), chooser, progress);
		final Volume volume = source.read(options.suv(), progress);
		final ImagePlus image = DicomImages.of(volume, source, options.suv());
		return new Result(image, source.series().number(), source.all().size() > 1, volume.info().warnings());
	}

	private static SeriesSource source(final Path path, final String series, final Chooser chooser,
		final Progress progress)
	{
		if (!series.isEmpty()) return SeriesSource.find(path, SeriesChoice.parse(series), progress);
		if (chooser == null) return SeriesSource.find(path, SeriesChoice.ONLY, progress);
		final DicomFolder folder = DicomFolder.scan(path, progress);
		final List<DicomSeries> meant = folder.meant(path);
		if (meant.isEmpty()) return SeriesSource.find(path, SeriesChoice.ONLY, progress);
		final DicomSeries chosen = meant.size() == 1 ? meant.get(0) : chooser.choose(meant);
		if (chosen == null) throw new CancellationException();
		return SeriesSource.of(folder, chosen, path);
	}

	private static Path path(final String text) {
		if (text.isBlank()) throw new InputException("No folder or file is named (" + DicomOptions.PATH + ").");
		try {
			final Path path = Path.of(text.trim());
			if (!Files.exists(path)) throw new InputException("There is no file or folder '" + path + "'. Check the path.");
			return path;
		}
		catch (final InvalidPathException e) {
			throw new InputException("'" + text + "' (" + DicomOptions.PATH + ") is no path of a file or folder.", e);
		}
	}
}
