package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.Software;
import io.github.radiomicsnomogram.model.ModelFiles;
import io.github.radiomicsnomogram.model.PrognosticModel;

import java.util.stream.Collectors;

/** What About says: version, models with their citation, research use. */
public final class AboutText {

	private AboutText() {}

	/** Some paragraphs of plain text. */
	public static String get() {
		return Software.NAME + " " + Software.version() + "\n \n" + Software.USE + "\n \n" + ModelFiles.builtInIds().stream()
			.map(ModelFiles::builtIn).map(AboutText::describe).collect(Collectors.joining("\n \n")) +
			"\n \nFeatures follow PyRadiomics 3.1.0:\nvan Griethuysen JJM et al. Computational Radiomics System to Decode the " +
			"Radiographic Phenotype.\nCancer Research 2017; 77: e104. doi:10.1158/0008-5472.CAN-17-0339";
	}

	private static String describe(final PrognosticModel model) {
		return "Model " + model.id() + ":\n" + model.title() + ".\n" + wrapped(model.citation().text()) + "\ndoi:" + model
			.citation().doi() + "\n" + wrapped(model.use());
	}

	/** ImageJ's messages don't break lines. */
	private static String wrapped(final String text) {
		return text.replaceAll("(.{70,}?) ", "$1\n");
	}
}
