package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Reach;
import io.github.radiomicsnomogram.volume.Volume;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * MetaImage files: .mha, or .mhd with the voxels in other files. Raw, compressed and text; all integer and
 * floating-point types, with ITK's idea of how long each is; both byte orders.
 *
 * @see <a href="https://itk.org/Wiki/MetaIO/Documentation">MetaIO</a>
 */
public final class MetaFormat implements ImageFormat {

	@Override
	public String name() {
		return "MetaImage (.mha, .mhd)";
	}

	@Override
	public boolean accepts(final Path file, final byte[] head) {
		final String name = file.toString().toLowerCase(Locale.ROOT);
		return !Files.isDirectory(file) && (name.endsWith(".mha") || name.endsWith(".mhd") || new String(head,
			StandardCharsets.ISO_8859_1).matches("(?s)ObjectType\\s*[=:]\\s*Image\\s*\\n.*"));
	}

	@Override
	public Volume read(final Path file, final Progress progress) {
		return open(file, Reach.WHOLE, progress);
	}

	@Override
	public Volume open(final Path file, final Reach reach, final Progress progress) {
		return openChannel(file, -1, reach, progress);
	}

	@Override
	public Volume openChannel(final Path file, final int channel, final Reach reach, final Progress progress) {
		try {
			final MetaHeader header = MetaHeader.read(file);
			requireImage(header);
			final MetaGeometry grid = new MetaGeometry(header);
			final Geometry geometry = grid.geometry();
			final StoredType type = type(header);
			final int channels = channels(header, channel);
			final long bytes = VoxelReader.bytes(file, type, geometry.size());
			if (bytes > Long.MAX_VALUE / channels) throw header.bad("has impossible sizes", "Export it again.");
			final MetaData data = new MetaData(header, type, bytes * channels);
			final StreamedPlanes.Opener opener = () -> channels == 1 ? data.open() : new ChannelStream(data.open(), type.bytes(),
				channels, channel);
			return new Volume(new VoxelReader(file, type, data.order(), geometry.size()).read(opener, reach, progress), geometry,
				type.type(), info(header, grid));
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(file, e);
		}
	}

	private static void requireImage(final MetaHeader header) {
		final String kind = header.field("ObjectType").orElse("Image");
		if (!kind.equals("Image")) throw header.bad("holds no image (ObjectType " + kind + ")", "Check which file this is.");
	}

	private static int channels(final MetaHeader header, final int channel) {
		final long n = header.whole("ElementNumberOfChannels", 1);
		if (n < 1 || n > 1 << 16) throw header.bad("has ElementNumberOfChannels " + n, "Export it again.");
		if (n > 1 && channel < 0) throw header.bad("has " + n + " channels",
			"Only images with one value for each voxel can be used: save one channel as an image of its own.");
		if (n > 1 && channel >= n) throw header.bad("has " + n + " channels, 0 to " + (n - 1) + ", but channel " + channel +
			" is asked for", "Choose another label_channel.");
		return (int) n;
	}

	private static StoredType type(final MetaHeader header) {
		final String text = header.required("ElementType");
		return switch (text) {
			case "MET_CHAR", "MET_ASCII_CHAR" -> StoredType.INT8;
			case "MET_UCHAR" -> StoredType.UINT8;
			case "MET_SHORT" -> StoredType.INT16;
			case "MET_USHORT" -> StoredType.UINT16;
			case "MET_INT", "MET_LONG" -> StoredType.INT32;
			case "MET_UINT", "MET_ULONG" -> StoredType.UINT32;
			case "MET_LONG_LONG" -> StoredType.INT64;
			case "MET_ULONG_LONG" -> StoredType.UINT64;
			case "MET_FLOAT" -> StoredType.FLOAT32;
			case "MET_DOUBLE" -> StoredType.FLOAT64;
			default -> throw header.bad("has voxels of type '" + text + "'",
				"Save it with a number type (MET_SHORT, MET_FLOAT, ...).");
		};
	}

	private static ImageInfo info(final MetaHeader header, final MetaGeometry grid) {
		final List<String> warnings = new ArrayList<>(grid.warnings());
		final String slope = header.field("ElementToIntensityFunctionSlope").orElse("1");
		final String offset = header.field("ElementToIntensityFunctionOffset").orElse("0");
		if (!slope.matches("1(\\.0*)?") || !offset.matches("-?0(\\.0*)?")) warnings.add("its ElementToIntensityFunction (slope " +
			slope + ", offset " + offset + ") isn't applied, as in ITK; check that the values are what they should be");
		final String modality = switch (header.field("Modality").orElse("")) {
			case "MET_MOD_CT" -> "CT";
			case "MET_MOD_MR" -> "MR";
			default -> "";
		};
		final Map<String, String> tags = modality.isEmpty() ? Map.of() : Map.of("Modality", modality);
		return new ImageInfo(header.file().getFileName().toString(), DicomTags.valueUnit(tags), tags, warnings);
	}
}
