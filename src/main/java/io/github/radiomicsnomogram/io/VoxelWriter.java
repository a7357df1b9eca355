package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import net.imglib2.Cursor;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** What the writers of image files share: the voxels of an image or a mask as bytes, x fastest. */
final class VoxelWriter {

	@FunctionalInterface
	private interface Voxels {

		void writeTo(Sink sink) throws IOException;
	}

	private final VoxelType type;
	private final Geometry geometry;
	private final Voxels voxels;

	private VoxelWriter(final VoxelType type, final Geometry geometry, final Voxels voxels) {
		this.type = type;
		this.geometry = geometry;
		this.voxels = voxels;
	}

	/** An image in its own type. */
	static VoxelWriter of(final Volume volume) {
		return new VoxelWriter(volume.type(), volume.geometry(), sink -> {
			final Cursor<? extends RealType<?>> cursor = Views.flatIterable(volume.voxels()).cursor();
			while (cursor.hasNext())
				sink.put(cursor.next().getRealDouble());
		});
	}

	/** A ROI as a label image of its whole grid: 1 inside, 0 outside. */
	static VoxelWriter of(final Mask mask) {
		final Geometry g = mask.geometry();
		return new VoxelWriter(VoxelType.UINT8, g, sink -> {
			for (int z = 0; z < g.size(2); z++)
				for (int y = 0; y < g.size(1); y++)
					for (int x = 0; x < g.size(0); x++)
						sink.put(mask.contains(x, y, z) ? 1 : 0);
		});
	}

	/** Type of the voxels. */
	VoxelType type() {
		return type;
	}

	/** Their grid. */
	Geometry geometry() {
		return geometry;
	}

	/** Bytes of a voxel. */
	int bytes() {
		return switch (type) {
			case UINT8, INT8 -> 1;
			case UINT16, INT16 -> 2;
			case UINT32, INT32, FLOAT32 -> 4;
			case FLOAT64 -> 8;
		};
	}

	/** Writes all voxels; doesn't close the stream. */
	void writeTo(final OutputStream out, final ByteOrder order) throws IOException {
		final Sink sink = new Sink(out, type, order);
		voxels.writeTo(sink);
		sink.flush();
	}

	/** Numbers of a type, gathered in a buffer. */
	private static final class Sink {

		private final OutputStream out;
		private final VoxelType type;
		private final ByteBuffer buffer;

		Sink(final OutputStream out, final VoxelType type, final ByteOrder order) {
			this.out = out;
			this.type = type;
			buffer = ByteBuffer.allocate(1 << 16).order(order);
		}

		void put(final double v) throws IOException {
			if (buffer.remaining() < Double.BYTES) flush();
			switch (type) {
				case UINT8, INT8 -> buffer.put((byte) (int) v);
				case UINT16, INT16 -> buffer.putShort((short) (int) v);
				case UINT32, INT32 -> buffer.putInt((int) (long) v);
				case FLOAT32 -> buffer.putFloat((float) v);
				case FLOAT64 -> buffer.putDouble(v);
				default -> throw new IllegalArgumentException("type " + type);
			}
		}

		void flush() throws IOException {
			out.write(buffer.array(), 0, buffer.position());
			buffer.clear();
		}
	}
}
