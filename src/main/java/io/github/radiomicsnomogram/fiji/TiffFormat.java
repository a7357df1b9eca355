package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.io.TiffDecoder;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.FileErrors;
import io.github.radiomicsnomogram.io.ImageFormat;
import io.github.radiomicsnomogram.io.TiffDirectories;
import io.github.radiomicsnomogram.volume.Volume;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * TIFF stacks as ImageJ saves them, with voxel size, unit and calibration function. Plain TIFFs are refused: their
 * resolution is one of print, and they don't tell the distance of slices. Opens no window and asks nothing.
 */
public final class TiffFormat implements ImageFormat {

	private static final String SAVE = " Open it in ImageJ, set the voxel size in mm (Image > Properties...) and save it as TIFF.";

	@Override
	public String name() {
		return "TIFF stack of ImageJ (.tif, .tiff)";
	}

	@Override
	public boolean accepts(final Path file, final byte[] head) {
		if (Files.isDirectory(file)) return false;
		final String name = file.toString().toLowerCase(Locale.ROOT);
		return name.endsWith(".tif") || name.endsWith(".tiff") || isTiff(head, 42) || isTiff(head, 43);
	}

	private static boolean isTiff(final byte[] head, final int version) {
		if (head.length < 4) return false;
		return head[0] == 'I' && head[1] == 'I' && head[2] == version && head[3] == 0 || head[0] == 'M' && head[1] == 'M' &&
			head[2] == 0 && head[3] == version;
	}

	@Override
	public Volume read(final Path file, final Progress progress) {
		progress.check();
		progress.update(0, "Reading " + file.getFileName());
		return ImagePlusVolumes.of(open(file));
	}

	/**
	 * Opens a calibrated stack, without showing it.
	 *
	 * @throws InputException if the file is missing, damaged, or doesn't tell its voxel size
	 */
	public static ImagePlus open(final Path file) {
		final FileInfo[] pages = pages(file);
		requireCalibration(file, pages[0]);
		checkLength(file, pages);
		final Path whole = file.toAbsolutePath();
		final Opener opener = new Opener();
		opener.setSilentMode(true);
		final ImagePlus image = open(opener, whole);
		final int expected = Math.max(pages[0].nImages, pages.length);
		if (image == null) throw broken(file, "ImageJ can't read its pixels (compression " + pages[0].compression + ")");
		if (image.getStackSize() < expected) throw broken(file, "only " + image.getStackSize() + " of its " + expected +
			" images can be read; they may be damaged or differ in size or type");
		image.setTitle(file.getFileName().toString());
		return image;
	}

	private static ImagePlus open(final Opener opener, final Path whole) {
		try {
			return opener.openTiff(whole.getParent() + File.separator, whole.getFileName().toString());
		}
		catch (final RuntimeException e) {
			throw broken(whole, "it is damaged; copy or export it again");
		}
		catch (final OutOfMemoryError e) {
			throw broken(whole, "it needs more memory than Java has (" + Runtime.getRuntime().maxMemory() / (1 << 20) +
				" MB); give it more with -Xmx, or copy the file again if it is damaged");
		}
	}

	private static FileInfo[] pages(final Path file) {
		final Path whole = file.toAbsolutePath();
		try {
			if (!Files.isRegularFile(whole)) throw new InputException("There is no file '" + file + "'. Check the path.");
			try (var in = Files.newInputStream(whole)) {
				final byte[] head = in.readNBytes(4);
				if (isTiff(head, 43)) throw broken(file, "it is a BigTIFF, which ImageJ can't read; save it as NRRD or NIfTI");
				if (!isTiff(head, 42)) throw broken(file, "it has no TIFF header, or no image");
			}
			TiffDirectories.check(file);
			final FileInfo[] pages = new TiffDecoder(whole.getParent() + File.separator, whole.getFileName().toString())
				.getTiffInfo();
			if (pages == null) throw broken(file, "it has no TIFF header, or no image");
			return pages;
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(file, e);
		}
		catch (final InputException e) {
			throw e;
		}
		catch (final RuntimeException | OutOfMemoryError e) {
			throw broken(file, "its header is damaged; copy or export it again");
		}
	}

	private static void requireCalibration(final Path file, final FileInfo page) {
		if (page.description == null || !page.description.startsWith("ImageJ")) throw new InputException("TIFF file '" + file +
			"' wasn't saved by ImageJ and doesn't tell its voxel size." + SAVE);
	}

	/** ImageJ fills what is missing with zeros. */
	private static void checkLength(final Path file, final FileInfo[] pages) {
		long end = 0;
		for (final FileInfo page : pages) {
			final long bytes = (long) page.width * page.height * page.getBytesPerPixel();
			if (page.stripOffsets == null || page.compression <= FileInfo.COMPRESSION_NONE && page.stripOffsets.length == 1) end =
				Math.max(end, page.getOffset() + bytes + Math.max(0L, page.nImages - 1L) * (bytes + page.getGap()));
			else for (int i = 0; page.stripLengths != null && i < Math.min(page.stripOffsets.length,
				page.stripLengths.length); i++)
				end = Math.max(end, (page.stripOffsets[i] & 0xffffffffL) + page.stripLengths[i]);
		}
		final long there = file.toFile().length();
		if (there < end) throw new InputException("TIFF file '" + file + "' is truncated: it has " + there + " of " + end +
			" bytes. Copy or export it again.");
	}

	private static InputException broken(final Path file, final String reason) {
		return new InputException("Can't read TIFF file '" + file + "': " + reason + ".");
	}
}
