package io.github.radiomicsnomogram.io.dicom;

/**
 * A contour of a structure set (PS3.3, C.8.8.6).
 *
 * @param type ContourGeometricType; "" if it isn't given
 * @param points in LPS mm
 * @param declared NumberOfContourPoints; -1 if it isn't a number
 */
record RtStructContour(String type, Vector[] points, int declared) {

	/** Coordinates beyond 100 m are no patient's. */
	private static final double FARTHEST = 1e5;

	/** @throws BadDicom if its points are no triples of numbers */
	static RtStructContour of(final DicomAttributes item) throws BadDicom {
		final double[] numbers = item.numbers(Tag.CONTOUR_DATA);
		if (numbers.length % 3 != 0) throw new BadDicom(Tag.CONTOUR_DATA + " has " + numbers.length +
			" numbers, which are no triples (x, y, z)");
		final Vector[] points = new Vector[numbers.length / 3];
		for (int i = 0; i < points.length; i++) {
			for (int k = 3 * i; k < 3 * i + 3; k++)
				if (Math.abs(numbers[k]) > FARTHEST) throw new BadDicom(Tag.CONTOUR_DATA + " has a point " + numbers[k] + " mm away");
			points[i] = Vector.of(numbers, 3 * i);
		}
		return new RtStructContour(item.text(Tag.CONTOUR_GEOMETRIC_TYPE).orElse(""), points, declared(item, points.length));
	}

	private static int declared(final DicomAttributes item, final int otherwise) {
		try {
			return item.integer(Tag.NUMBER_OF_CONTOUR_POINTS).orElse(otherwise);
		}
		catch (final BadDicom e) {
			return -1;
		}
	}

	/** Whether it encloses an area: closed, with at least 3 points. */
	boolean isClosed() {
		return points.length >= 3 && (type.equals("CLOSED_PLANAR") || type.equals("CLOSEDPLANAR_XOR") || type.equals(
			"CLOSED_PLANAR_XOR") || type.isEmpty());
	}
}
