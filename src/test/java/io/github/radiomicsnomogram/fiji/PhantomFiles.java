package io.github.radiomicsnomogram.fiji;

import ij.gui.Roi;
import ij.io.FileSaver;
import ij.io.RoiEncoder;

import io.github.radiomicsnomogram.phantom.Phantom;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the phantom's files: {@code main} makes the ones in test-images, a test proves that those are still these. */
final class PhantomFiles {

	static final Path FOLDER = Path.of("test-images");
	static final String IMAGE = "breast-ct.tif", LABELS = "breast-ct-labels.tif", ROIS = "breast-ct-lesion.zip";

	private PhantomFiles() {}

	static void write(final Path folder) throws IOException {
		final Phantom phantom = Phantom.generate();
		Files.createDirectories(folder);
		Files.write(folder.resolve(IMAGE), new FileSaver(PhantomImages.image(phantom)).serialize());
		Files.write(folder.resolve(LABELS), new FileSaver(PhantomImages.labels(phantom)).serialize());
		Files.write(folder.resolve(ROIS), zip(PhantomImages.rois(phantom)));
	}

	/** As the ROI Manager saves a set, but without the time of day. */
	private static byte[] zip(final List<Roi> rois) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes); DataOutputStream out = new DataOutputStream(zip)) {
			for (final Roi roi : rois) {
				final ZipEntry entry = new ZipEntry(roi.getName() + ".roi");
				entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
				zip.putNextEntry(entry);
				new RoiEncoder(out).write(roi);
				out.flush();
			}
		}
		return bytes.toByteArray();
	}

	public static void main(final String... args) throws IOException {
		write(args.length > 0 ? Path.of(args[0]) : FOLDER);
	}
}
