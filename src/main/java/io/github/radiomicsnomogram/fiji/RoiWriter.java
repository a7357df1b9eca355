package io.github.radiomicsnomogram.fiji;

import ij.gui.Roi;
import ij.io.RoiEncoder;

import io.github.radiomicsnomogram.io.AtomicFiles;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes ROIs as the ROI Manager does: a zip file with an entry for each. */
final class RoiWriter {

	private RoiWriter() {}

	/**
	 * Writes ROIs.
	 *
	 * @throws io.github.radiomicsnomogram.InputException if the file can't be written
	 */
	static void write(final List<Roi> rois, final Path file) {
		AtomicFiles.write(file, out -> write(rois, out));
	}

	private static void write(final List<Roi> rois, final OutputStream out) throws IOException {
		final ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
		final Set<String> names = new HashSet<>();
		for (final Roi roi : rois) {
			final String name = RoiPainter.nameOf(roi).replaceAll("[\\\\/\\p{Cntrl}]", "_");
			String entry = name;
			for (int i = 1; !names.add(entry); i++)
				entry = name + "-" + i;
			zip.putNextEntry(new ZipEntry(entry + ".roi"));
			zip.write(RoiEncoder.saveAsByteArray(roi));
			zip.closeEntry();
		}
		zip.finish();
	}
}
