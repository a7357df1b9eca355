package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Reach;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * NIfTI-1 and NIfTI-2 images: .nii, .nii.gz, and .hdr with .img. All real types, both byte orders. Scaled integers
 * become single-precision numbers, as in ITK.
 *
 * @see <a href="https://nifti.nimh.nih.gov/">NIfTI data format</a>
 */
public final class NiftiFormat implements ImageFormat {

	private static final String AGAIN = "Copy or export it again.";

	/** For an image that must have one channel. */
	private static final int ONLY = -1;

	/** ITK takes smaller slopes for none. */
	private static final double LEAST_SLOPE = Math.ulp(1.0);

	/** Farther down in a packed file no voxels begin: it would have to be unpacked for nothing. */
	private static final long FARTHEST = 1L << 31;

	/** Deflate can't do better than 1032 : 1. */
	private static final long BEST_COMPRESSION = 1032;

	@Override
	public String name() {
		return "NIfTI (.nii, .nii.gz, .hdr with .img)";
	}

	@Override
	public boolean accepts(final Path file, final byte[] head) {
		if (Files.isDirectory(file)) return false;
		final String name = file.toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
		return name.endsWith(".nii") || name.endsWith(".hdr") || name.endsWith(".img") && Files.exists(partner(file, "hdr")) ||
			isMagic(head, 344, '1') || isMagic(head, 4, '2');
	}

	private static boolean isMagic(final byte[] head, final int at, final char version) {
		return head.length > at + 2 && head[at] == 'n' && (head[at + 1] == '+' || head[at + 1] == 'i') && head[at +
			2] == version;
	}

	@Override
	public Volume read(final Path file, final Progress progress) {
		return open(file, Reach.WHOLE, progress);
	}

	@Override
	public Volume open(final Path file, final Reach reach, final Progress progress) {
		return openChannel(file, ONLY, reach, progress);
	}

	/** The fifth axis, without time points on the fourth, is one of channels; to ITK too. */
	@Override
	public Volume openChannel(final Path file, final int channel, final Reach reach, final Progress progress) {
		try {
			final boolean image = file.toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "").endsWith(".img");
			final NiftiHeader header = NiftiHeader.read(image ? partner(file, "hdr") : file);
			final int channels = channels(header, channel);
			final long[] size = size(header, channels);
			final NiftiGeometry grid = new NiftiGeometry(header);
			final Geometry geometry = grid.geometry(size);
			final StoredType type = type(header);
			// A view that scales goes from voxel to voxel, which would have a stream read again and again.
			final RandomAccessibleInterval<? extends RealType<?>> stored = voxels(header, type, size, channels == 1
				? 0 : channel, isScaled(header) ? Reach.WHOLE : reach, progress);
			final ImageInfo info = new ImageInfo(file.getFileName().toString(), "", Map.of(), grid.warnings());
			return scaled(header, stored, geometry, type.type(), info);
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(file, e);
		}
	}

	/** "a.hdr.gz" to "a.img.gz", or to "a.img" if only that is there. */
	private static Path partner(final Path file, final String extension) {
		final String stem = file.getFileName().toString().replaceFirst("(?i)\\.(hdr|img)(\\.gz)?$", "");
		for (final String name : new String[] { "." + extension, "." + extension + ".gz", "." + extension.toUpperCase(
			Locale.ROOT) })
			if (Files.exists(file.resolveSibling(stem + name))) return file.resolveSibling(stem + name);
		return file.resolveSibling(stem + "." + extension);
	}

	private static int channels(final NiftiHeader header, final int channel) {
		final long[] dim = header.dim();
		if (channel == ONLY || dim[0] != 5 || dim[4] != 1 || dim[5] < 2) return 1;
		if (channel >= dim[5]) throw header.bad("has " + dim[5] + " channels, 0 to " + (dim[5] - 1) + ", but channel " + channel +
			" is asked for", "Choose another label_channel.");
		return (int) Math.min(dim[5], Integer.MAX_VALUE);
	}

	private static long[] size(final NiftiHeader header, final int channels) {
		final long[] dim = header.dim();
		if (dim[0] < 1 || dim[0] > 7) throw header.bad("has " + dim[0] + " axes", AGAIN);
		final long[] size = { 1, 1, 1 };
		for (int i = 1; i <= dim[0]; i++) {
			if (i > 3 && dim[i] > 1 && (i != 5 || channels == 1)) throw header.bad("holds " + dim[i] + " volumes along axis " + i + " (sizes " + Arrays
				.toString(Arrays.copyOfRange(dim, 1, (int) dim[0] + 1)) + ")",
				"Only images with one value for each voxel can be used: save one volume as an image of its own.");
			if (i <= 3 && (dim[i] < 1 || dim[i] > Integer.MAX_VALUE)) throw header.bad("has impossible sizes: " + Arrays
				.toString(Arrays.copyOfRange(dim, 1, (int) dim[0] + 1)), AGAIN);
			if (i <= 3) size[i - 1] = dim[i];
		}
		return size;
	}

	private static StoredType type(final NiftiHeader header) {
		return switch (header.datatype()) {
			case 2 -> StoredType.UINT8;
			case 4 -> StoredType.INT16;
			case 8 -> StoredType.INT32;
			case 16 -> StoredType.FLOAT32;
			case 64 -> StoredType.FLOAT64;
			case 256 -> StoredType.INT8;
			case 512 -> StoredType.UINT16;
			case 768 -> StoredType.UINT32;
			case 1024 -> StoredType.INT64;
			case 1280 -> StoredType.UINT64;
			case 128, 2304 -> throw header.bad("holds colours (RGB)", "Only images with one value for each voxel can be used.");
			case 32, 1792, 2048 -> throw header.bad("holds complex numbers", "Save the magnitude as an image of its own.");
			default -> throw header.bad("has voxels of type " + header.datatype(),
				"Save it with a number type (int16, float32, ...).");
		};
	}

	private static RandomAccessibleInterval<? extends RealType<?>> voxels(final NiftiHeader header, final StoredType type,
		final long[] size, final int channel, final Reach reach, final Progress progress) throws IOException
	{
		final Path file = header.single() ? header.file() : partner(header.file(), "img");
		if (!Files.exists(file)) throw header.bad("keeps its voxels in '" + file.getFileName() + "', which isn't there",
			"Put it beside the header.");
		final long least = header.single() ? header.version() == 1 ? 348 : 540 : 0;
		final long bytes = VoxelReader.bytes(file, type, size);
		final long offset = Math.max(header.voxOffset(), least) + channel * bytes;
		final long there = Files.size(file);
		if (offset < 0 || header.voxOffset() > FARTHEST && NiftiHeader.isGzip(file)) throw header.bad("has its voxels at byte " +
			header.voxOffset(), AGAIN);
		if (NiftiHeader.isGzip(file) ? there < bytes / BEST_COMPRESSION : there < offset + bytes) throw header.bad(
			"is truncated: '" + file.getFileName() + "' has " + there + " bytes where the header promises " + bytes +
				" bytes of voxels from byte " + offset, AGAIN);
		return new VoxelReader(file, type, header.order(), size).read(() -> VoxelReader.after(NiftiHeader.open(file), offset),
			reach, progress);
	}

	/** Applies slope and intercept; without them the stored type stays. */
	private static Volume scaled(final NiftiHeader header, final RandomAccessibleInterval<? extends RealType<?>> stored,
		final Geometry geometry, final VoxelType type, final ImageInfo info)
	{
		if (!isScaled(header)) return new Volume(stored, geometry, type, info);
		final double slope = slope(header), intercept = finite(header.intercept());
		if (type == VoxelType.FLOAT64) return new Volume(Converters.convert(stored, (in, out) -> out.set(in.getRealDouble() *
			slope + intercept), new DoubleType()), geometry, type, info);
		return new Volume(Converters.convert(stored, (in, out) -> out.set((float) (in.getRealFloat() * slope + intercept)),
			new FloatType()), geometry, VoxelType.FLOAT32, info);
	}

	private static boolean isScaled(final NiftiHeader header) {
		return slope(header) != 1 || finite(header.intercept()) != 0;
	}

	private static double slope(final NiftiHeader header) {
		return Math.abs(finite(header.slope())) < LEAST_SLOPE ? 1 : header.slope();
	}

	private static double finite(final double v) {
		return Double.isFinite(v) ? v : 0;
	}
}
