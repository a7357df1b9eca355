package io.github.radiomicsnomogram.survival.report;

import com.google.gson.JsonObject;

import io.github.radiomicsnomogram.survival.LogRank;

import java.util.List;
import java.util.Locale;

/**
 * A log-rank test as R's survdiff prints it.
 *
 * @param groups names of the groups, such as sex=1
 * @param result the test
 */
public record LogRankReport(List<String> groups, LogRank result) implements Report {

	public LogRankReport {
		groups = List.copyOf(groups);
	}

	@Override
	public String summary() {
		final TextTable table = new TextTable("", "N", "Observed", "Expected", "(O-E)^2/E", "(O-E)^2/V");
		for (int g = 0; g < groups.size(); g++) {
			final double o = result.observed()[g], e = result.expected()[g], squared = (o - e) * (o - e);
			table.row(groups.get(g), Integer.toString(result.n()[g]), TextTable.general(o, 3), TextTable.general(e, 3), TextTable
				.general(squared / e, 3), TextTable.general(squared / result.variance()[g][g], 3));
		}
		return table + String.format(Locale.ROOT, "\n Chisq= %s  on %d degrees of freedom, p= %s\n", TextTable.general(result
			.test().statistic(), 3), result.test().df(), TextTable.p(result.test().p()));
	}

	@Override
	public JsonObject json() {
		final JsonObject o = new JsonObject();
		o.add("chisq", Json.number(result.test().statistic()));
		o.addProperty("df", result.test().df());
		o.add("p", Json.number(result.test().p()));
		o.add("n", Json.numbers(result.n()));
		o.add("observed", Json.numbers(result.observed()));
		o.add("expected", Json.numbers(result.expected()));
		o.add("var", Json.rows(result.variance()));
		return o;
	}
}
