package io.github.radiomicsnomogram.texture;

import java.util.List;
import java.util.Optional;

/**
 * Settings of the texture matrices, under PyRadiomics' names.
 *
 * @param distances infinity-norm distances of neighbours for GLCM, GLDM and NGTDM
 * @param symmetricalGLCM whether both directions of a pair count
 * @param weightingNorm how GLCM and GLRLM directions are weighted before they are merged; none: they are averaged
 * @param gldmA largest grey level difference of a dependent voxel (gldm_a)
 * @param force2D whether only neighbours within a slice count
 * @param force2DDimension axis perpendicular to the slices, 0 = z, 1 = y, 2 = x, as in PyRadiomics
 */
public record TextureSettings(List<Integer> distances, boolean symmetricalGLCM, Optional<Norm> weightingNorm, int gldmA,
	boolean force2D, int force2DDimension)
{

	/** PyRadiomics' weightingNorm. */
	public enum Norm {
			MANHATTAN, EUCLIDEAN, INFINITY, NO_WEIGHTING
	}

	/** PyRadiomics' defaults. */
	public static final TextureSettings DEFAULT = new TextureSettings(List.of(1), true, Optional.empty(), 0, false, 0);

	public TextureSettings {
		distances = List.copyOf(distances);
	}
}
