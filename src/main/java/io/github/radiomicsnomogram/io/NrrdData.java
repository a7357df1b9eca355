package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.InputException;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** The voxels of a NRRD file as one stream of bytes, wherever and however they are stored. */
final class NrrdData {

	/** Deflate can't do better than 1032 : 1. */
	private static final long BEST_COMPRESSION = 1032;

	/** One file a slice is usual. */
	private static final int MOST_FILES = 1 << 16;

	private static final Pattern NUMBERED = Pattern.compile("[^%]*%0?[0-9]?d[^%]*");

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
		bytesPerFile = bytes / files.size();
		if (bytesPerFile * files.size() != bytes) throw header.bad("spreads its slices unevenly over " + files.size() +
			" data files", "Join them in one file.");
		for (final Path file : files)
			checkLength(file);
	}

	/** The voxels, decoded, as {@link StoredType} says; text comes out in big-endian order. */
	InputStream open() throws IOException {
		final List<InputStream> streams = new ArrayList<>();
		for (final Path file : files)
			streams.add(files.size() == 1 ? open(file) : new ByteArrayInputStream(part(file)));
		return streams.size() == 1 ? streams.get(0) : new java.io.SequenceInputStream(Collections.enumeration(streams));
	}

	/** Whether the stream's byte order is the header's. */
	boolean isText() {
		return encoding.equals("text");
	}

	private byte[] part(final Path file) throws IOException {
		try (InputStream in = open(file)) {
			final byte[] part = in.readNBytes(Math.toIntExact(bytesPerFile));
			if (part.length < bytesPerFile) throw tooShort(file, part.length);
			return part;
		}
	}

	private static String encoding(final NrrdHeader header) {
		final String text = header.required("encoding", "encoding").toLowerCase(Locale.ROOT);
		return switch (text) {
			case "raw" -> "raw";
			case "gz", "gzip" -> "gzip";
			case "txt", "text", "ascii" -> "text";
			default -> throw header.bad("is encoded as '" + text + "'", "Only raw, gzip and text are read: save it with gzip.");
		};
	}

	private List<Path> files() {
		final String text = header.field("datafile").orElse("");
		if (text.isEmpty()) return List.of(header.file());
		final List<String> names;
		if (text.startsWith("LIST")) names = header.dataFiles();
		else if (text.contains("%")) names = numbered(text.split("\\s+"));
		else names = List.of(text);
		if (names.isEmpty()) throw header.bad("names no data files after 'data file: LIST'", "Export it again.");
		return names.stream().map(this::resolve).toList();
	}

	/** "slice%03d.raw 1 60 1": format, first, last and step. Files come from strangers, so width and number are bounded. */
	private List<String> numbered(final String[] words) {
		try {
			if (!NUMBERED.matcher(words[0]).matches()) throw new NumberFormatException();
			final int first = Integer.parseInt(words[1]), last = Integer.parseInt(words[2]);
			final int step = Integer.parseInt(words[3]);
			if (step == 0 || Math.abs((long) last - first) / Math.abs((long) step) >= MOST_FILES)
				throw new NumberFormatException();
			final List<String> names = new ArrayList<>();
			for (long i = first; step > 0 ? i <= last : i >= last; i += step)
				names.add(String.format(Locale.ROOT, words[0], i));
			return names;
		}
		catch (final IllegalFormatException | IndexOutOfBoundsException | NumberFormatException e) {
			throw header.bad("has 'data file: " + String.join(" ", words) + "', not a name, LIST or 'format first last step'" +
				" of at most " + MOST_FILES + " files", "Correct it.");
		}
	}

	/** A file in the header's folder or below it; a header must not lead elsewhere. */
	private Path resolve(final String name) {
		final Path folder = header.file().toAbsolutePath().normalize().getParent();
		final Path file;
		try {
			file = folder.resolve(name).normalize();
		}
		catch (final InvalidPathException e) {
			throw header.bad("keeps its voxels in '" + name + "', which is no file name", "Correct it.");
		}
		if (!file.startsWith(folder)) throw header.bad("keeps its voxels in '" + name + "', outside its own folder",
			"Put that file beside the header, and its bare name into it.");
		if (Files.isRegularFile(file)) return file;
		throw header.bad("keeps its voxels in '" + name + "', which isn't there", "Put it beside the header.");
	}

	private void checkLength(final Path file) throws IOException {
		final long there = Files.size(file) - (file.equals(header.file()) ? header.length() : 0);
		final long least = switch (encoding) {
			case "raw" -> bytesPerFile + Math.max(0, skip());
			case "gzip" -> bytesPerFile / BEST_COMPRESSION;
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
			default -> new ByteArrayInputStream(numbers(skipBytes(in)));
		};
	}

	private static void skipLines(final InputStream in, final int lines) throws IOException {
		for (int i = 0; i < lines; i++) {
			int b = in.read();
			while (b >= 0 && b != '\n')
				b = in.read();
		}
	}

	private InputStream skipBytes(final InputStream in) throws IOException {
		in.skipNBytes(skip());
		return in;
	}

	private byte[] numbers(final InputStream in) throws IOException {
		final ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(bytesPerFile));
		final StringTokenizer words = new StringTokenizer(new String(in.readAllBytes(), StandardCharsets.US_ASCII),
			" \t\r\n\f,");
		while (out.hasRemaining()) {
			if (!words.hasMoreTokens()) throw header.bad("is truncated: it holds " + out.position() / type.bytes() + " of " +
				bytesPerFile / type.bytes() + " numbers", "Copy or export it again.");
			put(out, words.nextToken());
		}
		return out.array();
	}

	private void put(final ByteBuffer out, final String word) {
		if (type == StoredType.FLOAT32) out.putFloat((float) header.number(word, "data"));
		else if (type == StoredType.FLOAT64) out.putDouble(header.number(word, "data"));
		else {
			final long v = whole(word);
			switch (type.bytes()) {
				case 1 -> out.put((byte) v);
				case 2 -> out.putShort((short) v);
				case 4 -> out.putInt((int) v);
				default -> out.putLong(v);
			}
		}
	}

	private long whole(final String word) {
		try {
			return type == StoredType.UINT64 ? Long.parseUnsignedLong(word) : Long.parseLong(word);
		}
		catch (final NumberFormatException e) {
			throw header.bad("has '" + word + "' among its voxels where a whole number belongs", "Export it again.");
		}
	}
}
