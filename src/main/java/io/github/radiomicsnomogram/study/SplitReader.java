package io.github.radiomicsnomogram.study;

import io.github.radiomicsnomogram.model.Section;
import io.github.radiomicsnomogram.study.StudySettings.AtRandom;
import io.github.radiomicsnomogram.study.StudySettings.ByColumn;
import io.github.radiomicsnomogram.study.StudySettings.ByTime;
import io.github.radiomicsnomogram.study.StudySettings.NoSplit;
import io.github.radiomicsnomogram.study.StudySettings.Split;

import java.util.Map;
import java.util.function.Function;

/** Reads the section split of a study file. */
final class SplitReader {

	private SplitReader() {}

	static Split read(final Section s) {
		final Map<String, Function<Section, Split>> methods = Map.of("column", SplitReader::byColumn, "random",
			SplitReader::atRandom, "temporal", x -> new ByTime(x.text("column"), x.text("training_until")), "none",
			x -> new NoSplit());
		final Split split = s.choice("method", methods).apply(s);
		s.end();
		return split;
	}

	private static Split byColumn(final Section s) {
		final ByColumn c = new ByColumn(s.text("column"), s.text("training"), s.text("validation"));
		if (c.training().equals(c.validation())) throw s.wrong("validation", "is '" + c.validation() +
			"', as training; they must differ");
		return c;
	}

	private static Split atRandom(final Section s) {
		return new AtRandom(s.probability("fraction"), StudyReader.seed(s, 1), s.has("stratified") && s.flag("stratified"));
	}
}
