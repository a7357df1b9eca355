package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.StepwiseSelection;
import io.github.radiomicsnomogram.survival.StepwiseSelection.Step;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A stepwise selection as R's step() tells it in $anova, followed by the selected model.
 *
 * @param selection rounds and result
 * @param followUp the left side of the formula, Surv(time, event)
 * @param criterion AIC or BIC
 */
public record StepReport(StepwiseSelection selection, String followUp, String criterion) implements Report {

	@Override
	public String summary() {
		final TextTable table = new TextTable("", "Step", "Df", "Deviance", "Resid. Df", "Resid. Dev", criterion);
		final List<Step> steps = selection.steps();
		for (int i = 0; i < steps.size(); i++)
			table.row(Integer.toString(i + 1), steps.get(i).change(), TextTable.general(df(i), 7), TextTable.number(deviance(i),
				7), Integer.toString(steps.get(i).residualDf()), TextTable.number(steps.get(i).deviance(), 7), TextTable.number(
					steps.get(i).criterion(), 7));
		final CoxFit fit = selection.fit();
		if (fit.names().isEmpty()) return table + "\nNo term was selected.\n";
		return table + "\n" + new CoxReport(followUp + " ~ " + String.join(" + ", fit.data().covariates().terms()), fit, 0,
			new double[0], 0).summary();
	}

	private double df(final int i) {
		final List<Step> s = selection.steps();
		return i == 0 ? Double.NaN : s.get(i).residualDf() - s.get(i - 1).residualDf();
	}

	private double deviance(final int i) {
		final List<Step> s = selection.steps();
		return i == 0 ? Double.NaN : Math.abs(s.get(i).deviance() - s.get(i - 1).deviance());
	}

	@Override
	public JsonObject json() {
		final List<Step> steps = selection.steps();
		final JsonObject anova = new JsonObject();
		anova.add("Step", Json.texts(steps.stream().map(Step::change).toList()));
		anova.add("Df", Json.numbers(IntStream.range(0, steps.size()).mapToDouble(this::df).toArray()));
		anova.add("Deviance", Json.numbers(IntStream.range(0, steps.size()).mapToDouble(this::deviance)
			.toArray()));
		anova.add("Resid. Df", Json.numbers(steps, Step::residualDf));
		anova.add("Resid. Dev", Json.numbers(steps, Step::deviance));
		anova.add("AIC", Json.numbers(steps, Step::criterion));
		final CoxFit fit = selection.fit();
		final JsonObject o = new JsonObject();
		o.addProperty("criterion", criterion);
		o.add("anova", anova);
		o.add("final_terms", Json.texts(fit.data().covariates().terms()));
		o.add("aic", Json.number(fit.aic()));
		o.addProperty("edf", fit.degreesOfFreedom());
		o.add("coef", Json.named(fit.names(), fit::coefficient));
		o.add("warnings", Json.texts(fit.warnings()));
		return o;
	}
}
