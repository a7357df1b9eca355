package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.volume.Geometry;

/** From points in the patient to continuous voxel indices of a grid; the centre of the first voxel is (0, 0, 0). */
final class PatientGrid {

	private final Geometry geometry;
	private final Vector origin;
	private final Vector[] axes = new Vector[3];

	PatientGrid(final Geometry geometry) {
		this.geometry = geometry;
		origin = Vector.of(geometry.origin(), 0);
		final double[] d = geometry.direction();
		for (int axis = 0; axis < 3; axis++)
			axes[axis] = new Vector(d[axis], d[3 + axis], d[6 + axis]);
	}

	/** The grid. */
	Geometry geometry() {
		return geometry;
	}

	/** Unit vector of an axis. */
	Vector axis(final int axis) {
		return axes[axis];
	}

	/** Indices along x, y and z of a point in LPS mm. Not rounded in any way, so that ties stay ties. */
	Vector index(final Vector point) {
		final Vector from = point.minus(origin);
		return new Vector(from.dot(axes[0]) / geometry.spacing(0), from.dot(axes[1]) / geometry.spacing(1), from.dot(
			axes[2]) / geometry.spacing(2));
	}
}
