package io.github.radiomicsnomogram.filter;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Mask;
import io.github.radiomicsnomogram.volume.Volume;

import java.util.function.Consumer;

/**
 * Local binary patterns on a sphere: image type LBP3D, images "lbp-3D-m1" to "lbp-3D-m(levels)" and "lbp-3D-k".
 *
 * @param levels of spherical harmonics; lbp3DLevels
 * @param radius of the sphere in voxels; lbp3DIcosphereRadius
 * @param subdivision how often the icosahedron's faces are divided; lbp3DIcosphereSubdivision
 */
public record Lbp3DFilter(int levels, double radius, int subdivision) implements ImageFilter {

	/** PyRadiomics' defaults. */
	public static final Lbp3DFilter DEFAULT = new Lbp3DFilter(2, 1, 1);

	@Override
	public void apply(final Volume image, final Mask mask, final BoundingBox region, final Progress progress,
		final Consumer<FilteredImage> sink)
	{
		throw new UnsupportedOperationException("LBP3D");
	}
}
