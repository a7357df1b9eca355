package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** From the frames of a segment to the voxels of an image. Frames that lie on one slice are united. */
final class SegMask {

	/** Share by which the distance of frames may differ from the image's, without a word. */
	private static final double QUIET = 0.01;

	/** Voxels that a frame may lie off the image's slice without a word. */
	private static final double QUIET_OFF = 0.02;

	private final DicomRoi roi;
	private final Geometry geometry;
	private final List<SegFrame> placed = new ArrayList<>();
	private BoundingBox box;
	private byte[] inside;
	private long outside;

	SegMask(final DicomRoi roi, final Geometry geometry) {
		this.roi = roi;
		this.geometry = geometry;
	}

	/**
	 * The voxels of a segment.
	 *
	 * @param lowest stored value that is inside
	 * @param highest stored value that is inside
	 * @param warnings that are known; gets more
	 * @throws BadDicom if a frame is not on the image's grid, or no voxel of the image is inside
	 */
	DicomMask of(final List<Frame> frames, final SegPixels pixels, final int lowest, final int highest,
		final List<String> warnings, final Progress progress) throws IOException, BadDicom
	{
		final PatientGrid grid = new PatientGrid(geometry);
		for (final Frame frame : frames)
			placed.add(SegFrame.of(frame, pixels.rows(), pixels.columns(), grid));
		noteSpacing(frames.get(0), warnings);
		double off = 0;
		for (int i = 0; i < frames.size(); i++)
			off = Math.max(off, placed.get(i).beside(frames.get(i), grid));
		if (off > QUIET_OFF) warnings.add(String.format(Locale.ROOT,
			"%s: frames lie up to %.3g slices off the slices of the image; each was put on the nearest slice.", roi.title(), off));
		box = box(pixels);
		if (box != null && box.voxels() > Integer.MAX_VALUE - 16) throw new BadDicom("its frames span " + box.voxels() +
			" voxels, more than can be handled");
		inside = new byte[box == null ? 0 : (int) box.voxels()];
		long n = 0;
		for (int i = 0; i < frames.size(); i++) {
			progress.check();
			n += add(placed.get(i), pixels.between(frames.get(i).index(), lowest, highest), pixels);
		}
		if (n == 0) throw new BadDicom("the segment is empty: no pixel of its " + frames.size() + " frames is in it");
		if (outside == n) throw new BadDicom("all " + n + " voxels of the segment lie outside the image: " + geometry
			.describe());
		if (outside > 0) warnings.add(roi.title() + ": " + outside + " of its " + n +
			" voxels lie outside the image and were left out.");
		if (placed.stream().anyMatch(p -> !p.isUpright())) warnings.add(roi.title() +
			": its frames are turned or mirrored against the image's slices; each pixel was put at its place in the patient.");
		return new DicomMask(Mask.of(roi.name(), geometry, box, inside), warnings);
	}

	/** Frames farther apart than the slices leave slices empty that may have been meant. */
	private void noteSpacing(final Frame frame, final List<String> warnings) throws BadDicom {
		final double mm = geometry.spacing(placed.get(0).normal());
		if (!isApart(frame, mm)) warnings.add(String.format(Locale.ROOT,
			"%s: its %s is %s mm, the image's slices are %s mm apart; only slices with a frame were filled.", roi.title(),
			Tag.SPACING_BETWEEN_SLICES, frame.number(Tag.SPACING_BETWEEN_SLICES).getAsDouble(), mm));
	}

	/** Whether a frame says that frames are so many mm apart, or nothing. */
	static boolean isApart(final Frame frame, final double mm) throws BadDicom {
		final OptionalDouble apart = frame.number(Tag.SPACING_BETWEEN_SLICES);
		return apart.isEmpty() || Math.abs(apart.getAsDouble() - mm) <= QUIET * mm;
	}

	/** Voxels of the image that the frames cover, or null if there are none. */
	private BoundingBox box(final SegPixels pixels) {
		final int[] low = { Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE }, high = { -1, -1, -1 };
		for (final SegFrame frame : placed) {
			final int[] a = frame.first(), b = frame.voxel(pixels.columns() - 1, pixels.rows() - 1);
			boolean within = true;
			for (int d = 0; d < 3; d++)
				within &= Math.max(a[d], b[d]) >= 0 && Math.min(a[d], b[d]) < geometry.size(d);
			if (within) for (int d = 0; d < 3; d++) {
				low[d] = Math.min(low[d], Math.max(0, Math.min(a[d], b[d])));
				high[d] = (int) Math.max(high[d], Math.min(geometry.size(d) - 1, Math.max(a[d], b[d])));
			}
		}
		return high[0] < 0 ? null : new BoundingBox(low[0], low[1], low[2], high[0], high[1], high[2]);
	}

	/** Sets the voxels of a frame; counts them, and those outside the image. */
	private long add(final SegFrame frame, final byte[] pixels, final SegPixels size) {
		long n = 0;
		for (int row = 0, i = 0; row < size.rows(); row++)
			for (int column = 0; column < size.columns(); column++)
				if (pixels[i++] != 0) {
					n++;
					final int[] v = frame.voxel(column, row);
					if (isInBox(v)) inside[((v[2] - box.z0()) * box.size(1) + v[1] - box.y0()) * box.size(0) + v[0] - box.x0()] = 1;
					else outside++;
				}
		return n;
	}

	private boolean isInBox(final int[] v) {
		return box != null && v[0] >= box.x0() && v[0] <= box.x1() && v[1] >= box.y0() && v[1] <= box.y1() && v[2] >= box
			.z0() && v[2] <= box.z1();
	}
}
