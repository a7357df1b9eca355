package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.dicom.DicomFormat;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Reach;
import io.github.radiomicsnomogram.volume.Volume;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Reads images and masks of any of a list of formats. Immutable. */
public final class ImageFiles {

	/** Number of bytes at the start of a file that a format may look at. */
	public static final int HEAD = 1024;

	private final List<ImageFormat> formats;

	/**
	 * @param formats asked in this order whether they accept a file
	 */
	public ImageFiles(final List<ImageFormat> formats) {
		this.formats = List.copyOf(formats);
	}

	/**
	 * The formats that the engine reads by itself, and more.
	 *
	 * @param more formats that need what the engine doesn't have (TIFF needs ImageJ); asked before DICOM, which may begin
	 *          with anything
	 */
	public static ImageFiles with(final ImageFormat... more) {
		final List<ImageFormat> all = new ArrayList<>(List.of(new NrrdFormat(), new NiftiFormat(),
			new MetaFormat()));
		all.addAll(Arrays.asList(more));
		all.add(new DicomFormat());
		return new ImageFiles(all);
	}

	/** The formats that this reads, in the order of asking. */
	public List<ImageFormat> formats() {
		return formats;
	}

	/**
	 * Reads an image.
	 *
	 * @param file a file, or a folder with a DICOM series
	 * @throws InputException if it is missing, unreadable, empty, of no known format, broken or not usable
	 */
	public Volume read(final Path file, final Progress progress) {
		return format(file).read(file, progress);
	}

	/**
	 * Reads an image, or what will be looked at of it.
	 *
	 * @throws InputException as {@link #read}
	 * @see ImageFormat#open
	 */
	public Volume open(final Path file, final Reach reach, final Progress progress) {
		return format(file).open(file, reach, progress);
	}

	/** Whether there is a format for a file; it may still prove broken. */
	public boolean accepts(final Path file) {
		final byte[] head = head(file);
		return formats.stream().anyMatch(format -> format.accepts(file, head));
	}

	/** Whether a file would be read as DICOM: a folder, one of its files, or a DICOMDIR. */
	public boolean isDicom(final Path file) {
		return format(file) instanceof DicomFormat;
	}

	/**
	 * Reads a channel of an image that may have several.
	 *
	 * @param channel from 0; without effect on an image with one channel
	 * @throws InputException as {@link #read}, and if there is no such channel
	 */
	public Volume readChannel(final Path file, final int channel, final Progress progress) {
		return openChannel(file, channel, Reach.WHOLE, progress);
	}

	/** As {@link #readChannel}, for those who may not look at all of it: see {@link ImageFormat#open}. */
	public Volume openChannel(final Path file, final int channel, final Reach reach, final Progress progress) {
		return format(file).openChannel(file, channel, reach, progress);
	}

	private ImageFormat format(final Path file) {
		final byte[] head = head(file);
		for (final ImageFormat format : formats)
			if (format.accepts(file, head)) return format;
		throw new InputException("'" + file + "' is no image of a known format. Formats: " + formats.stream().map(
			ImageFormat::name).collect(Collectors.joining("; ")) + ".");
	}

	/**
	 * Reads a label image and gives the ROI of one label.
	 *
	 * @param label value of the ROI's voxels
	 * @throws InputException as {@link #read}, or if no voxel carries the label; the message lists those that are there
	 */
	public Mask readMask(final Path file, final int label, final Progress progress) {
		final Volume labels = read(file, progress);
		return Mask.ofLabel(labels.info().name(), labels.geometry(), labels.voxels(), label);
	}

	private static byte[] head(final Path file) {
		if (!Files.exists(file)) throw new InputException("There is no file '" + file + "'. Check the path.");
		if (Files.isDirectory(file)) return new byte[0];
		try (InputStream in = Files.newInputStream(file)) {
			final byte[] head = in.readNBytes(HEAD);
			if (head.length == 0) throw new InputException("'" + file + "' is empty (0 bytes). Copy or export it again.");
			return head;
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(file, e);
		}
	}
}
