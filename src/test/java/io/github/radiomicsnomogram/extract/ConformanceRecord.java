package io.github.radiomicsnomogram.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.radiomicsnomogram.io.CsvTable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The largest errors against PyRadiomics, as they are published: cells of tables. Tests measure some of the tables and
 * compare them with the record in src/site/resources; {@code -Dupdate.docs=true} writes these again, and the page.
 */
final class ConformanceRecord {

	static final Path FILE = Path.of("src/site/resources/conformance.csv");

	private static final String HEADER = "table,row,column,values,different,max_relative_error,worst";

	/** Errors that other processors' functions may leave: less than a double can hold of a number. */
	private static final double NOTHING = 1e-15;

	private final Map<Place, Cell> cells = new TreeMap<>(Comparator.comparing(Place::table).thenComparing(Place::row)
		.thenComparing(Place::column));

	/**
	 * Where a cell is.
	 *
	 * @param table "feature", "image", "case", "exception", "voxels", "map" or "own-map"
	 */
	record Place(String table, String row, String column) {}

	/**
	 * What was found.
	 *
	 * @param values that were compared
	 * @param different values that are not the same bits
	 * @param error largest relative error
	 * @param worst where that is; "" if there is none
	 */
	record Cell(long values, long different, double error, String worst) {

		Cell plus(final Cell other) {
			final boolean worse = other.error > error;
			return new Cell(values + other.values, different + other.different, worse ? other.error : error, worse ? other.worst
				: worst);
		}
	}

	static ConformanceRecord read() {
		final ConformanceRecord read = new ConformanceRecord();
		for (final List<String> r : CsvTable.read(FILE).rows())
			read.cells.put(new Place(r.get(0), r.get(1), r.get(2)), new Cell(Long.parseLong(r.get(3)), Long.parseLong(r.get(
				4)), Double.parseDouble(r.get(5)), r.get(6)));
		return read;
	}

	/** Adds a value to a cell. */
	void add(final String table, final String row, final String column, final double error, final String where) {
		add(table, row, column, new Cell(1, error == 0 ? 0 : 1, error, error == 0 ? "" : where));
	}

	void add(final String table, final String row, final String column, final Cell cell) {
		cells.merge(new Place(table, row, column), cell, Cell::plus);
	}

	/**
	 * Adds voxels. Where PyRadiomics has no value nothing is compared; the software's tests look at these.
	 *
	 * @param scale magnitude that differences are relative to; 0 for each value's own, rounding of 0 left out
	 */
	void addVoxels(final Place place, final double[] expected, final double[] found, final double scale,
		final String where)
	{
		long n = 0, different = 0;
		double worst = 0;
		for (int i = 0; i < expected.length; i++) {
			final double e = expected[i], difference = Math.abs(found[i] - e);
			if (Double.isNaN(e)) continue;
			n++;
			if (difference == 0 || scale == 0 && Math.max(Math.abs(e), Math.abs(found[i])) < KnownDifference.ZERO) continue;
			different++;
			worst = Math.max(worst, difference / (scale == 0 ? Math.abs(e) : scale));
		}
		add(place.table(), place.row(), place.column(), new Cell(n, different, worst, worst > 0 ? where : ""));
	}

	Map<Place, Cell> cells() {
		return cells;
	}

	/** The rows of a table, in the order of the file. */
	List<String> rows(final String table) {
		return cells.keySet().stream().filter(p -> p.table().equals(table)).map(Place::row).distinct().toList();
	}

	/** The columns of a table. */
	List<String> columns(final String table) {
		return cells.keySet().stream().filter(p -> p.table().equals(table)).map(Place::column).distinct().sorted().toList();
	}

	Cell cell(final String table, final String row, final String column) {
		return cells.get(new Place(table, row, column));
	}

	/** Everything in some tables. */
	Cell sum(final String... tables) {
		return cells.entrySet().stream().filter(e -> List.of(tables).contains(e.getKey().table())).map(Map.Entry::getValue)
			.reduce(new Cell(0, 0, 0, ""), Cell::plus);
	}

	/** Compares what was measured with the record, or replaces these tables in it, and the page. */
	void publish() throws IOException {
		final List<String> tables = cells.keySet().stream().map(Place::table).distinct().toList();
		if (Boolean.getBoolean("update.docs")) {
			final ConformanceRecord all = Files.exists(FILE) ? read() : new ConformanceRecord();
			all.cells.keySet().removeIf(p -> tables.contains(p.table()));
			all.cells.putAll(cells);
			all.write();
			ConformanceDocument.write(all);
		}
		final ConformanceRecord published = read();
		published.cells.keySet().removeIf(p -> !tables.contains(p.table()));
		assertEquals(List.of(), differences(published), FILE + " is stale: run with -Dupdate.docs=true");
	}

	private List<String> differences(final ConformanceRecord published) {
		final List<String> stale = new ArrayList<>();
		cells.forEach((place, cell) -> {
			if (!same(cell, published.cells.get(place))) stale.add(place + ": measured " + cell + ", published " + published.cells
				.get(place));
		});
		published.cells.keySet().stream().filter(p -> !cells.containsKey(p)).forEach(p -> stale.add(p + ": not measured"));
		return stale;
	}

	/** The same number of values; errors of the same size. */
	private static boolean same(final Cell a, final Cell b) {
		if (b == null || a.values != b.values) return false;
		final double low = Math.min(a.error, b.error), high = Math.max(a.error, b.error);
		return high < NOTHING || high <= 2 * low;
	}

	private void write() throws IOException {
		final StringBuilder out = new StringBuilder(HEADER).append('\n');
		cells.forEach((p, c) -> out.append(String.format(Locale.ROOT, "%s,%s,%s,%d,%d,%s,%s\n", p.table(), p.row(), p.column(),
			c.values, c.different, c.error == 0 ? "0" : String.format(Locale.ROOT, "%.1e", c.error), Objects.toString(c.worst,
				""))));
		Files.createDirectories(FILE.getParent());
		Files.writeString(FILE, out);
	}
}
