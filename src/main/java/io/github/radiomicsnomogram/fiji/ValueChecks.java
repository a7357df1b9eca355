package io.github.radiomicsnomogram.fiji;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** Looks whether values that are said to be HU can be. */
final class ValueChecks {

	/** A CT slice holds air. */
	private static final double LOWEST_EXPECTED = -200;
	/** Metal on an extended scale stays below; a signed value that was read as unsigned is above. */
	private static final double HIGHEST_EXPECTED = 32767;

	private ValueChecks() {}

	/** What is odd about HU in the first, middle and last slice; other units are not judged. */
	static List<String> warnings(final RandomAccessibleInterval<? extends RealType<?>> voxels, final String unit) {
		if (!unit.equals("HU")) return List.of();
		double min = Double.POSITIVE_INFINITY, max = Double.NEGATIVE_INFINITY;
		final long last = voxels.max(2);
		for (final long z : new TreeSet<>(List.of(0L, last / 2, last)))
			for (final RealType<?> v : Views.flatIterable(Views.hyperSlice(voxels, 2, z))) {
				min = Math.min(min, v.getRealDouble());
				max = Math.max(max, v.getRealDouble());
			}
		if (min <= LOWEST_EXPECTED && max <= HIGHEST_EXPECTED) return List.of();
		return List.of(String.format(Locale.ROOT,
			"Values run from %s to %s HU, but a CT usually holds air (-1000 HU) and nothing above %s HU: HU may be wrong. " +
				"Check Analyze > Calibrate..., or open the DICOM series anew.", min, max, HIGHEST_EXPECTED));
	}
}
