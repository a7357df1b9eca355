package io.github.radiomicsnomogram.io.dicom;

/** A point or direction in the patient (LPS, mm). */
record Vector(double x, double y, double z) {

	/** Three of an array's numbers. */
	static Vector of(final double[] numbers, final int from) {
		return new Vector(numbers[from], numbers[from + 1], numbers[from + 2]);
	}

	Vector plus(final Vector v) {
		return new Vector(x + v.x, y + v.y, z + v.z);
	}

	Vector minus(final Vector v) {
		return new Vector(x - v.x, y - v.y, z - v.z);
	}

	Vector times(final double factor) {
		return new Vector(x * factor, y * factor, z * factor);
	}

	double dot(final Vector v) {
		return x * v.x + y * v.y + z * v.z;
	}

	Vector cross(final Vector v) {
		return new Vector(y * v.z - z * v.y, z * v.x - x * v.z, x * v.y - y * v.x);
	}

	double length() {
		return Math.sqrt(dot(this));
	}

	/** The largest difference of a component. */
	double difference(final Vector v) {
		return Math.max(Math.max(Math.abs(x - v.x), Math.abs(y - v.y)), Math.abs(z - v.z));
	}
}
