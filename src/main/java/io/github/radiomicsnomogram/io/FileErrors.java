package io.github.radiomicsnomogram.io;

import io.github.radiomicsnomogram.InputException;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** What went wrong with a file, in words for its user. */
public final class FileErrors {

	private FileErrors() {}

	/** The exception to throw when reading a file failed. */
	public static InputException unreadable(final Path file, final IOException e) {
		return new InputException("Can't read '" + file + "': " + reason(e), e);
	}

	private static String reason(final IOException e) {
		if (e instanceof NoSuchFileException) return "there is no such file. Check the path.";
		if (e instanceof AccessDeniedException) return "permission denied.";
		if (e instanceof ZipException) return "its compressed data are damaged (" + e.getMessage() +
			"). Copy or export it again.";
		if (e instanceof EOFException) return "it ends too early (truncated). Copy or export it again.";
		return e.getMessage() == null ? e.toString() : e.getMessage();
	}
}
