package io.github.radiomicsnomogram.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The largest error of each feature under each setting, over all cases. */
final class ConformanceReport {

	private final Map<Key, Worst> rows = new TreeMap<>();
	private final Map<String, Worst> bySetting = new TreeMap<>();

	private record Key(String setting, String image, String feature) implements Comparable<Key> {

		@Override
		public int compareTo(final Key other) {
			return toString().compareTo(other.toString());
		}
	}

	/** Grows with the cases. */
	private static final class Worst {

		private final Set<String> cases = new HashSet<>();
		private long values;
		private double error = -1;
		private String where = "";

		void add(final String name, final String column, final double more) {
			cases.add(name);
			values++;
			if (more <= error) return;
			error = more;
			where = name + " " + column;
		}
	}

	void add(final String setting, final Extraction.Entry entry, final String name, final double error) {
		final String feature = entry.feature().id();
		final String image = entry.column().substring(0, entry.column().length() - feature.length() - 1);
		rows.computeIfAbsent(new Key(setting, image, feature), k -> new Worst()).add(name, entry.column(), error);
		final String group = setting + "," + image + "," + entry.feature().family();
		bySetting.computeIfAbsent(group, k -> new Worst()).add(name, entry.column(), error);
	}

	boolean isEmpty() {
		return rows.isEmpty();
	}

	/** Writes a row for each setting, image and feature; returns a summary by family. */
	String write(final Path csv) throws IOException {
		final StringBuilder out = new StringBuilder("setting,image_type,feature,max_relative_error,cases,worst_case\n");
		rows.forEach((key, w) -> out.append(String.format(Locale.ROOT, "%s,%s,%s,%.3e,%d,%s%n", key.setting(), key.image(), key
			.feature(), w.error, w.cases.size(), w.where.substring(0, w.where.indexOf(' ')))));
		Files.writeString(csv, out);
		final StringBuilder summary = new StringBuilder(String.format(Locale.ROOT,
			"%d values compared with PyRadiomics 3.1.0; largest relative errors:%n", rows.values().stream().mapToLong(w -> w.values)
				.sum()));
		bySetting.forEach((group, w) -> summary.append(String.format(Locale.ROOT, "%-40s %.2e  %s%n", group, w.error, w.where)));
		return summary.toString();
	}
}
