package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Reach;
import io.github.radiomicsnomogram.volume.Volume;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * NRRD images: .nrrd, or .nhdr with the voxels in other files. Raw, gzip and text encoding; all integer and
 * floating-point types. Spacing, origin and directions have the digits that ITK gives.
 *
 * @see <a href="https://teem.sourceforge.net/nrrd/format.html">Definition of NRRD file format</a>
 */
public final class NrrdFormat implements ImageFormat {

	@Override
	public String name() {
		return "NRRD (.nrrd, .nhdr)";
	}

	@Override
	public boolean accepts(final Path file, final byte[] head) {
		final String name = file.toString().toLowerCase(Locale.ROOT);
		return !Files.isDirectory(file) && (name.endsWith(".nrrd") || name.endsWith(".nhdr") || new String(head,
			StandardCharsets.ISO_8859_1).startsWith(NrrdHeader.MAGIC));
	}

	@Override
	public Volume read(final Path file, final Progress progress) {
		return open(file, Reach.WHOLE, progress);
	}

	@Override
	public Volume open(final Path file, final Reach reach, final Progress progress) {
		return openChannel(file, NrrdAxes.ONLY, reach, progress);
	}

	@Override
	public Volume openChannel(final Path file, final int channel, final Reach reach, final Progress progress) {
		try {
			final NrrdHeader header = NrrdHeader.read(file);
			final NrrdAxes axes = new NrrdAxes(header, channel);
			final NrrdGeometry grid = new NrrdGeometry(header, axes);
			final Geometry geometry = grid.geometry();
			final StoredType type = type(header);
			final long bytes = VoxelReader.bytes(file, type, axes.size());
			final NrrdData data = new NrrdData(header, type, total(header, bytes, axes.channels()));
			final ByteOrder order = data.isText() ? ByteOrder.BIG_ENDIAN : order(header, type);
			final long before = axes.channels() > 1 && !axes.areChannelsFirst() ? channel * bytes : 0;
			final StreamedPlanes.Opener opener = () -> VoxelReader.after(channel(data.open(), type, axes, channel), before);
			return new Volume(new VoxelReader(file, type, order, axes.size()).read(opener, reach, progress), geometry, type
				.type(), info(header, grid));
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(file, e);
		}
	}

	private static long total(final NrrdHeader header, final long bytes, final int channels) {
		try {
			return Math.multiplyExact(bytes, (long) channels);
		}
		catch (final ArithmeticException e) {
			throw header.bad("has impossible sizes: " + header.required("sizes", "sizes"), "Export it again.");
		}
	}

	private static InputStream channel(final InputStream all, final StoredType type, final NrrdAxes axes,
		final int channel)
	{
		return axes.channels() == 1 || !axes.areChannelsFirst() ? all : new ChannelStream(all, type.bytes(), axes.channels(),
			channel);
	}

	private static ImageInfo info(final NrrdHeader header, final NrrdGeometry grid) {
		final Map<String, String> tags = DicomTags.byKeyword(header.keyValues());
		return new ImageInfo(header.file().getFileName().toString(), DicomTags.valueUnit(tags), tags, grid.warnings());
	}

	private static ByteOrder order(final NrrdHeader header, final StoredType type) {
		if (type.bytes() == 1) return ByteOrder.BIG_ENDIAN;
		return switch (header.required("endian", "endian").toLowerCase(Locale.ROOT)) {
			case "little" -> ByteOrder.LITTLE_ENDIAN;
			case "big" -> ByteOrder.BIG_ENDIAN;
			default -> throw header.bad("has endian '" + header.required("endian", "endian") + "'",
				"It must be little or big.");
		};
	}

	private static StoredType type(final NrrdHeader header) {
		final String text = header.required("type", "type").toLowerCase(Locale.ROOT);
		return switch (text) {
			case "signed char", "int8", "int8_t" -> StoredType.INT8;
			case "uchar", "unsigned char", "uint8", "uint8_t" -> StoredType.UINT8;
			case "short", "short int", "signed short", "signed short int", "int16", "int16_t" -> StoredType.INT16;
			case "ushort", "unsigned short", "unsigned short int", "uint16", "uint16_t" -> StoredType.UINT16;
			case "int", "signed int", "int32", "int32_t" -> StoredType.INT32;
			case "uint", "unsigned int", "uint32", "uint32_t" -> StoredType.UINT32;
			case "longlong", "long long", "long long int", "signed long long", "signed long long int", "int64",
					"int64_t" -> StoredType.INT64;
			case "ulonglong", "unsigned long long", "unsigned long long int", "uint64", "uint64_t" -> StoredType.UINT64;
			case "float" -> StoredType.FLOAT32;
			case "double" -> StoredType.FLOAT64;
			default -> throw header.bad("has voxels of type '" + text + "'", "Save it with a number type (short, float, ...).");
		};
	}
}
