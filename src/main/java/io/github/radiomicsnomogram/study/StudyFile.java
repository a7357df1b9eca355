package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.io.Digests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A study file: YAML, UTF-8, with every choice of a study. Strict: an unknown key, a wrong type or a value out of range
 * is an error with its line and what is allowed. The built-in {@code zhang-2021.yaml} is the commented example.
 *
 * @param name for messages
 * @param text as it was read
 * @param settings what it says
 */
public record StudyFile(String name, String text, StudySettings settings) {

	/** Name of the format, in each file. */
	public static final String FORMAT = "radiomics-nomogram-study";

	/** The only version so far. */
	public static final int FORMAT_VERSION = 1;

	private static final List<String> BUILT_IN = List.of("zhang-2021", "example");

	/** Ids of the studies that come with the software. */
	public static List<String> builtInIds() {
		return BUILT_IN;
	}

	/** Reads text; the name is for messages. */
	public static StudyFile parse(final String name, final String text) {
		return new StudyFile(name, text, StudyReader.read(name, text, Optional.empty()));
	}

	/**
	 * Reads a file.
	 *
	 * @throws InputException if it can't be read or is not a sound study; the message names file, line and key
	 */
	public static StudyFile read(final Path file) {
		try {
			final String name = String.valueOf(file.getFileName()), text = Files.readString(file);
			return new StudyFile(name, text, StudyReader.read(name, text, Optional.ofNullable(file.getParent())));
		}
		catch (final CharacterCodingException e) {
			throw new InputException("The study file " + file + " is not UTF-8 text.", e);
		}
		catch (final IOException e) {
			throw new InputException("The study file " + file + " can't be read: " + e.getMessage() + ".", e);
		}
	}

	/** A study that comes with the software. */
	public static StudyFile builtIn(final String id) {
		if (!BUILT_IN.contains(id)) throw new InputException("There is no built-in study '" + id + "'; built in: " + String
			.join(", ", BUILT_IN) + ".");
		try (InputStream in = StudyFile.class.getResourceAsStream("/io/github/radiomicsnomogram/studies/" + id + ".yaml")) {
			return parse(id + ".yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (final IOException e) {
			throw new IllegalStateException("built-in study " + id, e);
		}
	}

	/**
	 * The study that a user names: a built-in id, or else the path of a study file.
	 *
	 * @throws InputException if there is neither
	 */
	public static StudyFile resolve(final String idOrPath) {
		final String name = idOrPath.trim();
		if (BUILT_IN.contains(name)) return builtIn(name);
		final String neither = "'" + name + "' is neither a built-in study (" + String.join(", ", BUILT_IN) +
			") nor a study file.";
		try {
			if (!name.isEmpty() && Files.isRegularFile(Path.of(name))) return read(Path.of(name));
		}
		catch (final InvalidPathException e) {
			throw new InputException(neither, e);
		}
		throw new InputException(neither);
	}

	/** SHA-256 of the text in UTF-8: of every choice but a parameter file's settings, which the model file holds. */
	public String sha256() {
		return Digests.sha256(text);
	}
}
