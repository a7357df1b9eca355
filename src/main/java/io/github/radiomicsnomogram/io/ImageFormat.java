package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.Reach;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.file.Path;

/** A kind of image file (or folder of files) that can be read. */
public interface ImageFormat {

	/** Name for messages, with the usual extensions: "NRRD (.nrrd, .nhdr)". */
	String name();

	/**
	 * Whether a file looks like this format, by its first bytes or its name. A file that is accepted and then proves
	 * broken is this format's to explain.
	 *
	 * @param file an existing file or folder
	 * @param head the first {@link ImageFiles#HEAD} bytes, all of a shorter file, none of a folder
	 */
	boolean accepts(Path file, byte[] head);

	/**
	 * Reads an image.
	 *
	 * @param file that this format accepted
	 * @param progress the caller's ear and brake
	 * @return physical values on a grid in mm and LPS coordinates; info().name() is the file's name
	 * @throws io.github.radiomicsnomogram.InputException if the file is broken, or holds what can't be used (colour, time
	 *           series, unknown voxel size)
	 * @throws java.util.concurrent.CancellationException if the caller stopped it
	 */
	Volume read(Path file, Progress progress);

	/**
	 * As {@link #read}, for those who may not look at all of it: what isn't looked at need not be read. Damage that only
	 * shows when voxels are read may then be told by whoever first looks at them, by the same exception.
	 *
	 * @param reach how much of it will be looked at
	 */
	default Volume open(final Path file, final Reach reach, final Progress progress) {
		return read(file, progress);
	}

	/**
	 * Reads a channel of an image that may have several, as segmentations of 3D Slicer have for segments that overlap.
	 *
	 * @param channel from 0; without effect on an image with one channel, as in PyRadiomics
	 * @throws io.github.radiomicsnomogram.InputException as {@link #read}, and for an image of several channels if the format
	 *           can't take them apart, or if there is no such channel
	 */
	default Volume readChannel(final Path file, final int channel, final Progress progress) {
		return openChannel(file, channel, Reach.WHOLE, progress);
	}

	/** As {@link #readChannel}, for those who may not look at all of it: see {@link #open}. */
	default Volume openChannel(final Path file, final int channel, final Reach reach, final Progress progress) {
		return open(file, reach, progress);
	}
}
