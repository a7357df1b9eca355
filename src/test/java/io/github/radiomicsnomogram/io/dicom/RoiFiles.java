package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import net.imglib2.img.array.ArrayImgs;

/** Structure sets and segmentations for tests, and the image that they belong to. */
final class RoiFiles {

	static final int NX = 7, NY = 6, NZ = 5;
	static final String FRAME = "1.2.3.77", SERIES = "1.2.3.4";

	/** Spacing 0.5 x 0.75 x 2 mm, rows along y and columns along x of the patient, turned by 30 degrees. */
	static final Geometry GRID = new Geometry(new long[] { NX, NY, NZ }, new double[] { 0.5, 0.75, 2 }, new double[] { -10,
		20, 30 }, new double[] { Math.cos(0.5), -Math.sin(0.5), 0, Math.sin(0.5), Math.cos(0.5), 0, 0, 0, 1 });

	private RoiFiles() {}

	static Volume image(final Map<String, String> tags) {
		return new Volume(ArrayImgs.unsignedBytes(NX, NY, NZ), GRID, VoxelType.UINT8, new ImageInfo("image", "HU", tags, List
			.of()));
	}

	static Volume image() {
		return image(Map.of("FrameOfReferenceUID", FRAME, "SeriesInstanceUID", SERIES));
	}

	/** Patient coordinates of voxel indices (x, y pairs) on a plane, as ContourData. */
	static String points(final double z, final double... xy) {
		final StringBuilder text = new StringBuilder();
		for (int i = 0; i < xy.length; i += 2)
			text.append(text.isEmpty() ? "" : "\\").append(text(GRID.toPatient(xy[i], xy[i + 1], z)));
		return text.toString();
	}

	private static String text(final double[] numbers) {
		return Arrays.stream(numbers).mapToObj(v -> String.format(java.util.Locale.ROOT, "%.10f", v)).collect(Collectors
			.joining("\\"));
	}

	static DicomWriter contour(final String type, final String points) {
		return DicomWriter.empty().set(Tag.CONTOUR_GEOMETRIC_TYPE, type).set(Tag.NUMBER_OF_CONTOUR_POINTS, Integer.toString(
			points.split("\\\\").length / 3)).set(Tag.CONTOUR_DATA, points);
	}

	static DicomWriter closed(final double z, final double... xy) {
		return contour("CLOSED_PLANAR", points(z, xy));
	}

	/** A contour around the voxels x0..x1, y0..y1. */
	static DicomWriter rectangle(final double z, final int x0, final int y0, final int x1, final int y1) {
		return closed(z, x0 - 0.4, y0 - 0.4, x1 + 0.4, y0 - 0.4, x1 + 0.4, y1 + 0.4, x0 - 0.4, y1 + 0.4);
	}

	static DicomWriter roi(final int number, final String name) {
		return DicomWriter.empty().set(Tag.ROI_NUMBER, Integer.toString(number)).set(Tag.ROI_NAME, name).set(
			Tag.REFERENCED_FRAME_OF_REFERENCE_UID, FRAME);
	}

	static DicomWriter contours(final int number, final DicomWriter... contours) {
		return DicomWriter.empty().set(Tag.CONTOUR_SEQUENCE, List.of(contours)).set(Tag.REFERENCED_ROI_NUMBER, Integer.toString(
			number));
	}

	static DicomWriter structureSet(final List<DicomWriter> rois, final List<DicomWriter> contours) {
		final DicomWriter series = DicomWriter.empty().set(Tag.SERIES_INSTANCE_UID, SERIES);
		final DicomWriter study = DicomWriter.empty().set(Tag.RT_REFERENCED_SERIES_SEQUENCE, List.of(series));
		final DicomWriter frame = DicomWriter.empty().set(Tag.FRAME_OF_REFERENCE_UID, FRAME).set(
			Tag.RT_REFERENCED_STUDY_SEQUENCE, List.of(study));
		return DicomWriter.empty().set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.481.3").set(Tag.MODALITY, "RTSTRUCT").set(
			Tag.REFERENCED_FRAME_OF_REFERENCE_SEQUENCE, List.of(frame)).set(Tag.STRUCTURE_SET_ROI_SEQUENCE, rois).set(
				Tag.ROI_CONTOUR_SEQUENCE, contours);
	}

	/** A structure set with one ROI, number 1, 'one'. */
	static DicomWriter structureSet(final DicomWriter... contours) {
		return structureSet(List.of(roi(1, "one")), List.of(contours(1, contours)));
	}

	/** A frame of a segment that covers a slice. */
	static DicomWriter frame(final int segment, final double z) {
		return frame(segment, 0, 0, z);
	}

	/** A frame of a segment whose first pixel is a voxel. */
	static DicomWriter frame(final int segment, final double x, final double y, final double z) {
		return DicomWriter.empty().set(Tag.PLANE_POSITION_SEQUENCE, List.of(DicomWriter.empty().set(Tag.IMAGE_POSITION_PATIENT,
			text(GRID.toPatient(x, y, z))))).set(Tag.SEGMENT_IDENTIFICATION_SEQUENCE, List.of(DicomWriter.empty().set(
				Tag.REFERENCED_SEGMENT_NUMBER, segment)));
	}

	/** A segmentation of 1 bit whose segments are 1 'one', 2 'two'; pixels are to be set. */
	static DicomWriter segmentation(final int rows, final int columns, final DicomWriter... frames) {
		final double[] d = GRID.direction();
		final DicomWriter shared = DicomWriter.empty().set(Tag.PLANE_ORIENTATION_SEQUENCE, List.of(DicomWriter.empty().set(
			Tag.IMAGE_ORIENTATION_PATIENT, text(new double[] { d[0], d[3], d[6], d[1], d[4], d[7] })))).set(
				Tag.PIXEL_MEASURES_SEQUENCE, List.of(DicomWriter.empty().set(Tag.PIXEL_SPACING, "0.75\\0.5")));
		return DicomWriter.empty().set(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.66.4").set(Tag.MODALITY, "SEG").set(
			Tag.FRAME_OF_REFERENCE_UID, FRAME).set(Tag.REFERENCED_SERIES_SEQUENCE, List.of(DicomWriter.empty().set(
				Tag.SERIES_INSTANCE_UID, SERIES))).set(Tag.SEGMENTATION_TYPE, "BINARY").set(Tag.SEGMENT_SEQUENCE, List.of(
					segment(1, "one"), segment(2, "two"))).set(Tag.ROWS, rows).set(Tag.COLUMNS, columns).set(Tag.BITS_ALLOCATED, 1)
			.set(Tag.NUMBER_OF_FRAMES, Integer.toString(frames.length)).set(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, List.of(shared))
			.set(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, List.of(frames));
	}

	static DicomWriter segment(final int number, final String label) {
		return DicomWriter.empty().set(Tag.SEGMENT_NUMBER, number).set(Tag.SEGMENT_LABEL, label);
	}

	/** Pixels, one after the other, as bits, the first one lowest. */
	static byte[] bits(final int... pixels) {
		final byte[] bytes = new byte[(pixels.length + 15) / 16 * 2];
		for (int i = 0; i < pixels.length; i++)
			if (pixels[i] != 0) bytes[i / 8] |= (byte) (1 << i % 8);
		return bytes;
	}

	/** All voxels of a mask: "x,y,z x,y,z ...". */
	static String voxels(final Mask mask) {
		final List<String> all = new ArrayList<>();
		for (int z = 0; z < NZ; z++)
			for (int y = 0; y < NY; y++)
				for (int x = 0; x < NX; x++)
					if (mask.contains(x, y, z)) all.add(x + "," + y + "," + z);
		return String.join(" ", all);
	}
}
