package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes images and masks as gzip-compressed NRRD, with every digit of their geometry. */
public final class NrrdWriter {

	private NrrdWriter() {}

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
			final GZIPOutputStream packed = new GZIPOutputStream(out, 1 << 16);
			voxels.writeTo(packed, ByteOrder.BIG_ENDIAN);
			packed.finish();
		});
	}

	private static String header(final VoxelType type, final Geometry g) {
		final double[] d = g.direction();
		final StringBuilder directions = new StringBuilder();
		for (int axis = 0; axis < 3; axis++)
			directions.append(axis == 0 ? "" : " ").append(vector(g.spacing(axis) * d[axis], g.spacing(axis) * d[3 + axis], g
				.spacing(axis) * d[6 + axis]));
		final double[] o = g.origin();
		return "NRRD0004\n" + "type: " + name(type) + "\n" + "dimension: 3\n" + "space: left-posterior-superior\n" +
			"sizes: " + g.size(0) + " " + g.size(1) + " " + g.size(2) + "\n" + "space directions: " + directions + "\n" +
			"kinds: domain domain domain\n" + "endian: big\n" + "encoding: gzip\n" + "space origin: " + vector(o[0], o[1],
				o[2]) + "\n\n";
	}

	private static String vector(final double x, final double y, final double z) {
		return "(" + x + "," + y + "," + z + ")";
	}

	private static String name(final VoxelType type) {
		return switch (type) {
			case UINT8 -> "uint8";
			case INT8 -> "int8";
			case UINT16 -> "uint16";
			case INT16 -> "int16";
			case UINT32 -> "uint32";
			case INT32 -> "int32";
			case FLOAT32 -> "float";
			case FLOAT64 -> "double";
		};
	}
}
