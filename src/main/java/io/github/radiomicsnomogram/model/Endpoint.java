package io.github.radiomicsnomogram.model;

/**
 * What the model predicts.
 *
 * @param name "disease-free survival"
 * @param abbreviation "DFS"
 * @param months horizon
 */
public record Endpoint(String name, String abbreviation, double months) {

	private static final double MONTHS_A_YEAR = 12;

	/** For axes and tables: "5-year DFS", or "18-month DFS". */
	public String title() {
		final double years = months / MONTHS_A_YEAR;
		return (years == Math.rint(years) ? Text.number(years) + "-year " : Text.number(months) + "-month ") + abbreviation;
	}
}
