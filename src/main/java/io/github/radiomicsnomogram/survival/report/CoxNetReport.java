package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.survival.CoxNetCrossValidation;
import io.github.radiomicsnomogram.survival.CoxNetPath;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A penalised Cox model as glmnet prints its path, and cv.glmnet its cross-validation.
 *
 * @param path coefficients along the penalties
 * @param validation cross-validation; null for none
 * @param measure what was compared, for people; "" for none
 */
public record CoxNetReport(CoxNetPath path, CoxNetCrossValidation validation, String measure) implements Report {

	private static final int DIGITS = 4;

	@Override
	public String summary() {
		final TextTable table = new TextTable("", "Df", "%Dev", "Lambda");
		final double[] lambda = path.lambda(), ratio = path.devianceRatio();
		for (int i = 0; i < lambda.length; i++)
			table.row(Integer.toString(i + 1), Integer.toString(path.nonZero(i)), TextTable.fixed(100 * ratio[i], 2), TextTable
				.number(lambda[i], DIGITS));
		final StringBuilder text = new StringBuilder(table.toString());
		if (path.notReached() > 0) text.append("\nLambda ").append(path.notReached()).append(
			" did not converge; the path ends before it.\n");
		if (validation == null) return text.toString();
		text.append("\nMeasure: ").append(measure).append("\n\n");
		final TextTable best = new TextTable("", "Lambda", "Index", "Measure", "SE", "Nonzero");
		row(best, "min", validation.indexMin());
		row(best, "1se", validation.index1se());
		text.append(best).append("\nCoefficients at lambda.min:\n");
		final double[] beta = path.coefficients(validation.indexMin());
		final TextTable coefficients = new TextTable("", "coef");
		for (int j = 0; j < beta.length; j++)
			if (beta[j] != 0) coefficients.row(path.names().get(j), TextTable.number(beta[j], 7));
		return text.append(coefficients).toString();
	}

	private void row(final TextTable table, final String name, final int index) {
		table.row(name, TextTable.number(validation.lambda()[index], DIGITS), Integer.toString(index + 1), TextTable.number(
			validation.mean()[index], DIGITS), TextTable.number(validation.standardError()[index], DIGITS), Integer.toString(
				path.nonZero(index)));
	}

	@Override
	public JsonObject json() {
		final JsonObject o = new JsonObject();
		o.add("path", pathJson());
		if (validation != null) o.add("cv", validationJson());
		return o;
	}

	/** beta holds columns, as glmnet's betas in a data frame with a row for each lambda. */
	private JsonObject pathJson() {
		final double[] lambda = path.lambda();
		final double[][] b = IntStream.range(0, lambda.length).mapToObj(path::coefficients).toArray(double[][]::new);
		final JsonObject beta = new JsonObject();
		beta.add("lambda", Json.numbers(lambda));
		beta.add("df", Json.numbers(IntStream.range(0, lambda.length).map(path::nonZero).toArray()));
		beta.add("dev_ratio", Json.numbers(path.devianceRatio()));
		for (int j = 0; j < path.names().size(); j++) {
			final int column = j;
			beta.add(path.names().get(j), Json.numbers(Arrays.stream(b).mapToDouble(row -> row[column]).toArray()));
		}
		final JsonObject o = new JsonObject();
		o.addProperty("nlambda", lambda.length);
		o.add("lambda_max", Json.number(lambda[0]));
		o.add("lambda_min", Json.number(lambda[lambda.length - 1]));
		o.add("nulldev", Json.number(path.nullDeviance()));
		o.addProperty("npasses", path.passes());
		o.addProperty("jerr", -path.notReached());
		o.add("beta", beta);
		return o;
	}

	private JsonObject validationJson() {
		final JsonObject o = new JsonObject();
		o.add("lambda", Json.numbers(validation.lambda()));
		o.add("cvm", Json.numbers(validation.mean()));
		o.add("cvsd", Json.numbers(validation.standardError()));
		o.add("nzero", Json.numbers(IntStream.range(0, validation.lambda().length).map(path::nonZero).toArray()));
		o.add("lambda_min", Json.number(validation.lambdaMin()));
		o.add("lambda_1se", Json.number(validation.lambda1se()));
		final JsonObject index = new JsonObject();
		index.addProperty("min", validation.indexMin() + 1);
		index.addProperty("1se", validation.index1se() + 1);
		o.add("index", index);
		o.add("coef_min", nonZero(path.names(), path.coefficients(validation.indexMin())));
		o.add("coef_1se", nonZero(path.names(), path.coefficients(validation.index1se())));
		return o;
	}

	private static JsonObject nonZero(final List<String> names, final double[] beta) {
		final JsonObject o = new JsonObject();
		for (int j = 0; j < beta.length; j++)
			if (beta[j] != 0) o.add(names.get(j), Json.number(beta[j]));
		return o;
	}
}
