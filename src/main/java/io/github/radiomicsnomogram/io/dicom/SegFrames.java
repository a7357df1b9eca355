package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;

import java.util.ArrayList;
import java.util.List;

/** The frames of a segmentation to be written: for each mask those slices on which it has a voxel. */
final class SegFrames {

	private static final int DIMENSION_INDEX_POINTER = 0x00209165, FUNCTIONAL_GROUP_POINTER = 0x00209167;

	private final List<Mask> masks;
	private final List<Slice> slices;
	private final Geometry grid;
	private final List<int[]> frames = new ArrayList<>();

	/**
	 * @param masks on the grid
	 * @param slices of the image along its z axis
	 * @param grid of the image
	 */
	SegFrames(final List<Mask> masks, final List<Slice> slices, final Geometry grid) {
		this.masks = masks;
		this.slices = slices;
		this.grid = grid;
		for (int m = 0; m < masks.size(); m++)
			for (int z = masks.get(m).box().z0(); z <= masks.get(m).box().z1(); z++)
				if (isThere(masks.get(m), z)) frames.add(new int[] { m, z });
	}

	private static boolean isThere(final Mask mask, final int z) {
		final BoundingBox b = mask.box();
		for (int y = b.y0(); y <= b.y1(); y++)
			for (int x = b.x0(); x <= b.x1(); x++)
				if (mask.contains(x, y, z)) return true;
		return false;
	}

	/** Number of frames. */
	int count() {
		return frames.size();
	}

	/** Size of their pixels. */
	long bytes() {
		return (frames.size() * grid.size(0) * grid.size(1) + 7) / 8;
	}

	/** Adds the frames, what they have in common, and their pixels. */
	void addTo(final DataSet data) {
		final String organization = SegWriter.uid();
		data.text(Tag.NUMBER_OF_FRAMES, Integer.toString(frames.size()));
		data.sequence(0x00209221, new DataSet().text(0x00209164, Vr.UI, organization));
		data.sequence(0x00209222, dimension(organization, Tag.REFERENCED_SEGMENT_NUMBER, Tag.SEGMENT_IDENTIFICATION_SEQUENCE,
			"Segment"), dimension(organization, Tag.IMAGE_POSITION_PATIENT, Tag.PLANE_POSITION_SEQUENCE, "Position"));
		data.sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared());
		data.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames.stream().map(f -> own(f[0], f[1])).toArray(
			DataSet[]::new));
		data.bytes(Tag.PIXEL_DATA.number(), Vr.OB, pixels());
	}

	private static DataSet dimension(final String organization, final Tag tag, final Tag group, final String label) {
		return new DataSet().text(0x00209164, Vr.UI, organization).pointer(DIMENSION_INDEX_POINTER, tag.number()).pointer(
			FUNCTIONAL_GROUP_POINTER, group.number()).text(0x00209421, Vr.LO, label);
	}

	/** Orientation and pixel sizes are the image's, written anew so that they are unit vectors and have few digits. */
	private DataSet shared() {
		final Slice first = slices.get(0);
		final Vector row = first.row(), column = first.column();
		return new DataSet().sequence(Tag.PLANE_ORIENTATION_SEQUENCE, new DataSet().decimals(Tag.IMAGE_ORIENTATION_PATIENT, row
			.x(), row.y(), row.z(), column.x(), column.y(), column.z())).sequence(Tag.PIXEL_MEASURES_SEQUENCE, new DataSet()
				.decimals(Tag.PIXEL_SPACING, grid.spacing(1), grid.spacing(0)).decimals(Tag.SLICE_THICKNESS, grid.spacing(2)).decimals(
					Tag.SPACING_BETWEEN_SLICES, grid.spacing(2)));
	}

	private DataSet own(final int mask, final int z) {
		final Vector at = slices.get(z).position();
		return new DataSet().sequence(Tag.FRAME_CONTENT_SEQUENCE, new DataSet().longs(0x00209157, mask + 1, z + 1)).sequence(
			Tag.PLANE_POSITION_SEQUENCE, new DataSet().decimals(Tag.IMAGE_POSITION_PATIENT, at.x(), at.y(), at.z())).sequence(
				Tag.SEGMENT_IDENTIFICATION_SEQUENCE, new DataSet().number(Tag.REFERENCED_SEGMENT_NUMBER, mask + 1)).sequence(
					0x00089124, derivation(SourceSlice.of(slices.get(z))));
	}

	/** That the frame was segmented from an image of the series. */
	private static DataSet derivation(final SourceSlice slice) {
		final DataSet image = new DataSet().text(0x00081150, Vr.UI, slice.sopClass()).text(0x00081155, Vr.UI, slice
			.sopInstance()).text(0x0028135A, Vr.CS, "YES").sequence(0x0040A170, SegWriter.code("121322", "DCM",
				"Source image for image processing operation"));
		if (slice.frame() > 0) image.text(0x00081160, Vr.IS, Integer.toString(slice.frame()));
		return new DataSet().sequence(0x00082112, image).sequence(0x00089215, SegWriter.code("113076", "DCM", "Segmentation"));
	}

	/** One bit a pixel, the first one lowest, without gaps between frames (PS3.5, 8.1.1). */
	private byte[] pixels() {
		final byte[] bits = new byte[(int) ((bytes() + 1) / 2 * 2)];
		final long area = grid.size(0) * grid.size(1);
		for (int i = 0; i < frames.size(); i++) {
			final Mask mask = masks.get(frames.get(i)[0]);
			final int z = frames.get(i)[1];
			final BoundingBox b = mask.box();
			for (int y = b.y0(); y <= b.y1(); y++)
				for (int x = b.x0(); x <= b.x1(); x++)
					if (mask.contains(x, y, z)) {
						final long bit = i * area + y * grid.size(0) + x;
						bits[(int) (bit >>> 3)] |= (byte) (1 << (bit & 7));
					}
		}
		return bits;
	}
}
