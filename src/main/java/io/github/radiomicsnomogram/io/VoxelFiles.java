package io.github.radiomicsnomogram.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The files that a header names as home of its voxels. A header from a stranger must not lead anywhere else. */
final class VoxelFiles {

	/** One file a slice is usual. */
	private static final int MOST = 1 << 16;

	private static final Pattern NUMBERED = Pattern.compile("[^%]*%0?[0-9]?d[^%]*");

	private final Path header;
	private final Refusal refusal;

	/**
	 * @param header file of the header
	 * @param refusal tells its user
	 */
	VoxelFiles(final Path header, final Refusal refusal) {
		this.header = header;
		this.refusal = refusal;
	}

	/**
	 * Files by number: "slice%03d.raw 1 20 1", from the first number to the last.
	 *
	 * @param text pattern of names, first, last and step
	 * @param step if the text has none; empty where it must have one
	 * @param spelled the whole field, for messages
	 */
	List<Path> numbered(final String text, final OptionalInt step, final String spelled) {
		final String[] words = text.split("\\s+");
		try {
			return resolve(names(words[0], Integer.parseInt(words[1]), Integer.parseInt(words[2]), words.length == 3 && step
				.isPresent() ? step.getAsInt() : Integer.parseInt(words[3])));
		}
		catch (final IndexOutOfBoundsException | IllegalFormatException | NumberFormatException e) {
			throw refusal.bad("has '" + spelled + "', not a name, LIST or 'format first last step' of at most " + MOST +
				" files", "Correct it.");
		}
	}

	private static List<String> names(final String pattern, final int first, final int last, final int step) {
		final boolean bounded = step != 0 && Math.abs((long) last - first) / Math.abs((long) step) < MOST;
		if (!bounded || !NUMBERED.matcher(pattern).matches()) throw new NumberFormatException();
		final List<String> names = new ArrayList<>();
		for (long i = first; step > 0 ? i <= last : i >= last; i += step)
			names.add(String.format(Locale.ROOT, pattern, i));
		return names;
	}

	/** The files of a list of names, which is neither empty nor too long. */
	List<Path> resolve(final List<String> names) {
		if (names.isEmpty()) throw refusal.bad("lists no files of voxels", "Export it again.");
		if (names.size() > MOST) throw refusal.bad("lists more than " + MOST + " files of voxels", "Join them in one file.");
		return names.stream().map(this::resolve).toList();
	}

	/** A file in the header's folder or below it; neither a path nor a link must lead elsewhere. */
	private Path resolve(final String name) {
		final Path folder = header.toAbsolutePath().normalize().getParent();
		final Path file;
		try {
			file = folder.resolve(name).normalize();
		}
		catch (final InvalidPathException e) {
			throw refusal.bad("keeps its voxels in '" + name + "', which is no file name", "Correct it.");
		}
		if (!file.startsWith(folder)) throw outside(name);
		if (!Files.isRegularFile(file)) throw refusal.bad("keeps its voxels in '" + name + "', which isn't there",
			"Put it beside the header.");
		try {
			if (!file.toRealPath().startsWith(folder.toRealPath())) throw outside(name);
			return file;
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(file, e);
		}
	}

	private RuntimeException outside(final String name) {
		return refusal.bad("keeps its voxels in '" + name + "', outside its own folder",
			"Put that file itself, not a link, beside the header, and its bare name into it.");
	}
}
