package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.model.PrognosticModel;
import io.github.radiomicsnomogram.study.Validation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A validated model.
 *
 * @param model that was validated
 * @param validation what came out
 * @param saved the recalibrated model's file, if the user wanted one
 * @param folder with the results
 * @param files in it, beside the figures
 */
public record ValidateResult(PrognosticModel model, Validation validation, Optional<Path> saved, Path folder,
	List<String> files)
{

	public ValidateResult {
		files = List.copyOf(files);
	}
}
