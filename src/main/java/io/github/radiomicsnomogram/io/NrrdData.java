package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.InputException;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;

/** The voxels of a NRRD file as one stream of bytes, wherever and however they are stored. */
final class NrrdData {

	/** Deflate can't do better than 1032 : 1. */
	private static final long BEST_COMPRESSION = 1032;

	private final NrrdHeader header;
	private final StoredType type;
	private final String encoding;
	private final List<Path> files;
	private final long bytesPerFile;

	/**
	 * @param bytes of all voxels, uncompressed
	 * @throws InputException if the encoding isn't read, or a data file is missing or too short
	 */
	NrrdData(final NrrdHeader header, final StoredType type, final long bytes) throws IOException {
		this.header = header;
		this.type = type;
		encoding = encoding(header);
		files = files();
		bytesPerFile = VoxelParts.share(bytes, files.size(), header::bad);
		for (final Path file : files)
			checkLength(file);
	}

	/** The voxels, decoded, as {@link StoredType} says; text comes out in big-endian order. */
	InputStream open() throws IOException {
		return VoxelParts.open(files, bytesPerFile, this::open, header::bad);
	}

	/** Whether the stream's byte order is the header's. */
	boolean isText() {
		return encoding.equals("text");
	}

	private static String encoding(final NrrdHeader header) {
		final String text = header.required("encoding", "encoding").toLowerCase(Locale.ROOT);
		return switch (text) {
			case "raw" -> "raw";
			case "gz", "gzip" -> "gzip";
			case "txt", "text", "ascii" -> "text";
			case "hex" -> "hex";
			default -> throw header.bad("is encoded as '" + text + "'",
				"Only raw, gzip, hex and text are read: save it with gzip.");
		};
	}

	private List<Path> files() {
		final String text = header.field("datafile").orElse("");
		if (text.isEmpty()) return List.of(header.file());
		final VoxelFiles beside = new VoxelFiles(header.file(), header::bad);
		if (text.equals("LIST") || text.startsWith("LIST ")) return beside.resolve(header.dataFiles());
		if (!text.contains("%")) return beside.resolve(List.of(text));
		return beside.numbered(text, OptionalInt.empty(), "data file: " + text);
	}

	private void checkLength(final Path file) throws IOException {
		final long there = Files.size(file) - (file.equals(header.file()) ? header.length() : 0);
		final long least = switch (encoding) {
			case "raw" -> bytesPerFile + Math.max(0, skip());
			case "gzip" -> bytesPerFile / BEST_COMPRESSION;
			case "hex" -> 2 * bytesPerFile;
			default -> 2 * (bytesPerFile / type.bytes()) - 1;
		};
		if (there < least) throw tooShort(file, there);
	}

	private InputException tooShort(final Path file, final long found) {
		return header.bad("is truncated: '" + file.getFileName() + "' has " + found + " bytes of " + encoding +
			" data where the header promises " + bytesPerFile + " bytes of voxels", "Copy or export it again.");
	}

	private int skip() {
		return header.integer("byteskip", "byte skip", 0);
	}

	private InputStream open(final Path file) throws IOException {
		final InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
		if (file.equals(header.file())) in.skipNBytes(header.length());
		if (skip() == -1 && encoding.equals("raw")) {
			in.close();
			final InputStream end = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
			end.skipNBytes(Files.size(file) - bytesPerFile);
			return end;
		}
		if (skip() < 0) throw header.bad("has byte skip " + skip(), "Only -1, with raw data, or more is defined.");
		skipLines(in, header.integer("lineskip", "line skip", 0));
		return switch (encoding) {
			case "raw" -> skipBytes(in);
			case "gzip" -> skipBytes(new GZIPInputStream(in, 1 << 16));
			case "hex" -> new HexVoxels(skipBytes(in), header::bad);
			default -> new TextVoxels(skipBytes(in), type, header::bad);
		};
	}

	private static void skipLines(final InputStream in, final int lines) throws IOException {
		int b = 0;
		for (int i = 0; i < lines && b >= 0; i++)
			do
				b = in.read();
			while (b >= 0 && b != '\n');
	}

	private InputStream skipBytes(final InputStream in) throws IOException {
		in.skipNBytes(skip());
		return in;
	}
}
