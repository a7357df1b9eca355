package io.github.radiomicsnomogram.cohort;

import io.github.radiomicsnomogram.Software;
import io.github.radiomicsnomogram.io.Digests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether a result of an earlier run is still that of a case: same software, settings, cells and files. */
public final class CaseKey {

	private CaseKey() {}

	/**
	 * A digest of all that a case's results depend on. Files count with their path, size and time of change; of a folder
	 * those of its files count.
	 *
	 * @param settings all that the results depend on beside the case, as text
	 */
	public static String of(final Case c, final String settings) {
		final MessageDigest digest = Digests.sha256();
		add(digest, Software.version());
		add(digest, settings);
		c.columns().forEach((column, text) -> {
			add(digest, column);
			add(digest, text);
		});
		add(digest, c.labels().toString());
		add(digest, c.labelChannel().toString());
		addFile(digest, c.image());
		addFile(digest, c.mask());
		return Digests.hex(digest);
	}

	private static void addFile(final MessageDigest digest, final Path file) {
		add(digest, file.toString());
		try {
			if (Files.isDirectory(file)) for (final Path inside : content(file))
				addStamp(digest, inside);
			else if (Files.exists(file)) addStamp(digest, file);
		}
		catch (final IOException | UncheckedIOException e) {
			// Whoever reads the image will tell what is wrong; a case that fails is not kept.
			add(digest, e.toString());
		}
	}

	private static List<Path> content(final Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).sorted().toList();
		}
	}

	private static void addStamp(final MessageDigest digest, final Path file) throws IOException {
		final BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
		add(digest, file + " " + attributes.size() + " " + attributes.lastModifiedTime().toMillis());
	}

	private static void add(final MessageDigest digest, final String text) {
		final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
		digest.update(bytes);
	}
}
