package io.github.radiomicsnomogram.model;

/** Writes a model as YAML. */
final class ModelWriter {

	private ModelWriter() {}

	static String write(final PrognosticModel model) {
		throw new UnsupportedOperationException("not written yet");
	}
}
