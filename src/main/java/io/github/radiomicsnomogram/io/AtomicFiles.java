package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.InputException;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes files as a whole or not at all: the content goes to a temporary file in the same folder, which then takes the
 * place of the target. If anything fails, the old file, if there was one, is still there and nothing else is.
 */
public final class AtomicFiles {

	/** Something that can write itself. */
	@FunctionalInterface
	public interface Content {

		/**
		 * @param out to write to; closed by the caller
		 */
		void writeTo(OutputStream out) throws IOException;
	}

	private AtomicFiles() {}

	/**
	 * Writes a file.
	 *
	 * @param file whose folder exists; an older file is replaced
	 * @throws InputException if the file can't be written; it names the file and the reason
	 */
	public static void write(final Path file, final Content content) {
		try {
			final Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
			check(target);
			if (Files.exists(target) && !Files.isRegularFile(target)) direct(target, content);
			else replace(target, content);
		}
		catch (final IOException e) {
			throw new InputException("Can't write '" + file + "': " + reason(e), e);
		}
	}

	/** Writes a text in UTF-8; see {@link #write}. */
	public static void writeText(final Path file, final String text) {
		write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * Makes sure, before long work, that a file can be written.
	 *
	 * @throws InputException if its folder is missing, or it can't be written; it names the file and the reason
	 */
	public static void requireWritable(final Path file) {
		try {
			final Path target = file.toAbsolutePath();
			check(target);
			final boolean replaced = !Files.exists(target) || Files.isRegularFile(target);
			if (replaced && !Files.isWritable(target.getParent())) throw new AccessDeniedException(target.toString());
		}
		catch (final IOException e) {
			throw new InputException("Can't write '" + file + "': " + reason(e), e);
		}
	}

	/**
	 * Makes sure that a folder for results is there, and can be written to.
	 *
	 * @param folder made with its parents if it is missing
	 * @return the folder
	 * @throws InputException if that is impossible
	 */
	public static Path folder(final Path folder) {
		try {
			Files.createDirectories(folder);
			if (!Files.isWritable(folder)) throw new AccessDeniedException(folder.toString());
			return folder;
		}
		catch (final IOException e) {
			throw new InputException("Can't write to the folder '" + folder + "': " + (Files.exists(folder) && !Files
				.isDirectory(folder) ? "there is a file of that name." : reason(e)), e);
		}
	}

	private static void check(final Path target) throws IOException {
		if (Files.isDirectory(target)) throw new IOException("there is a folder of that name.");
		if (!Files.isDirectory(target.getParent())) throw new IOException("there is no folder '" + target.getParent() +
			"'. Make it first.");
		if (Files.exists(target) && !Files.isWritable(target)) throw new AccessDeniedException(target.toString());
	}

	/** Devices and pipes can't be replaced. */
	private static void direct(final Path target, final Content content) throws IOException {
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
			content.writeTo(out);
		}
	}

	private static void replace(final Path target, final Content content) throws IOException {
		final Path temporary = target.resolveSibling("." + UUID.randomUUID() + ".part");
		try {
			try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary,
				StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)))
			{
				content.writeTo(out);
			}
			move(temporary, target);
		}
		finally {
			Files.deleteIfExists(temporary);
		}
	}

	private static void move(final Path from, final Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException e) {
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static String reason(final IOException e) {
		if (e instanceof AccessDeniedException) return "permission denied. Choose another folder.";
		if (e instanceof NoSuchFileException) return "there is no such folder. Make it first.";
		return e.getMessage() == null ? e.toString() : e.getMessage();
	}
}
