package io.github.radiomicsnomogram.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Images as PNG bytes; needs no fonts and no temporary files. */
final class Png {

	private Png() {}

	/** The grey image of a scene's picture. */
	static BufferedImage grey(final Scene.Picture picture) {
		final BufferedImage image = new BufferedImage(picture.columns(), picture.rows(), BufferedImage.TYPE_BYTE_GRAY);
		image.getRaster().setDataElements(0, 0, picture.columns(), picture.rows(), picture.grey());
		return image;
	}

	static byte[] bytes(final BufferedImage image) {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
			if (!ImageIO.write(image, "png", out)) throw new IllegalStateException("this Java writes no PNG");
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return bytes.toByteArray();
	}
}
