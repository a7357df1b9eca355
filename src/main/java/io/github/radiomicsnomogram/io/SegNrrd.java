package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.dicom.DicomMask;
import io.github.radiomicsnomogram.io.dicom.DicomRoi;
import io.github.radiomicsnomogram.io.dicom.DicomRois;
import io.github.radiomicsnomogram.io.dicom.RoiChoice;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A segmentation of 3D Slicer (.seg.nrrd): segments with names, told from each other by a label value, and where they
 * overlap by a layer too. Its grid may be a part of the image's. A segment's number is its label value where all
 * differ, else its place in the list from 1. Immutable.
 */
public final class SegNrrd implements DicomRois {

	private static final int MOST = 1 << 16;
	/** How far in mm a grid that is a part of another may lie from the latter's voxels. */
	private static final double OFF = 1e-3;

	/** A segment; layer and label tell its voxels. */
	private record Segment(DicomRoi roi, int layer, int label) {}

	private final Path file;
	private final List<Segment> segments;

	private SegNrrd(final Path file, final Map<String, String> pairs) {
		this.file = file;
		final int n = (int) IntStream.range(0, MOST).takeWhile(i -> isSegment(pairs, i)).count();
		final int[] labels = IntStream.range(0, n).map(i -> number(pairs, i, "LabelValue", 1)).toArray();
		final boolean unique = IntStream.of(labels).distinct().count() == n;
		final List<Segment> list = new ArrayList<>();
		for (int i = 0; i < n; i++) {
			final boolean old = !pairs.containsKey(key(i, "LabelValue"));
			final int slices = slices(pairs, i);
			list.add(new Segment(new DicomRoi(unique ? labels[i] : i + 1, pairs.getOrDefault(key(i, "Name"), "").strip(), Math.max(
				1, slices), slices == 0 ? "segment" : "slice", List.of()), number(pairs, i, "Layer", old ? i : 0), labels[i]));
		}
		segments = List.copyOf(list);
	}

	/** Whether a file is a NRRD file with segments, by what is in it, not by its name. */
	public static boolean accepts(final Path candidate) {
		if (!Files.isRegularFile(candidate)) return false;
		try (InputStream in = Files.newInputStream(candidate)) {
			final String magic = new String(in.readNBytes(NrrdHeader.MAGIC.length()), StandardCharsets.ISO_8859_1);
			return magic.equals(NrrdHeader.MAGIC) && isSegment(NrrdHeader.read(candidate).keyValues(), 0);
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(candidate, e);
		}
		catch (final InputException e) {
			return false;
		}
	}

	/**
	 * Reads the list of segments.
	 *
	 * @throws InputException if the file has none, or is broken
	 */
	public static SegNrrd read(final Path file) {
		try {
			final Map<String, String> pairs = NrrdHeader.read(file).keyValues();
			if (!isSegment(pairs, 0)) throw new InputException("NRRD file '" + file +
				"' lists no segments: it is an image or a plain label image. Name the label that is the ROI.");
			return new SegNrrd(file, pairs);
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(file, e);
		}
	}

	private static boolean isSegment(final Map<String, String> pairs, final int i) {
		return pairs.containsKey(key(i, "ID")) || pairs.containsKey(key(i, "Name")) || pairs.containsKey(key(i, "LabelValue"));
	}

	private static String key(final int i, final String what) {
		return "Segment" + i + "_" + what;
	}

	private int number(final Map<String, String> pairs, final int i, final String what, final int otherwise) {
		final String text = pairs.get(key(i, what));
		if (text == null) return otherwise;
		if (!text.strip().matches("\\d{1,9}")) throw new InputException("NRRD file '" + file + "' has '" + text.strip() +
			"' in '" + key(i, what) + "' where a whole number belongs. Save the segmentation again.");
		return Integer.parseInt(text.strip());
	}

	/** By "Extent", x, y and z from and to; 0 if it isn't told. */
	private static int slices(final Map<String, String> pairs, final int i) {
		final String[] words = pairs.getOrDefault(key(i, "Extent"), "").strip().split("\\s+");
		if (words.length != 6 || !(words[4] + words[5]).matches("\\d{1,8}")) return 0;
		return Math.max(0, Integer.parseInt(words[5]) - Integer.parseInt(words[4]) + 1);
	}

	@Override
	public List<DicomRoi> rois() {
		return segments.stream().map(Segment::roi).toList();
	}

	@Override
	public Optional<DicomMask> own(final RoiChoice choice, final Volume image, final Progress progress) {
		final Mask own = read(choice, progress);
		return shift(own.geometry(), image.geometry()).isPresent() ? Optional.empty() : Optional.of(new DicomMask(own, List
			.of()));
	}

	/** A segment on the segmentation's own grid. */
	private Mask read(final RoiChoice choice, final Progress progress) {
		final DicomRoi roi = choice.of(file, rois());
		final Segment segment = segments.get(IntStream.range(0, segments.size()).filter(i -> segments.get(i).roi() == roi)
			.findFirst().orElseThrow());
		final Volume labels = new NrrdFormat().readChannel(file, segment.layer(), progress);
		try {
			return Mask.ofLabel(roi.name(), labels.geometry(), labels.voxels(), segment.label());
		}
		catch (final InputException e) {
			throw new InputException("'" + file + "': segment " + roi.describe() + " is empty: no voxel of its layer " + segment
				.layer() + " has its label value " + segment.label() + ". Choose another one.", e);
		}
	}

	@Override
	public DicomMask mask(final RoiChoice choice, final Volume image, final Progress progress) {
		final Mask own = read(choice, progress);
		final Geometry grid = image.geometry(), part = own.geometry();
		return placed(own, grid, shift(part, grid).orElseThrow(() -> new InputException("'" + file + "': segment '" + own
			.name() + "' is neither on the grid of the image '" + image.info().name() + "' nor on a part of it (" + grid
				.firstDifference(part).orElse("shifted by a part of a voxel") + ").\n  image:   " + grid.describe() + "\n  segment: " +
			part.describe() + "\nUse the segmentation that was made on this image, or let it be resampled (command line: " +
			"--resample-mask; macros: resample_roi).")));
	}

	/** Voxels from the start of a grid to that of a part of it; nothing if the part is none. */
	private static Optional<int[]> shift(final Geometry part, final Geometry grid) {
		final int[] shift = new int[3];
		final double[] from = grid.origin(), d = grid.direction(), o = part.origin();
		boolean fits = true;
		for (int axis = 0; axis < 3; axis++) {
			final double mm = (o[0] - from[0]) * d[axis] + (o[1] - from[1]) * d[3 + axis] + (o[2] - from[2]) * d[6 + axis];
			shift[axis] = (int) Math.rint(mm / grid.spacing(axis));
			fits &= Math.abs(mm - shift[axis] * grid.spacing(axis)) <= OFF && Math.abs(shift[axis]) < 1 << 28;
		}
		final Geometry moved = new Geometry(part.size(), part.spacing(), from, part.direction());
		final Geometry cut = new Geometry(part.size(), grid.spacing(), from, grid.direction());
		return fits && moved.firstDifference(cut).isEmpty() ? Optional.of(shift) : Optional.empty();
	}

	private DicomMask placed(final Mask own, final Geometry grid, final int[] shift) {
		final BoundingBox b = own.box();
		final int[] low = { b.x0() + shift[0], b.y0() + shift[1], b.z0() + shift[2] };
		final int[] high = { b.x1() + shift[0], b.y1() + shift[1], b.z1() + shift[2] };
		for (int axis = 0; axis < 3; axis++) {
			low[axis] = Math.max(0, low[axis]);
			high[axis] = (int) Math.min(grid.size(axis) - 1, high[axis]);
			if (low[axis] > high[axis]) throw allOutside(own, grid);
		}
		final BoundingBox box = new BoundingBox(low[0], low[1], low[2], high[0], high[1], high[2]);
		final byte[] inside = new byte[Math.toIntExact(box.voxels())];
		int i = 0;
		boolean any = false;
		for (int z = box.z0(); z <= box.z1(); z++)
			for (int y = box.y0(); y <= box.y1(); y++)
				for (int x = box.x0(); x <= box.x1(); x++) {
					final boolean in = own.contains(x - shift[0], y - shift[1], z - shift[2]);
					inside[i++] = (byte) (in ? 1 : 0);
					any |= in;
				}
		if (!any) throw allOutside(own, grid);
		final Mask mask = Mask.of(own.name(), grid, box, inside);
		final long lost = own.voxelCount() - mask.voxelCount();
		return new DicomMask(mask, lost == 0 ? List.of() : List.of("segment '" + own.name() + "': " + lost + " of its " + own
			.voxelCount() + " voxels lie outside the image and were left out."));
	}

	private InputException allOutside(final Mask own, final Geometry grid) {
		return new InputException("'" + file + "': all " + own.voxelCount() + " voxels of segment '" + own.name() +
			"' lie outside the image: " + grid.describe() + ".");
	}
}
