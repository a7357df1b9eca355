package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.io.AtomicFiles;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that gets all of its results or none: they are written beside their places first and moved there at the end.
 * If that end is not reached, nothing is left, not even a folder that was made for them.
 */
final class ResultFolder implements AutoCloseable {

	private final Path folder;
	private final Path stage;
	private final List<Path> made = new ArrayList<>();
	private boolean finished;

	/**
	 * @param folder for the results; made with its parents if it is missing
	 * @throws InputException if that is impossible
	 */
	ResultFolder(final Path folder) {
		this.folder = folder;
		for (Path p = folder.toAbsolutePath().normalize(); p != null && !Files.exists(p); p = p.getParent())
			made.add(p);
		AtomicFiles.folder(folder);
		try {
			stage = Files.createTempDirectory(folder, ".unfinished");
		}
		catch (final IOException e) {
			throw cannotWrite(e);
		}
	}

	/** The folder as the user named it. */
	Path path() {
		return folder;
	}

	/** Where to write a result for now. */
	Path file(final String name) {
		if (Files.isDirectory(folder.resolve(name))) throw new InputException("Can't write '" + folder.resolve(name) +
			"': there is a folder of that name.");
		return stage.resolve(name);
	}

	/** Moves all results to their places. */
	void finish() {
		try {
			for (final Path file : staged())
				Files.move(file, folder.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
			finished = true;
		}
		catch (final IOException e) {
			throw cannotWrite(e);
		}
	}

	private List<Path> staged() throws IOException {
		try (Stream<Path> files = Files.list(stage)) {
			return files.sorted().toList();
		}
	}

	@Override
	public void close() {
		try {
			for (final Path file : staged())
				Files.delete(file);
			Files.delete(stage);
			if (!finished) deleteMade();
		}
		catch (final IOException e) {
			throw cannotWrite(e);
		}
	}

	private void deleteMade() throws IOException {
		try {
			for (final Path p : made)
				Files.deleteIfExists(p);
		}
		catch (final DirectoryNotEmptyException e) {
			// Somebody else has put something there: theirs to keep.
			finished = true;
		}
	}

	private InputException cannotWrite(final IOException e) {
		return new InputException("Can't write to the folder '" + folder + "': " + (e.getMessage() == null ? e : e
			.getMessage()) + ".", e);
	}
}
