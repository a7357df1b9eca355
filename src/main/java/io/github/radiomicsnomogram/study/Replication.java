package io.github.radiomicsnomogram.study;

/** The replication of the built-in study on the synthetic cohort that was simulated to the paper's figures. */
public final class Replication {

	private Replication() {}

	/** The built-in study with the folds that the cohort's table gives, so that R and this software share them. */
	public static StudyFile study() {
		final StudyFile file = StudyFile.builtIn("zhang-2021");
		return StudyFile.parse("zhang-2021.yaml with given folds", file.text().replace("folds: 10,",
			"folds: 10, fold_column: foldid10,"));
	}
}
