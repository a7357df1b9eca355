package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiDecoder;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.io.FileErrors;
import io.github.radiomicsnomogram.roi.SliceOrder;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Volume;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Reads ImageJ's ROI files: one ROI (.roi) or a ROI Manager's set (.zip). Works headless, without a ROI Manager. */
public final class RoiFiles {

	private static final String EXTENSION = ".roi";
	private static final String AGAIN = " Save it again from the ROI Manager (More >> > Save...).";

	private RoiFiles() {}

	/**
	 * The ROIs of a file, in its order, named as in the ROI Manager. Recognised by content, not by name.
	 *
	 * @throws InputException if the file is missing, damaged, or holds no ROI
	 */
	public static List<Roi> read(final Path file) {
		try {
			final byte[] bytes = bytes(file);
			if (startsWith(bytes, "Iout")) return List.of(decode(bytes, file.getFileName().toString(), file));
			if (startsWith(bytes, "PK")) return zipped(bytes, file);
			throw new InputException("'" + file + "' is neither an ImageJ ROI (.roi) nor a set of them (.zip)." + AGAIN);
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(file, e);
		}
	}

	/**
	 * The ROIs of a file as one mask, each on its slice.
	 *
	 * @param grid of the image that they were drawn on
	 * @throws InputException as {@link #read} and {@link RoiMasks#of}
	 */
	public static RoiMask readMask(final Path file, final Geometry grid) {
		return mask(read(file), file, grid);
	}

	private static RoiMask mask(final List<Roi> rois, final Path file, final Geometry grid) {
		final RoiMask drawn;
		try {
			drawn = RoiMasks.of(rois, grid);
		}
		catch (final InputException e) {
			throw new InputException("'" + file + "': " + e.getMessage(), e);
		}
		return new RoiMask(drawn.mask(), drawn.warnings().stream().map(w -> file.getFileName() + ": " + w).toList());
	}

	/**
	 * The ROIs of a file as one mask, each on the slice that ImageJ shows under its number. ImageJ shows a DICOM series in
	 * the order of InstanceNumber, a volume is in the order of position; where these differ the slices are matched by
	 * InstanceNumber, and a warning says so. ROIs that we wrote ourselves count slices by position, and say so.
	 *
	 * @param volume that they were drawn on
	 */
	public static RoiMask readMask(final Path file, final Volume volume) {
		return readMask(file, volume, false);
	}

	/**
	 * As {@link #readMask(Path, Volume)}.
	 *
	 * @param byPosition whether the user says that slices are counted by position, as Open DICOM Series shows them
	 */
	public static RoiMask readMask(final Path file, final Volume volume, final boolean byPosition) {
		final List<Roi> rois = read(file);
		final RoiMask drawn = mask(rois, file, volume.geometry());
		if (byPosition || areByPosition(rois)) return drawn;
		return SliceOrder.of(volume.info()).map(order -> new RoiMask(order.place(drawn.mask()), with(drawn.warnings(), file
			.getFileName() + ": its slices were counted in the order of InstanceNumber, in which ImageJ itself shows '" + volume
				.info().name() + "'; this is not the order of their positions. If the ROIs were drawn on a stack of Plugins > " +
			"Radiomics > Open DICOM Series..., say so (--roi-slices=position)."))).orElse(drawn);
	}

	/**
	 * The ROIs of a file on a stack, of which the volume is. Those that we wrote ourselves count slices by position, and are
	 * turned where ImageJ shows the series downwards. Those that were drawn on the same series as ImageJ itself shows it would
	 * lie elsewhere, which nobody can tell from the file: then a warning says how slices were counted.
	 */
	static RoiMask readShown(final Path file, final Volume volume, final ImagePlus stack) {
		final List<Roi> rois = read(file);
		final RoiMask drawn = mask(rois, file, volume.geometry());
		final boolean byPosition = areByPosition(rois);
		if (byPosition && DicomSlices.isDownwards(stack)) return new RoiMask(SliceOrder.downwards(stack.getStackSize())
			.place(drawn.mask()), with(drawn.warnings(), file.getFileName() + ": its slices are counted in the order of their " +
				"positions, which '" + volume.info().name() + "' shows downwards; each was put where it belongs."));
		if (byPosition || SliceOrder.of(volume.info()).isEmpty()) return drawn;
		return new RoiMask(drawn.mask(), with(drawn.warnings(), file.getFileName() + ": its slices were counted as '" + volume
			.info().name() + "' shows them, in the order of their positions. If the ROIs were drawn on the series as ImageJ itself " +
			"opens it, in the order of InstanceNumber, use them on that stack, or on the command line."));
	}

	private static List<String> with(final List<String> warnings, final String one) {
		return Stream.concat(warnings.stream(), Stream.of(one)).toList();
	}

	private static boolean areByPosition(final List<Roi> rois) {
		return rois.stream().allMatch(r -> RoiShapes.BY_POSITION.equals(r.getProperty(RoiShapes.ORDER)));
	}

	/**
	 * A line for each ROI of a file: name, kind and slice.
	 *
	 * @throws InputException as {@link #read}
	 */
	public static List<String> describe(final Path file) {
		return read(file).stream().map(roi -> "'" + RoiPainter.nameOf(roi) + "', " + roi.getTypeAsString().toLowerCase(
			Locale.ROOT) + (RoiSlices.position(roi) > 0 ? ", slice " + RoiSlices.position(roi) : "")).toList();
	}

	/** Whether a file is called as ImageJ's ROI files are. */
	static boolean isNamed(final Path file) {
		final String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
		return name.endsWith(EXTENSION) || name.endsWith(".zip");
	}

	private static byte[] bytes(final Path file) throws IOException {
		if (!Files.exists(file)) throw new InputException("There is no file '" + file + "'. Check the path.");
		if (Files.isDirectory(file)) throw new InputException("'" + file + "' is a folder. Give a .roi or .zip file.");
		final byte[] bytes = Files.readAllBytes(file);
		if (bytes.length == 0) throw new InputException("'" + file + "' is empty (0 bytes)." + AGAIN);
		return bytes;
	}

	/** Names that aren't marked as UTF-8 are in the code page of whoever packed them; Latin-1 can't fail. */
	private static List<Roi> zipped(final byte[] bytes, final Path file) throws IOException {
		final List<Roi> rois = new ArrayList<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes),
			StandardCharsets.ISO_8859_1))
		{
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
				if (isRoi(entry.getName())) rois.add(decode(zip.readAllBytes(), entry.getName(), file));
		}
		catch (final ZipException | EOFException | IllegalArgumentException e) {
			throw new InputException("'" + file + "' is a damaged or truncated zip file (" + e.getMessage() + ")." + AGAIN, e);
		}
		if (rois.isEmpty()) throw new InputException("'" + file + "' holds no ROI: no entry ends in .roi." + AGAIN);
		return rois;
	}

	/** Archives made on a Mac hold a shadow of each entry. */
	private static boolean isRoi(final String entry) {
		final String name = entry.substring(entry.lastIndexOf('/') + 1);
		return name.toLowerCase(Locale.ROOT).endsWith(EXTENSION) && !name.startsWith("._");
	}

	private static boolean startsWith(final byte[] bytes, final String magic) {
		for (int i = 0; i < magic.length(); i++)
			if (i >= bytes.length || bytes[i] != magic.charAt(i)) return false;
		return true;
	}

	private static Roi decode(final byte[] bytes, final String entry, final Path file) {
		final String name = entry.substring(entry.lastIndexOf('/') + 1).replaceFirst("(?i)\\.roi$", "");
		try {
			final Roi roi = new RoiDecoder(bytes, name).getRoi();
			if (roi != null) return RoiSlices.named(roi, name);
		}
		catch (final IOException | RuntimeException | OutOfMemoryError e) {
			// A damaged count of points may ask for any amount of memory.
			throw new InputException("'" + file + "': ROI '" + name + "' is damaged or truncated." + AGAIN, e);
		}
		throw new InputException("'" + file + "': ROI '" + name + "' is of a kind that ImageJ can't read." + AGAIN);
	}
}
