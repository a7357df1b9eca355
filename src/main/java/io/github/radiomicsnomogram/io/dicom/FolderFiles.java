package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.FileErrors;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import net.imglib2.parallel.Parallelization;

/** The files of a folder, with their DICOM headers. */
final class FolderFiles {

	private FolderFiles() {}

	/**
	 * A file that was looked at.
	 *
	 * @param path of the file
	 * @param dicom its header; null if it is no DICOM file or could not be read
	 * @param unreadable why it could not be read at all, or ""
	 */
	record Seen(Path path, DicomFile dicom, String unreadable) {}

	/**
	 * Looks at every file of a folder, with the caller's threads. Linked files are read, linked folders are not entered.
	 *
	 * @param deep whether to enter sub-folders
	 * @return in the order of their paths
	 */
	static List<Seen> of(final Path folder, final boolean deep, final Progress progress) {
		final List<Seen> failed = new ArrayList<>();
		final List<Path> paths = paths(folder, deep, progress, failed);
		final AtomicInteger done = new AtomicInteger();
		final List<Seen> seen = new ArrayList<>(Parallelization.getTaskExecutor().forEachApply(paths, path -> {
			progress.check();
			final Seen one = look(path);
			progress.update(0.3 * done.incrementAndGet() / paths.size(), "Looking for DICOM files");
			return one;
		}));
		seen.addAll(failed);
		return seen;
	}

	private static Seen look(final Path path) {
		try {
			final Optional<DicomFile> dicom = DicomParser.parse(path);
			return new Seen(path, dicom.orElse(null), "");
		}
		catch (final IOException e) {
			return new Seen(path, null, sentence(path, e));
		}
	}

	/** Why a file can't be read, without the full stop. */
	private static String sentence(final Path path, final IOException e) {
		return FileErrors.unreadable(path, e).getMessage().replaceFirst("\\.$", "");
	}

	private static List<Path> paths(final Path folder, final boolean deep, final Progress progress,
		final List<Seen> failed)
	{
		final List<Path> paths = new ArrayList<>();
		try {
			final Set<FileVisitOption> noLinks = EnumSet.noneOf(FileVisitOption.class);
			// The folder itself may be a link.
			Files.walkFileTree(folder.toRealPath(), noLinks, deep ? Integer.MAX_VALUE : 1, new SimpleFileVisitor<>() {

				@Override
				public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
					progress.check();
					// Follows links; leaves out folders, pipes and devices.
					if (Files.isRegularFile(file)) paths.add(file);
					else if (attributes.isSymbolicLink() && Files.notExists(file)) failed.add(new Seen(file, null, "'" + file +
						"' is a link to a file that isn't there"));
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFileFailed(final Path file, final IOException e) {
					failed.add(new Seen(file, null, sentence(file, e)));
					return FileVisitResult.CONTINUE;
				}
			});
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(folder, e);
		}
		if (paths.isEmpty() && failed.isEmpty()) throw new InputException("The folder '" + folder +
			"' holds no files. Give the folder of a DICOM series.");
		Collections.sort(paths);
		return paths;
	}
}
