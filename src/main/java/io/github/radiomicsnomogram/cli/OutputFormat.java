package io.github.radiomicsnomogram.cli;

import io.github.radiomicsnomogram.io.MetaWriter;
import io.github.radiomicsnomogram.io.NiftiWriter;
import io.github.radiomicsnomogram.io.NrrdWriter;
import io.github.radiomicsnomogram.io.TiffWriter;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of image files that can be written, by the ends of their names. */
enum OutputFormat {
		NRRD(".nrrd"), NIFTI(".nii", ".nii.gz"), META_IMAGE(".mha"), TIFF(".tif", ".tiff");

	/** All ends of names, for messages. */
	static final String EXTENSIONS = ".nrrd, .nii, .nii.gz, .mha or .tif";

	private final List<String> extensions;

	OutputFormat(final String... extensions) {
		this.extensions = List.of(extensions);
	}

	/** The format of a file to be written, if its name says one. */
	static Optional<OutputFormat> of(final Path file) {
		final String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
		return Arrays.stream(values()).filter(f -> f.extensions.stream().anyMatch(name::endsWith)).findFirst();
	}

	/**
	 * Writes an image.
	 *
	 * @return what the format can't hold
	 */
	List<String> write(final Volume volume, final Path file) {
		switch (this) {
			case NRRD -> NrrdWriter.write(volume, file);
			case NIFTI -> NiftiWriter.write(volume, file);
			case META_IMAGE -> MetaWriter.write(volume, file);
			case TIFF -> {
				return TiffWriter.write(volume, file);
			}
		}
		return List.of();
	}

	/**
	 * Writes a mask.
	 *
	 * @return what the format can't hold
	 */
	List<String> write(final Mask mask, final Path file) {
		switch (this) {
			case NRRD -> NrrdWriter.write(mask, file);
			case NIFTI -> NiftiWriter.write(mask, file);
			case META_IMAGE -> MetaWriter.write(mask, file);
			case TIFF -> {
				return TiffWriter.write(mask, file);
			}
		}
		return List.of();
	}
}
