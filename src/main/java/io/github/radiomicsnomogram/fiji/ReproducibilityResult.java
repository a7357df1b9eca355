package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.study.Reproducibility;

import java.nio.file.Path;
import java.util.List;

/**
 * How repeatable features are.
 *
 * @param reproducibility what came out
 * @param folder with the results
 * @param files in it, beside the figures
 */
public record ReproducibilityResult(Reproducibility reproducibility, Path folder, List<String> files) {

	public ReproducibilityResult {
		files = List.copyOf(files);
	}
}
