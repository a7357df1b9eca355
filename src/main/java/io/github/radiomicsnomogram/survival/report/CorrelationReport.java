package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.survival.Correlations;

import java.util.List;

/**
 * Correlation matrix, variance inflation factors and tests of pairs: R's cor, the diagonal of solve(cor), cor.test.
 *
 * @param names variables
 * @param columns values, variable by variable
 * @param rank Spearman's instead of Pearson's matrix
 * @param tests whether every pair is tested (Pearson)
 * @param above pairs whose correlation is larger than this, in size, are listed
 */
public record CorrelationReport(List<String> names, double[][] columns, boolean rank, boolean tests, double above)
	implements Report
{

	private static final int FEW = 12;

	@Override
	public String summary() {
		final double[][] r = Correlations.matrix(columns, rank);
		final double[] vif = Correlations.varianceInflation(columns);
		final StringBuilder text = new StringBuilder();
		if (names.size() <= FEW) text.append(matrix(r)).append('\n');
		final TextTable table = new TextTable("", "VIF");
		for (int j = 0; j < vif.length; j++)
			table.row(names.get(j), TextTable.number(vif[j]));
		text.append(table).append("Reciprocal condition number of the correlations: ").append(TextTable.number(Correlations
			.reciprocalCondition(r))).append("\n\n");
		final TextTable pairs = new TextTable("|r| > " + TextTable.general(above, 3), "", "r");
		int n = 0;
		for (int j = 0; j < r.length; j++)
			for (int k = j + 1; k < r.length; k++)
				if (Math.abs(r[j][k]) > above) {
					pairs.row(names.get(j), names.get(k), TextTable.number(r[j][k]));
					n++;
				}
		return text.append(pairs).append("Pairs: ").append(n).append('\n').toString();
	}

	private TextTable matrix(final double[][] r) {
		final String[] header = new String[names.size() + 1];
		header[0] = "";
		for (int j = 0; j < names.size(); j++)
			header[j + 1] = names.get(j);
		final TextTable table = new TextTable(header);
		for (int j = 0; j < r.length; j++) {
			final String[] row = new String[names.size() + 1];
			row[0] = names.get(j);
			for (int k = 0; k < r.length; k++)
				row[k + 1] = TextTable.fixed(r[j][k], 3);
			table.row(row);
		}
		return table;
	}

	@Override
	public JsonObject json() {
		final double[][] r = Correlations.matrix(columns, rank);
		final double[] vif = Correlations.varianceInflation(columns);
		final JsonObject o = new JsonObject();
		o.addProperty("method", rank ? "spearman" : "pearson");
		o.add("cor", Json.matrix(names, names, r));
		o.add("rcond", Json.number(Correlations.reciprocalCondition(r)));
		o.add("vif_from_correlation_inverse", Json.named(names, j -> vif[j]));
		final JsonObject pairs = new JsonObject();
		int n = 0;
		for (int j = 0; j < r.length; j++)
			for (int k = j + 1; k < r.length; k++)
				if (Math.abs(r[j][k]) > above) n++;
		pairs.add("threshold", Json.number(above));
		pairs.addProperty("n", n);
		o.add("pairs_above", pairs);
		if (tests) o.add("cor_tests", tested());
		return o;
	}

	private JsonArray tested() {
		final JsonArray all = new JsonArray();
		for (int j = 0; j < columns.length; j++)
			for (int k = j + 1; k < columns.length; k++) {
				final Correlations.Pair p = Correlations.test(columns[j], columns[k]);
				final JsonObject o = new JsonObject();
				o.addProperty("a", names.get(j));
				o.addProperty("b", names.get(k));
				o.add("r", Json.number(p.r()));
				o.add("t", Json.number(p.t()));
				o.add("p", Json.number(p.p()));
				o.add("ci", Json.numbers(new double[] { p.lower(), p.upper() }));
				all.add(o);
			}
		return all;
	}
}
