package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;

import io.github.radiomicsnomogram.extract.FeatureMap;
import io.github.radiomicsnomogram.io.NrrdWriter;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;

import java.awt.Color;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes one map after another, makes a stack or a file of each, and lets go of it. */
final class MapSink implements Consumer<FeatureMap> {

	private static final int DECIMALS = 9;

	private final ImagePlus image;
	private final Geometry grid;
	private final Mask mask;
	private final MapOptions options;
	private final Optional<Path> folder;
	private final double outside;
	private final List<ImagePlus> stacks = new ArrayList<>();
	private final List<Roi> overlay = new ArrayList<>();
	private final List<String> messages = new ArrayList<>();
	private final String roi;
	private final ResultsTable table;
	private int maps;

	/**
	 * @param image that was looked at
	 * @param grid of the image
	 * @param mask ROI of the maps, on the grid of the prepared image
	 * @param options what the user chose
	 * @param folder for files instead of stacks
	 * @param outside value of maps where nothing was computed
	 * @param roi name of the ROI if there are several, else ""
	 * @param table takes a row for each map
	 */
	MapSink(final ImagePlus image, final Geometry grid, final Mask mask, final MapOptions options,
		final Optional<Path> folder, final double outside, final String roi, final ResultsTable table)
	{
		this.image = image;
		this.grid = grid;
		this.mask = mask;
		this.options = options;
		this.folder = folder;
		this.outside = outside;
		this.roi = roi;
		this.table = table;
		table.setPrecision(DECIMALS);
	}

	@Override
	public void accept(final FeatureMap map) {
		final MapGrid place = new MapGrid(grid, map.volume().geometry(), mask);
		final boolean first = maps++ == 0;
		final boolean whole = options.grid().equals(MapOptions.IMAGE_GRID);
		describe(map);
		if (first && folder.isEmpty() && whole && !place.isImages()) messages.add(
			"The settings resample the image: maps have the resampled voxels, not the image's");
		if (first && options.overlay()) overlay.addAll(new MapOverlay(map, place).elements());
		if (folder.isPresent()) NrrdWriter.write(map.volume(), folder.get().resolve(map.column() + ".nrrd"));
		else stacks.add(named(outlined(MapStack.of(image, map, place, whole, outside))));
	}

	private ImagePlus named(final ImagePlus stack) {
		if (!roi.isEmpty()) stack.setTitle(stack.getTitle() + " " + roi);
		return stack;
	}

	/** Outside the ROI a map holds a number too, which may lie among the values: an outline tells the two apart. */
	private ImagePlus outlined(final ImagePlus stack) {
		if (mask.geometry().size(0) != stack.getWidth() || mask.geometry().size(1) != stack.getHeight() || mask.geometry()
			.size(2) != stack.getStackSize()) return stack;
		stack.setOverlay(RiskOverlay.replaced(null, RiskOverlay.outlines(mask, Color.WHITE)));
		return stack;
	}

	private void describe(final FeatureMap map) {
		table.incrementCounter();
		if (!roi.isEmpty()) table.addValue("ROI", roi);
		table.addValue("Map", map.column());
		table.addValue("Unit", map.unit());
		table.addValue("Minimum", map.minimum());
		table.addValue("Maximum", map.maximum());
		table.addValue("Voxels", mask.voxelCount());
		table.addValue("Without value", map.withoutValue());
		table.addValue("Reason", map.reason());
		if (map.withoutValue() > 0) messages.add(map.column() + ": " + map.withoutValue() + " of " + mask.voxelCount() +
			" voxels have no value (NaN); " + map.reason());
	}

	/**
	 * Everything that came.
	 *
	 * @param slice to show, from 1
	 * @param warnings of image, ROI and settings
	 */
	MapResult result(final int slice, final List<String> warnings) {
		final List<String> all = new ArrayList<>(warnings);
		all.addAll(messages);
		return new MapResult(image, stacks, overlay, table, slice, all);
	}
}
