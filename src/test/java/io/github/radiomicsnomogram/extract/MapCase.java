package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.io.CsvTable;
import io.github.radiomicsnomogram.io.ImageFiles;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small ROI with the maps that PyRadiomics makes of it, kernel by kernel (src/test/scripts/make_maps.py).
 *
 * @param name of the settings
 * @param volume name of the image
 * @param size voxels of PyRadiomics' maps along x, y, z
 */
record MapCase(String name, String volume, List<Integer> size) {

	private static final Path FOLDER = Path.of(System.getProperty("maps", "src/test/resources/maps"));
	private static final ImageFiles FILES = ImageFiles.with();

	static List<MapCase> all() {
		return CsvTable.read(FOLDER.resolve("cases.csv")).rows().stream().map(row -> new MapCase(row.get(0), row.get(1), row
			.subList(2, 5).stream().map(Integer::valueOf).toList())).toList();
	}

	ExtractionSettings settings() {
		return ParameterFile.read(FOLDER.resolve(name + ".yaml")).settings();
	}

	Volume image() {
		return FILES.read(FOLDER.resolve(volume + "-image.nrrd"), Progress.NONE);
	}

	Mask mask() {
		return FILES.readMask(FOLDER.resolve(volume + "-mask.nrrd"), 1, Progress.NONE);
	}

	List<FeatureMap> extract() {
		return new MapExtractor().extract(image(), mask(), settings(), Progress.NONE);
	}

	/** PyRadiomics' values by column: those of the ROI's voxels, x fastest. */
	Map<String, double[]> expected() {
		final Volume table = FILES.read(FOLDER.resolve(name + ".nrrd"), Progress.NONE);
		final double[] all = VoxelArrays.doubles(table);
		final int voxels = (int) table.geometry().size(0);
		final Map<String, double[]> expected = new LinkedHashMap<>();
		for (final List<String> row : CsvTable.read(FOLDER.resolve("features.csv")).rows()) {
			final int from = expected.size() * voxels;
			expected.put("original_" + row.get(0) + "_" + row.get(1), Arrays.copyOfRange(all, from, from + voxels));
		}
		return expected;
	}

	/** A map's values in the ROI, x fastest. */
	static double[] inRoi(final FeatureMap map, final Mask roi) {
		final BoundingBox box = roi.box();
		final double[] all = VoxelArrays.doubles(map.volume(), box), values = new double[(int) roi.voxelCount()];
		final byte[] inside = roi.toBytes();
		int n = 0;
		for (int i = 0; i < inside.length; i++)
			if (inside[i] != 0) values[n++] = all[i];
		return values;
	}

	/** The ROI on the grid of the maps. */
	Mask roi() {
		return mask().cropped(mask().box().padded(settings().voxel().kernelRadius(), image().geometry()));
	}

	@Override
	public String toString() {
		return name;
	}
}
