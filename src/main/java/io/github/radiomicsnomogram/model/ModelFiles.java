package io.github.radiomicsnomogram.model;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.io.AtomicFiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Model files: YAML (or JSON, which is YAML), UTF-8, one model each, with every key checked. The built-in
 * {@code zhang-2021.yaml} is the commented example of the format.
 */
public final class ModelFiles {

	/** The format that is written; the only one that is read so far. */
	public static final int FORMAT_VERSION = 1;

	/** Name of the format, in each file. */
	public static final String FORMAT = "radiomics-nomogram-model";

	private static final List<String> BUILT_IN = List.of("zhang-2021");

	private ModelFiles() {}

	/** Ids of the models that come with the software. */
	public static List<String> builtInIds() {
		return BUILT_IN;
	}

	/**
	 * A model that comes with the software.
	 *
	 * @throws InputException if there is none of that id
	 */
	public static PrognosticModel builtIn(final String id) {
		if (!BUILT_IN.contains(id)) throw new InputException("There is no built-in model '" + id + "'; built in: " + String
			.join(", ", BUILT_IN) + ".");
		final String name = id + ".yaml";
		return ModelReader.read(name, builtInText(id));
	}

	/** The file of a built-in model, as an example for own ones. */
	public static String builtInText(final String id) {
		try (InputStream in = ModelFiles.class.getResourceAsStream("/io/github/radiomicsnomogram/models/" + id + ".yaml")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (final IOException e) {
			throw new IllegalStateException("built-in model " + id, e);
		}
	}

	/**
	 * Reads a model file.
	 *
	 * @throws InputException if it can't be read or is not a sound model; the message names file, line and key
	 */
	public static PrognosticModel read(final Path file) {
		final String text;
		try {
			text = Files.readString(file, StandardCharsets.UTF_8);
		}
		catch (final CharacterCodingException e) {
			throw new InputException("The model file " + file + " is not UTF-8 text.", e);
		}
		catch (final IOException e) {
			throw new InputException("The model file " + file + " can't be read: " + (Files.exists(file) ? e.getMessage()
				: "there is no such file") + ".", e);
		}
		return parse(file.toString(), text);
	}

	/** As {@link #read}, from text; the name is for messages. */
	public static PrognosticModel parse(final String name, final String text) {
		return ModelReader.read(name, text);
	}

	/**
	 * Writes a model file, whole or not at all.
	 *
	 * @throws InputException if the file can't be written
	 */
	public static void write(final PrognosticModel model, final Path file) {
		AtomicFiles.writeText(file, toYaml(model));
	}

	/** A model as the text of a file, from which {@link #read} gives an equal one. */
	public static String toYaml(final PrognosticModel model) {
		return ModelWriter.write(model);
	}

	/**
	 * The model that a user names: a built-in id, or else the path of a model file.
	 *
	 * @throws InputException if there is neither, or the file is not a sound model
	 */
	public static PrognosticModel resolve(final String idOrPath) {
		final String name = idOrPath.trim();
		if (BUILT_IN.contains(name)) return builtIn(name);
		try {
			final Path file = Path.of(name);
			if (!name.isEmpty() && Files.isRegularFile(file)) return read(file);
		}
		catch (final InvalidPathException e) {
			throw new InputException(noSuch(name), e);
		}
		throw new InputException(noSuch(name));
	}

	private static String noSuch(final String name) {
		return "'" + name + "' is neither a built-in model (" + String.join(", ", BUILT_IN) + ") nor a model file.";
	}
}
