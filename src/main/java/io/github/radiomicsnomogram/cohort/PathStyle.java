package io.github.radiomicsnomogram.cohort;

import java.nio.file.Path;

/** How results name images and masks: PyRadiomics' format-path. */
public enum PathStyle {
		/** In full. */
		ABSOLUTE,
		/** As seen from a folder: that of the table, or the working directory. */
		RELATIVE,
		/** The name alone. */
		BASENAME;

	/**
	 * @param path absolute
	 * @param start for relative paths; absolute
	 */
	public String format(final Path path, final Path start) {
		return switch (this) {
			case ABSOLUTE -> path.toString();
			case RELATIVE -> path.getRoot().equals(start.getRoot()) ? start.relativize(path).toString() : path.toString();
			case BASENAME -> String.valueOf(path.getFileName());
		};
	}
}
