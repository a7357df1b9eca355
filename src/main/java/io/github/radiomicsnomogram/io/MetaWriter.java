package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.StringJoiner;

/** Writes images and masks as MetaImage (.mha), uncompressed, with every digit of their geometry. */
public final class MetaWriter {

	private MetaWriter() {}

	/**
	 * Writes an image in its own type.
	 *
	 * @throws io.github.radiomicsnomogram.InputException if the file can't be written
	 */
	public static void write(final Volume volume, final Path file) {
		write(file, VoxelWriter.of(volume));
	}

	/**
	 * Writes a ROI as a label image of its whole grid: 1 inside, 0 outside.
	 *
	 * @throws io.github.radiomicsnomogram.InputException if the file can't be written
	 */
	public static void write(final Mask mask, final Path file) {
		write(file, VoxelWriter.of(mask));
	}

	private static void write(final Path file, final VoxelWriter voxels) {
		AtomicFiles.write(file, out -> {
			out.write(header(voxels.type(), voxels.geometry()).getBytes(StandardCharsets.US_ASCII));
			voxels.writeTo(out, ByteOrder.LITTLE_ENDIAN);
		});
	}

	private static String header(final VoxelType type, final Geometry g) {
		final double[] d = g.direction();
		final double[] axes = { d[0], d[3], d[6], d[1], d[4], d[7], d[2], d[5], d[8] };
		return "ObjectType = Image\nNDims = 3\nBinaryData = True\nBinaryDataByteOrderMSB = False\nCompressedData = False\n" +
			"TransformMatrix = " + numbers(axes) + "\nOffset = " + numbers(g.origin()) + "\nElementSpacing = " + numbers(g
				.spacing()) + "\nDimSize = " + g.size(0) + " " + g.size(1) + " " + g.size(2) + "\nElementType = " + name(type) +
			"\nElementDataFile = LOCAL\n";
	}

	private static String numbers(final double[] values) {
		final StringJoiner words = new StringJoiner(" ");
		for (final double v : values)
			words.add(v == Math.rint(v) && Math.abs(v) < 1e9 ? Long.toString((long) v) : Double.toString(v));
		return words.toString();
	}

	private static String name(final VoxelType type) {
		return switch (type) {
			case UINT8 -> "MET_UCHAR";
			case INT8 -> "MET_CHAR";
			case UINT16 -> "MET_USHORT";
			case INT16 -> "MET_SHORT";
			case UINT32 -> "MET_UINT";
			case INT32 -> "MET_INT";
			case FLOAT32 -> "MET_FLOAT";
			case FLOAT64 -> "MET_DOUBLE";
		};
	}
}
