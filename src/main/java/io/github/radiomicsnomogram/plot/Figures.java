package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.io.AtomicFiles;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/** Finished scenes as files and images. A file is complete or not there. */
public final class Figures {

	/** Pixels for a point that give 300 pixels an inch. */
	public static final double PRINT_SCALE = 300 / 72.0;

	private Figures() {}

	/** As SVG; needs no fonts. */
	public static String svg(final Scene scene) {
		return SvgPainter.paint(scene);
	}

	/**
	 * As an SVG file; needs no fonts.
	 *
	 * @throws InputException if the file can't be written
	 */
	public static void writeSvg(final Scene scene, final Path file) {
		AtomicFiles.writeText(file, svg(scene));
	}

	/**
	 * As a PDF 1.4 file of one page with the standard fonts; needs no fonts. The same scene always gives the same bytes.
	 *
	 * @throws InputException if the file can't be written
	 */
	public static void writePdf(final Scene scene, final Path file) {
		final byte[] bytes = pdf(scene);
		AtomicFiles.write(file, out -> out.write(bytes));
	}

	/** As PDF; see {@link #writePdf}. */
	public static byte[] pdf(final Scene scene) {
		return PdfPainter.paint(scene);
	}

	/**
	 * As name.svg, name.pdf and name.png with 300 pixels an inch.
	 *
	 * @throws InputException if the Java runtime has no fonts for the PNG (the other two are written then), or a file can't
	 *           be written
	 */
	public static void writeAll(final Scene scene, final Path folder, final String name) {
		writeSvg(scene, folder.resolve(name + ".svg"));
		writePdf(scene, folder.resolve(name + ".pdf"));
		writePng(scene, PRINT_SCALE, folder.resolve(name + ".png"));
	}

	/**
	 * As a PNG file, which says how large it is to be printed.
	 *
	 * @param scale pixels for a point (1/72 inch), for example 2
	 * @throws InputException if the Java runtime has no fonts, or the file can't be written
	 */
	public static void writePng(final Scene scene, final double scale, final Path file) {
		final byte[] bytes = png(scene, scale);
		AtomicFiles.write(file, out -> out.write(bytes));
	}

	/**
	 * As PNG; see {@link #writePng}.
	 *
	 * @throws InputException if the Java runtime has no fonts
	 */
	public static byte[] png(final Scene scene, final double scale) {
		return Png.bytes(render(scene, scale), scale);
	}

	/**
	 * As an RGB image.
	 *
	 * @param scale pixels for a point (1/72 inch)
	 * @throws InputException if the Java runtime has no fonts
	 */
	public static BufferedImage render(final Scene scene, final double scale) {
		Fonts.require();
		final BufferedImage image = new BufferedImage((int) Math.ceil(scene.width() * scale), (int) Math.ceil(scene
			.height() * scale), BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = image.createGraphics();
		// The last row and column of pixels may lie partly beyond the page.
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, image.getWidth(), image.getHeight());
		g.scale(scale, scale);
		paint(scene, g);
		g.dispose();
		return image;
	}

	/**
	 * Paints a scene, for example into a window.
	 *
	 * @param graphics in the scene's units: the caller sets scale and position
	 */
	public static void paint(final Scene scene, final Graphics2D graphics) {
		Graphics2DPainter.paint(scene, graphics);
	}
}
