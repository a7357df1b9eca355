package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.Software;
import io.github.radiomicsnomogram.model.ModelFiles;
import io.github.radiomicsnomogram.model.PrognosticModel;

/** What About says: version, models with their citation, research use. */
public final class AboutText {

	/** An empty line; ImageJ's messages drop lines that are really empty. */
	private static final String GAP = "\n \n";

	private static final String PYRADIOMICS = "van Griethuysen JJM et al. Computational Radiomics System to Decode the " +
		"Radiographic Phenotype. Cancer Research 2017; 77: e104. doi:10.1158/0008-5472.CAN-17-0339";

	private AboutText() {}

	/** Some paragraphs of plain text. */
	public static String get() {
		final StringBuilder text = new StringBuilder(Software.NAME + " " + Software.version() + GAP + Software.USE);
		ModelFiles.builtInIds().forEach(id -> text.append(GAP).append(describe(ModelFiles.builtIn(id))));
		return text.append(GAP).append(DialogText.wrapped("Features follow PyRadiomics 3.1.0: " + PYRADIOMICS)).toString();
	}

	private static String describe(final PrognosticModel model) {
		return DialogText.wrapped("Model " + model.id() + ": " + model.title() + ".") + "\n" + DialogText.wrapped(model.citation().text() + ". doi:" +
			model.citation().doi()) + "\n" + DialogText.wrapped(model.use());
	}
}
