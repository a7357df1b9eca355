package io.github.radiomicsnomogram.fiji;

import ij.measure.ResultsTable;

import io.github.radiomicsnomogram.study.CohortResult;
import io.github.radiomicsnomogram.study.Discrimination;

import java.util.List;

/** A model in cohorts as an ImageJ table, one row each. Cells hold the doubles as they are. */
final class CohortTable {

	/** The most that ImageJ shows; the cells hold every digit. */
	static final int DECIMALS = 4;

	private CohortTable() {}

	static ResultsTable of(final List<CohortResult> cohorts) {
		final ResultsTable table = new ResultsTable();
		table.setPrecision(DECIMALS);
		table.setNaNEmptyCells(true);
		for (final CohortResult c : cohorts) {
			table.incrementCounter();
			table.addValue("Cohort", c.scores().name());
			table.addValue("Patients", c.scores().ids().size());
			table.addValue("Events", c.scores().times().events());
			discrimination(table, "signature", c.signature());
			c.nomogram().ifPresent(d -> discrimination(table, "nomogram", d));
			c.groups().logRank().ifPresent(t -> table.addValue("Log-rank P", t.test().p()));
			c.groups().low().ifPresent(g -> table.addValue("Low risk: survival", g.atHorizon().survival()));
			c.groups().high().ifPresent(g -> table.addValue("High risk: survival", g.atHorizon().survival()));
			c.calibration().ifPresent(k -> {
				table.addValue("Calibration slope", k.slope());
				table.addValue("Observed/expected risk", k.observedToExpected());
			});
			table.addValue("Calibration in the large", c.inTheLarge());
		}
		return table;
	}

	private static void discrimination(final ResultsTable table, final String of, final Discrimination d) {
		table.addValue("C " + of, d.concordance().c());
		table.addValue("C " + of + " (se)", d.concordance().standardError());
		d.roc().ifPresent(r -> {
			table.addValue("AUC " + of, r.auc());
			table.addValue("AUC " + of + " 95 % low", r.interval()[0]);
			table.addValue("AUC " + of + " 95 % high", r.interval()[1]);
		});
	}
}
