package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.io.dicom.FolderFiles.Seen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which files of its folder a DICOMDIR lists (PS3.10, 8; PS3.3, annex F). All records count that aren't marked as deleted,
 * in whatever order they lie: their offsets, by which records could be reached in circles, aren't followed. The files that
 * are named are looked up among those that were found in the folder, so that no name leads out of it.
 */
final class MediaDirectory {

	private static final int NOTED = 8;
	/** Mark of a deleted record. */
	private static final int DELETED = 0;

	private final Path file;
	private final Map<String, Path> found = new HashMap<>();
	private final Set<Path> listed = new HashSet<>();
	private final List<String> absent = new ArrayList<>();

	private MediaDirectory(final Path file, final List<Seen> files) {
		this.file = file;
		final Path folder = file.getParent();
		for (final Seen seen : files) {
			if (!seen.path().startsWith(folder)) continue;
			final String name = name(folder.relativize(seen.path()));
			found.putIfAbsent(plain(name), seen.path());
			found.put(name, seen.path());
		}
	}

	/**
	 * Leaves of a folder's files those that its DICOMDIRs list. What lies beside them in the folder of one is left out
	 * if it belongs to a series that is listed, so that nothing is mixed.
	 *
	 * @param files with all DICOMDIRs among them
	 * @param given the DICOMDIR that the user gave, so that unlisted series are left out too; empty for a folder, of which
	 *          all DICOMDIRs count
	 * @param notes takes what the user must be told
	 */
	static List<Seen> chosen(final List<Seen> files, final Optional<Path> given, final List<String> notes) {
		final boolean only = given.isPresent();
		final Set<Path> listed = new HashSet<>();
		final List<Path> folders = new ArrayList<>();
		for (final Seen seen : files)
			if (seen.dicom() != null && seen.dicom().isDirectory() && given.map(seen.path()::equals).orElse(true)) {
				final MediaDirectory directory = new MediaDirectory(seen.path(), files);
				if (!directory.read(notes)) continue;
				listed.addAll(directory.listed);
				folders.add(seen.path().getParent());
			}
		if (folders.isEmpty()) return files;
		final Set<String> series = files.stream().filter(s -> listed.contains(s.path()) && s.dicom() != null).map(s -> s
			.dicom().seriesUid()).collect(Collectors.toSet());
		final List<Seen> chosen = new ArrayList<>();
		final List<String> left = new ArrayList<>(), others = new ArrayList<>();
		for (final Seen seen : files) {
			final boolean unlisted = !listed.contains(seen.path()) && folders.stream().anyMatch(seen.path()::startsWith);
			final boolean leave = unlisted && isImage(seen) && (only || series.contains(seen.dicom().seriesUid()));
			if (leave) left.add(seen.path().getFileName().toString());
			else if (unlisted && isImage(seen)) others.add(seen.path().getFileName().toString());
			if (!leave && (!unlisted || !only || seen.dicom() != null)) chosen.add(seen);
		}
		if (!left.isEmpty()) notes.add(unlisted(left) + " and left out: " + names(left) +
			". To read all of the folder, move the DICOMDIR out of it.");
		if (!others.isEmpty()) notes.add(unlisted(others) + ", of series that it doesn't list: " + names(others) + ".");
		return chosen;
	}

	private static String unlisted(final List<String> names) {
		return names.size() + (names.size() == 1 ? " image of the folder isn't" : " images of the folder aren't") +
			" listed in its DICOMDIR";
	}

	private static boolean isImage(final Seen seen) {
		return seen.dicom() != null && seen.dicom().isImage();
	}

	/** Finds what is listed; false, with a note, if the list is of no use and the folder's files count as they are. */
	private boolean read(final List<String> notes) {
		final String problem = problem(notes);
		if (problem.isEmpty()) return true;
		notes.add("'" + file.getFileName() + "' " + problem + ", so the folder was searched for images instead.");
		return false;
	}

	private String problem(final List<String> notes) {
		try {
			final DicomFile dicom = DicomParser.parseDirectory(file).orElseThrow(IOException::new);
			if (!dicom.problem().isEmpty()) return "can't be used: " + dicom.problem();
			for (final DicomAttributes item : dicom.attributes().items(Tag.DIRECTORY_RECORD_SEQUENCE))
				if (item.integer(Tag.RECORD_IN_USE_FLAG).orElse(1) != DELETED) item.text(Tag.REFERENCED_FILE_ID).ifPresent(this::find);
			if (listed.isEmpty()) return absent.isEmpty() ? "lists no files" : "lists " + names(absent) +
				", and no such file is there";
			if (!absent.isEmpty()) notes.add("'" + file.getFileName() + "' lists " + (absent.size() == 1 ? "a file that isn't"
				: absent.size() + " files that aren't") + " in its folder: " + names(absent) +
				". If they belong to this image, slices are missing: copy the whole medium.");
			return "";
		}
		catch (final BadDicom e) {
			return "can't be used: " + e.getMessage();
		}
		catch (final IOException e) {
			return "can't be read";
		}
	}

	private void find(final String id) {
		final String name = Arrays.stream(id.split("\\\\")).map(String::trim).collect(Collectors.joining("/"));
		final Path path = found.getOrDefault(name, found.get(plain(name)));
		if (path == null || leadsOut(path)) absent.add(name);
		else listed.add(path);
	}

	/** Links may lie in a folder that somebody unpacked. */
	private boolean leadsOut(final Path path) {
		try {
			return Files.isSymbolicLink(path) && !path.toRealPath().startsWith(file.getParent());
		}
		catch (final IOException e) {
			return true;
		}
	}

	private static String name(final Path relative) {
		final List<String> parts = new ArrayList<>();
		relative.forEach(part -> parts.add(part.toString()));
		return String.join("/", parts);
	}

	/** Names as CDs have them, whatever a system makes of them: without case, version and final dot. */
	private static String plain(final String name) {
		final int version = name.lastIndexOf(';');
		final String bare = version < 0 ? name : name.substring(0, version);
		return (bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare).toLowerCase(Locale.ROOT);
	}

	private static String names(final List<String> names) {
		return names.stream().limit(NOTED).map(DicomAttributes::shown).collect(Collectors.joining(", ")) + (names
			.size() > NOTED ? " and " + (names.size() - NOTED) + " more" : "");
	}
}
