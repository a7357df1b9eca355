package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.survival.ProportionalHazards;
import io.github.radiomicsnomogram.survival.ProportionalHazards.Transform;
import io.github.radiomicsnomogram.survival.TestStatistic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tests of proportional hazards as R's cox.zph prints them.
 *
 * @param tests by the function of time
 * @param printed which one the summary shows; the JSON has all
 */
public record ProportionalHazardsReport(Map<Transform, ProportionalHazards> tests, Transform printed)
	implements Report
{

	public ProportionalHazardsReport {
		tests = new EnumMap<>(tests);
	}

	private static List<TestStatistic> all(final ProportionalHazards z) {
		final List<TestStatistic> list = new ArrayList<>(z.tests());
		list.add(z.global());
		return list;
	}

	private static List<String> names(final ProportionalHazards z) {
		final List<String> list = new ArrayList<>(z.terms());
		list.add("GLOBAL");
		return list;
	}

	@Override
	public String summary() {
		final ProportionalHazards z = tests.get(printed);
		final TextTable table = new TextTable("", "chisq", "df", "p");
		for (int i = 0; i < names(z).size(); i++) {
			final TestStatistic t = all(z).get(i);
			table.row(names(z).get(i), TextTable.number(t.statistic(), 3), Integer.toString(t.df()), TextTable.p(t.p()));
		}
		return table.toString();
	}

	@Override
	public JsonObject json() {
		final JsonObject o = new JsonObject();
		tests.forEach((transform, z) -> o.add(transform.name().toLowerCase(Locale.ROOT), Json.matrix(names(z), List.of(
			"chisq", "df", "p"), all(z).stream().map(t -> new double[] { t.statistic(), t.df(), t.p() }).toArray(
				double[][]::new))));
		return o;
	}
}
