package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.Software;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.RoiVoxels;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Describes how features were obtained, under the names of PyRadiomics' diagnostics columns and with its values, in its
 * order. Versions are those of this software. Names without that prefix, at the end, are our own.
 * <p>
 * PyRadiomics' checksum of the mask covers the whole label image; here it covers a label image that holds this ROI and
 * nothing else, so the two are equal if the file had no second label.
 */
final class Provenance {

	/** What PyRadiomics puts before each name. */
	static final String PREFIX = "diagnostics_";

	private static final String ORIGINAL = "original";

	private Provenance() {}

	/**
	 * @param image image
	 * @param mask ROI as it was given
	 * @param hash checksum of its label image, asked for with additionalInfo only
	 * @param roi image and ROI after preprocessing
	 * @param range of the ROI's values then
	 * @param settings how features are computed; with additionalInfo the whole image is read once more
	 * @return text by name, in order
	 */
	static Map<String, String> of(final PreparedImage image, final Mask mask, final Supplier<String> hash,
		final PreparedRoi roi, final ValueRange range, final ExtractionSettings settings)
	{
		final Map<String, String> p = new LinkedHashMap<>();
		p.put(PREFIX + "Versions_RadiomicsNomogram", Software.version());
		p.put(PREFIX + "Versions_Java", System.getProperty("java.version", "unknown"));
		p.put(PREFIX + "Configuration_Settings", SettingsText.of(settings));
		p.put(PREFIX + "Configuration_EnabledImageTypes", SettingsText.ofImageTypes(settings));
		describeOriginal(p, image, settings.additionalInfo());
		if (settings.additionalInfo()) p.put(PREFIX + "Mask-original_Hash", hash.get());
		describeMask(p, ORIGINAL, mask);
		if (settings.additionalInfo()) for (final PreparedRoi.Stage stage : roi.stages())
			describeStage(p, stage);
		describeRoi(p, image.original(), mask, range);
		return p;
	}

	private static void describeOriginal(final Map<String, String> p, final PreparedImage image, final boolean full) {
		final String prefix = PREFIX + "Image-original";
		if (full) p.put(prefix + "_Hash", image.scan().sha1());
		p.put(prefix + "_Dimensionality", "3D");
		describeGrid(p, prefix, image.original().geometry());
		if (full) describeValues(p, prefix, image.scan());
	}

	private static void describeStage(final Map<String, String> p, final PreparedRoi.Stage stage) {
		final String prefix = PREFIX + "Image-" + stage.name();
		if (stage.newImage()) {
			describeGrid(p, prefix, stage.image().geometry());
			describeValues(p, prefix, ImageScan.of(VoxelArrays.doubles(stage.image())));
		}
		describeMask(p, stage.name(), stage.mask());
		describeValues(p, PREFIX + "Mask-" + stage.name(), ImageScan.of(new RoiVoxels(stage.image(), stage.mask())
			.values()));
	}

	private static void describeGrid(final Map<String, String> p, final String prefix, final Geometry grid) {
		p.put(prefix + "_Spacing", PythonText.tuple(grid.spacing()));
		p.put(prefix + "_Size", PythonText.tuple(grid.size()));
	}

	private static void describeValues(final Map<String, String> p, final String prefix, final ImageScan scan) {
		p.put(prefix + "_Mean", PythonText.of(scan.mean()));
		p.put(prefix + "_Minimum", PythonText.of(scan.minimum()));
		p.put(prefix + "_Maximum", PythonText.of(scan.maximum()));
	}

	private static void describeMask(final Map<String, String> p, final String stage, final Mask mask) {
		final String prefix = PREFIX + "Mask-" + stage;
		final BoundingBox box = mask.box();
		final byte[] inside = mask.toBytes();
		describeGrid(p, prefix, mask.geometry());
		p.put(prefix + "_BoundingBox", PythonText.tuple((long) box.x0(), box.y0(), box.z0(), box.size(0), box.size(1), box
			.size(2)));
		p.put(prefix + "_VoxelNum", Long.toString(mask.voxelCount()));
		p.put(prefix + "_VolumeNum", Integer.toString(ConnectedParts.count(inside, box.size(0), box.size(1), box.size(2))));
		final double[] centre = centre(mask, inside);
		p.put(prefix + "_CenterOfMassIndex", PythonText.tuple(centre));
		p.put(prefix + "_CenterOfMass", PythonText.tuple(mask.geometry().toPatient(centre[0], centre[1], centre[2])));
	}

	/** Mean of the indices; the sums are whole numbers, so the order of summation doesn't matter. */
	private static double[] centre(final Mask mask, final byte[] inside) {
		final BoundingBox box = mask.box();
		final int nx = box.size(0), ny = box.size(1);
		long x = 0, y = 0, z = 0;
		for (int row = 0; row < inside.length / nx; row++) {
			long count = 0, places = 0;
			for (int i = 0; i < nx; i++)
				if (inside[row * nx + i] != 0) {
					count++;
					places += i;
				}
			x += places;
			y += count * (row % ny);
			z += count * (row / ny);
		}
		final double n = mask.voxelCount();
		return new double[] { (x + n * box.x0()) / n, (y + n * box.y0()) / n, (z + n * box.z0()) / n };
	}

	/** Our own; the range is that of the values whose features are computed, before filters. */
	private static void describeRoi(final Map<String, String> p, final Volume volume, final Mask mask,
		final ValueRange range)
	{
		p.put("Image", volume.info().name());
		p.put("Mask", mask.name());
		p.put("ValueUnit", volume.info().valueUnit());
		p.put("RoiMinimum", PythonText.of(range.lowest()));
		p.put("RoiMaximum", PythonText.of(range.highest()));
	}
}
