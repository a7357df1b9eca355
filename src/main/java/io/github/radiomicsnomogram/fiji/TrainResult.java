package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.study.HonestValidation;
import io.github.radiomicsnomogram.study.StudyResult;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A trained model.
 *
 * @param study everything about it
 * @param honest validation; empty if the user left it out
 * @param folder with the results
 * @param files in it, beside the figures
 */
public record TrainResult(StudyResult study, Optional<HonestValidation> honest, Path folder, List<String> files) {

	public TrainResult {
		files = List.copyOf(files);
	}
}
