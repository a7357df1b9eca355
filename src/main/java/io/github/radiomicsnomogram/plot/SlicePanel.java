package io.github.radiomicsnomogram.plot;

import io.github.radiomicsnomogram.plot.Scene.Ink;
import io.github.radiomicsnomogram.plot.Scene.Picture;
import io.github.radiomicsnomogram.plot.Scene.Polygon;
import io.github.radiomicsnomogram.plot.Scene.Stroke;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.ArrayList;
import java.util.List;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.RealType;

/**
 * A part of a slice, true to scale, with the ROI's outline.
 *
 * @param x0 first column shown
 * @param y0 first row shown
 * @param columns number of columns
 * @param rows number of rows
 */
record SlicePanel(int x0, int y0, int columns, int rows) {

	/**
	 * The part around a ROI.
	 *
	 * @param side mm that the part should measure along both axes; less at the image's edges
	 */
	static SlicePanel around(final Mask mask, final double side) {
		final int[] from = new int[2], length = new int[2];
		for (int d = 0; d < 2; d++) {
			final int size = (int) mask.geometry().size(d);
			final int centre = d == 0 ? (mask.box().x0() + mask.box().x1()) / 2 : (mask.box().y0() + mask.box().y1()) / 2;
			length[d] = (int) Math.max(1, Math.min(size, Math.round(side / mask.geometry().spacing(d))));
			from[d] = Math.max(0, Math.min(size - length[d], centre - length[d] / 2));
		}
		return new SlicePanel(from[0], from[1], length[0], length[1]);
	}

	/**
	 * Draws the part as large as fits into a square, in its middle.
	 *
	 * @param left of the square
	 * @param top of the square
	 * @param side of the square
	 * @param stroke of the ROI's outline
	 * @return points for a mm
	 */
	double draw(final Sheet sheet, final Volume volume, final Mask mask, final int z, final Window window,
		final double left, final double top, final double side, final Stroke stroke)
	{
		final double sx = volume.geometry().spacing(0), sy = volume.geometry().spacing(1);
		final double scale = side / Math.max(columns * sx, rows * sy);
		final double width = columns * sx * scale, height = rows * sy * scale;
		final double x = left + (side - width) / 2, y = top + (side - height) / 2;
		sheet.add(new Polygon(List.of(new double[] { left, top, left + side, top, left + side, top + side, left, top +
			side }), Ink.BLACK, Stroke.NONE));
		sheet.add(new Picture(x, y, width, height, columns, rows, grey(volume, z, window)));
		final List<double[]> rings = new ArrayList<>();
		for (final double[] ring : MaskOutline.rings(mask, z)) {
			final double[] placed = new double[ring.length];
			for (int i = 0; i < ring.length; i += 2) {
				placed[i] = x + (ring[i] - x0) * sx * scale;
				placed[i + 1] = y + (ring[i + 1] - y0) * sy * scale;
			}
			rings.add(placed);
		}
		if (!rings.isEmpty()) sheet.add(new Polygon(rings, Ink.NONE, stroke));
		return scale;
	}

	private byte[] grey(final Volume volume, final int z, final Window window) {
		final RandomAccess<? extends RealType<?>> access = volume.voxels().randomAccess();
		access.setPosition(z, 2);
		final byte[] grey = new byte[columns * rows];
		for (int i = 0; i < grey.length; i++) {
			access.setPosition(x0 + i % columns, 0);
			access.setPosition(y0 + i / columns, 1);
			grey[i] = window.grey(access.get().getRealDouble());
		}
		return grey;
	}
}
