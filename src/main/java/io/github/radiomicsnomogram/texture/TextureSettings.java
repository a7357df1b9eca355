package io.github.radiomicsnomogram.texture;

import io.github.radiomicsnomogram.InputException;

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
			/** Sum of the steps along the axes, in mm. */
			MANHATTAN,
			/** Length of the way, in mm. */
			EUCLIDEAN,
			/** Largest step along an axis, in mm. */
			INFINITY,
			/** 1 for all directions: the plain sum of their matrices. */
			NO_WEIGHTING
	}

	/** PyRadiomics' defaults. */
	public static final TextureSettings DEFAULT = new TextureSettings(List.of(1), true, Optional.empty(), 0, false, 0);

	public TextureSettings {
		distances = List.copyOf(distances);
		if (distances.isEmpty() || distances.stream().anyMatch(d -> d < 1)) throw new InputException(
			"distances must list one or more whole numbers from 1 on, not " + distances + ".");
		if (distances.stream().distinct().count() < distances.size()) throw new InputException(
			"distances must not list a number twice: " + distances + ".");
		if (gldmA < 0 || gldmA >= Bins.MAX_LEVEL) throw new InputException("gldm_a must be 0 or more (and below " +
			Bins.MAX_LEVEL + "), not " + gldmA + ".");
		if (force2DDimension < 0 || force2DDimension > 2) throw new InputException(
			"force2Ddimension must be 0 (z), 1 (y) or 2 (x), not " + force2DDimension + ".");
	}

	/** The largest of the {@link #distances()}. */
	int reach() {
		return distances.stream().mapToInt(Integer::intValue).max().orElseThrow();
	}
}
