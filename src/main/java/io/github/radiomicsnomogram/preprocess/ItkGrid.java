package io.github.radiomicsnomogram.preprocess;

import io.github.radiomicsnomogram.volume.Geometry;

/**
 * Between voxel indices and the patient's coordinates in ITK's order of operations (itk::ImageBase): where a sample
 * falls on an old voxel, the last bit decides what an integer image gets.
 */
final class ItkGrid {

	private final double[] origin;
	private final double[] toPatient = new double[9];
	private final double[] toIndex;

	ItkGrid(final Geometry geometry) {
		origin = geometry.origin();
		final double[] direction = geometry.direction();
		for (int i = 0; i < 9; i++)
			toPatient[i] = direction[i] * geometry.spacing(i % 3);
		toIndex = Inverse3.of(toPatient);
	}

	/** Coordinates in mm of a voxel. */
	double[] point(final long x, final long y, final long z) {
		final double[] point = new double[3];
		for (int i = 0; i < 3; i++)
			point[i] = origin[i] + toPatient[3 * i] * x + toPatient[3 * i + 1] * y + toPatient[3 * i + 2] * z;
		return point;
	}

	/** Coordinates in mm of a place between voxels. */
	double[] pointAt(final double[] index) {
		final double[] point = new double[3];
		for (int i = 0; i < 3; i++)
			point[i] = toPatient[3 * i] * index[0] + toPatient[3 * i + 1] * index[1] + toPatient[3 * i + 2] * index[2] +
				origin[i];
		return point;
	}

	/** Index, between voxels, of a point in mm. */
	double[] indexOf(final double[] point) {
		final double dx = point[0] - origin[0], dy = point[1] - origin[1], dz = point[2] - origin[2];
		final double[] index = new double[3];
		for (int i = 0; i < 3; i++)
			index[i] = toIndex[3 * i] * dx + toIndex[3 * i + 1] * dy + toIndex[3 * i + 2] * dz;
		return index;
	}
}
