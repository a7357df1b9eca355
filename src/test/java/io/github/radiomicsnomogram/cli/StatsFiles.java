package io.github.radiomicsnomogram.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import io.github.radiomicsnomogram.Shared;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.survival.Cohort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** R's results, and the tables that they came from with the columns that the script derives. */
final class StatsFiles {

	private static final String FOLDER = "golden/survival/";
	private static final List<String> SIGNATURE = List.of("original_firstorder_Kurtosis", "original_glcm_Correlation",
		"original_glcm_MaximumProbability", "original_glszm_LargeAreaEmphasis");
	private static final double[] COEFFICIENTS = { -5.570173e-03, 1.004042e+00, -9.648413e-01, 1.643472e-08 };
	private static final double CUT = 0.185, DAYS_A_YEAR = 365.25;

	private StatsFiles() {}

	/** A table as it is. */
	static Path data(final String name) {
		return Shared.path(FOLDER + "data/" + name + ".csv");
	}

	/** Part of R's results: a file's name, then keys, separated by /. */
	static JsonElement expected(final String path) throws IOException {
		final String[] keys = path.split("/");
		JsonElement e = JsonParser.parseString(Files.readString(Shared.path(FOLDER + "expected/" + keys[0] + ".json")));
		for (int i = 1; i < keys.length; i++)
			e = e.getAsJsonObject().get(keys[i]);
		return e;
	}

	/** R's data frame of a CSV file as JSON: an object of columns. */
	static JsonObject expectedColumns(final String name) {
		final Cohort table = new Cohort(CsvTable.read(Shared.path(FOLDER + "expected/" + name + ".csv")));
		final JsonObject o = new JsonObject();
		for (final String column : table.table().header()) {
			final JsonArray values = new JsonArray();
			if (table.isNumeric(column)) Arrays.stream(table.numeric(column)).forEach(values::add);
			else table.table().cells(column).forEach(values::add);
			o.add(column, values);
		}
		return o;
	}

	/** cohort114 with sig and high, and, for the training set, R's lp and risk60; into a file. */
	static Path cohort114(final Path folder) throws IOException {
		Cohort c = new Cohort(CsvTable.read(data("cohort114")));
		final double[] sig = new double[c.size()];
		for (int k = 0; k < COEFFICIENTS.length; k++) {
			final double[] x = c.numeric(SIGNATURE.get(k));
			for (int i = 0; i < sig.length; i++)
				sig[i] += x[i] * COEFFICIENTS[k];
		}
		c = c.with("sig", sig).with("high", Arrays.stream(sig).map(s -> s >= CUT ? 1 : 0).toArray());
		final List<String> sets = c.table().cells("set");
		final int[] train = IntStream.range(0, sets.size()).filter(i -> sets.get(i).equals("train")).toArray();
		c = c.with("lp", spread("concordance/lp_train", train, sets.size())).with("risk60", spread("td_roc/risk60_train",
			train, sets.size()));
		return write(folder.resolve("cohort114.csv"), c);
	}

	private static double[] spread(final String path, final int[] rows, final int size) throws IOException {
		final JsonArray values = expected(path).getAsJsonArray();
		final double[] all = new double[size];
		Arrays.fill(all, Double.NaN);
		for (int i = 0; i < rows.length; i++)
			all[rows[i]] = values.get(i).getAsDouble();
		return all;
	}

	/** gbsg with years and its folds. */
	static Path gbsg(final Path folder) throws IOException {
		final Cohort c = new Cohort(CsvTable.read(data("gbsg")));
		final double[] years = Arrays.stream(c.numeric("rfstime")).map(t -> t / DAYS_A_YEAR).toArray();
		return write(folder.resolve("gbsg.csv"), c.with("years", years).with("fold", new Cohort(CsvTable.read(data(
			"gbsg_foldid"))).numeric("foldid")));
	}

	private static Path write(final Path file, final Cohort c) throws IOException {
		final String text = String.join(",", c.table().header()) + "\n" + c.table().rows().stream().map(r -> r.stream().map(
			StatsFiles::whole).collect(Collectors.joining(","))).collect(Collectors.joining("\n")) + "\n";
		return Files.writeString(file, text);
	}

	/** R writes 1, not 1.0. */
	private static String whole(final String cell) {
		return cell.endsWith(".0") ? cell.substring(0, cell.length() - 2) : cell;
	}
}
