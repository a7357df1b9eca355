package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.extract.Extraction;
import io.github.radiomicsnomogram.extract.ExtractionSettings;
import io.github.radiomicsnomogram.extract.Extractor;
import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.io.ResultFolder;
import io.github.radiomicsnomogram.model.ClinicalValues;
import io.github.radiomicsnomogram.model.ImageFacts;
import io.github.radiomicsnomogram.model.ModelFiles;
import io.github.radiomicsnomogram.model.Prediction;
import io.github.radiomicsnomogram.model.PrognosticModel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A model's prediction for a ROI: numbers, table and figures. */
@Command(name = "predict", description = { "Predict the risk of a lesion with a published model. Prints a table and writes" +
	" prediction.json, features.csv, overlay.png, nomogram.png and nomogram.svg." })
final class PredictCommand extends Verb {

	@Mixin
	private Inputs inputs;

	@Option(names = "--ki67", paramLabel = "PERCENT", description = "Ki-67 in %% (the same as --clinical ki67=PERCENT).")
	private String ki67;

	@Option(names = "--aln", paramLabel = "STATUS", description = {
		"Axillary lymph nodes, positive or negative (the same as --clinical aln=STATUS)." })
	private String aln;

	@Option(names = "--clinical", paramLabel = "NAME=VALUE", description = {
		"A clinical value of the model, by the variable's id; may be repeated." })
	private Map<String, String> clinical;

	@Option(names = "--model", paramLabel = "MODEL", defaultValue = "zhang-2021", description = {
		"Built-in model or model file (default: ${DEFAULT-VALUE})." })
	private String model;

	@Option(names = "--out", required = true, paramLabel = "FOLDER", description = {
		"Folder for the results; made if it is missing." })
	private Path out;

	@Override
	void execute() {
		inputs.check(this);
		final PrognosticModel chosen = ModelFiles.resolve(model);
		final ClinicalValues values = ClinicalValues.parse(chosen, clinicalTexts());
		final List<String> warnings = new ArrayList<>();
		final String text;
		try (Interrupt interrupt = interrupt(); ResultFolder folder = new ResultFolder(out)) {
			final ExtractionSettings settings = settings(chosen.settings());
			final Inputs.Loaded loaded = inputs.load(settings.label(), settings.reach(), interrupt);
			loaded.volume().readAhead(loaded.mask().box());
			final Extraction extraction = new Extractor().extract(loaded.volume(), loaded.mask(), settings, interrupt);
			final Prediction prediction = chosen.predict(extraction, ImageFacts.of(loaded.volume(), loaded.mask(), chosen
				.roi()), values);
			final PredictionFiles files = new PredictionFiles(loaded, ExtractCommand.identification(inputs));
			final Prediction shown = files.write(prediction, folder, warnings::add);
			folder.finish();
			text = PredictionText.of(shown, folder);
		}
		warnings.forEach(this::warn);
		out().print(text);
	}

	private Map<String, String> clinicalTexts() {
		final Map<String, String> texts = new LinkedHashMap<>();
		if (clinical != null) texts.putAll(clinical);
		add(texts, "ki67", ki67);
		add(texts, "aln", aln);
		return texts;
	}

	private void add(final Map<String, String> texts, final String id, final String text) {
		if (text != null && texts.put(id, text) != null) throw usage("'" + id + "' is given twice: by --" + id +
			" and by --clinical.");
	}

	/**
	 * The features of the model, and all others that PyRadiomics gives by default; with a full description of image and ROI,
	 * but of DICOM only if the model's settings say so: it would need every slice of the series.
	 */
	private ExtractionSettings settings(final ExtractionSettings model) {
		final Set<Feature> all = new LinkedHashSet<>(ExtractionSettings.defaults().features());
		all.addAll(model.features());
		return model.withFeatures(all.stream().toList()).withLabel(inputs.labelOr(model.label())).withAdditionalInfo(model
			.additionalInfo() || !inputs.isDicom());
	}
}
