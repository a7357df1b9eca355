package io.github.radiomicsnomogram.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** The voxels of a MetaImage file as one stream of bytes, wherever and however they are stored. */
final class MetaData {

	/** Deflate can't do better than 1032 : 1. */
	private static final long BEST_COMPRESSION = 1032;

	private static final int BUFFER = 1 << 16;

	private final MetaHeader header;
	private final StoredType type;
	private final boolean text;
	private final boolean packed;
	private final long skip;
	private final List<Path> files;
	private final long bytesPerFile;

	/**
	 * @param bytes of all voxels, uncompressed
	 * @throws io.github.radiomicsnomogram.InputException if a data file is missing or too short
	 */
	MetaData(final MetaHeader header, final StoredType type, final long bytes) throws IOException {
		this.header = header;
		this.type = type;
		text = header.field("BinaryData").isPresent() && !header.isTrue("BinaryData");
		packed = header.isTrue("CompressedData");
		skip = header.whole("HeaderSize", 0);
		if (text && packed) throw header.bad("is compressed text", "Save it in binary.");
		if (skip < -1 || skip != 0 && (text || packed)) throw header.bad("has HeaderSize " + skip + (text || packed
			? " with text or compressed data" : ""), "Only -1 or more, with raw data, is defined.");
		files = files();
		bytesPerFile = VoxelParts.share(bytes, files.size(), header::bad);
		for (final Path file : files)
			checkLength(file);
	}

	/** The voxels, decoded; text comes out in big-endian order. */
	InputStream open() throws IOException {
		return VoxelParts.open(files, bytesPerFile, this::open, header::bad);
	}

	/** Order of the stream's bytes. */
	ByteOrder order() {
		return text || header.isTrue("BinaryDataByteOrderMSB", "ElementByteOrderMSB") ? ByteOrder.BIG_ENDIAN
			: ByteOrder.LITTLE_ENDIAN;
	}

	private boolean isLocal() {
		return header.required(MetaHeader.DATA_FILE).equalsIgnoreCase("LOCAL");
	}

	private List<Path> files() {
		final String value = header.required(MetaHeader.DATA_FILE);
		if (isLocal()) return List.of(header.file());
		final VoxelFiles beside = new VoxelFiles(header.file(), header::bad);
		if (value.startsWith("LIST")) return beside.resolve(list(value));
		if (!value.contains("%")) return beside.resolve(List.of(value));
		return beside.numbered(value, OptionalInt.of(1), MetaHeader.DATA_FILE + " = " + value);
	}

	/** One file a slice, or as "LIST 3D" says, one a volume. */
	private List<String> list(final String value) {
		if (!value.matches("LIST(\\s+[23]D?)?")) throw header.bad("has '" + MetaHeader.DATA_FILE + " = " + value + "'",
			"Only LIST, LIST 2D and LIST 3D are read.");
		final boolean whole = value.contains("3") || header.whole("NDims", 3) == 2;
		final long slices = whole ? 1 : (long) header.numbers("DimSize", (int) header.whole("NDims", 3))[2];
		if (header.dataFiles().size() != slices) throw header.bad("lists " + header.dataFiles().size() + " data files for " +
			slices + (slices == 1 ? " volume" : " slices"), "Export it again.");
		return header.dataFiles();
	}

	private void checkLength(final Path file) throws IOException {
		final long there = Files.size(file) - (isLocal() && skip == 0 ? header.length() : 0);
		final long least = packed ? bytesPerFile / BEST_COMPRESSION : text ? 2 * (bytesPerFile / type.bytes()) - 1
			: bytesPerFile + Math.max(0, skip);
		if (there < least) throw header.bad("is truncated: '" + file.getFileName() + "' has " + there + " bytes of " + (packed
			? "compressed data" : text ? "text" : "data") + " where the header promises " + bytesPerFile + " bytes of voxels",
			"Copy or export it again.");
	}

	/** As in ITK, HeaderSize counts from the start of the file, even where the header is in it; -1: the voxels end it. */
	private InputStream open(final Path file) throws IOException {
		final InputStream in = Files.newInputStream(file);
		try {
			in.skipNBytes(skip > 0 ? skip : skip == -1 ? Files.size(file) - bytesPerFile : isLocal() ? header.length() : 0);
			final InputStream buffered = new BufferedInputStream(in, BUFFER);
			return packed ? inflated(buffered) : text ? new TextVoxels(buffered, type, header::bad) : buffered;
		}
		catch (final IOException | RuntimeException e) {
			in.close();
			throw e;
		}
	}

	/** The zlib format, or gzip. */
	private static InputStream inflated(final InputStream in) throws IOException {
		final PushbackInputStream peeked = new PushbackInputStream(in, 2);
		final byte[] head = peeked.readNBytes(2);
		peeked.unread(head);
		final boolean gzip = head.length == 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
		return gzip ? new GZIPInputStream(peeked, BUFFER) : new InflaterInputStream(peeked, new Inflater(),
			BUFFER);
	}
}
