package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.extract.FeatureMap;
import io.github.radiomicsnomogram.feature.Feature;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.util.Arrays;

/**
 * A map as a stack of ImageJ: 32 bits a voxel, which is all that ImageJ has; the map's own values have 64. Calibrated
 * like the image it was made from, named by the feature's column, its values in the feature's unit.
 */
final class MapStack {

	private static final int FLOAT_BYTES = 4;

	private MapStack() {}

	/**
	 * Makes a stack.
	 *
	 * @param source image that was looked at
	 * @param map values
	 * @param grid where these lie
	 * @param whole whether to make all of the image's slices and pixels, if the map's voxels are the image's
	 * @param outside value where nothing was computed
	 * @throws InputException if a whole stack doesn't fit into memory
	 */
	static ImagePlus of(final ImagePlus source, final FeatureMap map, final MapGrid grid, final boolean whole,
		final double outside)
	{
		final boolean same = grid.isImages();
		final ImageStack slices = whole && same ? whole(source, map, grid, (float) outside) : cropped(source, map, grid, same);
		final ImagePlus stack = new ImagePlus(map.column(), slices);
		stack.setDimensions(1, slices.size(), 1);
		stack.setCalibration(calibration(source, map, grid, whole && same, same));
		describe(stack, map);
		final double[] range = MapColours.range(grid.inside(map));
		stack.getProcessor().setLut(MapColours.lut());
		stack.setLut(MapColours.lut());
		stack.setDisplayRange(range[0], range[1]);
		return stack;
	}

	private static ImageStack whole(final ImagePlus source, final FeatureMap map, final MapGrid grid,
		final float outside)
	{
		final int width = source.getWidth(), height = source.getHeight(), depth = source.getStackSize();
		requireMemory((long) width * height * depth * FLOAT_BYTES, map);
		final double[] values = VoxelArrays.doubles(map.volume());
		final int nx = (int) grid.map().size(0), ny = (int) grid.map().size(1), nz = (int) grid.map().size(2);
		final ImageStack stack = new ImageStack(width, height);
		for (int z = 0; z < depth; z++) {
			final float[] pixels = new float[width * height];
			if (outside != 0) Arrays.fill(pixels, outside);
			final int mz = z - grid.start(2);
			if (mz >= 0 && mz < nz) for (int y = 0; y < ny; y++)
				for (int x = 0; x < nx; x++)
					pixels[(y + grid.start(1)) * width + x + grid.start(0)] = (float) values[(mz * ny + y) * nx + x];
			stack.addSlice(source.getStack().getSliceLabel(z + 1), pixels);
		}
		return stack;
	}

	private static void requireMemory(final long bytes, final FeatureMap map) {
		final Runtime r = Runtime.getRuntime();
		final long free = r.maxMemory() - r.totalMemory() + r.freeMemory();
		if (bytes > free) throw new InputException("Map " + map.column() + " on the grid of the image needs " + bytes /
			1_000_000 + " MB, " + free / 1_000_000 + " MB are free. Choose fewer features, or " + MapOptions.GRID + "=" +
			MapOptions.CROPPED_GRID + ", or a " + MapOptions.FOLDER + " to write the maps to.");
	}

	private static ImageStack cropped(final ImagePlus source, final FeatureMap map, final MapGrid grid,
		final boolean labels)
	{
		final double[] values = VoxelArrays.doubles(map.volume());
		final int width = (int) grid.map().size(0), height = (int) grid.map().size(1), area = width * height;
		final ImageStack stack = new ImageStack(width, height);
		for (int z = 0; z < grid.map().size(2); z++) {
			final float[] pixels = new float[area];
			for (int i = 0; i < area; i++)
				pixels[i] = (float) values[z * area + i];
			stack.addSlice(labels ? source.getStack().getSliceLabel(z + grid.start(2) + 1) : null, pixels);
		}
		return stack;
	}

	/** That of the image; a part of it has its origin moved, a resampled one has mm. */
	private static Calibration calibration(final ImagePlus source, final FeatureMap map, final MapGrid grid,
		final boolean whole, final boolean same)
	{
		final Calibration c = source.getCalibration().copy();
		c.disableDensityCalibration();
		c.setValueUnit(map.unit().isEmpty() ? " " : map.unit());
		if (same && !whole) {
			c.xOrigin -= grid.start(0);
			c.yOrigin -= grid.start(1);
			c.zOrigin -= grid.start(2);
		}
		if (same) return c;
		c.setUnit("mm");
		c.pixelWidth = grid.map().spacing(0);
		c.pixelHeight = grid.map().spacing(1);
		c.pixelDepth = grid.map().spacing(2);
		c.xOrigin = -grid.offset(0) / c.pixelWidth;
		c.yOrigin = -grid.offset(1) / c.pixelHeight;
		c.zOrigin = -grid.offset(2) / c.pixelDepth;
		return c;
	}

	private static void describe(final ImagePlus stack, final FeatureMap map) {
		final Feature f = map.feature();
		stack.setProp(PredictView.PROPERTY + "feature", map.column());
		stack.setProp(PredictView.PROPERTY + "unit", map.unit());
		stack.setProp(PredictView.PROPERTY + "ibsi", f.ibsi());
		stack.setProp(PredictView.PROPERTY + "formula", f.formula());
		stack.setProp(PredictView.PROPERTY + "minimum", Double.toString(map.minimum()));
		stack.setProp(PredictView.PROPERTY + "maximum", Double.toString(map.maximum()));
	}
}
