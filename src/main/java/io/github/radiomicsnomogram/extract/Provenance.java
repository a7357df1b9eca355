package io.github.radiomicsnomogram.extract;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.Software;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.RoiVoxels;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.LinkedHashMap;
import java.util.Map;

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

	private static final String IMAGE = PREFIX + "Image-original_", MASK = PREFIX + "Mask-original_";

	private Provenance() {}

	/**
	 * @param volume image
	 * @param mask ROI on its grid
	 * @param roi the ROI's voxels
	 * @param settings how features are computed; with additionalInfo the whole image is read once more
	 * @return text by name, in order
	 */
	static Map<String, String> of(final Volume volume, final Mask mask, final RoiVoxels roi,
		final ExtractionSettings settings, final Progress progress)
	{
		final Map<String, String> p = new LinkedHashMap<>();
		p.put(PREFIX + "Versions_RadiomicsNomogram", Software.version());
		p.put(PREFIX + "Versions_Java", System.getProperty("java.version", "unknown"));
		p.put(PREFIX + "Configuration_Settings", SettingsText.of(settings));
		p.put(PREFIX + "Configuration_EnabledImageTypes", "{'Original': {}}");
		describeImage(p, volume, settings.additionalInfo(), progress);
		describeMask(p, mask, settings, progress);
		describeRoi(p, volume, mask, roi);
		return p;
	}

	private static void describeImage(final Map<String, String> p, final Volume volume, final boolean full,
		final Progress progress)
	{
		final ImageScan scan = full ? ImageScan.of(volume, progress) : null;
		if (full) p.put(IMAGE + "Hash", scan.sha1());
		p.put(IMAGE + "Dimensionality", "3D");
		p.put(IMAGE + "Spacing", PythonText.tuple(volume.geometry().spacing()));
		p.put(IMAGE + "Size", PythonText.tuple(volume.geometry().size()));
		if (!full) return;
		p.put(IMAGE + "Mean", PythonText.of(scan.mean()));
		p.put(IMAGE + "Minimum", PythonText.of(scan.minimum()));
		p.put(IMAGE + "Maximum", PythonText.of(scan.maximum()));
	}

	private static void describeMask(final Map<String, String> p, final Mask mask, final ExtractionSettings settings,
		final Progress progress)
	{
		final Geometry grid = mask.geometry();
		final BoundingBox box = mask.box();
		final byte[] inside = mask.toBytes();
		if (settings.additionalInfo()) p.put(MASK + "Hash", ImageScan.sha1OfLabels(mask, settings.label(), progress));
		p.put(MASK + "Spacing", PythonText.tuple(grid.spacing()));
		p.put(MASK + "Size", PythonText.tuple(grid.size()));
		p.put(MASK + "BoundingBox", PythonText.tuple((long) box.x0(), box.y0(), box.z0(), box.size(0), box.size(1), box
			.size(2)));
		p.put(MASK + "VoxelNum", Long.toString(mask.voxelCount()));
		p.put(MASK + "VolumeNum", Integer.toString(ConnectedParts.count(inside, box.size(0), box.size(1), box.size(2))));
		final double[] centre = centre(mask, inside);
		p.put(MASK + "CenterOfMassIndex", PythonText.tuple(centre));
		p.put(MASK + "CenterOfMass", PythonText.tuple(grid.toPatient(centre[0], centre[1], centre[2])));
	}

	/** Mean of the indices; the sums are whole numbers, so the order of summation doesn't matter. */
	private static double[] centre(final Mask mask, final byte[] inside) {
		final BoundingBox box = mask.box();
		final int nx = box.size(0), ny = box.size(1);
		long x = 0, y = 0, z = 0;
		for (int i = 0; i < inside.length; i++)
			if (inside[i] != 0) {
				x += box.x0() + i % nx;
				y += box.y0() + i / nx % ny;
				z += box.z0() + i / (nx * ny);
			}
		final double n = mask.voxelCount();
		return new double[] { x / n, y / n, z / n };
	}

	private static void describeRoi(final Map<String, String> p, final Volume volume, final Mask mask,
		final RoiVoxels roi)
	{
		double minimum = Double.POSITIVE_INFINITY, maximum = Double.NEGATIVE_INFINITY;
		for (final double v : roi.values()) {
			minimum = Math.min(minimum, v);
			maximum = Math.max(maximum, v);
		}
		p.put("Image", volume.info().name());
		p.put("Mask", mask.name());
		p.put("ValueUnit", volume.info().valueUnit());
		p.put("RoiMinimum", PythonText.of(minimum));
		p.put("RoiMaximum", PythonText.of(maximum));
	}
}
