package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.ImageInfo;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;
import io.github.radiomicsnomogram.volume.VoxelArrays;
import io.github.radiomicsnomogram.volume.VoxelType;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Local binary patterns on a sphere (Banerjee et al. 2013, doi:10.1007/978-3-642-37410-4_3): image type LBP3D. Around
 * each voxel of the ROI the image is sampled at the corners of an icosphere; the pattern of corners that are not below
 * the centre is taken apart into spherical harmonics. Images "lbp-3D-m1" to "lbp-3D-m(levels)" hold the norm of each
 * degree, "lbp-3D-k" the excess kurtosis of the samples; NaN where the samples are all alike. All are of double
 * precision.
 * <p>
 * As PyRadiomics does it: the sphere's radius counts voxels, whatever the spacing; x, y, z of its corners are added to
 * z, y, x of the voxel; the two angles of the harmonics are swapped; samples outside the image are 0; samples of an
 * image of whole numbers are whole. PyRadiomics leaves voxels outside the ROI to chance; here they are 0.
 * <p>
 * The last bits of m2 and higher depend on the processor that PyRadiomics runs on (the order of additions in BLAS, and
 * the arc cosine); these are its bits on x86 with AVX2 but not AVX-512. Patterns that mirror each other have norms that are
 * equal but for those bits, so a feature that cuts at a percentile, as RobustMeanAbsoluteDeviation does, can differ
 * between two processors by a percent.
 *
 * @param levels of spherical harmonics, 2 or more (PyRadiomics fails with 1); lbp3DLevels
 * @param radius of the sphere in voxels, more than 0; lbp3DIcosphereRadius
 * @param subdivision how often the icosahedron's faces are divided, 0 to 7; lbp3DIcosphereSubdivision
 */
public record Lbp3DFilter(int levels, double radius, int subdivision) implements ImageFilter {

	/** PyRadiomics' defaults. */
	public static final Lbp3DFilter DEFAULT = new Lbp3DFilter(2, 1, 1);

	/** Most levels of spherical harmonics. */
	public static final int MOST_LEVELS = 50;

	private static final int MOST_SUBDIVISIONS = 7;

	/**
	 * @throws InputException if PyRadiomics can't make the images with these settings
	 */
	public Lbp3DFilter {
		if (levels < 2 || levels > MOST_LEVELS) throw new InputException("lbp3DLevels is " + levels + ": 2 to " +
			MOST_LEVELS + " levels of spherical harmonics are possible" + (levels == 1
				? " (PyRadiomics accepts 1 but fails with an IndexError)." : "."));
		if (!(radius > 0 && radius < Integer.MAX_VALUE)) throw new InputException("lbp3DIcosphereRadius is " + radius +
			": give a radius above 0, in voxels.");
		if (subdivision < 0 || subdivision > MOST_SUBDIVISIONS) throw new InputException("lbp3DIcosphereSubdivision is " +
			subdivision + ": give 0 to " + MOST_SUBDIVISIONS + "; each step takes four times as many samples.");
	}

	@Override
	public void apply(final Volume image, final Mask mask, final BoundingBox region, final Progress progress,
		final Consumer<FilteredImage> sink)
	{
		final Geometry grid = image.geometry().cropped(region);
		final Lbp3DMaps maps = new Lbp3DMaps(this, image, mask, region);
		maps.compute(progress);
		for (int n = 0; n < levels; n++)
			sink.accept(new FilteredImage("lbp-3D-m" + (n + 1), VoxelArrays.volume(maps.norms(n), grid, VoxelType.FLOAT64,
				image.info())));
		sink.accept(new FilteredImage("lbp-3D-k", VoxelArrays.volume(maps.kurtosis(), grid, VoxelType.FLOAT64, told(maps
			.kurtosis(), image.info()))));
	}

	/** The image's facts; if voxels have no kurtosis, its name says so, because errors about such voxels will name it. */
	private static ImageInfo told(final double[] kurtosis, final ImageInfo info) {
		final long none = Arrays.stream(kurtosis).filter(Double::isNaN).count();
		if (none == 0) return info;
		return new ImageInfo(info.name() + ", lbp-3D-k (NaN where all neighbours are alike)", info.valueUnit(), info.tags(),
			info.warnings()).withWarning("lbp-3D-k is NaN in " + none + " voxels whose neighbours are all alike;" +
				" PyRadiomics fails on such a ROI.");
	}
}
