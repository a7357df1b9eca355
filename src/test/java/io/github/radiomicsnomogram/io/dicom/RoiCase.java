package io.github.radiomicsnomogram.io.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A CT series with a structure set and a segmentation, as files for tests of other packages. */
public final class RoiCase {

	/** Frame of reference of all files. */
	private static final String FRAME = "1.2.3.77";

	private RoiCase() {}

	/** Five slices of 4 x 3 voxels, in a folder of its own. */
	public static Path series(final Path folder) {
		try {
			final Path series = Files.createDirectory(folder.resolve("ct"));
			for (int n = 0; n < 5; n++)
				DicomWriter.slice(n, 2 * n).set(Tag.FRAME_OF_REFERENCE_UID, FRAME).write(series.resolve("s" + n));
			return series;
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The same series packed with RLE; of two slices, the first and the last, the packed bytes are damaged. */
	public static Path damagedOutside(final Path folder) {
		final Path series = folder.resolve("ct");
		for (int n = 0; n < 5; n++) {
			final ByteBuffer plane = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
			plane.asShortBuffer().put(DicomWriter.ramp(n, 12));
			final byte[] packed = PixelDecoderTest.packed(plane.array(), 2);
			if (n == 0 || n == 4) Arrays.fill(packed, 64, packed.length, (byte) 0x80);
			DicomWriter.slice(n, 2 * n).set(Tag.FRAME_OF_REFERENCE_UID, FRAME).as(TransferSyntax.RLE).set(Tag.PIXEL_DATA,
				new DicomWriter.Fragments(packed)).write(series.resolve("s" + n));
		}
		return series;
	}

	/** ROI 4 'GTV' of 2 x 2 x 2 voxels, ROI 6 'Node' of one slice less; no file extension. */
	public static Path structureSet(final Path folder) {
		return RoiFiles.structureSet(List.of(RoiFiles.roi(4, "GTV"), RoiFiles.roi(6, "Node")), List.of(RoiFiles.contours(4,
			square(2), square(4)), RoiFiles.contours(6, square(6)))).write(folder.resolve("RS"));
	}

	/** Around columns 1 and 2, rows 0 and 1: columns are 0.75 mm apart from -10, rows 0.5 mm from -20. */
	private static DicomWriter square(final double z) {
		return RoiFiles.contour("CLOSED_PLANAR", "-9.6\\-20.2\\" + z + "\\-8.2\\-20.2\\" + z + "\\-8.2\\-19.3\\" + z + "\\-9.6\\-19.3\\" +
			z);
	}

	/** Segments 1 'one', of fractions 40 and 60 of 100, and 2 'two', which is empty. */
	public static Path segmentation(final Path folder) {
		final byte[] pixels = { 0, 40, 60, 0, 0, 60, 60, 0, 0, 0, 0, 0 };
		final DicomWriter frame = DicomWriter.empty().set(Tag.PLANE_POSITION_SEQUENCE, List.of(DicomWriter.empty().set(
			Tag.IMAGE_POSITION_PATIENT, "-10\\-20\\4"))).set(Tag.SEGMENT_IDENTIFICATION_SEQUENCE, List.of(DicomWriter.empty().set(
				Tag.REFERENCED_SEGMENT_NUMBER, 1)));
		final DicomWriter shared = DicomWriter.empty().set(Tag.PLANE_ORIENTATION_SEQUENCE, List.of(DicomWriter.empty().set(
			Tag.IMAGE_ORIENTATION_PATIENT, "1\\0\\0\\0\\1\\0"))).set(Tag.PIXEL_MEASURES_SEQUENCE, List.of(DicomWriter.empty().set(
				Tag.PIXEL_SPACING, "0.5\\0.75")));
		return RoiFiles.segmentation(3, 4, frame).set(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, List.of(shared)).set(
			Tag.SEGMENTATION_TYPE, "FRACTIONAL").set(Tag.BITS_ALLOCATED, 8).set(Tag.MAXIMUM_FRACTIONAL_VALUE, 100).set(
				Tag.PIXEL_DATA, pixels).write(folder.resolve("seg.dcm"));
	}

	/** Segment 1 'one' of two pixels on the third slice, of twice the series' pixel size. */
	public static Path coarse(final Path folder) {
		final DicomWriter frame = DicomWriter.empty().set(Tag.PLANE_POSITION_SEQUENCE, List.of(DicomWriter.empty().set(
			Tag.IMAGE_POSITION_PATIENT, "-10\\-20\\4"))).set(Tag.SEGMENT_IDENTIFICATION_SEQUENCE, List.of(DicomWriter.empty().set(
				Tag.REFERENCED_SEGMENT_NUMBER, 1)));
		final DicomWriter shared = DicomWriter.empty().set(Tag.PLANE_ORIENTATION_SEQUENCE, List.of(DicomWriter.empty().set(
			Tag.IMAGE_ORIENTATION_PATIENT, "1\\0\\0\\0\\1\\0"))).set(Tag.PIXEL_MEASURES_SEQUENCE, List.of(DicomWriter.empty().set(
				Tag.PIXEL_SPACING, "1\\1.5").set(Tag.SLICE_THICKNESS, "2")));
		return RoiFiles.segmentation(2, 2, frame).set(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, List.of(shared)).set(
			Tag.PIXEL_DATA, RoiFiles.bits(0, 1, 1, 0)).write(folder.resolve("coarse.dcm"));
	}
}
