package io.github.radiomicsnomogram.plot;

import java.util.List;

/**
 * A drawing as a list of items, independent of what paints it: see {@link Figures}. Coordinates
 * are in points (1/72 inch), x to the right, y downwards; items are painted in their order. Immutable.
 *
 * @param width of the page
 * @param height of the page
 * @param items what is drawn
 */
public record Scene(double width, double height, List<Item> items) {

	/** Something to draw. */
	public sealed interface Item permits Line, Polygon, Label, Picture {}

	/**
	 * A line through points.
	 *
	 * @param x of the points; shared, read only
	 * @param y of the points
	 * @param stroke how
	 */
	public record Line(double[] x, double[] y, Stroke stroke) implements Item {}

	/**
	 * Filled areas with holes by the even-odd rule, and their outline.
	 *
	 * @param rings each an array of x, y, x, y, ...; closed by itself; shared, read only
	 * @param fill colour of the area, or {@link Ink#NONE}
	 * @param stroke of the outline; width 0 for none
	 */
	public record Polygon(List<double[]> rings, Ink fill, Stroke stroke) implements Item {

		public Polygon {
			rings = List.copyOf(rings);
		}
	}

	/**
	 * A line of text.
	 *
	 * @param x of the anchor
	 * @param y of the baseline
	 * @param text without line breaks
	 * @param size of the font in points
	 * @param style weight and slope
	 * @param anchor which end of the text lies at the anchor
	 * @param ink colour
	 * @param angle degrees by which the text is turned counterclockwise about its anchor; 90 reads upwards
	 */
	public record Label(double x, double y, String text, double size, Style style, Anchor anchor, Ink ink, double angle)
		implements Item
	{

		/** A horizontal text. */
		public Label(final double x, final double y, final String text, final double size, final Style style,
			final Anchor anchor, final Ink ink)
		{
			this(x, y, text, size, style, anchor, ink, 0);
		}
	}

	/**
	 * A grey image, one byte a pixel, that fills a rectangle; pixels stay sharp.
	 *
	 * @param x left
	 * @param y top
	 * @param width on the page
	 * @param height on the page
	 * @param columns pixels along x
	 * @param rows pixels along y
	 * @param grey 0 black to 255 white, row by row; shared, read only
	 */
	public record Picture(double x, double y, double width, double height, int columns, int rows, byte[] grey) implements
		Item
	{}

	/** Which end of a text lies at its x. */
	public enum Anchor {
			START, MIDDLE, END
	}

	/** Weight and slope of a text. */
	public enum Style {
			PLAIN, BOLD, ITALIC
	}

	/**
	 * A colour.
	 *
	 * @param rgb 0xRRGGBB
	 * @param opacity 0 to 1
	 */
	public record Ink(int rgb, double opacity) {

		/** Nothing. */
		public static final Ink NONE = new Ink(0, 0);
		public static final Ink BLACK = new Ink(0x000000, 1);
		public static final Ink WHITE = new Ink(0xffffff, 1);

		/** An opaque colour. */
		public static Ink of(final int rgb) {
			return new Ink(rgb, 1);
		}
	}

	/**
	 * How a line is drawn.
	 *
	 * @param ink colour
	 * @param width in points; 0 for no line
	 * @param dash length of dashes and of the gaps between them; 0 for an unbroken line
	 */
	public record Stroke(Ink ink, double width, double dash) {

		/** No line. */
		public static final Stroke NONE = new Stroke(Ink.NONE, 0, 0);

		/** An unbroken line. */
		public static Stroke of(final Ink ink, final double width) {
			return new Stroke(ink, width, 0);
		}
	}

	public Scene {
		items = List.copyOf(items);
	}
}
