package io.github.radiomicsnomogram.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Images as PNG bytes; needs no fonts and no temporary files. */
final class Png {

	private static final String FORMAT = "javax_imageio_png_1.0";
	private static final double POINTS_A_METRE = 72 / 0.0254;

	private Png() {}

	/** The grey image of a scene's picture. */
	static BufferedImage grey(final Scene.Picture picture) {
		final BufferedImage image = new BufferedImage(picture.columns(), picture.rows(), BufferedImage.TYPE_BYTE_GRAY);
		image.getRaster().setDataElements(0, 0, picture.columns(), picture.rows(), picture.grey());
		return image;
	}

	static byte[] bytes(final BufferedImage image) {
		return bytes(image, 0);
	}

	/**
	 * With the resolution.
	 *
	 * @param scale pixels for a point; 0 says nothing
	 */
	static byte[] bytes(final BufferedImage image, final double scale) {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
		try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
			final IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image),
				null);
			if (scale > 0) metadata.mergeTree(FORMAT, resolution(Math.round(scale * POINTS_A_METRE)));
			writer.setOutput(out);
			writer.write(new IIOImage(image, null, metadata));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

	private static IIOMetadataNode resolution(final long pixelsAMetre) {
		final IIOMetadataNode size = new IIOMetadataNode("pHYs");
		size.setAttribute("pixelsPerUnitXAxis", Long.toString(pixelsAMetre));
		size.setAttribute("pixelsPerUnitYAxis", Long.toString(pixelsAMetre));
		size.setAttribute("unitSpecifier", "meter");
		final IIOMetadataNode root = new IIOMetadataNode(FORMAT);
		root.appendChild(size);
		return root;
	}
}
