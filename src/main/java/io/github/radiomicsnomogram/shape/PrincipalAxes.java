package io.github.radiomicsnomogram.shape;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Principal axes of a ROI's voxel centres: eigenvalues of their covariance in mm, divided by the number of voxels (not
 * by one less). The covariance of the voxel indices is exact, and so is the number of dimensions that the voxels span:
 * a ROI in a plane has a smallest eigenvalue of exactly 0, also if the plane is oblique, where rounded arithmetic leaves
 * something like 1e-17. Eigenvalues come from Jacobi's rotations, which keep small ones accurate (Demmel &amp; Veselic
 * 1992, <a href="https://doi.org/10.1137/0613074">doi:10.1137/0613074</a>).
 *
 * @param dimensions that the voxel centres span, 0 to 3
 * @param major largest eigenvalue, square mm
 * @param minor second one
 * @param least smallest one
 */
public record PrincipalAxes(int dimensions, double major, double minor, double least) {

	private static final int SWEEPS = 60;

	/** A correlation that changes no digit of an eigenvalue any more: it enters squared. */
	private static final double NO_CORRELATION = 1e-20;

	/**
	 * @param spacing mm along x, y, z
	 */
	static PrincipalAxes of(final VoxelMoments moments, final double[] spacing) {
		final BigInteger[][] scatter = moments.scatter();
		final double n = moments.count();
		final double[][] covariance = new double[3][3];
		for (int a = 0; a < 3; a++)
			for (int b = 0; b < 3; b++)
				covariance[a][b] = scatter[a][b].doubleValue() / n / n * spacing[a] * spacing[b];
		final double[] values = eigenvalues(covariance);
		final int dimensions = rank(scatter);
		return new PrincipalAxes(dimensions, dimensions > 0 ? values[2] : 0, dimensions > 1 ? values[1] : 0,
			dimensions > 2 ? values[0] : 0);
	}

	/** Rank of a positive semidefinite matrix: the size of its largest principal minor that is not 0. */
	private static int rank(final BigInteger[][] m) {
		final BigInteger xy = minor(m, 0, 1), xz = minor(m, 0, 2), yz = minor(m, 1, 2);
		final BigInteger determinant = m[0][0].multiply(yz).subtract(m[0][1].multiply(m[0][1].multiply(m[2][2]).subtract(
			m[1][2].multiply(m[0][2])))).add(m[0][2].multiply(m[0][1].multiply(m[1][2]).subtract(m[1][1].multiply(m[0][2]))));
		if (determinant.signum() != 0) return 3;
		if (xy.signum() != 0 || xz.signum() != 0 || yz.signum() != 0) return 2;
		return m[0][0].signum() != 0 || m[1][1].signum() != 0 || m[2][2].signum() != 0 ? 1 : 0;
	}

	private static BigInteger minor(final BigInteger[][] m, final int a, final int b) {
		return m[a][a].multiply(m[b][b]).subtract(m[a][b].multiply(m[a][b]));
	}

	/** Eigenvalues of a symmetric 3 x 3 matrix, which is overwritten; ascending. */
	static double[] eigenvalues(final double[][] m) {
		for (int sweep = 0; sweep < SWEEPS && (m[0][1] != 0 || m[0][2] != 0 || m[1][2] != 0); sweep++)
			for (int a = 0; a < 2; a++)
				for (int b = a + 1; b < 3; b++)
					rotate(m, a, b);
		final double[] values = { m[0][0], m[1][1], m[2][2] };
		Arrays.sort(values);
		return values;
	}

	/** Turns the axes a and b so that their covariance vanishes. */
	private static void rotate(final double[][] m, final int a, final int b) {
		if (m[a][b] == 0) return;
		if (Math.abs(m[a][b]) < NO_CORRELATION * Math.sqrt(Math.abs(m[a][a] * m[b][b]))) {
			m[a][b] = m[b][a] = 0;
			return;
		}
		final double theta = (m[b][b] - m[a][a]) / (2 * m[a][b]);
		final double t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
		final double c = 1 / Math.sqrt(t * t + 1), s = t * c;
		final int k = 3 - a - b;
		final double ka = m[k][a], kb = m[k][b];
		m[a][a] -= t * m[a][b];
		m[b][b] += t * m[a][b];
		m[a][b] = m[b][a] = 0;
		m[k][a] = m[a][k] = c * ka - s * kb;
		m[k][b] = m[b][k] = s * ka + c * kb;
	}

	/** Length of the largest axis of the ellipsoid with these moments, mm. */
	public double majorLength() {
		return 4 * Math.sqrt(major);
	}

	/** Length of its second axis, mm. */
	public double minorLength() {
		return 4 * Math.sqrt(minor);
	}

	/** Length of its smallest axis, mm; 0 in a plane. */
	public double leastLength() {
		return 4 * Math.sqrt(least);
	}

	/** Second axis over the largest one; NaN for a single voxel. */
	public double elongation() {
		return Math.sqrt(minor / major);
	}

	/** Smallest axis over the largest one; NaN for a single voxel. */
	public double flatness() {
		return Math.sqrt(least / major);
	}
}
