package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

import net.imglib2.Cursor;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** Writes images and masks as gzip-compressed NRRD, with every digit of their geometry. */
public final class NrrdWriter {

	private NrrdWriter() {}

	/**
	 * Writes an image in its own type.
	 *
	 * @throws io.github.radiomicsnomogram.InputException if the file can't be written
	 */
	public static void write(final Volume volume, final Path file) {
		write(file, volume.type(), volume.geometry(), data -> {
			final Cursor<? extends RealType<?>> cursor = Views.flatIterable(volume.voxels()).cursor();
			while (cursor.hasNext())
				put(data, volume.type(), cursor.next().getRealDouble());
		});
	}

	/**
	 * Writes a ROI as a label image of its whole grid: 1 inside, 0 outside.
	 *
	 * @throws io.github.radiomicsnomogram.InputException if the file can't be written
	 */
	public static void write(final Mask mask, final Path file) {
		final Geometry g = mask.geometry();
		write(file, VoxelType.UINT8, g, data -> {
			for (int z = 0; z < g.size(2); z++)
				for (int y = 0; y < g.size(1); y++)
					for (int x = 0; x < g.size(0); x++)
						data.write(mask.contains(x, y, z) ? 1 : 0);
		});
	}

	@FunctionalInterface
	private interface Voxels {

		void writeTo(DataOutputStream data) throws IOException;
	}

	private static void write(final Path file, final VoxelType type, final Geometry geometry, final Voxels voxels) {
		AtomicFiles.write(file, out -> {
			out.write(header(type, geometry).getBytes(StandardCharsets.US_ASCII));
			final DataOutputStream data = new DataOutputStream(new java.io.BufferedOutputStream(gzip(out), 1 << 16));
			voxels.writeTo(data);
			data.close();
		});
	}

	private static OutputStream gzip(final OutputStream out) throws IOException {
		return new GZIPOutputStream(out, 1 << 16);
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

	private static void put(final DataOutputStream data, final VoxelType type, final double v) throws IOException {
		switch (type) {
			case UINT8, INT8 -> data.write((int) v);
			case UINT16, INT16 -> data.writeShort((int) v);
			case UINT32, INT32 -> data.writeInt((int) (long) v);
			case FLOAT32 -> data.writeFloat((float) v);
			case FLOAT64 -> data.writeDouble(v);
			default -> throw new IllegalArgumentException("type " + type);
		}
	}
}
