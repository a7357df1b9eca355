package io.github.radiomicsnomogram.cohort;

import com.google.gson.Gson;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.io.FileErrors;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Results of finished cases on disk, so that a run needs no memory for them, and can go on where it was stopped. A line
 * of JSON for each case, written at once; a line that was cut off by the end of the process is forgotten. Cases whose
 * ROIs didn't all succeed are remembered for this run only.
 */
public final class CaseJournal implements AutoCloseable {

	private static final Gson GSON = new Gson();
	/** Key of the mark at the end. */
	private static final String FINISHED = "";

	private static final String START = "{\"key\":";

	private final Path path;
	private final RandomAccessFile file;
	private final Map<String, Place> places = new HashMap<>();

	private boolean finished;

	private record Place(long offset, int length) {}

	private record Entry(String key, List<ResultRow> rows) {

		boolean isWhole() {
			return key != null && rows != null && rows.stream().noneMatch(r -> r == null || r.isFailed());
		}
	}

	private CaseJournal(final Path path) throws IOException {
		this.path = path;
		file = new RandomAccessFile(path.toFile(), "rw");
	}

	/**
	 * Opens a journal; what is in it is kept, except for failures.
	 *
	 * @throws InputException if it can't be read or written, or is something else
	 */
	public static CaseJournal open(final Path path) {
		try {
			final CaseJournal journal = new CaseJournal(path);
			journal.scan();
			return journal;
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(path, e);
		}
	}

	/** Notes that the results have been written: nothing is lost with this journal but the right to compute them again. */
	public synchronized void markFinished() {
		add(FINISHED, List.of());
		places.remove(FINISHED);
		finished = true;
	}

	/** Whether the run that wrote the journal came to its end. */
	public synchronized boolean isFinished() {
		return finished;
	}

	/** Number of cases with results. */
	public synchronized int size() {
		return places.size();
	}

	/** Whether there are results of a case. */
	public synchronized boolean has(final String key) {
		return places.containsKey(key);
	}

	/** Adds the results of a case. */
	public synchronized void add(final String key, final List<ResultRow> rows) {
		final byte[] line = (GSON.toJson(new Entry(key, rows)) + "\n").getBytes(StandardCharsets.UTF_8);
		try {
			final long at = file.length();
			file.seek(at);
			file.write(line);
			places.put(key, new Place(at, line.length));
		}
		catch (final IOException e) {
			throw new InputException("Can't write '" + path + "': " + e.getMessage(), e);
		}
	}

	/** The results of a case. */
	public synchronized Optional<List<ResultRow>> rows(final String key) {
		final Place place = places.get(key);
		if (place == null) return Optional.empty();
		try {
			final byte[] line = new byte[place.length()];
			file.seek(place.offset());
			file.readFully(line);
			return Optional.of(GSON.fromJson(new String(line, StandardCharsets.UTF_8), Entry.class).rows());
		}
		catch (final IOException e) {
			throw FileErrors.unreadable(path, e);
		}
	}

	@Override
	public synchronized void close() {
		try {
			file.close();
		}
		catch (final IOException e) {
			throw new InputException("Can't write '" + path + "': " + e.getMessage(), e);
		}
	}

	/** Closes the journal and deletes it. */
	public synchronized void delete() {
		close();
		try {
			Files.deleteIfExists(path);
		}
		catch (final IOException e) {
			throw new InputException("Can't delete '" + path + "': " + e.getMessage(), e);
		}
	}

	/** Finds the lines, and cuts off one that doesn't end. */
	private void scan() throws IOException {
		long offset = 0;
		try (LineBytes lines = new LineBytes(Files.newInputStream(path))) {
			for (byte[] line = lines.next(); line != null; line = lines.next()) {
				final Entry entry = parse(line);
				finished = entry.key().equals(FINISHED);
				if (entry.isWhole() && !finished) places.put(entry.key(), new Place(offset, line.length));
				offset += line.length;
			}
		}
		if (offset == 0 && file.length() > 0 && !startsLikeOne()) throw foreign(null);
		file.setLength(offset);
	}

	/** Whether a file without any whole line may be the first line of a journal, cut off. */
	private boolean startsLikeOne() throws IOException {
		final byte[] start = new byte[(int) Math.min(START.length(), file.length())];
		file.seek(0);
		file.readFully(start);
		return START.startsWith(new String(start, StandardCharsets.US_ASCII));
	}

	private Entry parse(final byte[] line) {
		try {
			final Entry entry = GSON.fromJson(new String(line, StandardCharsets.UTF_8), Entry.class);
			if (entry != null && entry.key() != null) return entry;
		}
		catch (final RuntimeException e) {
			throw foreign(e);
		}
		throw foreign(null);
	}

	private InputException foreign(final Exception cause) {
		return new InputException("'" + path + "' holds no results of an interrupted run, or is damaged. Delete it or choose" +
			" another output file.", cause);
	}
}
