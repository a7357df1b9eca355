package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Optional;

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
			final boolean words = volume.type() == VoxelType.INT16 || volume.type() == VoxelType.UINT16;
			for (int z = 0; z < volume.geometry().size(2); z++) {
				final Optional<ShortBuffer> stored = words ? VoxelArrays.shorts(volume, z) : Optional.empty();
				if (stored.isPresent()) sink.put(stored.get());
				else sink.put(VoxelArrays.slice(volume, z));
			}
		});
	}

	/** A ROI as a label image of its whole grid: 1 inside, 0 outside. */
	static VoxelWriter of(final Mask mask) {
		final Geometry g = mask.geometry();
		return new VoxelWriter(VoxelType.UINT8, g, sink -> {
			final BoundingBox box = mask.box();
			final byte[] inside = mask.toBytes(), empty = new byte[Math.toIntExact(g.size(0) * g.size(1))];
			for (int z = 0; z < g.size(2); z++)
				if (z < box.z0() || z > box.z1()) sink.put(empty);
				else sink.put(plane(box, inside, z, new byte[empty.length], Math.toIntExact(g.size(0))));
		});
	}

	/** Puts a plane of a box into a plane of the grid. */
	private static byte[] plane(final BoundingBox box, final byte[] inside, final int z, final byte[] plane, final int nx) {
		final int n = box.size(0);
		for (int y = box.y0(), from = (z - box.z0()) * box.size(1) * n; y <= box.y1(); y++, from += n)
			System.arraycopy(inside, from, plane, y * nx + box.x0(), n);
		return plane;
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
		private final short[] shorts;

		Sink(final OutputStream out, final VoxelType type, final ByteOrder order) {
			this.out = out;
			this.type = type;
			buffer = ByteBuffer.allocate(1 << 16).order(order);
			shorts = new short[buffer.capacity() / Double.BYTES];
		}

		void put(final double[] values) throws IOException {
			final int most = buffer.capacity() / Double.BYTES;
			for (int from = 0; from < values.length; from += most) {
				final int to = Math.min(values.length, from + most);
				if (buffer.remaining() < (to - from) * Double.BYTES) flush();
				put(values, from, to);
			}
		}

		void put(final ShortBuffer values) throws IOException {
			while (values.hasRemaining()) {
				flush();
				final ShortBuffer room = buffer.asShortBuffer();
				final int n = Math.min(values.remaining(), room.remaining());
				room.put(values.slice(values.position(), n));
				values.position(values.position() + n);
				buffer.position(n * Short.BYTES);
			}
		}

		void put(final byte[] bytes) throws IOException {
			flush();
			out.write(bytes);
		}

		/** A loop for each type, as the time is spent here. */
		private void put(final double[] values, final int from, final int to) {
			switch (type) {
				case UINT8, INT8 -> {
					for (int i = from; i < to; i++)
						buffer.put((byte) (int) values[i]);
				}
				case UINT16, INT16 -> {
					for (int i = from; i < to; i++)
						shorts[i - from] = (short) (int) values[i];
					buffer.asShortBuffer().put(shorts, 0, to - from);
					buffer.position(buffer.position() + (to - from) * Short.BYTES);
				}
				case UINT32, INT32 -> {
					for (int i = from; i < to; i++)
						buffer.putInt((int) (long) values[i]);
				}
				case FLOAT32 -> {
					for (int i = from; i < to; i++)
						buffer.putFloat((float) values[i]);
				}
				case FLOAT64 -> {
					for (int i = from; i < to; i++)
						buffer.putDouble(values[i]);
				}
				default -> throw new IllegalArgumentException("type " + type);
			}
		}

		void flush() throws IOException {
			out.write(buffer.array(), 0, buffer.position());
			buffer.clear();
		}
	}
}
