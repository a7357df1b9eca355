package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import io.github.radiomicsnomogram.survival.CoxFit;
import io.github.radiomicsnomogram.survival.TestStatistic;
import io.github.radiomicsnomogram.survival.TreatmentEffect;

import java.util.List;

/**
 * The effect of a treatment in subgroups.
 *
 * @param effect in each, and the test of interaction
 * @param at time of the survival differences; NaN for none
 */
public record TreatmentEffectReport(TreatmentEffect effect, double at) implements Report {

	@Override
	public String summary() {
		final TextTable table = new TextTable("", "n", "events", "exp(coef)", "lower .95", "upper .95", "Pr(>|z|)",
			"untreated", "treated", "difference", "lower .95", "upper .95");
		for (final TreatmentEffect.Group g : effect.groups()) {
			final CoxFit f = g.fit();
			final boolean none = Double.isNaN(at);
			table.row(g.level(), Integer.toString(f.n()), Integer.toString(f.events()), TextTable.number(f.hazardRatio(0)), TextTable
				.number(f.hazardRatioLower(0)), TextTable.number(f.hazardRatioUpper(0)), TextTable.p(f.p(0)), none ? "" : TextTable
					.number(g.untreated().survival(), 3), none ? "" : TextTable.number(g.treated().survival(), 3), none ? ""
						: TextTable.number(g.difference(), 3), none ? "" : TextTable.number(g.interval()[0], 3), none ? "" : TextTable
							.number(g.interval()[1], 3));
		}
		final StringBuilder text = new StringBuilder(table.toString());
		final TestStatistic t = effect.interaction();
		text.append("Interaction: likelihood ratio test= ").append(TextTable.number(t.statistic())).append("  on ").append(t
			.df()).append(" df,   p=").append(TextTable.p(t.p())).append('\n');
		if (!Double.isNaN(at)) text.append("Survival at ").append(TextTable.general(at, 4)).append('\n');
		effect.model().warnings().forEach(w -> text.append("Warning: ").append(w.strip()).append('\n'));
		return text.toString();
	}

	@Override
	public JsonObject json() {
		final JsonArray levels = new JsonArray();
		effect.groups().forEach(g -> levels.add(level(g)));
		final JsonObject o = new JsonObject();
		o.add("levels", levels);
		final JsonObject interaction = new JsonObject();
		final TestStatistic t = effect.interaction();
		final CoxFit model = effect.model();
		interaction.add("lr_stat", Json.number(t.statistic()));
		interaction.addProperty("df", t.df());
		interaction.add("lr_p", Json.number(t.p()));
		interaction.add("wald_z", Json.number(effect.interactionZ()));
		interaction.add("wald_p", Json.number(t.df() == 1 ? model.p(model.names().size() - 1) : Double.NaN));
		final List<String> names = model.names().stream().map(TreatmentEffectReport::name).toList();
		interaction.add("coef_full", Json.named(names, model::coefficient));
		o.add("interaction", interaction);
		o.add("warnings", Json.texts(model.warnings()));
		return o;
	}

	/** As R writes them for treatment t and subgroup zf. */
	private static String name(final String name) {
		if (name.equals("treatment")) return "t";
		return name.startsWith("treatment:") ? "t:zf" + name.substring("treatment:".length()) : "zf" + name;
	}

	private JsonObject level(final TreatmentEffect.Group g) {
		final CoxFit f = g.fit();
		final JsonObject o = new JsonObject();
		o.add("level", levelName(g.level()));
		o.addProperty("n", f.n());
		o.addProperty("events", f.events());
		o.add("coef", Json.number(f.coefficient(0)));
		o.add("se", Json.number(f.standardError(0)));
		o.add("hr", Json.number(f.hazardRatio(0)));
		o.add("lo", Json.number(f.hazardRatioLower(0)));
		o.add("hi", Json.number(f.hazardRatioUpper(0)));
		o.add("p", Json.number(f.p(0)));
		if (!Double.isNaN(at)) {
			o.add("survival_untreated", Json.number(g.untreated().survival()));
			o.add("survival_treated", Json.number(g.treated().survival()));
			o.add("survival_difference", Json.number(g.difference()));
			o.add("survival_difference_ci", Json.numbers(g.interval()));
		}
		o.add("warnings", Json.texts(f.warnings()));
		return o;
	}

	private static JsonElement levelName(final String level) {
		try {
			return Json.number(Double.parseDouble(level));
		}
		catch (final NumberFormatException e) {
			return new JsonPrimitive(level);
		}
	}
}
