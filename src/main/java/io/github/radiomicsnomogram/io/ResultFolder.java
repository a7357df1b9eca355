package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.InputException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder, with folders in it, that gets all of its files or none. They are written beside it first; a new folder then
 * appears at once, in one that is there already the files take their places at the end. If that end is not reached, nothing
 * is left, not even a folder that was made for it.
 */
public final class ResultFolder implements AutoCloseable {

	private final Path named;
	private final Path folder;
	private final Path stage;
	private final boolean isNew;
	private final List<Path> made = new ArrayList<>();
	private boolean finished;

	/**
	 * @param folder for the results; made with its parents if it is missing
	 * @throws InputException if that is impossible
	 */
	public ResultFolder(final Path folder) {
		named = folder;
		this.folder = folder.toAbsolutePath().normalize();
		isNew = !Files.exists(this.folder);
		if (!isNew && !Files.isDirectory(this.folder)) throw new InputException("Can't write to the folder '" + folder +
			"': there is a file of that name.");
		final Path parent = isNew ? this.folder.getParent() : this.folder;
		for (Path p = parent; !Files.exists(p); p = p.getParent())
			made.add(p);
		AtomicFiles.folder(parent);
		try {
			stage = Files.createDirectory(parent.resolve(".unfinished-" + UUID.randomUUID()));
		}
		catch (final IOException e) {
			throw cannotWrite(e);
		}
	}

	/**
	 * Makes sure, before long work, that a folder can be written; leaves nothing behind.
	 *
	 * @throws InputException if it can't
	 */
	public static void requireWritable(final Path folder) {
		new ResultFolder(folder).close();
	}

	/** The folder as the user named it. */
	public Path path() {
		return named;
	}

	/**
	 * Where to write a file for now.
	 *
	 * @param name relative to the folder, with / between folders
	 */
	public Path file(final String name) {
		if (Files.isDirectory(folder.resolve(name))) throw new InputException("Can't write '" + named.resolve(name) +
			"': there is a folder of that name.");
		final Path file = stage.resolve(name);
		AtomicFiles.folder(file.getParent());
		return file;
	}

	/** Everything takes its place. */
	public void finish() {
		try {
			if (isNew && !Files.exists(folder)) Files.move(stage, folder);
			else for (final Path file : staged(Files::isRegularFile)) {
				final Path target = folder.resolve(stage.relativize(file).toString());
				Files.createDirectories(target.getParent());
				Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
			}
			finished = true;
		}
		catch (final IOException e) {
			throw cannotWrite(e);
		}
	}

	/** What is in the stage, inner things after outer ones. */
	private List<Path> staged(final Predicate<Path> wanted) throws IOException {
		if (!Files.exists(stage)) return List.of();
		try (Stream<Path> files = Files.walk(stage)) {
			return files.filter(wanted).sorted().toList();
		}
	}

	@Override
	public void close() {
		try {
			for (final Path p : staged(x -> true).stream().sorted(Comparator.reverseOrder()).toList())
				Files.delete(p);
			if (!finished) deleteMade();
		}
		catch (final IOException e) {
			throw cannotWrite(e);
		}
	}

	/** Folders that somebody else has put something into are theirs to keep. */
	private void deleteMade() throws IOException {
		for (final Path p : made)
			try (Stream<Path> content = Files.list(p)) {
				if (content.findAny().isPresent()) return;
				Files.delete(p);
			}
	}

	private InputException cannotWrite(final IOException e) {
		return new InputException("Can't write to the folder '" + named + "': " + (e.getMessage() == null ? e : e
			.getMessage()) + ".", e);
	}
}
