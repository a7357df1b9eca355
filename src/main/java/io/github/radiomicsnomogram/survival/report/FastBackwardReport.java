package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.survival.FastBackward;
import io.github.radiomicsnomogram.survival.FastBackward.Step;

import java.util.List;

/**
 * A backward elimination as rms's fastbw prints it.
 *
 * @param result what left and what stayed
 */
public record FastBackwardReport(FastBackward result) implements Report {

	private static final List<String> COLUMNS = List.of("Chi-Sq", "d.f.", "P", "Residual", "d.f.", "P", "AIC");

	@Override
	public String summary() {
		final TextTable table = new TextTable("Deleted", "Chi-Sq", "d.f.", "P", "Residual", "d.f.", "P", "AIC");
		for (final Step s : result.steps())
			table.row(s.term(), TextTable.fixed(s.wald().statistic(), 2), Integer.toString(s.wald().df()), TextTable.fixed(s
				.wald().p(), 4), TextTable.fixed(s.residual().statistic(), 2), Integer.toString(s.residual().df()), TextTable
					.fixed(s.residual().p(), 4), TextTable.fixed(s.aic(), 2));
		if (result.kept().isEmpty()) return table + "\nNo factors in final model\n";
		final TextTable estimates = new TextTable("", "Coef", "S.E.", "Wald Z");
		for (int j = 0; j < result.names().size(); j++)
			estimates.row(result.names().get(j), TextTable.number(result.coefficients()[j]), TextTable.number(error(j)),
				TextTable.number(result.coefficients()[j] / error(j)));
		return table + "\nApproximate estimates after deleting factors\n\n" + estimates + "\nFactors in final model\n\n" +
			String.join(" ", result.kept()) + "\n";
	}

	private double error(final int j) {
		return Math.sqrt(result.covariance()[j][j]);
	}

	@Override
	public JsonObject json() {
		final JsonObject o = new JsonObject();
		o.add("kept", Json.texts(result.kept()));
		final List<String> deleted = result.steps().stream().map(Step::term).toList();
		o.add("deleted_in_order", Json.texts(deleted));
		o.add("table", Json.matrix(deleted, COLUMNS, result.steps().stream().map(s -> new double[] { s.wald().statistic(), s
			.wald().df(), s.wald().p(), s.residual().statistic(), s.residual().df(), s.residual().p(), s.aic() }).toArray(
				double[][]::new)));
		o.add("coef", Json.named(result.names(), j -> result.coefficients()[j]));
		o.add("se", Json.named(result.names(), this::error));
		return o;
	}
}
