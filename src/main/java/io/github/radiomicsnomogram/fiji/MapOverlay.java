package io.github.radiomicsnomogram.fiji;

import ij.gui.ImageRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.ColorProcessor;

import io.github.radiomicsnomogram.extract.FeatureMap;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A map drawn over its image: colours where the ROI has a value, nothing elsewhere, and a label with name, unit and the
 * scale of colours beside it. Pixels of a resampled map are the nearest ones. Elements carry a name of ours, so that a
 * later run replaces them.
 */
final class MapOverlay {

	private static final double OPACITY = 0.75;
	private static final String NAME = RoiMasks.OWN_PREFIX + " map";
	private static final int BAR_WIDTHS = 10;

	private final MapGrid grid;
	private final FeatureMap map;
	private final double[] values, range;

	MapOverlay(final FeatureMap map, final MapGrid grid) {
		this.map = map;
		this.grid = grid;
		values = VoxelArrays.doubles(map.volume());
		range = MapColours.range(grid.inside(map));
	}

	/** Elements for each slice of the image that shows some of the map. */
	List<Roi> elements() {
		final BoundingBox box = grid.covered();
		final LabelBox place = LabelBox.beside(box, (int) grid.image().size(0), (int) grid.image().size(1), lines());
		final List<Roi> elements = new ArrayList<>();
		for (int z = box.z0(); z <= box.z1(); z++) {
			final ColorProcessor colours = slice(box, z);
			if (colours == null) continue;
			add(elements, transparent(box.x0(), box.y0(), colours, OPACITY), z);
			final TextRoi text = place.text(Color.WHITE);
			add(elements, text, z);
			add(elements, bar(place, text), z);
		}
		return elements;
	}

	private static void add(final List<Roi> elements, final Roi element, final int z) {
		element.setName(NAME);
		element.setPosition(z + 1);
		elements.add(element);
	}

	/** The last line makes room for the bar. */
	private List<String> lines() {
		return List.of(map.column(), number(range[0]) + " to " + number(range[1]) + (map.unit().isEmpty() ? "" : " " + map
			.unit()), " ");
	}

	private static String number(final double v) {
		return String.format(Locale.ROOT, Math.abs(v) >= 1e5 || v != 0 && Math.abs(v) < 1e-3 ? "%.2e" : Math.abs(v) >= 100
			? "%.0f" : "%.3g", v);
	}

	private static ImageRoi bar(final LabelBox place, final TextRoi text) {
		final int height = Math.max(2, place.size() / 2), width = Math.max(2, Math.min(BAR_WIDTHS * place.size(), (int) text
			.getFloatWidth() - place.size() / 2));
		final ColorProcessor bar = new ColorProcessor(width, height);
		for (int x = 0; x < width; x++)
			for (int y = 0; y < height; y++)
				bar.set(x, y, MapColours.rgb((MapColours.LEVELS - 1) * x / (width - 1)));
		final double bottom = place.y() + text.getFloatHeight();
		return new ImageRoi((int) (place.x() + place.size() / 4.0), (int) (bottom - 1.5 * height), bar);
	}

	private static ImageRoi transparent(final int x, final int y, final ColorProcessor colours, final double opacity) {
		final ImageRoi roi = new ImageRoi(x, y, colours);
		roi.setZeroTransparent(true);
		roi.setOpacity(opacity);
		return roi;
	}

	/** Black, which is none of the colours, where there is nothing; null if there is nothing at all. */
	private ColorProcessor slice(final BoundingBox box, final int z) {
		final ColorProcessor colours = new ColorProcessor(box.size(0), box.size(1));
		final int mz = grid.nearest(2, z);
		boolean any = false;
		for (int y = 0; y < box.size(1); y++)
			for (int x = 0; x < box.size(0); x++) {
				final double value = value(grid.nearest(0, x + box.x0()), grid.nearest(1, y + box.y0()), mz);
				if (Double.isNaN(value)) continue;
				any = true;
				colours.set(x, y, MapColours.rgb(MapColours.level(value, range)));
			}
		return any ? colours : null;
	}

	/** The map's value in the ROI; NaN outside. */
	private double value(final int x, final int y, final int z) {
		final int nx = (int) grid.map().size(0), ny = (int) grid.map().size(1), nz = (int) grid.map().size(2);
		if (x < 0 || y < 0 || z < 0 || x >= nx || y >= ny || z >= nz || !grid.isInside(x, y, z)) return Double.NaN;
		return values[(z * ny + y) * nx + x];
	}
}
